/** The answers of the metric sources as schemas. What is odd in them is left out, and never read as 0. */
import * as v from 'valibot';
import { decimal, id, optionalField, nonEmptyText } from '../http/decode.ts';

/** A number that is there and finite, or nothing. */
const number = optionalField(decimal);
const count = optionalField(v.pipe(decimal, v.minValue(0)));

/** v5 `query_aggregate_k6` and `query_range_k6`: `values` holds pairs of unix seconds and a number or digits. */
export const QueryAnswer = v.object({
  data: v.object({
    result: v.array(
      v.object({
        metric: optionalField(v.record(v.string(), v.unknown())),
        values: v.array(
          v.pipe(
            v.array(number),
            v.transform(([at, value]) => ({ at, value })),
          ),
        ),
      }),
    ),
  }),
});
/** Values of a metric, read. */
export type QueryAnswer = v.InferOutput<typeof QueryAnswer>;

const Http = v.object({
  requests_count: count,
  failures_count: count,
  rps_mean: count,
  duration: optionalField(v.object({ p95: count, p99: count, mean: count, max: count })),
});
const Checks = v.object({ hits_total: count, hits_successes: count });

/** v5 `result_summary` */
export const SummaryAnswer = v.object({
  metrics_summary: v.object({ http_metric_summary: optionalField(Http), checks_metric_summary: optionalField(Checks) }),
});
/** Counts of checks and the like, read. */
export type SummaryAnswer = v.InferOutput<typeof SummaryAnswer>;

const anyId = optionalField(v.union([id, v.string()]));
const threshold = {
  name: optionalField(nonEmptyText),
  stat: optionalField(nonEmptyText),
  value: number,
  calculated_value: number,
  tainted: v.boolean(),
};

/** v2 `thresholds` with the metrics they are about */
export const ThresholdsV2 = v.object({
  'k6-metrics': optionalField(v.array(v.object({ id: anyId, name: optionalField(nonEmptyText) }))),
  'k6-thresholds': v.array(v.object({ ...threshold, metric_id: anyId })),
});
/** Thresholds of the legacy API, read. */
export type ThresholdsV2 = v.InferOutput<typeof ThresholdsV2>;

/** v4 `thresholds`, without limit and metric */
export const ThresholdsV4 = v.object({ value: v.array(v.object(threshold)) });

/** v4 `checks` */
export const ChecksV4 = v.object({
  value: v.array(
    v.object({
      name: v.string(),
      metric_summary: optionalField(v.object({ success_count: count, fail_count: count })),
    }),
  ),
});

/** v3 `checks` */
export const ChecksV3 = v.object({
  'k6-checks': v.array(v.object({ name: v.string(), success_count: count, total_count: count })),
});
