/** Which runs of the legacy API count as new: what is remembered before a start, and what that tells of a later list. */
import { describe, expect, it } from '@jest/globals';
import { newRunDetector, parseNotes, startNotes, wasKnown } from '../../../../src/cloud/v2/new-runs.ts';
import { aPendingRun } from '../../../support/a-run.ts';
import { scriptedPorts } from '../../../support/scripted-http.ts';

const { signal } = new AbortController();
const ids = (from: number, to: number): ReadonlySet<string> =>
  new Set(Array.from({ length: to - from + 1 }, (_, place) => String(from + place)));

describe('the notes of a start', () => {
  it('hold the ids of all runs, newest first, by their numbers', () => {
    expect(startNotes({ ids: new Set(['9', '10', '8']), complete: true })).toEqual({
      known: ['10', '9', '8'],
      complete: true,
    });
  });

  it('are complete with a hundred runs, and not with one more', () => {
    const hundred = startNotes({ ids: ids(1, 100), complete: true });
    expect([hundred.known.length, hundred.complete]).toEqual([100, true]);
    const more = startNotes({ ids: ids(1, 101), complete: true });
    expect([more.known.length, more.known.at(-1), more.complete]).toEqual([100, '2', false]);
  });

  it('are not complete where the list was not', () => {
    expect(startNotes({ ids: new Set(['1']), complete: false })).toEqual({ known: ['1'], complete: false });
  });

  it('survive the state of the runner', () => {
    const notes = startNotes({ ids: new Set(['2', '1']), complete: true });
    expect(parseNotes({ testId: '1201', notes: JSON.stringify(notes) })).toEqual(notes);
  });

  it.each(['', '{', 'null', '{}', '{"known":["1"]}', '{"known":[1],"complete":true}', '{"key":"k","known":["1"]}'])(
    'are not read from %j: such notes are a fault of this action',
    (notes) => {
      expect(() => parseNotes({ testId: '1201', notes })).toThrow();
    },
  );
});

describe('a run', () => {
  it.each([
    ['8', false, true],
    ['10', false, true],
    ['9', false, false],
    ['11', false, false],
    ['7', false, true],
    ['7', true, false],
    ['11', true, false],
  ])('%s, beside 10 and 8 and a list that is complete: %s, was known: %s', (runId, complete, known) => {
    expect(wasKnown(runId, { known: ['10', '8'], complete })).toBe(known);
  });

  it.each([true, false])('is new to a test that showed none (complete: %s)', (complete) => {
    expect(wasKnown('1', { known: [], complete })).toBe(false);
  });
});

describe('new runs', () => {
  it('are those of the list that were not known, oldest first', async () => {
    const ports = scriptedPorts(() => ({ json: { 'k6-runs': [11, 100, 9, 10, 8, 7].map((id) => ({ id })) } }));
    const run = aPendingRun({ id: '11' });
    const detector = newRunDetector(ports.http, () => Promise.resolve(run));
    const notes = JSON.stringify({ known: ['10', '8'], complete: false });
    expect(await detector.newRunIds({ testId: '1201', notes }, signal)).toEqual(['9', '11', '100']);
    expect(ports.sent.every(({ path }) => path.startsWith('/loadtests/v2/runs?test_id=1201&'))).toBe(true);
    expect(await detector.read('11', signal)).toBe(run);
    expect(detector.unknownRun('11')).toMatchObject({ id: '11', seen: false });
  });
});
