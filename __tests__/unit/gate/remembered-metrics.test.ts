/** The memory of a run's metrics client: what it keeps, what it asks again, and what it never keeps. */
import { describe, expect, it } from '@jest/globals';
import { UNKNOWN_HEALTH } from '../../../src/test-run/soundness.ts';
import type { MetricsClient } from '../../../src/cloud/cloud.ts';
import type { BestEffortOptions } from '../../../src/cloud/http/best-effort.ts';
import { rememberedMetrics, withFreshLists } from '../../../src/gate/remembered-metrics.ts';
import { NO_NUMBERS } from '../../../src/test-run/metrics.ts';
import { aSettledRun } from '../../support/a-run.ts';
import { someMetrics } from '../../support/a-run-metrics.ts';

const RUN = aSettledRun({ id: '7650001' });

interface Counting {
  readonly client: MetricsClient;
  readonly asked: string[];
}

/** A client that notes each question, and answers it by `answer`. */
function counting(answer: (asking: BestEffortOptions) => Promise<void> = () => Promise.resolve()): Counting {
  const asked: string[] = [];
  const answered = async <T>(question: string, asking: BestEffortOptions, value: T): Promise<T> => {
    asked.push(question);
    await answer(asking);
    return value;
  };
  const client: MetricsClient = {
    metrics: (run, asking) => answered(`metrics ${run.id}`, asking, someMetrics()),
    numbers: (runId, asking) => answered(`numbers ${runId}`, asking, NO_NUMBERS),
    latencies: (testId, ids, asking) => answered(`latencies ${testId} ${ids.join()}`, asking, new Map([['1', 2]])),
    earlierRuns: (run, asking) => answered(`earlier ${run.id}`, asking, []),
    markedRuns: (run, asking) => answered(`marked ${run.id}`, asking, []),
    namedRun: (runId, asking) => answered(`named ${runId}`, asking, aSettledRun({ id: runId })),
    across: (testId, ids, { number, of }, asking) =>
      answered(`across ${testId} ${ids.join()} ${number} ${of?.metric ?? ''}`, asking, new Map([['1', 3]])),
    endpoints: (run, _ids, asking) => answered(`endpoints ${run.id}`, asking, []),
    health: (runId, asking) => answered(`health ${runId}`, asking, UNKNOWN_HEALTH),
    protocols: (testId, ids, _names, asking) => answered(`protocols ${testId} ${ids.join()}`, asking, new Map()),
    testName: (testId, asking) => answered(`name ${testId}`, asking, 'Checkout API'),
  };
  return { client, asked };
}

function asking(signal = new AbortController().signal): BestEffortOptions & { readonly failures: string[] } {
  const failures: string[] = [];
  return { signal, failures, onFailure: (failure) => failures.push(failure) };
}

/** Every question about the past of a run. */
const PAST: readonly (readonly [string, (client: MetricsClient, options: BestEffortOptions) => Promise<unknown>])[] = [
  ['the name', (client, options) => client.testName('1201', options)],
  ['the runs before', (client, options) => client.earlierRuns(RUN, options)],
  ['the marked runs', (client, options) => client.markedRuns(RUN, options)],
  ['a run that the user names', (client, options) => client.namedRun('7000000', options)],
  ['the numbers of a run', (client, options) => client.numbers('7650000', options)],
  ['the latencies of runs', (client, options) => client.latencies('1201', ['1', '2'], options)],
  ['the endpoints of an ended run', (client, options) => client.endpoints(RUN, ['7650000'], options)],
  ['a metric of several runs', (client, options) => client.across('1201', ['1'], { number: 'p95Ms' }, options)],
];

it('tells of a failure as it was told of it', async () => {
  const told: unknown[] = [];
  const { client } = counting(({ onFailure }) => {
    onFailure('GET /x: 503.', 'unavailable');
    return Promise.resolve();
  });
  const onFailure: BestEffortOptions['onFailure'] = (...failure) => told.push(failure);
  await rememberedMetrics(client).testName('1201', { ...asking(), onFailure });
  expect(told).toEqual([['GET /x: 503.', 'unavailable']]);
});

