/** What a whole answer says: its JSON, or one error with the service's own sentence where it has one, and the remedy. */
import type { CloudErrorCode } from '../errors.ts';
import { CloudError, LIMIT_STATUSES } from '../errors.ts';
import type { ErrorBody } from './error-body.ts';
import { errorBody } from './error-body.ts';
import { exactNumbers } from './exact-numbers.ts';
import { PROXY_ADVICE } from './network-errors.ts';

/** Enough of a foreign text to recognise it by. */
const LONGEST_QUOTE = 300;

/**
 * What advice is looked up by: the code of the error, or a cause that says more.
 * - `limits`: the subscription or a limit of it refuses, not the token or an input
 * - `unknown-test`: the list of the runs of a test is not there, and the legacy API itself says so
 * - `legacy-removed`: nothing that a user names is missing, but a part of the legacy API itself
 */
type AdviceKey = CloudErrorCode | 'limits' | 'unknown-test' | 'legacy-removed';

/** What the user can do about a refusal; an API speaks for itself where its own words fit better. */
export type Advice = Readonly<Partial<Record<AdviceKey, string>>>;

/** A whole 2xx answer. */
export interface ApiResponse {
  readonly status: number;
  /** The body as JSON; `undefined` for an empty one. */
  readonly json: unknown;
  /** The request as it appears in messages: method and path, no query. */
  readonly request: string;
}

/**
 * Reads the body of a 2xx answer.
 * @throws CloudError `malformed`
 */
export function parseResponse({ request, status, body }: Omit<ErrorResponse, 'retryAfterMs'>): ApiResponse {
  if (body.trim() === '') return { status, json: undefined, request };
  try {
    return { status, json: JSON.parse(exactNumbers(body)), request };
  } catch (cause) {
    const response = isHtml(body) ? htmlInstead(status) : `HTTP ${status} with a body that is not JSON`;
    throw new CloudError('malformed', { request, response, status, cause });
  }
}

/** An answer that is not a success. */
export interface ErrorResponse {
  /** `GET /loadtests/v2/runs/7650001` */
  readonly request: string;
  readonly status: number;
  readonly body: string;
  readonly retryAfterMs: number | undefined;
}

/**
 * The error for a non-2xx response. The words of all shapes that services and gateways use are kept, see
 * `error-body.ts`; HTML, other text and nothing at all occur.
 * @param advices by precedence: the request's own, the API's
 */
export function responseError(
  { request, status, body, retryAfterMs }: ErrorResponse,
  ...advices: readonly (Advice | undefined)[]
): CloudError {
  const error = errorBody(body);
  const page = isHtml(body);
  const code = codeFor(status, page);
  const keys = [...causesOf(request, status, error), code];
  const all = [...advices, COMMON_ADVICE];
  const advice = keys.flatMap((key) => all.map((one) => one?.[key])).find((one) => one !== undefined);
  const words = error.words === undefined ? undefined : clip(error.words);
  return new CloudError(code, {
    request,
    status,
    response: page ? htmlInstead(status) : words === undefined ? String(status) : `${status}, ${words}`,
    ...(advice === undefined ? {} : { advice }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

function codeFor(status: number, page: boolean): CloudErrorCode {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 407) return 'misconfigured';
  if (status === 410 || (status === 404 && page)) return 'removed';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  if (status === 408 || status >= 500) return 'unavailable';
  return status >= 300 && status < 400 ? 'redirected' : 'rejected';
}

/** Codes of the legacy API. Source: its error reference, and the refusals that k6 itself is tested with. */
const SUBSCRIPTION_CODE = '2';
const NOT_FOUND_CODE = '3';
const TOKEN_CODES: readonly (string | undefined)[] = ['5', '6'];
/** A path of the legacy API that names no single thing: nothing but the API itself can be missing there. */
const LEGACY_LIST = /\/loadtests\/v2\/[a-z]+$/u;

/** Causes that a code alone does not tell, most specific first. */
function causesOf(request: string, status: number, { code, words, foreign }: ErrorBody): readonly AdviceKey[] {
  if (status === 403 && code === SUBSCRIPTION_CODE) return ['limits'];
  if (status === 403 && TOKEN_CODES.includes(code)) return ['unauthorized'];
  if (LIMIT_STATUSES.includes(status) || (status < 500 && code === 'validation_error')) return ['limits'];
  if (status === 400 && /\bconcurren(?:cy|t)\b/iu.test(words ?? '')) return ['limits'];
  if (status === 404 && LEGACY_LIST.test(request) && !foreign && code === NOT_FOUND_CODE) return ['unknown-test'];
  if (status === 404 && (LEGACY_LIST.test(request) || foreign)) return ['legacy-removed'];
  return [];
}

/** What fits every API. */
const COMMON_ADVICE: Advice = {
  unauthorized: 'Check that `token` is a valid k6 Cloud API token (Performance > Settings > Access).',
  forbidden: 'Check that `token` may read and start this test: its user or stack needs rights on the project.',
  limits: 'Check your subscription and project limits.',
  misconfigured: PROXY_ADVICE,
  'not-found': 'Check the id, and that the token belongs to the organization, project and stack that hold it.',
  removed: 'No such API answers there: check `api-url`.',
  rejected: 'Check the inputs of the step.',
  redirected: 'Redirects are not followed, to keep the token where it belongs: check `api-url`.',
};

function isHtml(body: string): boolean {
  return /^\s*</u.test(body);
}

function htmlInstead(status: number): string {
  return `HTTP ${status} (HTML page instead of JSON)`;
}

function clip(words: string): string {
  return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words;
}
