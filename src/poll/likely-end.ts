/** Pure: how long earlier runs of a test lasted -> where the end of a run is likely. */
import type { EarlierDuration } from '../test-run/earlier-durations.ts';

/** A part of a run's time in which its end is likely; ms since it began to run. */
export interface LikelyEnd {
  readonly fromMs: number;
  readonly toMs: number;
  /** The share of the earlier runs, among those that lasted this long, that ended in it. */
  readonly share: number;
}

/** Fewer runs are no rule. */
const FEWEST = 3;
/** Runs of one test differ by this much, or by this share of their length. */
const SPREAD_MS = 3000;
const SPREAD_SHARE = 0.05;
/**
 * k6's default for `gracefulStop`, which k6 adds to the planned duration (grafana/k6, `lib.GetEndOffset`). A run that ends
 * within it before its plan, or after it, has kept its plan.
 */
export const GRACEFUL_STOP_MS = 30_000;

/**
 * Where the end of a run is likely by its earlier runs, in order; `undefined` where its plan says it better, because
 * most of them kept theirs, or where they are too few.
 */
export function likelyEnds(
  earlier: readonly EarlierDuration[],
  plannedMs: number | undefined,
): readonly LikelyEnd[] | undefined {
  if (earlier.length < FEWEST) return undefined;
  const kept = earlier.filter(({ lastedMs, plannedMs: plan }) => plan !== undefined && keptPlan(lastedMs, plan));
  if (plannedMs !== undefined && kept.length * 2 > earlier.length) return undefined;
  const sorted = earlier.map(({ lastedMs }) => lastedMs).sort((a, b) => a - b);
  const spans: { fromMs: number; toMs: number; runs: number }[] = [];
  for (const lastedMs of sorted) {
    const spreadMs = Math.max(SPREAD_MS, SPREAD_SHARE * lastedMs);
    const [fromMs, toMs] = [Math.max(0, lastedMs - spreadMs), lastedMs + spreadMs];
    const last = spans.at(-1);
    if (last === undefined || fromMs > last.toMs) spans.push({ fromMs, toMs, runs: 1 });
    else [last.toMs, last.runs] = [toMs, last.runs + 1];
  }
  return spans.map(({ fromMs, toMs, runs }, place) => {
    const left = spans.slice(place).reduce((sum, one) => sum + one.runs, 0);
    return { fromMs, toMs, share: runs / left };
  });
}

function keptPlan(lastedMs: number, plannedMs: number): boolean {
  return lastedMs >= plannedMs - GRACEFUL_STOP_MS - SPREAD_MS && lastedMs <= plannedMs + GRACEFUL_STOP_MS + SPREAD_MS;
}
