/** The story of one run: start it, remember it, watch it, judge it, and never leave it going on alone. */
import { farewell } from './stop-if-needed.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { launch } from './start.ts';
import type { Ports } from './ports.ts';
import type { RunOutcome } from '../test-run/outcome.ts';
import { study } from './collect-metrics.ts';
import { extended } from '../test-run/phases.ts';
import type { PendingRun, PhaseSpan, StatusWord, TestRun, Watched } from '../test-run/test-run.ts';
import { judge, withRegressions } from '../test-run/verdict.ts';
import { reasonFor } from '../test-run/wording.ts';
import { watch } from '../poll/poll.ts';

/** Lets work begin when it is its turn. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** What the runs of a step take turns at, so that many of them are no flood. */
export interface Turns {
  readonly start: InTurn;
  readonly study: InTurn;
}

/** What every run of a step has in common. */
export interface Setting {
  readonly inputs: Inputs;
  readonly ports: Ports;
  readonly turns: Turns;
  readonly signal: AbortSignal;
}

/** Starts a test and follows its run to a verdict. */
export async function followTest(testId: string, setting: Setting): Promise<RunOutcome> {
  const { inputs, ports, turns, signal } = setting;
  const started = await turns.start(() => launch(testId, inputs, ports, signal));
  if (started.state !== 'pending') return conclude(testId, started.watched, [], setting);
  ports.reporter.started(started);
  if (!inputs.wait) return conclude(testId, { kind: 'not-awaited', run: started }, [], setting);
  return followRun(testId, started, true, setting);
}

/** Follows a run that somebody else started; it is never stopped. */
export async function followForeign(runId: string, setting: Setting): Promise<RunOutcome> {
  const { words, ...unseen } = setting.ports.cloud.unseen(runId);
  const unsaid = (word: StatusWord): StatusWord => ({ ...word, word: '' });
  const silent = { run: unsaid(words.run), processing: unsaid(words.processing), result: unsaid(words.result) };
  return followRun(undefined, { ...unseen, words: silent }, false, setting);
}

async function followRun(
  testId: string | undefined,
  first: PendingRun,
  seen: boolean,
  setting: Setting,
): Promise<RunOutcome> {
  const { inputs, ports, signal } = setting;
  const { cloud, clock, reporter } = ports;
  let phases: readonly PhaseSpan[] = [];
  const told = new Set(seen ? [first.url] : []);
  const onLook = (run: TestRun): void => {
    if (!told.has(run.url)) reporter.started(run); // not named yet, or the API knows a better address than its id
    told.add(run.url);
    phases = extended(phases, run, clock.now());
    reporter.looked(run);
  };
  const watching = { ...ports, read: cloud.read, limits: inputs.limits, onLook, onTrouble: reporter.troubled };
  const watched = await withThresholds(await watch(first, seen, watching, signal), setting);
  return conclude(testId, watched, phases, setting);
}

/** `require-thresholds` costs one request more, and only for a run that would pass. */
async function withThresholds(watched: Watched, { inputs, ports, signal }: Setting): Promise<Watched> {
  const { policy } = inputs;
  if (!policy.requireThresholds || watched.kind !== 'settled' || watched.run.thresholds !== 'unknown') return watched;
  if (judge(watched, policy).word !== 'passed') return watched;
  try {
    return { ...watched, run: { ...watched.run, thresholds: await ports.cloud.thresholds(watched.run, signal) } };
  } catch (error) {
    if (!signal.aborted) throw error;
    return { kind: 'cancelled', run: watched.run };
  }
}

async function conclude(
  testId: string | undefined,
  watched: Watched,
  phases: readonly PhaseSpan[],
  setting: Setting,
): Promise<RunOutcome> {
  const { inputs, ports, turns, signal } = setting;
  const aftermath = await farewell(testId, watched, inputs, ports, signal);
  const told = { ...ports, onNotice: ports.reporter.noticed };
  const studied = await turns.study(() => study(watched, inputs.comparing, told, signal));
  const judged = judge(watched, inputs.policy);
  const { baseline, maxRegression } = inputs.comparing;
  const unjudged = signal.aborted && maxRegression.length > 0 && baseline.kind !== 'none';
  // A pass that was still to be compared when the workflow was cancelled is no pass.
  if (unjudged && judged.word === 'passed' && 'run' in watched && watched.kind !== 'cancelled') {
    return conclude(testId, { kind: 'cancelled', run: watched.run }, phases, setting);
  }
  const verdict = withRegressions(judged, studied?.regressions ?? []);
  const reason = reasonFor({ watched, verdict, aftermath, study: studied });
  const outcome = { testId, watched, verdict, aftermath, phases, reason, study: studied };
  ports.reporter.judged(outcome);
  return outcome;
}
