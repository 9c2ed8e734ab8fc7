/** Whether the run that the response to a start names is believed: a run of the test that was asked for, and a new one. */
import { describe, expect, it } from '@jest/globals';
import { CloudError } from '../../../src/cloud/errors.ts';
import type { NewRunDetector } from '../../../src/cloud/new-runs.ts';
import { ownRun } from '../../../src/cloud/own-run.ts';
import type { TestRun } from '../../../src/test-run/test-run.ts';
import { aPendingRun } from '../../support/a-run.ts';
import { scriptedPorts } from '../../support/scripted-http.ts';

const request = 'POST /start';
const calm = new AbortController().signal;
const gone = new CloudError('not-found', { request: 'GET /runs/7', response: '404', status: 404 });

interface Scene {
  /** What a read of the run shows; by default the test fails where it is read. */
  readonly shown?: TestRun | Error;
  /** When the start was sent, by our clock: so long before now; absent: not known. */
  readonly sentMsAgo?: number;
  /** How far the service's clock is ahead of ours; absent: it never told its time. */
  readonly aheadMs?: number;
  /** What the list before the start tells of the age of the run. */
  readonly isNew?: boolean | undefined;
  readonly signal?: AbortSignal;
}

/** What becomes of the run that a response names, and which runs were read. */
async function believed(
  named: TestRun,
  { shown, sentMsAgo, aheadMs, signal = calm, ...list }: Scene,
): Promise<{ readonly outcome: unknown; readonly reads: readonly string[] }> {
  const ports = scriptedPorts(() => ({ code: 'rejected' }));
  const { clock } = ports;
  const serverNowMs = (): number | undefined => (aheadMs === undefined ? undefined : clock.now() + aheadMs);
  const intent = {
    testId: '1201',
    notes: '',
    sentAtMs: sentMsAgo === undefined ? undefined : clock.now() - sentMsAgo,
  };
  const reads: string[] = [];
  const read = (runId: string, within: AbortSignal): Promise<TestRun> => {
    expect(within).toBe(signal);
    reads.push(runId);
    if (shown === undefined) throw new Error('not to be read');
    return shown instanceof Error ? Promise.reject(shown) : Promise.resolve(shown);
  };
  const isNew: NewRunDetector['isNew'] = ({ id }, asked) => {
    expect([id, asked]).toEqual(['7', intent]);
    return 'isNew' in list ? list.isNew : true;
  };
  const about = { request, intent, ports: { ...ports, http: { ...ports.http, serverNowMs } } };
  const outcome = await ownRun(named, about, { isNew, read }, signal).catch((error: unknown) => error);
  return { outcome, reads };
}

/** Why a response is not believed. */
const wrongRun = (response: string): object => ({
  code: 'wrong-run',
  message: `POST /start: the response names run 7, ${response}.`,
});

describe('a response that names the test of its run', () => {
  it('is believed without a read where it is the test that was asked for', async () => {
    const named = aPendingRun({ id: '7', testId: '1201', vus: 50 });
    expect(await believed(named, {})).toEqual({ outcome: named, reads: [] });
  });

  it('is not believed where it is another test, whatever a read would show', async () => {
    const { outcome, reads } = await believed(aPendingRun({ id: '7', testId: '1202' }), {});
    expect(outcome).toMatchObject(wrongRun('which is a run of test 1202'));
    expect(reads).toEqual([]);
  });
});

describe('a response without the test of its run', () => {
  const named = aPendingRun({ id: '7', testId: undefined, vus: 50 });

  it('is believed once a read shows the test that was asked for', async () => {
    const shown = aPendingRun({ id: '7', testId: '1201', vus: 99 });
    expect(await believed(named, { shown })).toEqual({ outcome: { ...named, testId: '1201' }, reads: ['7'] });
  });

  it.each([
    ['shows another test', aPendingRun({ id: '7', testId: '1202' }), 'which is a run of test 1202'],
    ['shows no test either', aPendingRun({ id: '7', testId: undefined }), 'of which the test is not known'],
    ['fails', gone, 'of which the test is not known'],
  ])('is not believed where the read %s', async (_, shown, finding) => {
    const { outcome, reads } = await believed(named, { shown });
    expect(outcome).toMatchObject(wrongRun(finding));
    expect(reads).toEqual(['7']);
  });

  it('ends with the reason of the signal, where that ended the read', async () => {
    const reason = new Error('cancelled');
    expect((await believed(named, { shown: gone, signal: AbortSignal.abort(reason) })).outcome).toBe(reason);
  });

  it('hides no fault of our own in the read', async () => {
    const fault = new TypeError('x is undefined');
    expect((await believed(named, { shown: fault })).outcome).toBe(fault);
  });
});

