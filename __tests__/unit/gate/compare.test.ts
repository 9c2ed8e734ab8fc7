/** What a run is compared with: which of the earlier runs, which numbers of them, and what is said where there is none. */
import { describe, expect, it } from '@jest/globals';
import type { Cloud, MetricsClient } from '../../../src/cloud/cloud.ts';
import type { ComparedWith } from '../../../src/gate/compare.ts';
import { findBaseline } from '../../../src/gate/compare.ts';
import type { ComparisonInputs } from '../../../src/inputs/reports.ts';
import type { EarlierRun } from '../../../src/test-run/metrics.ts';
import { NO_NUMBERS } from '../../../src/test-run/metrics.ts';
import type { NoteTail } from '../../../src/test-run/note-tail.ts';
import type { SettledRun } from '../../../src/test-run/test-run.ts';
import { aSettledRun } from '../../support/a-run.ts';
import { anAsking } from '../../support/an-asking.ts';
import { scriptedCloud } from '../../support/scripted-cloud.ts';

const DAY_MS = 86_400_000;
const RUN = aSettledRun({ endedMs: 10 * DAY_MS });
const ORIGIN = {
  repository: 'acme/shop',
  branch: 'main',
  commit: undefined,
  pullRequest: undefined,
  workflowRun: undefined,
} as const;
const MAIN: NoteTail = { ...ORIGIN, marks: [] };
const NUMBERS = { ...NO_NUMBERS, p95Ms: 362 };

/** A run of `main` that ended so many days before the judged one. */
function earlier(id: string, daysAgo: number, given: Partial<EarlierRun> & { run?: SettledRun } = {}): EarlierRun {
  return {
    run: aSettledRun({ id, endedMs: (10 - daysAgo) * DAY_MS, url: `https://k6/${id}` }),
    marked: false,
    tail: MAIN,
    ...given,
  };
}

interface Given {
  readonly baseline: ComparisonInputs['baseline'];
  readonly earlier?: readonly EarlierRun[];
  readonly comparing?: Partial<ComparisonInputs>;
  readonly run?: SettledRun;
  readonly metrics?: Partial<MetricsClient>;
  readonly notes?: Cloud['notes'];
}

interface Seen {
  readonly found: ComparedWith;
  readonly asked: readonly (readonly unknown[])[];
}

const NOTES: Cloud['notes'] = { read: () => Promise.resolve(''), write: () => Promise.resolve() };

async function compared(given: Given): Promise<Seen> {
  const { baseline, run = RUN, comparing = {}, metrics = {} } = given;
  const origin = { ...ORIGIN, defaultBranch: 'main', head: { commit: undefined, branch: undefined }, trusted: true };
  const numbers = (): Promise<typeof NUMBERS> => Promise.resolve(NUMBERS);
  const notes = 'notes' in given ? given.notes : NOTES;
  const { cloud, asked } = scriptedCloud({
    metrics: { numbers, ...metrics },
    ...(notes === undefined ? {} : { notes }),
  });
  const all = { baseline, maxRegression: [], origin, ...comparing };
  return { found: await findBaseline({ run, earlier: given.earlier ?? [], comparing: all, cloud }, anAsking()), asked };
}

describe('no baseline that is wanted', () => {
  it('is none, and nothing is asked or said', async () => {
    const seen = await compared({ baseline: { kind: 'none' }, earlier: [earlier('7649990', 1)] });
    expect(seen).toEqual({ found: { baseline: undefined, warnings: [] }, asked: [] });
  });
});

