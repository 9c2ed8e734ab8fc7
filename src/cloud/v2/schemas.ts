/** The answers of the legacy API as schemas: what is asked for, and what is taken from what comes back. */
import * as v from 'valibot';
import {
  decimal,
  firstItems,
  httpsUrl,
  id,
  instant,
  secondsAsMs,
  optionalField,
  validItems,
  wholeNumber,
  nameText,
  nonEmptyText,
} from '../http/decode.ts';

/** A step watches 50 runs at most. */
const MAX_BATCH = 200;
/** Ids on one page; a service that takes no notice of the page size may send all of them. */
const MAX_LISTED = 5000;
/** Whole entries on one page. */
const MAX_EARLIER = 200;

const DOCUMENTED =
  'id,test_id,run_status,processing_status,result_status,error_code,error_detail,created,started,ended,duration,vus';

/**
 * What to ask for, widest first: with what clients were seen to select, what the page documents, and all there is.
 * `script`, `config` and `k6_archive` are never among it.
 */
export const SELECTIONS: readonly string[] = [
  `?$select=${DOCUMENTED},execution_duration,vuh_cost,k6_runtime_config`,
  `?$select=${DOCUMENTED}`,
  '',
];

const odd = v.union([
  wholeNumber,
  v.pipe(
    v.unknown(),
    v.transform(() => 'odd' as const),
  ),
]);

/** A run; only id and `run_status` must be there and sound. Status fields of an odd type become `odd`. */
export const Run = v.object({
  id,
  test_id: optionalField(id),
  run_status: wholeNumber,
  processing_status: v.optional(odd, 'odd'),
  result_status: v.nullish(odd, null),
  error_code: optionalField(v.union([v.number(), nonEmptyText])),
  error_detail: optionalField(nonEmptyText),
  created: optionalField(instant),
  started: optionalField(instant),
  ended: optionalField(instant),
  duration: optionalField(secondsAsMs),
  execution_duration: optionalField(secondsAsMs),
  vus: optionalField(v.pipe(wholeNumber, v.minValue(0))),
  vuh_cost: optionalField(decimal),
  k6_runtime_config: optionalField(v.object({ testRunDetails: optionalField(httpsUrl) })),
});
/** A run, read. */
export type Run = v.InferOutput<typeof Run>;

/** A run of which the response shows nothing. */
export const NO_FACTS = {
  test_id: undefined,
  error_code: undefined,
  error_detail: undefined,
  created: undefined,
  started: undefined,
  ended: undefined,
  duration: undefined,
  execution_duration: undefined,
  vus: undefined,
  vuh_cost: undefined,
  k6_runtime_config: undefined,
};

/** `GET runs/{id}` */
export const OneRun = v.object({ 'k6-run': Run });
/** `POST tests/{id}/start-testrun` */
export const StartedRun = v.object({
  'k6-run': v.object({
    id,
    test_id: optionalField(id),
    created: optionalField(instant),
    duration: optionalField(secondsAsMs),
    vus: Run.entries.vus,
    k6_runtime_config: Run.entries.k6_runtime_config,
  }),
});
/** `GET runs?ids[]=` */
export const RunList = v.object({ 'k6-runs': firstItems(v.unknown(), MAX_BATCH) });
const ListedRun = v.object({
  id,
  started: Run.entries.started,
  ended: Run.entries.ended,
  duration: Run.entries.duration,
});
/** `GET runs?test_id=` */
export const RunPage = v.object({
  // A longer page is not believed: a run that is left out would look like a new one later.
  'k6-runs': v.pipe(firstItems(ListedRun, MAX_LISTED + 1), v.maxLength(MAX_LISTED)),
  meta: optionalField(v.object({ count: optionalField(wholeNumber) })),
});
const EarlierRun = v.object({ ...Run.entries, is_baseline: optionalField(v.boolean()) });
/** `GET runs?test_id=` where the runs themselves are of interest: how many were sent, and those that can be read */
export const EarlierRuns = v.object({
  'k6-runs': v.pipe(
    firstItems(v.unknown(), MAX_EARLIER),
    // How many were sent tells whether there is a next page, also where one of them cannot be read.
    v.transform((entries) => ({ sent: entries.length, valid: v.parse(validItems(EarlierRun, MAX_EARLIER), entries) })),
  ),
});
/** `GET tests/{id}` */
export const NamedTest = v.object({ 'k6-test': v.object({ name: nameText }) });
