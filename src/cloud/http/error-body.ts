/** The words and the code of an error body, in the shapes that k6 Cloud, its older versions and gateways send. */

/** What an error body says. */
export interface ErrorBody {
  /** All sentences, joined; the code where there are none; `undefined` where it says nothing. */
  readonly words: string | undefined;
  /** The service's own code, as text. */
  readonly code: string | undefined;
  /** JSON in a shape that k6 Cloud does not send: something else answered. */
  readonly foreign: boolean;
}

/** A service may send thousands. */
const MOST_WORDS = 10;

/**
 * Reads the body.
 * Shapes: `{error: {message, code, field_errors? | details?, errors?}}` (legacy, its error reference),
 * `{error: {message, code: string, details?: [{message}]}}` (v6), and elsewhere `{message, code}`, `{detail}`,
 * `{error: "text"}`, `{errors: [{detail} | {message} | "text"]}`.
 */
export function errorBody(body: string): ErrorBody {
  const json = jsonObject(body);
  if (json === undefined) return { words: undefined, code: undefined, foreign: false };
  const inner = json['error'];
  const error = isRecord(inner) ? inner : json;
  const parts = [
    text(inner),
    text(error['message']),
    ...(isRecord(inner) ? fieldErrors(error) : sentences(error['detail'])),
    ...sentences(error['errors']),
  ];
  const code = codeOf(error['code']);
  const words = [...new Set(parts.filter((part) => part !== undefined))].slice(0, MOST_WORDS).join('; ');
  const sentence = words === '' ? undefined : words;
  return {
    words: sentence ?? (code === undefined ? undefined : `code ${code}`),
    code,
    foreign: !isRecord(inner) && sentence !== undefined,
  };
}

/** Legacy: `{field: [messages]}` under either name; v6: `[{message}]` under `details`. */
function fieldErrors(error: Readonly<Record<string, unknown>>): readonly (string | undefined)[] {
  const { field_errors: fields, details } = error;
  const source = isRecord(fields) ? fields : details;
  if (!isRecord(source)) return sentences(source);
  return Object.entries(source)
    .slice(0, MOST_WORDS)
    .map(([field, messages]) => `${field}: ${sentences(messages).join(', ')}`);
}

/** A text, a list of texts, or of objects with one. */
function sentences(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value.slice(0, MOST_WORDS) : [value];
  return all
    .map((one) => (isRecord(one) ? (text(one['detail']) ?? text(one['message']) ?? text(one['msg'])) : text(one)))
    .filter((one) => one !== undefined);
}

function codeOf(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : text(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function jsonObject(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(body);
    return isRecord(json) ? json : undefined;
  } catch {
    return undefined; // a web page or a gateway's word; the status speaks for it
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
