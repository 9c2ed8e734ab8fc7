/** Which runs of v6 count as new: what is remembered before a start, and what that tells of a later list. */
import { describe, expect, it } from '@jest/globals';
import type { ListedRun } from '../../../../src/cloud/v6/list.ts';
import { newRunDetector, parseNotes, startNotes } from '../../../../src/cloud/v6/new-runs.ts';
import { unknownRun } from '../../../../src/cloud/v6/translate.ts';
import { aPendingRun } from '../../../support/a-run.ts';
import { scriptedPorts } from '../../../support/scripted-http.ts';

const { signal } = new AbortController();
const BEGAN_MS = Date.parse('2026-11-23T10:00:00Z');
const NO_TIMES = { startedMs: undefined, endedMs: undefined, executedMs: undefined, plannedMs: undefined };
const run = (id: number, createdMs: number | undefined): ListedRun => ({ id: String(id), createdMs, times: NO_TIMES });

const notesOf = (runs: readonly ListedRun[]) => startNotes('key-1', { runs, coverage: 'all' });

describe('the notes of a v6 start', () => {
  it('hold its key, the newest runs by their creation, and when the newest was created', () => {
    expect(notesOf([run(1, 1000), run(3, 3000), run(2, 2000)])).toEqual({
      key: 'key-1',
      known: ['3', '2', '1'],
      sinceMs: 3000,
      coverage: 'all',
    });
  });

  it('hold no instant where there was no run, or none with a date', () => {
    expect(notesOf([])).toStrictEqual({ key: 'key-1', known: [], coverage: 'all' });
    expect(notesOf([run(1, undefined)])).toStrictEqual({ key: 'key-1', known: ['1'], coverage: 'all' });
  });

  it('put runs without a date last', () => {
    expect(notesOf([run(1, undefined), run(2, 2000), run(3, undefined), run(4, 4000)])).toEqual({
      key: 'key-1',
      known: ['4', '2', '1', '3'],
      sinceMs: 4000,
      coverage: 'all',
    });
  });

  it('hold a hundred ids at most', () => {
    const runs = Array.from({ length: 150 }, (_, place) => run(place + 1, place + 1));
    const { known } = notesOf(runs);
    expect([known.length, known[0], known.at(-1)]).toEqual([100, '150', '51']);
  });

  it('leave the runs that they are made of in their order', () => {
    const runs = [run(1, 1000), run(2, 2000)];
    notesOf(runs);
    expect(runs.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it.each([
    { key: 'key-1', known: ['3'], sinceMs: 3000, coverage: 'newest' },
    { key: 'key-1', known: [], coverage: 'all' },
  ])('are read back: %j', (notes) => {
    expect(parseNotes({ testId: '1201', notes: JSON.stringify(notes) })).toStrictEqual(notes);
  });

  it.each([
    '',
    '{',
    'null',
    '{}',
    '{"key":"k"}',
    '{"known":["1"],"coverage":"all"}',
    '{"key":"k","known":[1],"coverage":"all"}',
    '{"key":"k","known":[]}',
  ])('are not read from %j: such notes are a fault of this action', (notes) => {
    expect(() => parseNotes({ testId: '1201', notes })).toThrow();
  });
});

describe('the new runs of v6', () => {
  const created = (afterMs: number): string => new Date(BEGAN_MS + afterMs).toISOString();
  const read = () => Promise.resolve(aPendingRun({ id: '5' }));
  const shown = async (notes: object, value: readonly object[], more = {}): Promise<readonly string[]> => {
    const ports = scriptedPorts(() => ({ json: { value, ...more } }));
    const detector = newRunDetector(ports.http.send, { read, unknownRun: (id) => unknownRun(id, (page) => page) });
    return detector.newRunIds(
      { testId: '1201', notes: JSON.stringify({ key: 'key-1', coverage: 'newest', ...notes }) },
      signal,
    );
  };
  const LIST = [
    { id: 100, created: created(1000) },
    { id: 9, created: created(1) },
    { id: 8, created: created(0) },
    { id: 7, created: created(0) },
    { id: 6, created: created(-1) },
  ];

  it('are those that are not older than the newest run before the start, and none of the known, oldest first', async () => {
    expect(await shown({ known: ['8'], sinceMs: BEGAN_MS }, LIST)).toEqual(['7', '9', '100']);
  });

  it('are all but the known where no instant is known', async () => {
    expect(await shown({ known: ['8'] }, LIST)).toEqual(['6', '7', '9', '100']);
  });

  it('are also those without a date: never in silence', async () => {
    expect(await shown({ known: ['8'], sinceMs: BEGAN_MS }, [{ id: 9 }, { id: 8 }])).toEqual(['9']);
  });

  it('are not none where the list does not show all runs', async () => {
    const more = { '@nextLink': '/cloud/v6/load_tests/1201/test_runs?$skip=1' };
    const undated = [{ id: 8 }];
    await expect(shown({ known: ['8'] }, undated, more)).rejects.toMatchObject({
      code: 'malformed',
      message: 'GET /cloud/v6/load_tests/1201/test_runs: the list does not show all runs of the test.',
    });
    expect(await shown({ known: ['7'] }, undated, more)).toEqual(['8']);
    expect(await shown({ known: ['8'] }, undated)).toEqual([]);
  });

  it('are read as the adapter reads', () => {
    const ports = scriptedPorts(() => ({ json: {} }));
    const unknownOf = (id: string) => unknownRun(id, (page) => page);
    expect(newRunDetector(ports.http.send, { read, unknownRun: unknownOf })).toMatchObject({
      read,
      unknownRun: unknownOf,
    });
  });
});

describe('whether a run of v6 is new', () => {
  const ports = scriptedPorts(() => ({ json: {} }));
  const { isNew } = newRunDetector(ports.http.send, {
    read: () => Promise.reject(new Error('no read')),
    unknownRun: (id) => unknownRun(id, (page) => page),
  });
  const known = ['20', '10'];
  const sinceMs = BEGAN_MS;

  it.each<readonly [string, number | undefined, object, boolean | undefined]>([
    ['10', 5, { known, sinceMs }, false],
    ['10', undefined, { known: ['10'], coverage: 'some' }, false],
    // Both instants are known: they decide, whatever the ids say.
    ['5', 0, { known, sinceMs }, true],
    ['5', 0, { known, sinceMs, coverage: 'some' }, undefined],
    ['30', -1, { known, sinceMs }, false],
    ['30', -1, { known, sinceMs, coverage: 'some' }, false],
    // One is not: then the ids do.
    ['5', undefined, { known, sinceMs }, false],
    ['15', undefined, { known, sinceMs }, undefined],
    ['30', undefined, { known, sinceMs }, true],
    ['30', undefined, { known, sinceMs, coverage: 'some' }, undefined],
    ['5', 0, { known }, false],
    ['30', 0, { known }, true],
    // There was no run before.
    ['5', undefined, { known: [], coverage: 'all' }, true],
    ['5', 0, { known: [], coverage: 'all' }, true],
    ['5', undefined, { known: [], coverage: 'some' }, undefined],
  ])('%s, created %p ms after the newest, beside %j: %p', (id, afterMs, notes, expected) => {
    const createdMs = afterMs === undefined ? undefined : BEGAN_MS + afterMs;
    const intent = { testId: '1201', notes: JSON.stringify({ key: 'k', coverage: 'newest', ...notes }) };
    expect(isNew({ id, createdMs }, intent)).toBe(expected);
  });
});
