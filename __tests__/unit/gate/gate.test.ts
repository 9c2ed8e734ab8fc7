/** Many tests in one step, on real sockets: in order, few starts at a time, and no run's fault another's. */
import { describe, expect, it } from '@jest/globals';
import { fastClock } from '../../../bench/fast-clock.ts';
import type { Clock } from '../../../src/clock.ts';
import type { Cloud } from '../../../src/cloud/cloud.ts';
import { failedByThreshold, passed } from '../../../src/emulator/machine/scenarios.ts';
import { readInputs } from '../../../src/inputs/inputs.ts';
import { runGate } from '../../../src/gate/gate.ts';
import { autoInterval } from '../../../src/poll/interval.ts';
import { fanOut } from '../../../src/report/reporter.ts';
import { runMemory } from '../../../src/runner/memory.ts';
import type { StepOutcome } from '../../../src/test-run/outcome.ts';
import { connected } from '../../support/connected.ts';
import type { ServedCloud } from '../../support/k6-cloud.ts';
import { TOKEN, k6Cloud } from '../../support/k6-cloud.ts';
import { DEFAULT_INPUTS } from '../../support/default-inputs.ts';
import { memoryRunner } from '../../support/memory-runner.ts';

const TESTS = Array.from({ length: 50 }, (_, place) => 1201 + place);
const FORBIDDEN = 1207;
const FAILING = 1233;

async function cloudOfMany(): Promise<ServedCloud> {
  return k6Cloud([], {
    account: { token: TOKEN },
    tests: TESTS.map((id) => ({
      id,
      scenarios: [id === FAILING ? failedByThreshold() : passed()],
      access: id === FORBIDDEN ? 'forbidden' : 'allowed',
    })),
  });
}

/** The step's story, under a clock that need not be the computer's. */
async function outcomeOf(cloud: Cloud, clock: Clock): Promise<StepOutcome> {
  const runner = memoryRunner({ ...DEFAULT_INPUTS, token: TOKEN, 'test-id': TESTS.join(' '), 'fail-on': 'failed' });
  const reporter = fanOut([], () => undefined);
  const pace = autoInterval(() => 0);
  const ports = {
    cloud,
    clock,
    interval: pace,
    memory: runMemory(runner.saveState),
    reporter,
    stepStartMs: clock.now(),
  };
  return runGate(readInputs(runner), ports, new AbortController().signal, false);
}

function isListOfTest(query: readonly (readonly [string, string])[]): boolean {
  return query.some(([name]) => name === 'test_id');
}

describe('a step with fifty tests', () => {
  it('reports all in order, merges polls, and lets each run have its own verdict', async () => {
    const served = await cloudOfMany();
    const clock = fastClock(20);
    const cloud = connected(served, true, clock);
    let [under, most] = [0, 0];
    const counted: Cloud = {
      ...cloud,
      prepare: async (testId, signal) => {
        most = Math.max(most, ++under);
        return cloud.prepare(testId, signal).catch((error: unknown) => {
          under--;
          throw error;
        });
      },
      start: (intent, signal) => cloud.start(intent, signal).finally(() => under--),
    };
    const { runs, word } = await outcomeOf(counted, clock);
    cloud.close();
    expect(runs.map(({ testId }) => testId)).toEqual(TESTS.map(String));
    const odd = runs.filter(({ verdict }) => verdict.word !== 'passed');
    expect(odd.map(({ testId, verdict }) => `${testId} ${verdict.word}`)).toEqual(['1207 error', '1233 failed']);
    expect(word).toBe('failed');
    expect(most).toBe(5);
    const requests = served.cloud.log.requests();
    const starts = requests.filter(({ method }) => method === 'POST');
    expect(starts.map(({ path }) => path).sort()).toEqual(TESTS.map((id) => `/loadtests/v2/tests/${id}/start-testrun`));
    // Each run is polled seven times or more: more than 300 requests had polls not been merged.
    const polls = requests.filter(({ path, query }) => /\/runs(?:\/\d+)?$/u.test(path) && !isListOfTest(query));
    expect(polls.length).toBeLessThan(200);
  });
});
