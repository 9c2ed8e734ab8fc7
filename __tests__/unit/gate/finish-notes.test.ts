/** What post does about a note that main left: it reads before it writes, and says what came of it once. */
import { describe, expect, it } from '@jest/globals';
import type { RunNotes } from '../../../src/cloud/cloud.ts';
import { finishNotes } from '../../../src/gate/finish-notes.ts';
import type { OwedNote } from '../../../src/runner/owed-notes.ts';
import { jumpingClock } from '../../support/jumping-clock.ts';

const TAIL = '[k6-cloud-gate/1 repository=acme/shop branch=main]';
const MARKED = '[k6-cloud-gate/1 repository=acme/shop branch=main regressed]';
const OWED: OwedNote = {
  runId: '7',
  text: `hello ${TAIL}`,
  marks: ['regressed'],
  repository: 'acme/shop',
  isReported: false,
};

async function finished(
  owed: OwedNote,
  notes: (Partial<RunNotes> & { readonly before?: string }) | undefined,
): Promise<{
  readonly written: readonly string[];
  readonly logs: readonly string[];
  readonly warnings: readonly string[];
}> {
  const [written, logs, warnings]: [string[], string[], string[]] = [[], [], []];
  const whole: RunNotes = {
    read: () => Promise.resolve(notes?.before ?? ''),
    write: (runId, text) => Promise.resolve(void written.push(`${runId}: ${text}`)),
    ...notes,
  };
  await finishNotes([owed], {
    stopper: notes === undefined ? {} : { notes: whole },
    clock: jumpingClock(),
    log: (line) => logs.push(line),
    warn: (line) => warnings.push(line),
  });
  return { written, logs, warnings };
}

const DONE = ['The note of run 7 was finished.'];

describe('a note that main left', () => {
  it.each([
    ['was never written', '', [`7: hello ${MARKED}`], DONE],
    ['lacks its mark', `hello ${TAIL}`, [`7: hello ${MARKED}`], DONE],
    ['was written around by a person', `a ${TAIL} b`, [`7: a ${MARKED} b`], DONE],
    ['has everything, because only a response was lost', `hello ${MARKED}`, [], []],
    ['is now that of a later version', '[k6-cloud-gate/2 x]', [], []],
  ])('%s', async (_, before, written, logs) => {
    expect(await finished(OWED, { before })).toEqual({ written, logs, warnings: [] });
  });

  it('on an API without notes is nothing', async () => {
    expect(await finished(OWED, undefined)).toEqual({ written: [], logs: [], warnings: [] });
  });

  const FAILED =
    'The note of run 7 could not be finished: 403. If the run passed, it can later be taken for a baseline.';

  it('that cannot be finished is one warning, or a line if main has warned already', async () => {
    const refusing = { write: () => Promise.reject(new Error('403')) };
    expect(await finished(OWED, refusing)).toMatchObject({ logs: [], warnings: [FAILED] });
    expect(await finished({ ...OWED, isReported: true }, refusing)).toMatchObject({ logs: [FAILED], warnings: [] });
  });

  it('that hangs is given up', async () => {
    const { warnings } = await finished(OWED, { read: () => new Promise(() => undefined) });
    expect(warnings.join()).toContain('no complete response within 20 s');
  });
});
