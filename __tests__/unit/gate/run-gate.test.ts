/** The step over its runs: what it announces, how many at a time, what a fault ends, and which runs it lets go of. */
import { describe, expect, it } from '@jest/globals';
import type { MetricsClient } from '../../../src/cloud/cloud.ts';
import { CloudError } from '../../../src/cloud/errors.ts';
import { runGate } from '../../../src/gate/gate.ts';
import type { StepOutcome } from '../../../src/test-run/outcome.ts';
import type { FailWord } from '../../../src/test-run/verdict-words.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import type { ScriptedStep, StepScript } from '../../support/a-step-context.ts';
import { aStepContext } from '../../support/a-step-context.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { NOTHING_KNOWN } from '../../support/scripted-cloud.ts';

const FAULT = new TypeError('x is undefined');

/** A step in which test 1201 makes run 7651201, and so on, and every run passes unless its read says otherwise. */
function step(ids: readonly string[], script: StepScript = {}): ScriptedStep {
  return aStepContext({
    ...script,
    inputs: { targets: { kind: 'tests', ids }, ...script.inputs },
    cloud: {
      start: ({ testId }) => Promise.resolve(aPendingRun({ id: `765${testId}`, testId, phase: 'created' })),
      read: (id) => Promise.resolve(aSettledRun({ id, testId: id.slice(3) })),
      ...script.cloud,
    },
  });
}

function gate({ context: { inputs, ports, signal } }: ScriptedStep, simulated = false): Promise<StepOutcome> {
  return runGate(inputs, ports, signal, simulated);
}

/** Counts how many are under way, and lets each go on in a later turn. */
function counting(): { readonly most: () => number; readonly pass: <T>(value: T) => Promise<T> } {
  let [under, most] = [0, 0];
  return {
    most: () => most,
    pass: async (value) => {
      most = Math.max(most, ++under);
      for (let turn = 0; turn < 3; turn++) await new Promise((later) => setImmediate(later));
      under--;
      return value;
    },
  };
}

describe('a step', () => {
  it('announces the tests that it starts, and reports the runs in the order of the input', async () => {
    const one = step(['1202', '1201']);
    const { runs, word, fails, simulated } = await gate(one);
    expect(one.told[0]).toBe('opened: legacy API, tests 1202,1201, runs ');
    expect(runs.map(({ testId }) => testId)).toEqual(['1202', '1201']);
    expect([word, fails, simulated]).toEqual(['passed', false, false]);
  });

  it('announces the runs that it takes, and starts nothing', async () => {
    const one = step([], { inputs: { targets: { kind: 'runs', ids: ['7651201', '7651202'] } } });
    const { runs } = await gate(one, true);
    expect(one.told[0]).toBe('opened: legacy API, tests , runs 7651201,7651202, simulated');
    expect(runs.map(({ testId, simulated }) => [testId, simulated])).toEqual([
      [undefined, true],
      [undefined, true],
    ]);
    expect(one.asked.map(([question]) => question)).not.toContain('prepare');
  });

  it('fails by what `fail-on` names', async () => {
    const read = (id: string): Promise<ReturnType<typeof aSettledRun>> =>
      Promise.resolve(aSettledRun({ id, testId: id.slice(3), result: id === '7651202' ? 'failed' : 'passed' }));
    const { word, fails } = await gate(step(['1201', '1202'], { cloud: { read } }));
    expect([word, fails]).toEqual(['failed', true]);
    const failOn: ReadonlySet<FailWord> = new Set(['error']);
    const tolerant = await gate(step(['1201', '1202'], { cloud: { read }, inputs: { failOn } }));
    expect([tolerant.word, tolerant.fails]).toEqual(['failed', false]);
  });
});

describe('of many runs', () => {
  const ids = Array.from({ length: 12 }, (_, place) => String(1201 + place));

  it('five are started at a time', async () => {
    const { most, pass } = counting();
    await gate(step(ids, { cloud: { prepare: (testId) => pass({ testId, notes: '{}', earlier: [] }) } }));
    expect(most()).toBe(5);
  });

  it('three have their metrics read at a time', async () => {
    const { most, pass } = counting();
    const metrics = {
      metrics: async (...asked: Parameters<MetricsClient['metrics']>) => pass(await NOTHING_KNOWN.metrics(...asked)),
    };
    const clock = manualClock(); // no bound in time ends here
    await gate(step(ids, { metrics, ports: { clock, stepStartMs: clock.now() } }));
    expect(most()).toBe(3);
  });
});

