/** A proxy for tests: every CONNECT, whichever host it names, leads to one port of this computer. */
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';

/** A proxy that listens. */
export interface ConnectProxy {
  readonly url: string;
  /** The `host:port` of each CONNECT. */
  readonly asked: readonly string[];
  /** Ends its connections as well. */
  readonly close: () => void;
}

/** Listens on loopback and leads to `port`. */
export async function connectProxy(port: number): Promise<ConnectProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer().listen(0, '127.0.0.1');
  server.on('connect', (request, socket: Socket) => {
    asked.push(request.url ?? '');
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    for (const one of [socket, onward]) sockets.add(one.on('error', () => undefined));
  });
  await new Promise((ready) => server.once('listening', ready));
  const close = (): void => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close };
}
