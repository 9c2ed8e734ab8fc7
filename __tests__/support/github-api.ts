/** GitHub's API as far as comments need it, on a real socket: comments in pages, and every call recorded. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A comment as the server keeps it. */
export interface KeptComment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: 'User' | 'Bot' };
}

/** What the server knows and how it behaves. */
export interface GithubPlan {
  readonly comments?: readonly KeptComment[];
  /** Pull requests of commits, by sha. */
  readonly ofCommit?: Readonly<Record<string, readonly object[]>>;
  /** Pull requests by `owner:branch`. */
  readonly ofHead?: Readonly<Record<string, readonly object[]>>;
  /** Answers this instead of writing. */
  readonly writeStatus?: number;
  /** Login of the token's owner; absent: the token may not ask. */
  readonly self?: string;
  /** The first calls fail with this. */
  readonly failFirst?: { readonly times: number; readonly status: number };
}

/** A server under way. */
export interface GithubApi {
  readonly url: string;
  readonly calls: readonly string[];
  readonly comments: readonly KeptComment[];
  readonly close: () => Promise<void>;
}

const BOT = { login: 'github-actions[bot]', type: 'Bot' } as const;

/** Starts a server for pull request 7 of octo/shop. */
export async function githubApi(plan: GithubPlan): Promise<GithubApi> {
  const comments = [...(plan.comments ?? [])].map((comment) => ({ ...comment }));
  const calls: string[] = [];
  const server = createServer((request, response) => {
    void answer(request, response, plan, comments, calls);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => {
        done();
      });
      server.closeAllConnections();
    });
  return { url, calls, comments, close };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  plan: GithubPlan,
  comments: KeptComment[],
  calls: string[],
): Promise<void> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  const url = new URL(request.url ?? '', `http://${request.headers.host ?? ''}`);
  const call = `${request.method ?? ''} ${url.pathname}${url.search}`;
  calls.push(call);
  const reply = (status: number, body: unknown, headers: Record<string, string> = {}): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
  if (plan.failFirst !== undefined && calls.length <= plan.failFirst.times) {
    reply(plan.failFirst.status, { message: 'trouble' });
    return;
  }
  const write = request.method === 'POST' || request.method === 'PATCH';
  if (write && plan.writeStatus !== undefined) {
    reply(plan.writeStatus, { message: 'Resource not accessible by integration' });
    return;
  }
  const body = write ? String((JSON.parse(text) as { body: unknown }).body) : '';
  const address = (id: number): string => `https://github.com/octo/shop/pull/7#issuecomment-${id}`;
  if (call === 'GET /user') {
    if (plan.self === undefined) reply(403, { message: 'Resource not accessible by integration' });
    else reply(200, { login: plan.self });
  } else if (call.startsWith('GET /repos/octo/shop/issues/7/comments')) {
    const [size, page] = [Number(url.searchParams.get('per_page')), Number(url.searchParams.get('page') ?? '1')];
    const next = new URL(url);
    next.searchParams.set('page', String(page + 1));
    const more = comments.length > page * size;
    reply(200, comments.slice((page - 1) * size, page * size), more ? { link: `<${next.href}>; rel="next"` } : {});
  } else if (call === 'POST /repos/octo/shop/issues/7/comments') {
    const comment = { id: 1000 + comments.length, body, user: BOT };
    comments.push(comment);
    reply(201, { ...comment, html_url: address(comment.id) });
  } else if (call.startsWith('PATCH /repos/octo/shop/issues/comments/')) {
    const id = Number(url.pathname.split('/').at(-1));
    const comment = comments.find((one) => one.id === id);
    if (comment !== undefined) comment.body = body;
    reply(200, { id, html_url: address(id) });
  } else if (/\/commits\/[^/]+\/pulls$/u.test(url.pathname)) {
    reply(200, plan.ofCommit?.[url.pathname.split('/').at(-2) ?? ''] ?? []);
  } else if (url.pathname === '/repos/octo/shop/pulls') {
    reply(200, plan.ofHead?.[url.searchParams.get('head') ?? ''] ?? []);
  } else reply(404, { message: 'Not Found' });
}