describe.each(PAST)('%s', (_, question) => {
  it('is asked once, and answered alike from then on', async () => {
    const { client, asked } = counting();
    const remembered = rememberedMetrics(client);
    const first = await question(remembered, asking());
    expect(await question(remembered, asking())).toEqual(first);
    expect(asked).toHaveLength(1);
  });

  it('is waited for where the first question is still open', async () => {
    let answer = (): void => undefined;
    const open = new Promise<void>((resolve) => (answer = resolve));
    const { client, asked } = counting(() => open);
    const remembered = rememberedMetrics(client);
    const both = [question(remembered, asking()), question(remembered, asking())];
    answer();
    const [first, second] = await Promise.all(both);
    expect(second).toEqual(first);
    expect(asked).toHaveLength(1);
  });

  it('is asked once more after a failure, and then each time, and every asker hears of its own', async () => {
    const { client, asked } = counting(({ onFailure }) => {
      onFailure('GET /x: 500.');
      return Promise.resolve();
    });
    const remembered = rememberedMetrics(client);
    const [early, late] = [asking(), asking()];
    await question(remembered, early);
    await question(remembered, late);
    expect(asked).toHaveLength(2);
    expect([early.failures, late.failures]).toEqual([['GET /x: 500.'], ['GET /x: 500.']]);
  });

  it('is asked once more after a fault, and the fault is its asker’s', async () => {
    let faults = 1;
    const { client, asked } = counting(() => (faults-- > 0 ? Promise.reject(new Error('a fault')) : Promise.resolve()));
    const remembered = rememberedMetrics(client);
    await expect(question(remembered, asking())).rejects.toThrow('a fault');
    await expect(question(remembered, asking())).resolves.toBeDefined();
    expect(asked).toHaveLength(2);
  });

  it('is waited for no longer than the signal allows', async () => {
    const { client } = counting(() => new Promise(() => undefined));
    const remembered = rememberedMetrics(client);
    void question(remembered, asking());
    const ending = new AbortController();
    const late = question(remembered, asking(ending.signal));
    ending.abort(new Error('the time is over'));
    await expect(late).rejects.toThrow('the time is over');
  });
});

describe('what the run itself decides', () => {
  it('is asked each time', async () => {
    const { client, asked } = counting();
    const remembered = rememberedMetrics(client);
    for (let times = 0; times < 2; times++) {
      await remembered.metrics(RUN, asking());
      await remembered.health(RUN.id, asking());
    }
    expect(asked).toEqual(['metrics 7650001', 'health 7650001', 'metrics 7650001', 'health 7650001']);
  });

  it('is no answer to a question about other runs or another metric', async () => {
    const { client, asked } = counting();
    const remembered = rememberedMetrics(client);
    await remembered.across('1201', ['1'], { number: 'p95Ms' }, asking());
    await remembered.across('1201', ['1', '7650001'], { number: 'p95Ms' }, asking());
    await remembered.across('1201', ['1'], { number: 'p95Ms', of: { metric: 'own', tags: [] } }, asking());
    await remembered.across('1201', ['1'], { number: 'rps' }, asking());
    await remembered.latencies('1201', ['1'], asking());
    await remembered.latencies('1201', ['1', '2'], asking());
    for (const run of [RUN, aSettledRun({ id: '7650002' })]) {
      await remembered.earlierRuns(run, asking());
      await remembered.markedRuns(run, asking());
    }
    expect(asked).toHaveLength(10);
  });
});

describe('fresh lists', () => {
  it('are asked for once more, and once; numbers are not', async () => {
    const { client, asked } = counting();
    const remembered = rememberedMetrics(client);
    const all = async (of: MetricsClient): Promise<void> => {
      await Promise.all([of.earlierRuns(RUN, asking()), of.markedRuns(RUN, asking()), of.numbers('7', asking())]);
    };
    await all(remembered);
    const fresh = withFreshLists(remembered, client);
    for (let times = 0; times < 2; times++) await all(fresh);
    const lists = ['earlier 7650001', 'marked 7650001'];
    expect(asked).toEqual([...lists, 'numbers 7', ...lists]);
  });
});
