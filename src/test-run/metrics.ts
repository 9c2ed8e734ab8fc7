/** What the metrics of a run tell: numbers, thresholds, checks, and how it went over time. Unknown is `undefined`, never 0. */
import type { ParsedTail } from './note-tail.ts';
import type { Numbers } from './number-table.ts';
import { numbersBy } from './number-table.ts';
import type { ProtocolNumbers } from './protocol-table.ts';
import type { Unit } from './quantity.ts';
import type { TestRun } from './test-run.ts';

export type { Numbers } from './number-table.ts';

/** Numbers of which none is known. */
export const NO_NUMBERS: Numbers = numbersBy(() => undefined);

/** One criterion of the test, as it stands after the run. */
export interface Threshold {
  /** `http_req_duration`; `undefined` where the API names none. */
  readonly metric: string | undefined;
  /** What is compared: `p(95)`, `rate`, `count`. */
  readonly stat: string | undefined;
  /** `p(95)<400` where the comparison is known, else in words: `p(95), limit 400`. */
  readonly condition: string;
  readonly limit: number | undefined;
  /** The value that decided: at the end of the run, or the one that failed during the run. */
  readonly value: number | undefined;
  /** The value at the end of the run, if the threshold failed during the run and was met at its end. */
  readonly valueAtEnd?: number | undefined;
  /** The unit of the values, if the API names the kind of metric. */
  readonly unit?: Unit | undefined;
  readonly failed: boolean;
}

/** One check by its name, over all scenarios and groups that have it. */
export interface Check {
  readonly name: string;
  readonly passes: number;
  readonly fails: number;
}

/** A value at an instant, epoch ms. */
export interface Point {
  readonly atMs: number;
  readonly value: number;
}

/** How the run went, in order of time; each of its own length, and empty where nothing is known. */
export interface Series {
  readonly p95Ms: readonly Point[];
  readonly rps: readonly Point[];
  readonly errorRate: readonly Point[];
  readonly vus: readonly Point[];
}

/** All metrics of one run; `undefined` where the source could not be read. */
export interface Metrics {
  readonly numbers: Numbers;
  /** Numbers of gRPC, WebSocket and the browser; empty for a test that speaks HTTP alone. */
  readonly protocols: ProtocolNumbers;
  /** The run is known to have made no HTTP request; what it has is of other protocols, or nothing. */
  readonly withoutHttp?: true;
  readonly thresholds: readonly Threshold[] | undefined;
  readonly checks: readonly Check[] | undefined;
  readonly series: Series;
}

/** The metrics of a run of which nothing could be read. */
export const NO_METRICS: Metrics = {
  numbers: NO_NUMBERS,
  protocols: {},
  thresholds: undefined,
  checks: undefined,
  series: { p95Ms: [], rps: [], errorRate: [], vus: [] },
};

/** A run of the same test that was made before. */
export interface EarlierRun {
  readonly run: TestRun;
  /** The user marked it as the one to compare with. */
  readonly marked: boolean;
  /** What its note says; absent where the API has no notes. */
  readonly tail?: ParsedTail;
}

/** A dot of the trend over runs. */
export interface TrendPoint {
  readonly runId: string;
  /** When the run was created, epoch ms. */
  readonly createdMs: number | undefined;
  readonly p95Ms: number | undefined;
}
