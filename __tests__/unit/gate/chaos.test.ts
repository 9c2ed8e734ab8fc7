/** Twenty random servers and one process: the gate and its post on real sockets, with a sped-up clock. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Observed } from '../../../bench/chaos/judge.ts';
import { judge } from '../../../bench/chaos/judge.ts';
import type { ChaosPlan } from '../../../bench/chaos/plan.ts';
import { drawPlan } from '../../../bench/chaos/plan.ts';
import type { ChaosServer } from '../../../bench/chaos/server.ts';
import { CHAOS_TOKEN, chaosInputs, latestStartMs, serveChaos } from '../../../bench/chaos/server.ts';
import { fastClock } from '../../../bench/fast-clock.ts';
import { seeded } from '../../../bench/world.ts';
import type { Clock } from '../../../src/clock.ts';
import { sleep, toError } from '../../../src/clock.ts';
import type { Cloud } from '../../../src/cloud/cloud.ts';
import { connect } from '../../../src/cloud/connect.ts';
import { Cancelled } from '../../../src/gate/cancelled.ts';
import { cleanUp } from '../../../src/gate/cleanup.ts';
import { runGate } from '../../../src/gate/gate.ts';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import { readInputs } from '../../../src/inputs/inputs.ts';
import { autoInterval } from '../../../src/poll/interval.ts';
import { fanOut } from '../../../src/report/reporter.ts';
import { runMemory } from '../../../src/runner/memory.ts';
import type { StepOutcome } from '../../../src/test-run/outcome.ts';
import { runOf } from '../../../src/test-run/outcome.ts';
import { DEFAULT_INPUTS } from '../../support/default-inputs.ts';
import { memoryRunner } from '../../support/memory-runner.ts';

const SPEED = 60;
const SEEDS = [...Array.from({ length: 18 }, (_, place) => 1 + place), 61, 216];

interface Step {
  readonly plan: ChaosPlan;
  readonly server: ChaosServer;
  readonly clock: Clock;
  readonly inputs: Inputs;
  readonly cloud: Cloud;
  readonly notices: string[];
}

async function stepOf(plan: ChaosPlan): Promise<Step> {
  const server = await serveChaos(plan, SPEED);
  const clock = fastClock(SPEED);
  const notices: string[] = [];
  const inputs = readInputs(memoryRunner({ ...DEFAULT_INPUTS, ...chaosInputs(plan, server.url) }));
  const cloud = connect({
    apiUrl: inputs.apiUrl,
    token: CHAOS_TOKEN,
    redact: (text) => text.replaceAll(CHAOS_TOKEN, '***'),
    api: inputs.api,
    uuid: randomUUID,
    several: plan.tests.length > 1,
    requestMs: inputs.requestMs,
    outageMs: inputs.limits.outageMs,
    clock,
    random: seeded(plan.seed),
    onDebug: () => undefined,
    onNotice: (sentence) => notices.push(sentence),
  });
  return { plan, server, clock, inputs, cloud, notices };
}

/** Runs main and post, and collects what people would see. */
async function observed({ plan, server, clock, inputs, cloud, notices }: Step): Promise<Observed> {
  const { saveState, states } = memoryRunner();
  const memory = runMemory(saveState);
  const cancelling = new AbortController();
  let signalledMs: number | undefined;
  const watch = (): void => {
    const { cancel } = plan;
    if (cancel === undefined || cancelling.signal.aborted) return;
    if (server.emulator.cloud.log.requests().length < cancel.afterRequests) {
      clock.setTimer(100, watch, { keepsProcessAlive: false });
      return;
    }
    signalledMs = clock.now();
    cancelling.abort(new Cancelled('SIGINT'));
  };
  watch();
  const reporter = fanOut([], (sentence) => notices.push(sentence));
  const ports = { cloud, clock, interval: autoInterval(seeded(plan.seed)), memory, reporter, stepStartMs: clock.now() };
  const outcome = await runGate(inputs, ports, cancelling.signal, false);
  const exitMs = signalledMs === undefined ? undefined : clock.now() - signalledMs;
  cancelling.abort(new Cancelled('SIGINT')); // ends the watch
  const [log, warnings]: [string[], string[]] = [[], []];
  await cleanUp(memory.pending(), {
    stopper: cloud,
    clock,
    log: (line) => log.push(line),
    warn: (sentence) => warnings.push(sentence),
  });
  const reasons = outcome.runs.map(({ reason }) => reason);
  const annotations = [...(outcome.word === 'passed' ? [] : reasons), ...notices, ...warnings];
  const text = [...reasons, ...annotations, ...log].join('\n');
  return {
    exitCode: outcome.fails ? 1 : 0,
    postExitCode: 0,
    text: `${text}\n${runIdsOf(outcome).join(' ')}`,
    annotations,
    everything: [text, ...states.values()].join('\n'),
    runIds: runIdsOf(outcome),
    verdict: outcome.word,
    exitMs,
    exitBoundMs: 10_000 + 2000 * SPEED, // of the step's clock, with two real seconds for a busy machine
    hung: false,
  };
}

function runIdsOf({ runs }: StepOutcome): readonly number[] {
  return runs.map((run) => Number(runOf(run)?.id));
}

describe('a random server and a random cancel, in one process', () => {
  it.each(SEEDS)('breaks no promise with seed %i', async (seed) => {
    const step = await stepOf(drawPlan(seed));
    const seen = await observed(step);
    await sleep(step.clock, 2 * latestStartMs(step.plan, 1), new AbortController().signal).catch(toError);
    const { cloud } = step.server.emulator;
    const findings = judge(step.plan, cloud, seen);
    step.cloud.close();
    await step.server.close();
    expect({ findings, seen: findings.length === 0 ? undefined : seen }).toEqual({ findings: [], seen: undefined });
  });
});
