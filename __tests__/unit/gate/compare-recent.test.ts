/** The median of several runs as a baseline: how many there must be, what is usual, and what counts where they are too few. */
import { describe, expect, it } from '@jest/globals';
import type { MetricsClient } from '../../../src/cloud/cloud.ts';
import type { ComparedWith } from '../../../src/gate/compare.ts';
import { findBaseline } from '../../../src/gate/compare.ts';
import type { ComparisonInputs } from '../../../src/inputs/reports.ts';
import type { EarlierRun } from '../../../src/test-run/metrics.ts';
import { NO_NUMBERS } from '../../../src/test-run/metrics.ts';
import { METRICS, METRIC_NAMES } from '../../../src/test-run/number-table.ts';
import { aSettledRun } from '../../support/a-run.ts';
import { anAsking } from '../../support/an-asking.ts';
import { scriptedCloud } from '../../support/scripted-cloud.ts';

const ORIGIN = {
  repository: 'acme/shop',
  branch: 'main',
  commit: undefined,
  pullRequest: undefined,
  workflowRun: undefined,
  defaultBranch: 'main',
  head: { commit: undefined, branch: undefined },
  trusted: true,
} as const;
const MAIN = { ...ORIGIN, marks: [] };
const P95: ComparisonInputs['maxRegression'] = [{ metric: 'p95', size: 10, unit: '%' }];

/** Runs of `main` that passed, newest first: 7649990, 7649989, … */
function passed(count: number): readonly EarlierRun[] {
  return Array.from({ length: count }, (_, place) => {
    const id = String(7649990 - place);
    return { run: aSettledRun({ id, endedMs: 1_000_000 - place, url: `https://k6/${id}` }), marked: false, tail: MAIN };
  });
}

/** p95 of each run by its place; of other metrics nothing is known. */
const p95s =
  (values: readonly number[]): MetricsClient['across'] =>
  (_testId, ids, { number }) => {
    const known = ids.flatMap((id, place) => (values[place] === undefined ? [] : [[id, values[place]] as const]));
    return Promise.resolve(new Map(number === 'p95Ms' ? known : []));
  };

async function recent(
  earlier: readonly EarlierRun[],
  across: MetricsClient['across'] = p95s([]),
  comparing: Partial<ComparisonInputs> = {},
  hasNotes = true,
  markedRuns: MetricsClient['markedRuns'] = () => Promise.resolve([]),
): Promise<{ readonly found: ComparedWith; readonly asked: readonly (readonly unknown[])[] }> {
  const numbers = (): Promise<typeof NO_NUMBERS> => Promise.resolve({ ...NO_NUMBERS, p95Ms: 1 });
  const notes = { read: () => Promise.resolve(''), write: () => Promise.resolve() };
  const { cloud, asked } = scriptedCloud({ metrics: { across, numbers, markedRuns }, ...(hasNotes ? { notes } : {}) });
  const all: ComparisonInputs = { baseline: { kind: 'recent' }, maxRegression: [], origin: ORIGIN, ...comparing };
  const run = aSettledRun({ endedMs: 1_005_000 });
  return { found: await findBaseline({ run, earlier, comparing: all, cloud }, anAsking()), asked };
}

