/** The answers of the metric sources as schemas. What is odd in them is left out, and never read as 0. */
import * as v from 'valibot';
import { decimal, firstItems, id, nameText, optionalField, validItems } from '../http/decode.ts';

/** Thresholds or checks of a run. */
const MAX_CRITERIA = 500;
/** Points of a series, the oldest first. */
const MAX_POINTS = 1000;
/** Series of one response: one for each run, endpoint or group. */
const MAX_SERIES = 500;

/** Series of one response about endpoints: up to eleven runs, each with a few hundred endpoints. */
const MAX_ENDPOINT_SERIES = 3000;

/** A number that is there and finite, or nothing. */
const number = optionalField(decimal);
const count = optionalField(v.pipe(decimal, v.minValue(0)));

const Values = firstItems(
  v.pipe(
    firstItems(number, 2),
    v.transform(([at, value]) => ({ at, value })),
  ),
  MAX_POINTS,
);

/** v5 `query_aggregate_k6` and `query_range_k6`: `values` holds pairs of unix seconds and a number or digits. */
export const QueryAnswer = v.object({
  data: v.object({
    result: firstItems(
      v.object({
        metric: optionalField(v.object({ test_run_id: optionalField(id) })),
        values: Values,
      }),
      MAX_SERIES,
    ),
  }),
});
/** Values of a metric, read. */
export type QueryAnswer = v.InferOutput<typeof QueryAnswer>;

const flag = v.pipe(v.union([v.boolean(), v.picklist(['true', 'false'])]), v.transform(String));

/** v5 `query_aggregate_k6` by `name` and `method`; a series without a name is of no endpoint. */
export const EndpointsAnswer = v.object({
  data: v.object({
    result: validItems(
      v.object({
        metric: v.object({
          name: nameText,
          method: optionalField(nameText),
          test_run_id: optionalField(id),
          expected_response: optionalField(flag),
        }),
        values: Values,
      }),
      MAX_ENDPOINT_SERIES,
    ),
  }),
});
/** Values of a metric by endpoint, read. */
export type EndpointsAnswer = v.InferOutput<typeof EndpointsAnswer>;

const Http = v.object({
  requests_count: count,
  failures_count: count,
  rps_mean: count,
  duration: optionalField(v.object({ p95: count, p99: count, mean: count, max: count })),
});
const Trend = optionalField(v.object({ p95: count, p99: count }));
const Grpc = v.object({ requests_count: count, duration: Trend });
const WebSocket = v.object({
  sessions: count,
  msgs_sent: count,
  msgs_received: count,
  connecting: Trend,
  session_duration: Trend,
});
const Browser = v.object({
  web_vital_cls_p75: count,
  web_vital_fcp_p75: count,
  web_vital_inp_p75: count,
  web_vital_lcp_p75: count,
  web_vital_ttfb_p75: count,
  http_failure_count: count,
  http_request_count: count,
});
const Checks = v.object({ hits_total: count, hits_successes: count });

/** v5 `result_summary` */
export const SummaryAnswer = v.object({
  metrics_summary: v.object({
    http_metric_summary: optionalField(Http),
    checks_metric_summary: optionalField(Checks),
    grpc_metric_summary: optionalField(Grpc),
    ws_metric_summary: optionalField(WebSocket),
    browser_metric_summary: optionalField(Browser),
  }),
});
/** Counts of checks and the like, read. */
export type SummaryAnswer = v.InferOutput<typeof SummaryAnswer>;

const anyId = optionalField(v.union([id, nameText]));
const threshold = {
  name: optionalField(nameText),
  stat: optionalField(nameText),
  value: number,
  calculated_value: number,
  tainted: v.boolean(),
  calc_state: optionalField(v.object({ tainted_value: number })),
};
/** One entry of a list of thresholds; only whether it failed must be there and sound. */
const ThresholdEntry = v.object(threshold);
/** One entry of a list of thresholds, read. */
export type ThresholdEntry = v.InferOutput<typeof ThresholdEntry>;

/**
 * The sound entries of a list. A list of which no entry is sound is a fault: read as an empty one, it would show that
 * the test has no thresholds.
 */
function someValid<const Schema extends v.GenericSchema>(
  schema: Schema,
): v.GenericSchema<unknown, v.InferOutput<Schema>[]> {
  return v.pipe(
    firstItems(v.unknown(), MAX_CRITERIA),
    v.transform((entries) => ({ some: entries.length > 0, valid: v.parse(validItems(schema, MAX_CRITERIA), entries) })),
    v.check(({ some, valid }) => !some || valid.length > 0, 'no entry could be read'),
    v.transform(({ valid }) => valid),
  );
}

/** The metric of a threshold; `contains` is `time`, `percent`, `bytes` or `default`. */
const Metric = v.object({ id: anyId, name: optionalField(nameText), contains: optionalField(nameText) });
/** The metric of a threshold, read. */
export type Metric = v.InferOutput<typeof Metric>;

/** v2 `thresholds` with the metrics they are about */
export const ThresholdsV2 = v.object({
  'k6-metrics': optionalField(validItems(Metric, MAX_CRITERIA)),
  'k6-thresholds': someValid(v.object({ ...threshold, metric_id: anyId })),
});
/** Thresholds of the legacy API, read. */
export type ThresholdsV2 = v.InferOutput<typeof ThresholdsV2>;

/** v4 `thresholds`, without limit and metric */
export const ThresholdsV4 = v.object({ value: someValid(ThresholdEntry) });
/** v4 `thresholds`, read. */
export type ThresholdsV4 = v.InferOutput<typeof ThresholdsV4>;

/** v4 `checks` */
export const ChecksV4 = v.object({
  value: validItems(
    v.object({
      name: nameText,
      metric_summary: optionalField(v.object({ success_count: count, fail_count: count })),
    }),
    MAX_CRITERIA,
  ),
});

/** v3 `checks` */
export const ChecksV3 = v.object({
  'k6-checks': validItems(v.object({ name: nameText, success_count: count, total_count: count }), MAX_CRITERIA),
});
