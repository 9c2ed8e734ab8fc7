/** A run that the user names as the baseline: which one is taken, what is read of it, and why another is not. */
import { describe, expect, it } from '@jest/globals';
import type { NamedBaseline } from '../../../src/gate/named-baseline.ts';
import { namedBaseline } from '../../../src/gate/named-baseline.ts';
import type { TestRun } from '../../../src/test-run/test-run.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import { anAsking } from '../../support/an-asking.ts';
import { scriptedCloud } from '../../support/scripted-cloud.ts';

const RUN = aSettledRun({ id: '7650001' });
const ID = '7000000';

interface Given {
  readonly runId?: string;
  /** In the list of earlier runs. */
  readonly listed?: TestRun;
  /** What a read of the named run shows. */
  readonly read?: TestRun | undefined;
}

async function named({
  runId = ID,
  listed,
  read,
}: Given): Promise<{ readonly found: NamedBaseline; readonly asked: readonly (readonly unknown[])[] }> {
  const { cloud, asked } = scriptedCloud({ metrics: { namedRun: () => Promise.resolve(read) } });
  const earlier = listed === undefined ? [] : [{ run: listed, marked: false }];
  return { found: await namedBaseline(runId, { run: RUN, earlier, cloud }, anAsking()), asked };
}

const of = (overrides: Parameters<typeof aSettledRun>[0] = {}): TestRun => aSettledRun({ id: ID, ...overrides });

describe('a run that the user names', () => {
  it('is the baseline as the list of earlier runs has it, and is not read', async () => {
    expect(await named({ listed: of({ vus: 199 }) })).toEqual({
      found: { of: of({ vus: 199 }), warnings: [] },
      asked: [],
    });
  });

  it('is read once where the list has it not', async () => {
    expect(await named({ read: of() })).toEqual({ found: { of: of(), warnings: [] }, asked: [['namedRun', ID]] });
  });

  it.each<readonly [string, Given]>([
    ['listed', { listed: of({ vus: 50 }) }],
    ['read', { read: of({ plannedMs: 60_000 }) }],
  ])('and is %s with another load is the baseline, with a warning', async (_, given) => {
    expect((await named(given)).found).toMatchObject({
      of: { id: ID },
      warnings: ['The baseline, run 7000000, has another load than run 7650001.'],
    });
  });

  it('is believed to be of the test where the API names none', async () => {
    expect((await named({ read: of({ testId: undefined }) })).found).toMatchObject({ of: { id: ID } });
  });

  it.each<readonly [string, TestRun]>([
    ['did not pass', of({ result: 'failed' })],
    ['did not pass', of({ ending: { kind: 'aborted', by: 'user' } })],
    ['did not pass', of({ ending: { kind: 'timed-out' } })],
    ['has no complete metrics', of({ metrics: 'incomplete' })],
    ['has not ended', aPendingRun({ id: ID })],
    ['is still being processed', aPendingRun({ id: ID, phase: 'processing', result: 'passed' })],
    ['is of another test', of({ testId: '1202' })],
    ['is of another test', aPendingRun({ id: ID, testId: '1202' })],
  ])('and %s is no baseline, listed or read (row %#)', async (clause, run) => {
    const found = { missing: `No baseline: run 7000000 ${clause}` };
    expect((await named({ listed: run })).found).toEqual(found);
    expect((await named({ read: run })).found).toEqual(found);
  });

  it.each<readonly [string, Given]>([
    ['is the run itself', { runId: RUN.id, read: RUN }],
    ['is not older than the run', { runId: '7650002', read: of({ id: '7650002' }) }],
  ])('and %s is no baseline, and is not read', async (clause, given) => {
    expect(await named(given)).toEqual({
      found: { missing: `No baseline: run ${given.runId} ${clause}` },
      asked: [],
    });
  });

  it.each<readonly [string, TestRun | undefined]>([
    ['with no response', undefined],
    ['with a response about another run', of({ id: '7000009' })],
  ])('%s could not be read', async (_, read) => {
    expect((await named({ read })).found).toEqual({ missing: 'No baseline: run 7000000 could not be read' });
  });
});
