/** Scripted faults: which requests go wrong, how, and how often; rules may be added while serving. */

/** A body for an error status: the error shape of either API, a gateway's web page, nothing, or what is given. That of the API asked, by default. */
export type ErrorBody = 'v2' | 'v6' | 'html' | 'empty' | { readonly text: string } | { readonly json: unknown };

/**
 * What goes wrong. Where `acted` exists it says whether the machine acts on the request (a start makes a run) although
 * the client gets no answer; each fault states its default.
 */
export type Fault =
  /** An answer with another status; not acted on by default. `retryAfter`: seconds, or an HTTP date so many ms from now. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: ErrorBody;
      readonly message?: string;
      readonly retryAfter?: number | { readonly inMs: number };
      readonly acted?: boolean;
    }
  /** The connection is reset; acted on or not. */
  | { readonly kind: 'reset'; readonly acted: boolean }
  /** No answer, the connection stays; acted on or not. */
  | { readonly kind: 'silence'; readonly acted: boolean }
  /** Headers with the whole length, half of the body, and the end of the connection. Acted on. */
  | { readonly kind: 'truncated' }
  /** Headers with the whole length, half of the body, and then nothing. Acted on. */
  | { readonly kind: 'stalled' }
  /** The body in small pieces. Acted on. 16 bytes every 10 ms by default. */
  | { readonly kind: 'slow'; readonly bytes?: number; readonly everyMs?: number }
  /** A body without an end, up to `maxBytes` (64 MiB by default). Acted on. */
  | { readonly kind: 'endless'; readonly maxBytes?: number }
  /** To another place, status 302 by default. Not acted on. */
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: 301 | 302 | 303 | 307 | 308 }
  /** A 200 whose body is this text. Acted on. */
  | { readonly kind: 'text'; readonly text: string; readonly contentType?: string }
  /** The JSON of the answer, changed. Acted on. */
  | { readonly kind: 'patch'; readonly patch: (json: unknown) => unknown }
  /** Unknown fields at every level of the JSON. Acted on. */
  | { readonly kind: 'extra-fields' }
  /** The answer comes late; by default it is also acted on late, even if the client has left. */
  | { readonly kind: 'delay'; readonly ms: number; readonly acts?: 'late' | 'at-once' };

/** A fault and the requests it is for. */
export interface FaultRule {
  readonly on?: {
    readonly method?: string;
    /** A string must be contained in `path?query` as sent; a pattern must match it. */
    readonly path?: RegExp | string;
  };
  /** How many matching requests are let through first; 0 by default. */
  readonly skip?: number;
  /** How many it hits after that; 1 by default, `Infinity` for all. */
  readonly times?: number;
  readonly fault: Fault;
}

/** The rules in order. */
export interface Faults {
  readonly add: (...rules: readonly FaultRule[]) => void;
  readonly clear: () => void;
  /** The fault of the first rule that hits this request. Counts. */
  readonly take: (method: string, target: string) => Fault | undefined;
}

/** Rules are tried in order. If a rule skips a request, the next rule is tried. */
export function createFaults(rules: readonly FaultRule[] = []): Faults {
  let live: { readonly rule: FaultRule; skip: number; times: number }[] = [];
  const add = (...more: readonly FaultRule[]): void => {
    live.push(...more.map((rule) => ({ rule, skip: rule.skip ?? 0, times: rule.times ?? 1 })));
  };
  add(...rules);
  return {
    add,
    clear: () => {
      live = [];
    },
    take: (method, target) => {
      for (const one of live) {
        if (one.times <= 0 || !matches(one.rule, method, target)) continue;
        if (one.skip > 0) {
          one.skip--;
          continue;
        }
        one.times--;
        return one.rule.fault;
      }
      return undefined;
    },
  };
}

function matches({ on = {} }: FaultRule, method: string, target: string): boolean {
  if (on.method !== undefined && on.method !== method) return false;
  if (on.path === undefined) return true;
  return typeof on.path === 'string'
    ? target.includes(on.path)
    : new RegExp(on.path, on.path.flags.replace(/[gy]/gu, '')).test(target);
}
