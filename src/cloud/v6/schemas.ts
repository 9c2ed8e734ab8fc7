/** The answers of v6 as schemas: what is taken from what comes back, and how much of it may be missing. */
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

/** Statuses of one run; the first ones tell when it was queued and began. */
const MAX_HISTORY = 200;
/** Ids on one page; a service that takes no notice of the page size may send all of them. */
const MAX_LISTED = 5000;
/** Whole runs on one page. */
const MAX_EARLIER = 200;

/** What a status or a result is explained with; older servers send `{}`. */
const Explanation = v.object({
  message: optionalField(nonEmptyText),
  code: optionalField(v.union([v.number(), nonEmptyText])),
});

/** One entry of the history of statuses. */
export const Status = v.object({
  type: optionalField(nameText),
  entered: optionalField(instant),
  extra: optionalField(
    v.object({ ...Explanation.entries, by_user: optionalField(v.union([nonEmptyText, v.number()])) }),
  ),
});
/** One entry of the history of statuses, read. */
export type Status = v.InferOutput<typeof Status>;

/** A note in full: one that is cut would be read without its tail, or written back cut. */
const fullNote = v.pipe(v.string(), v.maxLength(20_000));

/** A result of an odd type is as good as an unknown word, never as none. */
const Result = v.nullish(
  v.union([
    v.pipe(v.string(), v.maxLength(300)),
    v.pipe(
      v.unknown(),
      v.transform(() => 'odd'),
    ),
  ]),
  null,
);

/** A run; only id and status must be there and sound, since older servers lack many of the other keys. */
export const Run = v.object({
  id,
  status: nameText,
  result: Result,
  test_id: optionalField(id),
  created: optionalField(instant),
  ended: optionalField(instant),
  status_details: optionalField(Status),
  status_history: v.fallback(firstItems(optionalField(Status), MAX_HISTORY), []),
  result_details: optionalField(Explanation),
  options: optionalField(v.looseObject({ thresholds: v.optional(v.unknown()) })),
  cost: optionalField(v.object({ total_vuh: optionalField(decimal) })),
  max_vus: optionalField(v.pipe(wholeNumber, v.minValue(0))),
  estimated_duration: optionalField(secondsAsMs),
  execution_duration: optionalField(secondsAsMs),
  test_run_details_page_url: optionalField(httpsUrl),
  note: optionalField(fullNote),
});
/** A run, read. */
export type Run = v.InferOutput<typeof Run>;

/** `POST load_tests/{id}/start`: a run of which the id is enough, whatever else the answer holds or lacks. */
export const StartedRun = v.object({
  id,
  test_id: optionalField(id),
  created: optionalField(instant),
  estimated_duration: Run.entries.estimated_duration,
  max_vus: Run.entries.max_vus,
  test_run_details_page_url: Run.entries.test_run_details_page_url,
});

/** A run in a list, its id and its times; a page of a service that takes no notice of sizes may hold thousands. */
const ListedRun = v.object({
  id,
  created: optionalField(instant),
  ended: Run.entries.ended,
  status_details: Run.entries.status_details,
  status_history: Run.entries.status_history,
  estimated_duration: Run.entries.estimated_duration,
  execution_duration: Run.entries.execution_duration,
});

/** `GET load_tests/{id}/test_runs` */
export const RunPage = v.object({
  // A longer page is not believed: a run that is left out would look like a new one later.
  value: v.pipe(firstItems(ListedRun, MAX_LISTED + 1), v.maxLength(MAX_LISTED)),
  '@nextLink': optionalField(nonEmptyText),
});
/** One page of a list of runs, read. */
export type RunPage = v.InferOutput<typeof RunPage>;

/** `undefined` for a note that cannot be read whole. */
const listedNote = v.nullish(
  v.union([
    fullNote,
    v.pipe(
      v.unknown(),
      v.transform(() => undefined),
    ),
  ]),
  '',
);

/** `GET load_tests/{id}/test_runs` where the runs themselves are of interest */
export const EarlierRuns = v.object({
  value: validItems(
    v.object({ ...Run.entries, is_starred: optionalField(v.boolean()), note: listedNote }),
    MAX_EARLIER,
  ),
});

/** Whole runs of a test, read. */
export type EarlierRuns = v.InferOutput<typeof EarlierRuns>;

/** `GET test_runs`, entry by entry, so that one that cannot be read hides no other. */
export const StackRuns = v.object({
  value: firstItems(v.unknown(), MAX_LISTED),
  '@nextLink': optionalField(nonEmptyText),
});

/** `GET test_runs/{id}`, its note alone */
export const NotedRun = v.object({ id, note: v.nullish(fullNote, '') });

/** `GET load_tests/{id}`, its name alone */
export const NamedTest = v.object({ name: nameText });

/** `GET auth` */
export const Auth = v.object({ stack_id: id });
