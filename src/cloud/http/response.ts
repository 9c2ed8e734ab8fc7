/** What a whole answer says: its JSON, or one error with the service's own sentence where it has one, and the remedy. */
import type { CloudErrorCode } from '../errors.ts';
import { CloudError } from '../errors.ts';
import { exactNumbers } from './exact-numbers.ts';

/** Enough of a foreign text to recognise it by. */
const LONGEST_QUOTE = 300;

/** What the user can do about a refusal, per code; an API speaks for itself where its own words fit better. */
export type Advice = Readonly<Partial<Record<CloudErrorCode, string>>>;

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
    throw new CloudError('malformed', { request, response: `${status} with a body that is not JSON`, status, cause });
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
 * The error for a non-2xx answer.
 * Shapes: `{error: {message, code, detail_code?, field_errors? | details?, errors?}}` (legacy, error reference) and
 * `{error: {message, code: string, target?, details?: [{message}]}}` (v6); HTML, other text and nothing at all occur.
 * @param apiAdvice the API's own; the common ones fill the gaps
 */
export function responseError({ request, status, body, retryAfterMs }: ErrorResponse, apiAdvice: Advice): CloudError {
  const said = errorMessage(body);
  const page = /^\s*</u.test(body);
  const code = codeFor(status, page);
  const advice = apiAdvice[code] ?? ADVICE[code];
  return new CloudError(code, {
    request,
    status,
    response: said === undefined ? `${status}${page ? ' with a web page' : ''}` : `${status}, ${said}`,
    ...(advice === undefined ? {} : { advice }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

function codeFor(status: number, page: boolean): CloudErrorCode {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 410 || (status === 404 && page)) return 'removed';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  if (status === 408 || status >= 500) return 'unavailable';
  return status >= 300 && status < 400 ? 'redirected' : 'rejected';
}

/** What fits every API. */
const ADVICE: Advice = {
  unauthorized: 'Check that `token` is a valid k6 Cloud API token (Performance > Settings > Access).',
  forbidden: 'Check that `token` may read and start this test: its user or stack needs rights on the project.',
  'not-found': 'Check the id, and that the token belongs to the organization, project and stack that hold it.',
  removed: 'No such API answers there: check `api-url`.',
  rejected: 'Check the inputs of the step.',
  redirected: 'Redirects are not followed, to keep the token where it belongs: check `api-url`.',
};

function errorMessage(body: string): string | undefined {
  const error = errorObject(body);
  if (error === undefined) return undefined;
  const parts = [text(error['message']), ...fieldErrors(error), ...listed(error['errors'])];
  const said = [...new Set(parts.filter((part) => part !== undefined))].join('; ');
  return said === '' ? undefined : clip(said);
}

function errorObject(body: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(body);
    return isRecord(json) && isRecord(json['error']) ? json['error'] : undefined;
  } catch {
    return undefined; // a web page or a gateway's word; the status speaks for it
  }
}

/** Legacy: `{field: [messages]}` under either name; v6: `[{message}]` under `details`. */
function fieldErrors(error: Record<string, unknown>): (string | undefined)[] {
  const { field_errors: fields, details } = error;
  const source = isRecord(fields) ? fields : details;
  if (Array.isArray(source)) return source.map((one) => (isRecord(one) ? text(one['message']) : undefined));
  if (!isRecord(source)) return [];
  return Object.entries(source).map(([field, said]) => `${field}: ${listed(said).join(', ')}`);
}

function listed(value: unknown): string[] {
  return Array.isArray(value) ? value.map(text).filter((one) => one !== undefined) : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function clip(said: string): string {
  return said.length > LONGEST_QUOTE ? `${said.slice(0, LONGEST_QUOTE)}…` : said;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
