/** What is asked while a run goes on: what its end cannot change, for a bounded time, and with no harm where it fails. */
import { describe, expect, it } from '@jest/globals';
import type { MetricsClient } from '../../../src/cloud/cloud.ts';
import type { BestEffortOptions } from '../../../src/cloud/http/best-effort.ts';
import { askEarly } from '../../../src/gate/ask-early.ts';
import type { ComparisonInputs } from '../../../src/inputs/reports.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import { jumpingClock } from '../../support/jumping-clock.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { scriptedCloud } from '../../support/scripted-cloud.ts';

const RUN = aPendingRun({});
const PREVIOUS: ComparisonInputs = { baseline: { kind: 'previous' }, maxRegression: [] };
const EARLIER = [{ run: aSettledRun({ id: '7649990' }), marked: false }];
const NEVER = new AbortController().signal;

interface Given {
  readonly run?: typeof RUN;
  readonly comparing?: ComparisonInputs;
  readonly isPictured?: boolean;
  readonly metrics?: Partial<MetricsClient>;
}

async function asked({ run = RUN, comparing = PREVIOUS, isPictured = true, metrics }: Given): Promise<unknown[]> {
  const earlierRuns = (): Promise<typeof EARLIER> => Promise.resolve(EARLIER);
  const { cloud, asked: all } = scriptedCloud({ metrics: { earlierRuns, ...metrics } });
  await askEarly(run, comparing, { cloud, clock: jumpingClock(), isPictured }, NEVER);
  return all.map((question) => question.slice(0, 2)).sort();
}

const NAME = ['testName', '1201'];
const LIST = ['earlierRuns', '7650001'];
const TREND = ['latencies', '1201'];

describe('while a run goes on', () => {
  it('the name of its test is asked, the runs before it, and the numbers of its baseline and of its trend', async () => {
    expect(await asked({})).toEqual([LIST, TREND, ['numbers', '7649990'], NAME]);
  });

  it('no baseline is asked where none is wanted', async () => {
    expect(await asked({ comparing: { baseline: { kind: 'none' }, maxRegression: [] } })).toEqual([LIST, TREND, NAME]);
  });

  it('only the name is asked where the runs before it are not shown', async () => {
    expect(await asked({ isPictured: false })).toEqual([NAME]);
  });

  it('no name and no trend are asked where its test is not known', async () => {
    const run = aPendingRun({ testId: undefined });
    expect(await asked({ run })).toEqual([LIST, ['numbers', '7649990']]);
  });

  it('no rule about a part of the test is asked for, since the values of the run are not final', async () => {
    const of = { metric: undefined, tags: [['name', 'checkout']] } as const;
    const comparing: ComparisonInputs = { ...PREVIOUS, maxRegression: [{ metric: 'p95', size: 10, unit: '%', of }] };
    expect(await asked({ comparing })).toEqual([LIST, TREND, ['numbers', '7649990'], NAME]);
  });
});

describe('the runs before a run', () => {
  const listed = (earlierRuns: MetricsClient['earlierRuns']): Promise<unknown> => {
    const { cloud } = scriptedCloud({ metrics: { earlierRuns } });
    return askEarly(RUN, PREVIOUS, { cloud, clock: jumpingClock(), isPictured: true }, NEVER);
  };

  it('are handed on as they were then, where they were read', async () => {
    expect(await listed(() => Promise.resolve(EARLIER))).toBe(EARLIER);
    expect(await listed(() => Promise.reject(new Error('a fault of ours')))).toBeUndefined();
    const failing: MetricsClient['earlierRuns'] = (_run, { onFailure }) => {
      onFailure('GET /x: 500.');
      return Promise.resolve([]);
    };
    expect(await listed(failing)).toBeUndefined();
  });
});

describe('what fails while a run goes on', () => {
  const failing: MetricsClient['testName'] = (_testId, { onFailure }) => {
    onFailure('GET /x: 500.');
    return Promise.resolve(undefined);
  };
  const faulty: MetricsClient['testName'] = () => Promise.reject(new Error('a fault of ours'));

  it.each([
    ['a question that gets no answer', failing],
    ['a fault of ours', faulty],
  ])('does no harm: %s', async (_, testName) => {
    expect(await asked({ metrics: { testName } })).toEqual([LIST, TREND, ['numbers', '7649990'], NAME]);
  });
});

describe('a question while a run goes on', () => {
  /** A question that its signal ends, and that signal. */
  async function open(
    clock = manualClock(),
    signal = NEVER,
  ): Promise<{ signal: AbortSignal; ended: Promise<unknown> }> {
    let within: AbortSignal | undefined;
    const testName = (_testId: string, asking: BestEffortOptions): Promise<never> => {
      within = asking.signal;
      return new Promise((_, reject) => {
        asking.signal.addEventListener('abort', () => {
          reject(asking.signal.reason as Error);
        });
      });
    };
    const { cloud } = scriptedCloud({ metrics: { testName } });
    const ended = askEarly(RUN, PREVIOUS, { cloud, clock, isPictured: false }, signal);
    await Promise.resolve();
    if (within === undefined) throw new Error('nothing was asked');
    return { signal: within, ended };
  }

  it('is given up after 25 s, to be asked again at the end', async () => {
    const clock = manualClock();
    const { signal, ended } = await open(clock);
    clock.advance(24_999);
    expect(signal.aborted).toBe(false);
    clock.advance(1);
    expect(signal.reason).toEqual(new Error('the answer is asked for again once the run has ended'));
    await ended;
  });

  it('is given up where the step ends', async () => {
    const ending = new AbortController();
    const { signal, ended } = await open(manualClock(), ending.signal);
    ending.abort(new Error('the workflow was cancelled'));
    expect(signal.reason).toEqual(new Error('the workflow was cancelled'));
    await ended;
  });
});