describe('a fault', () => {
  /** Test 1202 has a fault, test 1201 a run that goes on for ever. */
  function faulty(script: StepScript['cloud'] = {}): ScriptedStep {
    return step(['1201', '1202'], {
      cloud: {
        read: (id) => (id === '7651202' ? Promise.reject(FAULT) : Promise.resolve(aPendingRun({ id, testId: '1201' }))),
        ...script,
      },
    });
  }

  it('ends the runs of all others, stops every run, and is thrown', async () => {
    const one = faulty();
    await expect(gate(one)).rejects.toBe(FAULT);
    const stops = one.asked.filter(([question]) => question === 'stop');
    expect(stops).toEqual([
      ['stop', '7651201', 3500],
      ['stop', '7651202', 10_000],
    ]);
  });

  it('is thrown although a stop fails', async () => {
    const refused = new CloudError('forbidden', { request: 'POST /stop', response: '403' });
    const one = faulty({ stop: () => Promise.reject(refused) });
    await expect(gate(one)).rejects.toBe(FAULT);
    expect(one.memory.pending().map(({ runId }) => runId)).toEqual(['7651201', '7651202']);
  });

  it('is an error also where it was thrown as none', async () => {
    const thrown = 'a word' as unknown as Error;
    await expect(gate(faulty({ read: () => Promise.reject(thrown) }))).rejects.toThrow('a word');
  });
});

describe('a cancel', () => {
  it('reaches every run with its reason', async () => {
    const cancelling = new AbortController();
    const reasons: unknown[] = [];
    const read = (_id: string, signal: AbortSignal): Promise<never> =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reasons.push(signal.reason);
          reject(signal.reason as Error);
        });
        if (reasons.length === 0)
          setImmediate(() => {
            cancelling.abort(new Error('the runner sent SIGINT'));
          });
      });
    const one = step(['1201', '1202'], { cloud: { read }, signal: cancelling.signal });
    const { word, runs } = await gate(one);
    expect(word).toBe('cancelled');
    expect(runs.map(({ stopOutcome }) => stopOutcome)).toEqual(['stopped', 'stopped']);
    expect(reasons).toEqual([new Error('the runner sent SIGINT'), new Error('the runner sent SIGINT')]);
  });
});

describe('with `wait: false`', () => {
  it('the step lets go of its runs once every start has come through', async () => {
    const one = step(['1201', '1202'], { inputs: { wait: false } });
    expect((await gate(one)).word).toBe('started');
    expect(one.memory.pending()).toEqual([]);
  });

  it('the step stops what was started where the workflow is cancelled in the middle of the starts', async () => {
    const cancelling = new AbortController();
    const one = step(['1201', '1202'], {
      inputs: { wait: false },
      signal: cancelling.signal,
      cloud: {
        prepare: (testId) => {
          if (testId === '1201') return Promise.resolve({ testId, notes: '{}', earlier: [] });
          return new Promise((_, reject) => {
            setImmediate(() => {
              cancelling.abort(new Error('cancelled'));
              reject(new Error('cancelled'));
            });
          });
        },
      },
    });
    const { runs } = await gate(one);
    expect(runs.map(({ verdict }) => verdict.word)).toEqual(['cancelled', 'cancelled']);
    expect(runs.map(({ stopOutcome }) => stopOutcome)).toEqual(['stopped', undefined]);
    expect(one.memory.pending()).toEqual([]);
  });

  it('a run that is awaited is not let go of by it', async () => {
    const limits = { timeoutMs: 10_000, queueMs: undefined, processingMs: 60_000, outageMs: 60_000 };
    const refused = new CloudError('forbidden', { request: 'POST /stop', response: '403' });
    const one = step(['1201'], {
      inputs: { limits },
      cloud: {
        read: (id) => Promise.resolve(aPendingRun({ id, testId: '1201' })),
        stop: () => Promise.reject(refused),
      },
    });
    expect((await gate(one)).word).toBe('timeout');
    expect(one.memory.pending()).toEqual([{ testId: '1201', notes: '{}', runId: '7651201' }]);
  });
});
