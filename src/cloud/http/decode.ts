/** From JSON of unknown shape to typed values: parsed, never cast, with the path of the first thing that is wrong. */
import * as v from 'valibot';
import type { ApiResponse } from './response.ts';
import { CloudError } from '../errors.ts';

/** One fault is enough: an issue for each element of a long list costs gigabytes. */
const FIRST_FAULT = { abortEarly: true, abortPipeEarly: true } as const;

/**
 * An answer in the shape that `schema` asks for.
 * @throws CloudError `malformed`, naming path and finding: `k6-run.run_status: expected …, got "done"`
 */
export function decode<const Schema extends v.GenericSchema>(
  schema: Schema,
  answer: ApiResponse,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, answer.json, FIRST_FAULT);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  const path = v.getDotPath(issue) ?? 'the answer';
  throw new CloudError('malformed', {
    request: answer.request,
    response: `${path}: ${issue.message}`.slice(0, 200),
    status: answer.status,
  });
}

/**
 * The run of an answer, where it is the run that was asked for: a mixed-up answer must not decide about another run.
 * @throws CloudError `malformed`
 */
export function assertRunId<Run extends { readonly id: string }>(run: Run, runId: string, request: string): Run {
  if (run.id === runId) return run;
  throw new CloudError('malformed', { request, response: `the answer is about run ${run.id}, not about run ${runId}` });
}

/** A whole number, also as plain digits in a string: statuses arrive both ways. `-0` and `00` are not 0. */
export const wholeNumber = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^(?:0|-?[1-9]\d{0,15})$/u), v.transform(Number))]),
  v.safeInteger(),
  v.check((value) => !Object.is(value, -0)),
);

/** An id, 1 to 2^53-1, as decimal digits. */
export const id = v.pipe(wholeNumber, v.minValue(1), v.transform(String));

/** A number, also as a decimal in a string. */
export const decimal = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^-?\d+(?:\.\d+)?$/u), v.transform(Number))]),
  v.finite(),
);

/** A field nobody decides by: `undefined` where it is absent, null, or of an odd type. */
export function optionalField<const Schema extends v.GenericSchema>(
  schema: Schema,
): v.SchemaWithFallback<v.OptionalSchema<Schema, undefined>, undefined> {
  return v.fallback(v.optional(schema), undefined);
}

/**
 * An instant as epoch ms. ISO 8601 with or without zone (none means UTC; the documents show both) and with 0 to 6
 * digits of fraction.
 */
export const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$/u),
  v.transform((text) => Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/u.test(text) ? text : `${text}Z`)),
  v.number(), // Date.parse gives NaN for a 13th month
);

/** Enough for any explanation, and for an address. */
const MAX_TEXT_LENGTH = 2000;
/** Enough for any name. */
const MAX_NAME_LENGTH = 300;

/** Text that says something, cut. */
export const nonEmptyText = textOf(MAX_TEXT_LENGTH);
/** A name or a status word, cut. */
export const nameText = textOf(MAX_NAME_LENGTH);

function textOf(
  most: number,
): v.SchemaWithPipe<
  readonly [
    v.StringSchema<undefined>,
    v.TransformAction<string, string>,
    v.TrimAction,
    v.NonEmptyAction<string, undefined>,
    v.TransformAction<string, string>,
  ]
> {
  // Cut twice: a text of megabytes is not searched for blanks, and no blank is left at the end.
  const cut = (text: string): string => text.slice(0, most).replace(/[\ud800-\udbff]$/u, '');
  return v.pipe(v.string(), v.transform(cut), v.trim(), v.nonEmpty(), v.transform(cut));
}

/** An https address, in normal form. */
export const httpsUrl = v.pipe(
  v.string(),
  v.maxLength(MAX_TEXT_LENGTH),
  v.url(),
  v.transform((text) => new URL(text)),
  v.check((url) => url.protocol === 'https:' && url.username === '' && url.password === ''),
  v.transform((url) => url.href),
);

/** The code of an explanation as text; 0 stands for none. */
export function errorCode(code: string | number | undefined): string | undefined {
  const text = code === undefined ? '' : String(code);
  return /^0*$/u.test(text) ? undefined : text;
}

/** No test lasts a year; a longer duration is nonsense, and would break what is reckoned with it. */
const LONGEST_DURATION_MS = 366 * 24 * 3_600_000;

/** A duration that the API counts in seconds, as ms. */
export const secondsAsMs = v.pipe(
  decimal,
  v.minValue(0),
  v.transform((value) => value * 1000),
  v.finite(),
  v.maxValue(LONGEST_DURATION_MS),
);

/** A list, of which at most so many entries are read. */
export function firstItems<const Schema extends v.GenericSchema>(
  schema: Schema,
  most: number,
): v.GenericSchema<unknown, v.InferOutput<Schema>[]> {
  return v.pipe(firstOf(most), v.array(schema));
}

/**
 * A list of which the entries that are unlike the schema are left out, instead of making the whole unreadable; at most
 * so many are read.
 */
export function validItems<const Schema extends v.GenericSchema>(
  schema: Schema,
  most: number,
): v.GenericSchema<unknown, v.InferOutput<Schema>[]> {
  return v.pipe(
    firstOf(most),
    v.transform((entries) =>
      entries.flatMap((entry) => {
        const { success, output } = v.safeParse(schema, entry, FIRST_FAULT);
        return success ? [output] : [];
      }),
    ),
  );
}

/** Cut before anything reads the entries: a million of them would block the process. */
function firstOf(
  most: number,
): v.SchemaWithPipe<readonly [v.CustomSchema<unknown[], undefined>, v.TransformAction<unknown[], unknown[]>]> {
  return v.pipe(
    v.custom<unknown[]>((value) => Array.isArray(value)),
    v.transform((entries) => entries.slice(0, most)),
  );
}
