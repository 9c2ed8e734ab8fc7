/** Which runs of the legacy API count as new: what is remembered before a start, and what that tells of a later list. */
import { describe, expect, it } from '@jest/globals';
import { newRunDetector, parseNotes, startNotes } from '../../../../src/cloud/v2/new-runs.ts';
import { aPendingRun } from '../../../support/a-run.ts';
import { scriptedPorts } from '../../../support/scripted-http.ts';

const { signal } = new AbortController();
const ids = (from: number, to: number): ReadonlySet<string> =>
  new Set(Array.from({ length: to - from + 1 }, (_, place) => String(from + place)));

describe('the notes of a start', () => {
  it('hold the ids of all runs, newest first, by their numbers', () => {
    expect(startNotes({ ids: new Set(['9', '10', '8']), coverage: 'all' })).toEqual({
      known: ['10', '9', '8'],
      coverage: 'all',
    });
  });

  it('hold all of a hundred runs, and the newest of one more', () => {
    const hundred = startNotes({ ids: ids(1, 100), coverage: 'all' });
    expect([hundred.known.length, hundred.coverage]).toEqual([100, 'all']);
    const more = startNotes({ ids: ids(1, 101), coverage: 'all' });
    expect([more.known.length, more.known.at(-1), more.coverage]).toEqual([100, '2', 'newest']);
  });

  it.each(['newest', 'some'] as const)('hold no more than the list did: %s', (coverage) => {
    expect(startNotes({ ids: new Set(['1']), coverage })).toEqual({ known: ['1'], coverage });
    expect(startNotes({ ids: ids(1, 101), coverage }).coverage).toBe(coverage);
  });

  it('survive the state of the runner', () => {
    const notes = startNotes({ ids: new Set(['2', '1']), coverage: 'all' });
    expect(parseNotes({ testId: '1201', notes: JSON.stringify(notes) })).toEqual(notes);
  });

  it.each([
    '',
    '{',
    'null',
    '{}',
    '{"known":["1"]}',
    '{"known":[],"coverage":"much"}',
    '{"known":[1],"coverage":"all"}',
    '{"key":"k","known":["1"]}',
  ])('are not read from %j: such notes are a fault of this action', (notes) => {
    expect(() => parseNotes({ testId: '1201', notes })).toThrow();
  });
});

describe('a run', () => {
  const isNew = (id: string, notes: object): boolean | undefined =>
    newRunDetector(scriptedPorts(() => ({ json: {} })).http, () => Promise.resolve(aPendingRun({ id: '1' }))).isNew(
      { id, createdMs: undefined },
      { testId: '1201', notes: JSON.stringify(notes) },
    );

  it.each([
    ['8', 'newest', false],
    ['10', 'newest', false],
    ['9', 'newest', true],
    ['11', 'newest', true],
    ['7', 'newest', false],
    ['7', 'all', true],
    ['11', 'all', true],
    ['10', 'all', false],
    ['10', 'some', false],
    ['7', 'some', false],
    ['9', 'some', undefined],
    ['11', 'some', undefined],
  ])('%s, beside 10 and 8 of a list that held %s, is new: %s', (runId, coverage, expected) => {
    expect(isNew(runId, { known: ['10', '8'], coverage })).toBe(expected);
  });

  it.each([
    ['all', true],
    ['newest', true],
    ['some', undefined],
  ])('beside none of a list that held %s, is new: %s', (coverage, expected) => {
    expect(isNew('1', { known: [], coverage })).toBe(expected);
  });
});

describe('new runs', () => {
  it('are those of the list that were not known, oldest first', async () => {
    const ports = scriptedPorts(() => ({ json: { 'k6-runs': [11, 100, 9, 10, 8, 7].map((id) => ({ id })) } }));
    const run = aPendingRun({ id: '11' });
    const detector = newRunDetector(ports.http, () => Promise.resolve(run));
    const notes = JSON.stringify({ known: ['10', '8'], coverage: 'newest' });
    expect(await detector.newRunIds({ testId: '1201', notes }, signal)).toEqual(['9', '11', '100']);
    expect(ports.sent.every(({ path }) => path.startsWith('/loadtests/v2/runs?test_id=1201&'))).toBe(true);
    expect(await detector.read('11', signal)).toBe(run);
    expect(detector.unknownRun('11')).toMatchObject({ id: '11', seen: false });
  });

  it('are not none where the list does not show all runs', async () => {
    const shown = (ids: readonly number[], count: number) => {
      const ports = scriptedPorts(() => ({ json: { 'k6-runs': ids.map((id) => ({ id })), meta: { count } } }));
      const notes = JSON.stringify({ known: ['9'], coverage: 'all' });
      return newRunDetector(ports.http, () => Promise.reject(new Error('no read'))).newRunIds(
        { testId: '1201', notes },
        signal,
      );
    };
    await expect(shown([], 2)).rejects.toMatchObject({ code: 'malformed' });
    await expect(shown([9], 2)).rejects.toMatchObject({
      message: 'GET /loadtests/v2/runs: the list does not show all runs of the test.',
    });
    expect(await shown([10, 9], 3)).toEqual(['10']);
    expect(await shown([9], 1)).toEqual([]);
  });
});
