/** GitHub's API as far as comments and statuses need it, on a real socket: comments in pages, and every call recorded. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../src/clock.ts';

/** A comment as the server keeps it. */
export interface KeptComment {
  readonly id: number;
  body: string;
  /** Epoch ms; a comment without it was never changed since long ago. */
  changedMs?: number;
  readonly user: { readonly login: string; readonly type: 'User' | 'Bot' };
}

/** A commit status as the server got it. */
export interface KeptStatus {
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly description: string;
  readonly target_url?: string;
}

/** What the server does instead of its work, or besides it. */
export interface GithubFault {
  /** Which calls: `POST /repos/…`. */
  readonly on: RegExp;
  /** How often; once unless given. */
  readonly times?: number;
  readonly status: number;
  readonly message?: string;
  /** The other fields of the body. */
  readonly more?: object;
  /** The body as it is, instead of JSON with the message. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The work is done, and the answer is lost all the same. */
  readonly done?: boolean;
  /** Cuts the connection instead of answering. */
  readonly cut?: boolean;
}

/** What the server knows and how it behaves. */
export interface GithubPlan {
  readonly comments?: readonly KeptComment[];
  /** Pull requests by `owner:branch`. */
  readonly ofHead?: Readonly<Record<string, readonly object[]>>;
  /** Pull request 7 as it is read by its number. */
  readonly pull?: object;
  /** Login of the token's owner; absent: the token may not ask. */
  readonly self?: string;
  readonly faults?: readonly GithubFault[];
  /** The address of a next page that every list of comments names. */
  readonly nextPage?: string;
  /** What a created or changed comment has as its address. */
  readonly address?: string;
  /** Every answer comes so much later, ms. */
  readonly latencyMs?: number;
}

/** A server under way. */
export interface GithubApi {
  readonly url: string;
  readonly calls: readonly string[];
  /** When each call came, epoch ms. */
  readonly times: readonly number[];
  readonly comments: readonly KeptComment[];
  /** All statuses in the order in which they came. */
  readonly statuses: readonly KeptStatus[];
  /** What somebody else does meanwhile. */
  readonly add: (comment: KeptComment) => void;
  readonly remove: (id: number) => void;
  readonly close: () => Promise<void>;
}

const BOT = { login: 'github-actions[bot]', type: 'Bot' } as const;

/** Starts a server for pull request 7 of octo/shop. */
export async function githubApi(plan: GithubPlan): Promise<GithubApi> {
  const comments = [...(plan.comments ?? [])].map((comment) => ({ ...comment }));
  const calls: string[] = [];
  const times: number[] = [];
  const statuses: KeptStatus[] = [];
  const server = createServer((request, response) => {
    times.push(systemClock.now());
    systemClock.setTimer(plan.latencyMs ?? 0, () => {
      void answer(request, response, plan, { comments, statuses, calls });
    });
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
  const add = (comment: KeptComment): void => void comments.push({ ...comment });
  const remove = (id: number): void => {
    const place = comments.findIndex((one) => one.id === id);
    if (place >= 0) comments.splice(place, 1);
  };
  return { url, calls, times, comments, statuses, add, remove, close };
}

interface Kept {
  readonly comments: KeptComment[];
  readonly statuses: KeptStatus[];
  readonly calls: string[];
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  plan: GithubPlan,
  { comments, statuses, calls }: Kept,
): Promise<void> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  const url = new URL(request.url ?? '', `http://${request.headers.host ?? ''}`);
  const call = `${request.method ?? ''} ${url.pathname}${url.search}`;
  const reply = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(status === 204 ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
  };
  const fault = plan.faults?.find(
    ({ on, times = 1 }) => on.test(call) && calls.filter((one) => on.test(one)).length < times,
  );
  calls.push(call);
  if (fault === undefined || fault.done === true) {
    const [status, body] = keepStatus(call, text, statuses) ?? work(call, url, text, plan, comments);
    const link = plan.nextPage === undefined ? {} : { link: `<${plan.nextPage}>; rel="next"` };
    if (fault === undefined) {
      reply(status, body, link);
      return;
    }
  }
  if (fault.cut === true) request.socket.destroy();
  else reply(fault.status, fault.text ?? { message: fault.message ?? 'trouble', ...fault.more }, fault.headers);
}

/** Keeps a status; `undefined` where the call is another one. */
function keepStatus(
  call: string,
  text: string,
  statuses: KeptStatus[],
): readonly [status: number, body: unknown] | undefined {
  const sha = /^POST \/repos\/octo\/shop\/statuses\/(?<sha>[0-9a-f]{40})$/u.exec(call)?.groups?.['sha'];
  if (sha === undefined) return undefined;
  const status = { sha, ...(JSON.parse(text) as Omit<KeptStatus, 'sha'>) };
  if (status.description.length > 140) return [422, { message: 'Validation Failed: description is too long' }];
  statuses.push(status);
  return [201, { ...status, id: statuses.length }];
}

/** The work of a call: its status and its body. */
function work(
  call: string,
  url: URL,
  text: string,
  plan: GithubPlan,
  comments: KeptComment[],
): readonly [status: number, body: unknown] {
  const missing = [404, { message: 'Not Found' }] as const;
  const body = text === '' ? '' : String((JSON.parse(text) as { body: unknown }).body);
  const address = (id: number): string => plan.address ?? `https://github.com/octo/shop/pull/7#issuecomment-${id}`;
  if (call === 'GET /user') return plan.self === undefined ? missing : [200, { login: plan.self }];
  if (call === 'GET /repos/octo/shop/pulls/7') return plan.pull === undefined ? missing : [200, plan.pull];
  if (url.pathname === '/repos/octo/shop/pulls') return [200, plan.ofHead?.[url.searchParams.get('head') ?? ''] ?? []];
  if (call.startsWith('GET /repos/octo/shop/issues/7/comments')) {
    const [size, page] = [Number(url.searchParams.get('per_page')), Number(url.searchParams.get('page') ?? '1')];
    const since = url.searchParams.get('since');
    const wanted = comments.filter(({ changedMs = 0 }) => since === null || changedMs >= Date.parse(since));
    return [200, wanted.slice((page - 1) * size, page * size)];
  }
  if (call === 'POST /repos/octo/shop/issues/7/comments') {
    const comment = { id: 1000 + comments.length, body, user: BOT, changedMs: systemClock.now() };
    comments.push(comment);
    return [201, { ...comment, html_url: address(comment.id) }];
  }
  const place = comments.findIndex(({ id }) => url.pathname === `/repos/octo/shop/issues/comments/${id}`);
  const comment = comments[place];
  if (comment === undefined) return missing;
  if (call.startsWith('DELETE ')) {
    comments.splice(place, 1);
    return [204, undefined];
  }
  comment.body = body;
  comment.changedMs = systemClock.now();
  return [200, { id: comment.id, html_url: address(comment.id) }];
}