describe('several runs', () => {
  it('are a baseline by their medians, from three runs on', async () => {
    const { found, asked } = await recent(passed(3), p95s([350, 390, 360]));
    const usual = { median: 360, deviation: 10, count: 3 };
    expect(found).toEqual({
      baseline: {
        runId: '7649990',
        url: 'https://k6/7649990',
        runIds: ['7649990', '7649989', '7649988'],
        numbers: { ...NO_NUMBERS, p95Ms: 360 },
        name: 'median of 3 runs of main',
        about: { source: 'main', ageMs: 5000 },
        usual: new Map([['p95', usual]]),
        selected: new Map(),
      },
      warnings: [],
    });
    const ids = ['7649990', '7649989', '7649988'];
    expect(asked).toEqual(METRIC_NAMES.map((name) => ['across', '1201', ids, { number: METRICS[name].number }]));
  });

  it('are the ten newest at most', async () => {
    const { found } = await recent(passed(12), p95s(Array<number>(12).fill(300)));
    expect(found.baseline?.name).toBe('median of 10 runs of main');
    expect(found.baseline?.runIds).toHaveLength(10);
    expect(found.baseline?.runIds?.at(-1)).toBe('7649981');
  });

  it('show their noise, where a rule is below it', async () => {
    const { found } = await recent(passed(6), p95s([300, 400, 300, 400, 300, 400]), { maxRegression: P95 });
    expect(found.warnings).toEqual([
      expect.stringMatching(/^`max-regression`: 10 % of p95 latency is below the noise of this test/u),
    ]);
  });

  it.each([
    [true, 0],
    [false, 1],
  ])('are warned of in a pull request where the API has no notes (notes %s: %i)', async (hasNotes, count) => {
    const comparing = { origin: { ...ORIGIN, pullRequest: 12 } };
    expect((await recent(passed(3), p95s([1, 2, 3]), comparing, hasNotes)).found.warnings).toHaveLength(count);
  });

  it('have the values of rules about a part of the test too', async () => {
    const of = { metric: undefined, tags: [['name', 'checkout']] } as const;
    const across: MetricsClient['across'] = (_testId, ids) => Promise.resolve(new Map(ids.map((id) => [id, 100])));
    const maxRegression = [{ ...P95[0], metric: 'p95', size: 10, unit: '%', of } as const];
    const { found } = await recent(passed(3), across, { maxRegression });
    expect(found.baseline?.selected?.get('p95{name:checkout}=10%')).toMatchObject({ now: 100, then: 100 });
  });

  it('show the noise of a part of the test too', async () => {
    const of = { metric: undefined, tags: [['name', 'checkout']] } as const;
    const across: MetricsClient['across'] = (_testId, ids, query) => {
      const values = query.of === undefined ? ids.map(() => 300) : [900, 300, 500, 700, 400, 600];
      return Promise.resolve(new Map(ids.map((id, place) => [id, values[place] ?? 0])));
    };
    const { found } = await recent(passed(5), across, { maxRegression: [{ metric: 'p95', size: 10, unit: '%', of }] });
    expect(found.warnings).toEqual([
      expect.stringContaining('p95 latency of checkout is below the noise of this test'),
    ]);
  });

  it('are no baseline where no number of them can be read', async () => {
    expect((await recent(passed(4))).found).toEqual({
      baseline: undefined,
      missing: 'Nothing was compared: no number of the 4 earlier runs could be read',
      warnings: [],
    });
  });
});

describe('fewer than three runs', () => {
  it('are no baseline, and the sentence says how many there are', async () => {
    expect(await recent(passed(2))).toEqual({
      found: {
        baseline: undefined,
        missing: 'No baseline: 2 earlier runs passed; `baseline: recent` needs 3 runs, and 2 of them can be used',
        warnings: [],
      },
      asked: [['markedRuns', '7650001']],
    });
  });

  it('are one where a person starred one of them: that one', async () => {
    const [newest, ...older] = passed(2);
    const starred = older.map((one) => ({ ...one, marked: true }));
    const { found, asked } = await recent(newest === undefined ? [] : [newest, ...starred]);
    expect(found.baseline).toMatchObject({ runId: '7649989', about: { source: 'main', isMarked: true } });
    expect(asked).toEqual([['numbers', '7649989']]);
  });

  it.each<readonly [string, number, number, string]>([
    ['the starred run alone, past pull requests', 3, 0, '7600000'],
    ['the starred run alone, past one of the branch', 3, 1, '7600000'],
    ['the median, where the starred run is the third', 0, 2, '7649990'],
  ])('are, with a star past the first page, %s', async (_, pulls, mains, runId) => {
    const all = passed(pulls + mains).map((one, place) =>
      place < mains ? one : { ...one, tail: { ...MAIN, pullRequest: 5 } },
    );
    const starred = { run: aSettledRun({ id: '7600000' }), marked: true, tail: MAIN };
    const markedRuns = (): Promise<readonly EarlierRun[]> => Promise.resolve([starred]);
    const { found } = await recent(all, p95s([300, 300, 300]), {}, true, markedRuns);
    expect(found.baseline?.runId).toBe(runId);
    expect(found.baseline?.runIds?.length).toBe(mains === 2 ? 3 : undefined);
    expect(found.warnings).toEqual([]);
  });

  it('are one where the only run is of another pull request, with a warning', async () => {
    const [one] = passed(1).map((run) => ({ ...run, tail: { ...MAIN, pullRequest: 5 } }));
    const { found } = await recent(one === undefined ? [] : [one]);
    expect(found.baseline).toMatchObject({ runId: '7649990', about: { source: 'pull request 5' } });
    expect(found.warnings).toEqual([
      'The baseline, run 7649990, is of another pull request, because no run of the base branch was found: a slow drift is not seen.',
    ]);
  });
});