describe('a run that the user names', () => {
  const named = { kind: 'run', runId: '7000000' } as const;

  const namedRun = (): Promise<SettledRun> => Promise.resolve(earlier('7000000', 2).run as SettledRun);

  it('is the baseline with its numbers, read once where it is older than the list of runs', async () => {
    const given = { baseline: named, earlier: [earlier('7649990', 1)], metrics: { namedRun } };
    const { found, asked } = await compared(given);
    expect(found).toEqual({
      baseline: {
        runId: '7000000',
        url: 'https://k6/7000000',
        numbers: NUMBERS,
        selected: new Map(),
        about: { ageMs: 2 * DAY_MS },
      },
      warnings: [],
    });
    expect(asked).toEqual([
      ['namedRun', '7000000'],
      ['numbers', '7000000'],
    ]);
  });

  it('is shown with its age where the list of runs has it', async () => {
    const { found } = await compared({ baseline: named, earlier: [earlier('7649990', 1), earlier('7000000', 2)] });
    expect(found.baseline).toMatchObject({ runId: '7000000', url: 'https://k6/7000000', about: { ageMs: 2 * DAY_MS } });
    expect(found.warnings).toEqual([]);
  });

  it('is no baseline where it did not pass, and no number of it is read', async () => {
    const run = aSettledRun({ id: '7000000', result: 'failed' });
    expect(await compared({ baseline: named, earlier: [earlier('7000000', 2, { run })] })).toEqual({
      found: { baseline: undefined, missing: 'No baseline: run 7000000 did not pass', warnings: [] },
      asked: [],
    });
  });

  it('is named in a warning where its load is another', async () => {
    const run = aSettledRun({ id: '7000000', vus: 50 });
    const { found } = await compared({ baseline: named, earlier: [earlier('7000000', 2, { run })] });
    expect(found.warnings).toEqual(['The baseline, run 7000000, has another load than run 7650001.']);
    expect(found.baseline?.runId).toBe('7000000');
  });

  it('is no baseline where no number of it can be read', async () => {
    const numbers = (): Promise<typeof NO_NUMBERS> => Promise.resolve(NO_NUMBERS);
    expect((await compared({ baseline: named, metrics: { numbers, namedRun } })).found).toEqual({
      baseline: undefined,
      missing: 'Nothing was compared: no number of the baseline, run 7000000, could be read',
      warnings: [],
    });
  });
});

describe('the age of a baseline', () => {
  const ageOf = async (then: Partial<SettledRun>, now: Partial<SettledRun>): Promise<number | undefined> => {
    const before = earlier('7649990', 1, { run: aSettledRun({ id: '7649990', ...then }) });
    const seen = await compared({ baseline: { kind: 'previous' }, earlier: [before], run: aSettledRun(now) });
    return seen.found.baseline?.about?.ageMs;
  };

  it.each<readonly [string, Partial<SettledRun>, Partial<SettledRun>, number | undefined]>([
    ['counts from end to end', { endedMs: 1000, createdMs: 1 }, { endedMs: 5000, createdMs: 2 }, 4000],
    [
      'takes when they were created for an end',
      { endedMs: undefined, createdMs: 700 },
      { endedMs: undefined, createdMs: 900 },
      200,
    ],
    [
      'is not known without the earlier run',
      { endedMs: undefined, createdMs: undefined },
      { endedMs: 5000 },
      undefined,
    ],
    ['is not known without the judged run', { endedMs: 1000 }, { endedMs: undefined, createdMs: undefined }, undefined],
  ])('%s', async (_, then, now, ageMs) => {
    expect(await ageOf(then, now)).toBe(ageMs);
  });
});

