/** The words for a comparison: what a run is compared with, how old that is, how much it varies, and each rule in effect. */
import type { Baseline, JudgedRule } from './baseline.ts';
import { METRICS } from './baseline.ts';
import { allowedText, ruleTitle } from './regression-rule.ts';
import type { Usual } from './noise.ts';
import { noiseOf } from './noise.ts';
import { distinguishable, quantity, significant } from './quantity.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * `Compared with the median of 8 runs of main (newest 7650009, passed 1 h ago; spread ±2 %)`
 * @param runName the name of a run in the text, such as a link
 */
export function comparedWith(baseline: Baseline, runName: (runId: string) => string = (runId) => runId): string {
  const { name, runId, about = {}, usual } = baseline;
  const { source, ageMs, isMarked = false } = about;
  const passed = ageMs === undefined ? '' : `passed ${age(ageMs)}`;
  const of = source === undefined ? '' : ` of ${source}`;
  if (name === undefined) {
    const details = [isMarked ? 'marked as baseline' : '', passed].filter((part) => part !== '').join(', ');
    return `Compared with run ${runName(runId)}${of}${details === '' ? '' : ` (${details})`}`;
  }
  const spread = spreadText(usual?.get('p95'), '%');
  const newest = [`newest ${runName(runId)}`, passed].filter((part) => part !== '').join(', ');
  return `Compared with the ${name} (${newest}${spread === '' ? '' : `; spread ${spread}`})`;
}

/** `p95 latency 350 ms, usual 362 ms ±2 % in 8 runs of main; allowed: 10 %` */
export function judgedSentence({ rule, now, then, usual }: JudgedRule, { name, runId, about }: Baseline): string {
  const { unit } = METRICS[rule.metric];
  const [is, was] = now === then ? [quantity(now, unit), quantity(then, unit)] : distinguishable(now, then, unit);
  const of = about?.source === undefined ? '' : ` of ${about.source}`;
  const spread = spreadText(usual, rule.unit);
  const before =
    name === undefined || usual === undefined
      ? `${was} in run ${runId}${of}`
      : `usual ${was}${spread === '' ? '' : ` ${spread}`} in ${usual.count} runs${of}`;
  return `${ruleTitle(rule)} ${is}, ${before}; allowed: ${allowedText(rule)}`;
}

/** `±2 %`: three standard deviations, as far as there are runs enough to tell. */
function spreadText(usual: Usual | undefined, unit: '%' | 'pp'): string {
  const noise = usual === undefined ? undefined : noiseOf(usual, unit);
  return noise === undefined ? '' : `±${significant(noise, 2)} ${unit}`;
}

/** `just now`, `12 min ago`, `5 h ago`, `9 days ago` */
function age(ageMs: number): string {
  if (ageMs < MINUTE_MS) return 'just now';
  if (ageMs < HOUR_MS) return `${Math.floor(ageMs / MINUTE_MS)} min ago`;
  if (ageMs < 2 * DAY_MS) return `${Math.floor(ageMs / HOUR_MS)} h ago`;
  return `${Math.floor(ageMs / DAY_MS)} days ago`;
}
