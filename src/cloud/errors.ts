/** What can go wrong between this action and k6 Cloud: one error with a closed set of codes, each with its remedy. */

import type { Problem } from '../test-run/test-run.ts';

/**
 * Why a request came to nothing.
 * - `unauthorized` 401, `forbidden` 403, `not-found` 404 in the API's own words, `removed` 404 or 410 as a web page:
 *   the address itself is gone, `rejected` any other 4xx, `redirected` 3xx (never followed: the token stays here)
 * - `rate-limited` 429, `unavailable` 5xx or 408
 * - `misconfigured` the way to the API is refused, so nothing was delivered: 407 of a proxy, a certificate that is not
 *   trusted, an unknown host
 * - `unreachable` no connection was made, so nothing was delivered; `interrupted` the connection broke, so it may have been
 * - `late` no complete response within `request-timeout`; `malformed` an answer that is not what the API promises
 * - `too-large` an answer past the bound
 * - `wrong-run` an answer about a run that is not the one asked for: an old one, or one of another test
 * - `start-uncertain` after lost responses it is not clear which run is ours
 */
export type CloudErrorCode =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'removed'
  | 'rejected'
  | 'redirected'
  | 'rate-limited'
  | 'unavailable'
  | 'misconfigured'
  | 'unreachable'
  | 'interrupted'
  | 'late'
  | 'malformed'
  | 'too-large'
  | 'wrong-run'
  | 'start-uncertain';

/** What an error knows besides its code. */
export interface CloudErrorFacts {
  /** `GET /loadtests/v2/runs/7650001`: method and path, no host, no query. */
  readonly request: string;
  /** What came back, in one clause: the service's own words where it had any. */
  readonly response: string;
  /** What the user can do, as a sentence; empty where nothing but trying again. */
  readonly advice?: string;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** How long the service asked to wait, ms. */
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/** A request to k6 Cloud that came to nothing; the message says what was asked, what came back and what to do. */
export class CloudError extends Error {
  override readonly name = 'CloudError';
  readonly code: CloudErrorCode;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: CloudErrorCode, facts: CloudErrorFacts) {
    const remedy = facts.advice === undefined || facts.advice === '' ? '' : ` ${facts.advice}`;
    super(`${facts.request}: ${facts.response.replace(/[.\s]+$/u, '')}.${remedy}`, { cause: facts.cause });
    this.code = code;
    this.status = facts.status;
    this.retryAfterMs = facts.retryAfterMs;
  }
}

/**
 * What a failure allows.
 * - `retry`: try again, it may pass
 * - `retry-few`: a few tries may help, minutes of them do not: the settings of the runner are wrong
 * - `retry-briefly`: an answer that would be final had the thing not been seen before; a few more tries are fair
 * - `final`: no retry helps
 */
export type Retryability = 'retry' | 'retry-few' | 'retry-briefly' | 'final';

/** Tries after which a failure of the kind `retry-few` is final. */
export const FEW_TRIES = 5;

/** Whether trying again can help, by code alone. */
export function retryability(code: CloudErrorCode): Retryability {
  switch (code) {
    case 'rate-limited':
    case 'unavailable':
    case 'unreachable':
    case 'interrupted':
    case 'late':
    case 'malformed':
      return 'retry';
    case 'misconfigured':
      return 'retry-few';
    case 'unauthorized':
    case 'forbidden':
    case 'not-found':
    case 'removed':
    case 'wrong-run':
      return 'retry-briefly';
    case 'rejected':
    case 'redirected':
    case 'too-large':
    case 'start-uncertain':
      return 'final';
  }
}

/**
 * What became of a try to start a test.
 * - `not-made`: no run was made; tried again where a repeat can help
 * - `maybe-made`: the service failed; a short search tells, then the start is sent again and the doubt is kept
 * - `uncertain`: the request may be processed late; a long search tells, and v2 never sends it again
 */
export type TryResult = 'not-made' | 'maybe-made' | 'uncertain';

/** 5xx answers of something in front of the service, which may still be working on the request. */
const GATEWAY_STATUSES: ReadonlySet<number> = new Set([408, 502, 504, 520, 521, 522, 523, 524, 525, 526, 527]);

/** The class of a failed try; the one table that both adapters go by. */
export function tryResult({ code, status }: CloudError): TryResult {
  switch (code) {
    case 'misconfigured':
    case 'unreachable':
    case 'rate-limited':
    case 'unauthorized':
    case 'forbidden':
    case 'not-found':
    case 'removed':
    case 'rejected':
    case 'redirected':
      return 'not-made';
    case 'unavailable':
      return status === undefined || GATEWAY_STATUSES.has(status) ? 'uncertain' : 'maybe-made';
    case 'interrupted':
    case 'late':
    case 'malformed':
    case 'too-large':
    case 'wrong-run':
    case 'start-uncertain':
      return 'uncertain';
  }
}

/** What kind of problem a failure is to the person who reads of it. */
export function problemOf({ code, status, cause }: CloudError): Problem {
  if (code === 'start-uncertain' && cause instanceof CloudError && cause.code === 'wrong-run') return 'wrong-run';
  switch (code) {
    case 'unauthorized':
      return 'token-rejected';
    case 'not-found':
      return 'not-found';
    case 'rejected':
      return status !== undefined && LIMIT_STATUSES.includes(status) ? 'limit-reached' : 'other';
    case 'rate-limited':
    case 'unavailable':
    case 'misconfigured':
    case 'unreachable':
    case 'interrupted':
    case 'late':
    case 'malformed':
      return 'unreachable';
    case 'start-uncertain':
    case 'wrong-run':
      return code;
    case 'forbidden':
    case 'removed':
    case 'redirected':
    case 'too-large':
      return 'other';
  }
}

/** 4xx answers that speak of the subscription or its limits. */
export const LIMIT_STATUSES: readonly number[] = [402, 409, 422, 423];
