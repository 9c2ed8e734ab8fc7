/** The report files: where they go, what they replace, and folders that are refused. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { filesReporter } from '../../../src/report/files.ts';
import type { StepOutcome } from '../../../src/test-run/outcome.ts';
import { aFailure, anOutcome, aStep, runMetrics } from '../../support/a-run-metrics.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const FILES = ['junit.xml', 'report.json', 'report.md'];
const FIRST = aStep(aFailure());
const SECOND = aStep(anOutcome({ id: '7650002' }, runMetrics()));

/** Writes the files of one step. */
async function write(folder: string, outcome: StepOutcome): Promise<{ notes: string[]; folders: string[] }> {
  const [notes, folders]: [string[], string[]] = [[], []];
  const reporter = filesReporter(folder, {
    redact: (text) => text,
    note: (sentence) => notes.push(sentence),
    onWritten: (place) => folders.push(place),
  });
  await reporter.closed?.(outcome, new AbortController().signal);
  return { notes, folders };
}

describe('report files', () => {
  it('are written to a new folder without a word', async () => {
    const folder = join(temporaryFolder(), 'a', 'b');
    expect(await write(folder, FIRST)).toEqual({ notes: [], folders: [folder] });
    expect(readdirSync(folder)).toEqual(FILES);
  });

  it('of a second step replace those of the first, and the log names its run', async () => {
    const folder = temporaryFolder();
    await write(folder, FIRST);
    const { notes } = await write(folder, SECOND);
    expect(notes).toEqual([
      'The report of run 7650001 in `report-dir` was replaced. Use a different folder for each step to keep both.',
    ]);
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toContain('"runId": "7650002"');
  });

  it.each([
    ['report.json', 'no JSON'],
    ['report.json', '{"runs":[{"runId":"1\\n::error::x"},{"runId":2},null]}'],
    ['junit.xml', '<testsuites/>'],
  ])('replace a %s whose run is not known', async (name, text) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, name), text);
    const { notes } = await write(folder, FIRST);
    expect(notes).toEqual([
      'An earlier report in `report-dir` was replaced. Use a different folder for each step to keep both.',
    ]);
  });

  it('leave other files of the folder alone', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'other.txt'), 'x');
    mkdirSync(join(folder, 'inner'));
    expect((await write(folder, FIRST)).notes).toEqual([]);
    expect(readdirSync(folder)).toEqual(['inner', ...FILES.slice(0, 1), 'other.txt', ...FILES.slice(1)]);
  });
});
