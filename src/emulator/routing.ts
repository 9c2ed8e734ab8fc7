/** Requests and replies without sockets, and the route tables that turn one into the other. */

/** The parts of a request that routes read. */
export interface ApiRequest {
  readonly method: string;
  /** As sent, percent-encoding kept, no query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A reply; `json` is sent as JSON, `body` as it is. */
export interface ApiReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: string;
  /** Which test and run it was about, for the log. */
  readonly testId?: number;
  readonly runId?: number;
}

/** One line of a route table. */
export interface Route {
  readonly method: string;
  /** Of the whole path; `(?<id>…)` groups are handed to `reply`. */
  readonly path: RegExp;
  readonly reply: (request: ApiRequest, groups: Readonly<Record<string, string>>) => ApiReply;
}

/** One API: which paths are its own, what it checks before any route, and its routes. */
export interface Api {
  readonly owns: (path: string) => boolean;
  /** A reply that refuses the request, or `undefined` to go on. */
  readonly admit: (request: ApiRequest) => ApiReply | undefined;
  readonly routes: readonly Route[];
  readonly notFound: (request: ApiRequest) => ApiReply;
  readonly wrongMethod: (request: ApiRequest) => ApiReply;
}

/** The reply of whichever API owns the path. */
export function replyOf(apis: readonly Api[], request: ApiRequest): ApiReply {
  const api = apis.find(({ owns }) => owns(request.path));
  if (api === undefined) return page(404);
  const refused = api.admit(request);
  if (refused !== undefined) return refused;
  let known = false;
  for (const route of api.routes) {
    const found = route.path.exec(request.path);
    if (found === null) continue;
    if (route.method === request.method) return route.reply(request, found.groups ?? {});
    known = true;
  }
  return known ? api.wrongMethod(request) : api.notFound(request);
}

/** A web page instead of an answer, as gateways send it. */
export function page(status: number, title = 'Error'): ApiReply {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html>\n<html><head><title>${status} ${title}</title></head><body><h1>${status} ${title}</h1></body></html>\n`,
  };
}

/** A query parameter as a whole number of at least `least`; `fallback` where it is missing, `undefined` where it is none. */
export function wholeNumber(query: URLSearchParams, name: string, fallback: number, least: number): number | undefined {
  const text = query.get(name);
  if (text === null) return fallback;
  const number = /^\d{1,16}$/u.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(number) && number >= least ? number : undefined;
}

/** An id of a path or a query; NaN, which no test and no run has, for anything but digits. */
export function idOf(text: string): number {
  return /^\d{1,16}$/u.test(text) ? Number(text) : NaN;
}