describe('the age of a run that a response names', () => {
  const HOUR_MS = 3_600_000;
  const NOW_MS = scriptedPorts(() => ({ code: 'rejected' })).clock.now();
  /** Created so long before the start was sent, by the clock of the service, which is an hour ahead. */
  const created = (beforeMs: number): number => NOW_MS + HOUR_MS - 20_000 - beforeMs;
  const sent = { sentMsAgo: 20_000, aheadMs: HOUR_MS };

  it.each([-20_000, 0, 60_000])('is none where it was created %d ms before the start was sent', async (beforeMs) => {
    const named = aPendingRun({ id: '7', createdMs: created(beforeMs) });
    expect((await believed(named, sent)).outcome).toEqual(named);
  });

  it.each([60_001, HOUR_MS])('makes it another run where it was created %d ms before that', async (beforeMs) => {
    const { outcome } = await believed(aPendingRun({ id: '7', createdMs: created(beforeMs) }), sent);
    expect(outcome).toMatchObject(wrongRun('which existed before'));
  });

  it('is read off the run itself where the response has no test', async () => {
    const shown = aPendingRun({ id: '7', createdMs: created(HOUR_MS) });
    const { outcome } = await believed(aPendingRun({ id: '7', testId: undefined, createdMs: undefined }), {
      ...sent,
      shown,
    });
    expect(outcome).toMatchObject(wrongRun('which existed before'));
  });

  it.each([
    ['when the run was created', undefined, sent],
    ['when the start was sent', created(HOUR_MS), { aheadMs: HOUR_MS }],
    ['what time it is by the service', created(2 * HOUR_MS), { sentMsAgo: 20_000 }],
  ])('is not known where it is not known %s', async (_, createdMs, known) => {
    const named = aPendingRun({ id: '7', createdMs });
    expect((await believed(named, known)).outcome).toEqual(named);
  });
});

describe('a run of which the list before the start does not tell whether it is new', () => {
  const NOW_MS = scriptedPorts(() => ({ code: 'rejected' })).clock.now();
  const unsure = { isNew: undefined, sentMsAgo: 20_000, aheadMs: 0 };
  const named = aPendingRun({ id: '7', testId: '1201', createdMs: undefined });
  const unknown = wrongRun('of which it is not known whether it existed before');

  it('is believed without a read where the response tells when it was created', async () => {
    const dated = { ...named, createdMs: NOW_MS };
    expect(await believed(dated, unsure)).toEqual({ outcome: dated, reads: [] });
  });

  it('is read where the response does not tell that', async () => {
    const shown = aPendingRun({ id: '7', createdMs: NOW_MS });
    expect(await believed(named, { ...unsure, shown })).toEqual({ outcome: named, reads: ['7'] });
    const old = aPendingRun({ id: '7', createdMs: NOW_MS - 3_600_000 });
    expect((await believed(named, { ...unsure, shown: old })).outcome).toMatchObject(wrongRun('which existed before'));
  });

  it.each([
    ['does not tell it either', named],
    ['fails', gone],
  ])('is not believed where the read %s', async (_, shown) => {
    expect((await believed(named, { ...unsure, shown })).outcome).toMatchObject(unknown);
  });

  it('is not believed where nobody tells what time it is by the service', async () => {
    const dated = { ...named, createdMs: NOW_MS };
    expect((await believed(dated, { isNew: undefined, shown: dated })).outcome).toMatchObject(unknown);
  });

  it('is not believed where the list shows that it is old, whatever the clock says, and is not read', async () => {
    const { outcome, reads } = await believed({ ...named, createdMs: NOW_MS }, { ...unsure, isNew: false });
    expect(outcome).toMatchObject(wrongRun('which existed before'));
    expect(reads).toEqual([]);
  });
});