describe('the run before', () => {
  it('is the newest that can be compared with, and shows where it comes from', async () => {
    const failed = earlier('7649995', 1, { run: aSettledRun({ id: '7649995', result: 'failed' }) });
    const seen = await compared({
      baseline: { kind: 'previous' },
      earlier: [failed, earlier('7649990', 2), earlier('7649980', 3)],
    });
    expect(seen).toEqual({
      found: {
        baseline: {
          runId: '7649990',
          url: 'https://k6/7649990',
          numbers: NUMBERS,
          selected: new Map(),
          about: { source: 'main', isMarked: false, ageMs: 2 * DAY_MS },
        },
        warnings: [],
      },
      asked: [['numbers', '7649990']],
    });
  });

  it.each<readonly [string, EarlierRun['tail'], string | undefined]>([
    ['a run of nobody knows where', 'none', undefined],
    ['a run of which no note is known', undefined, undefined],
    ['a run of a pull request', { ...MAIN, pullRequest: 5 }, 'pull request 5'],
    ['a run of some pull request', { ...MAIN, pullRequest: 'unknown' }, 'a pull request'],
  ])('can be %s', async (_, tail, source) => {
    const one = { run: earlier('7649990', 1).run, marked: true, ...(tail === undefined ? {} : { tail }) };
    const seen = await compared({ baseline: { kind: 'previous' }, earlier: [one] });
    expect(seen.found.baseline?.about).toMatchObject({ source, isMarked: true });
  });

  it('is missing with a reason where none can be compared with', async () => {
    const regressed = earlier('7649990', 1, { tail: { ...MAIN, marks: ['regressed'] } });
    const { found, asked } = await compared({ baseline: { kind: 'previous' }, earlier: [regressed] });
    expect(found).toEqual({
      baseline: undefined,
      missing: 'No baseline: 1 earlier run passed, 1 worse than their baseline',
      warnings: [],
    });
    expect(asked).toEqual([['markedRuns', '7650001']]);
  });

  it('is a starred one past the first page before it is one of another pull request', async () => {
    const pull = earlier('7649990', 1, { tail: { ...MAIN, pullRequest: 5 } });
    const stars = [earlier('7600001', 8, { marked: true, run: aSettledRun({ id: '7600001', result: 'failed' }) })];
    const markedRuns = (): Promise<readonly EarlierRun[]> =>
      Promise.resolve([...stars, earlier('7600000', 9, { marked: true })]);
    const { found } = await compared({ baseline: { kind: 'previous' }, earlier: [pull], metrics: { markedRuns } });
    expect(found.baseline).toMatchObject({ runId: '7600000', about: { isMarked: true } });
    expect(found.warnings).toEqual([]);
  });

  it('is of another pull request where no star past the first page can be a baseline', async () => {
    const pull = earlier('7649990', 1, { tail: { ...MAIN, pullRequest: 5 } });
    const other = earlier('7600000', 9, { marked: true, run: aSettledRun({ id: '7600000', vus: 5 }) });
    const markedRuns = (): Promise<readonly EarlierRun[]> => Promise.resolve([other]);
    const { found } = await compared({ baseline: { kind: 'previous' }, earlier: [pull], metrics: { markedRuns } });
    expect(found.baseline?.runId).toBe('7649990');
    expect(found.warnings).toHaveLength(1);
  });

  it('has the values of rules about a part of the test too', async () => {
    const of = { metric: undefined, tags: [['name', 'checkout']] } as const;
    const across = (): Promise<ReadonlyMap<string, number>> =>
      Promise.resolve(
        new Map([
          ['7650001', 120],
          ['7649990', 100],
        ]),
      );
    const { found } = await compared({
      baseline: { kind: 'previous' },
      earlier: [earlier('7649990', 1)],
      comparing: { maxRegression: [{ metric: 'p95', size: 10, unit: '%', of }] },
      metrics: { across },
    });
    expect(found.baseline?.selected?.get('p95{name:checkout}=10%')).toMatchObject({ now: 120, then: 100 });
  });

  it.each([
    [undefined, 1],
    [NOTES, 0],
  ])('is warned of in a pull request where the API has no notes (row %#)', async (notes, count) => {
    const origin = {
      ...ORIGIN,
      pullRequest: 12,
      defaultBranch: 'main',
      head: { commit: undefined, branch: undefined },
      trusted: false,
    };
    const given = { baseline: { kind: 'previous' }, earlier: [earlier('7649990', 1)], comparing: { origin } } as const;
    const { warnings } = (await compared({ ...given, notes })).found;
    expect(warnings).toHaveLength(count);
  });
});

describe('a marked run', () => {
  const marked = earlier('7649980', 3, { marked: true });

  it('is the newest in the list of runs, and no other list is asked for', async () => {
    const older = earlier('7649970', 4, { marked: true });
    const { found, asked } = await compared({
      baseline: { kind: 'marked' },
      earlier: [earlier('7649990', 1), marked, older],
    });
    expect(found.baseline).toMatchObject({ runId: '7649980', about: { source: 'main', isMarked: true } });
    expect(asked).toEqual([['numbers', '7649980']]);
  });

  it('is asked for where it is older than the list of runs', async () => {
    const markedRuns = (): Promise<readonly EarlierRun[]> => Promise.resolve([marked]);
    const { found, asked } = await compared({
      baseline: { kind: 'marked' },
      earlier: [earlier('7649990', 1)],
      metrics: { markedRuns },
    });
    expect(found.baseline?.runId).toBe('7649980');
    expect(asked).toEqual([
      ['markedRuns', '7650001'],
      ['numbers', '7649980'],
    ]);
  });

  it('is missing with what is known of the list of runs where there is none', async () => {
    const { found } = await compared({ baseline: { kind: 'marked' }, earlier: [earlier('7649990', 1)] });
    expect(found).toEqual({
      baseline: undefined,
      missing: 'No baseline: 1 earlier run passed, 1 not marked',
      warnings: [],
    });
  });
});
