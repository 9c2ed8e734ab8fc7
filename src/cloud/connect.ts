/** Chooses the adapter for the configured API and gives it its connection. */
import type { Cloud } from './cloud.ts';
import type { ConnectionSettings } from './connection.ts';
import { openConnection } from './connection.ts';
import { v2Cloud } from './v2/adapter.ts';
import { v6Cloud } from './v6/adapter.ts';

/** What main needs besides a connection. */
export interface ConnectSettings extends ConnectionSettings {
  /** Whether more than one run is polled over this connection. */
  readonly several: boolean;
  /** A fresh UUID. */
  readonly uuid: () => string;
}

/** Connects to k6 Cloud; nothing is sent yet. */
export function connect(settings: ConnectSettings): Cloud {
  const { api, uuid, several } = settings;
  const ports = openConnection(settings);
  return api.kind === 'v6' ? v6Cloud(ports, { stack: api.stack, uuid }, several) : v2Cloud(ports, several);
}
