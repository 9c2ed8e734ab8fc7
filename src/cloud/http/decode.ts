/** From JSON of unknown shape to typed values: parsed, never cast, with the path of the first thing that is wrong. */
import * as v from 'valibot';
import type { ApiResponse } from './response.ts';
import { CloudError } from '../errors.ts';

/**
 * An answer in the shape that `schema` asks for.
 * @throws CloudError `malformed`, naming path and finding: `k6-run.run_status: expected …, got "done"`
 */
export function decode<const Schema extends v.GenericSchema>(
  schema: Schema,
  answer: ApiResponse,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, answer.json);
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

/** A whole number, also as digits in a string: statuses arrive both ways. */
export const wholeNumber = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^-?\d{1,16}$/u), v.transform(Number))]),
  v.safeInteger(),
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

/** Enough for any name, address or explanation; what is longer is nobody's words. */
const MAX_TEXT_LENGTH = 4000;

/** Text that says something, clipped. */
export const nonEmptyText = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty(),
  v.transform((text) => text.slice(0, MAX_TEXT_LENGTH)),
);

/** An https address, in normal form. */
export const httpsUrl = v.pipe(
  v.string(),
  v.url(),
  v.transform((text) => new URL(text)),
  v.check((url) => url.protocol === 'https:' && url.username === '' && url.password === ''),
  v.transform((url) => url.href),
);

/** A duration that the API counts in seconds, as ms. */
export const secondsAsMs = v.pipe(
  decimal,
  v.minValue(0),
  v.transform((value) => value * 1000),
);

/** A list of which the entries that are unlike the schema are left out, instead of making the whole unreadable. */
export function validItems<const Schema extends v.GenericSchema>(
  schema: Schema,
): v.GenericSchema<unknown, v.InferOutput<Schema>[]> {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((entries) =>
      entries.flatMap((entry) => {
        const { success, output } = v.safeParse(schema, entry);
        return success ? [output] : [];
      }),
    ),
  );
}
