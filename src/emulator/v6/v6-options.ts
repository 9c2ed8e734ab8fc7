/** What the current API's description leaves open, or what differs between services: each can be chosen. */
import type { ApiReply } from '../routing.ts';
import type { EmulatedCloud } from '../machine/cloud-model.ts';

/** Read at every request, so a test may change it while serving. */
export interface V6Options {
  /** A start with a key that was used within ten minutes: 200 with the same run (default), or 409. */
  repeatedKey?: 'same-run' | 'conflict';
  /** No `X-Stack-Id`, or one that is no whole number; 400 by default. */
  missingStack?: 400 | 401 | 403;
  /** A stack that is not the token's; 403 by default. */
  otherStack?: 403 | 404;
  /** Whether a run can be aborted before it is running; `accepted` by default. */
  abortPending?: 'accepted' | 'conflict';
  /** A server from before 1.9: some keys are missing, costs are strings, `result_details` is `{}`. */
  oldServer?: boolean;
  /** `options` of a run: with the test's thresholds (default), without any, or null. */
  runOptions?: 'thresholds' | 'no-thresholds' | 'null';
  /** `test_run_details_page_url` of a start; `raw` sends anything in its place. */
  pageUrl?: 'present' | 'absent' | { readonly raw: unknown };
  costsAs?: 'numbers' | 'strings';
  /** Most items on a page, 1,000 by default. */
  largestPage?: number;
  /** Origin of `@nextLink`; by default the host that was asked, with scheme http. */
  nextLinkOrigin?: string;
}

/** What the routes of the current API share. */
export interface V6Context {
  readonly cloud: EmulatedCloud;
  readonly options: V6Options;
}

/** An error of the current API: `{error: {message, code: string, target, details}}`. */
export function v6Refusal(status: number, message: string, target: string | null = null): ApiReply {
  const code = status === 409 ? 'conflict' : status === 400 ? 'validation_error' : 'error';
  return { status, json: { error: { message, code, target, details: null } } };
}
