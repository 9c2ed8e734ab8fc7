/** The legacy API as one of the two clouds: its name, and the requests behind stops, marks and merged reads. */
import { describe, expect, it } from '@jest/globals';
import { v2Cloud } from '../../../../src/cloud/v2/adapter.ts';
import { v2Stopper } from '../../../../src/cloud/v2/stopper.ts';
import type { Scripted } from '../../../support/scripted-http.ts';
import { scriptedPorts } from '../../../support/scripted-http.ts';
import { aPendingRun, aSettledRun } from '../../../support/a-run.ts';

const { signal } = new AbortController();
const running = (id: unknown): object => ({ id, run_status: 2, processing_status: 0 });
const intent = { testId: '1201', notes: '{"known":["1"],"coverage":"all"}' };

describe('the legacy API', () => {
  it('has its name, no notes, and runs of which the id alone is known', () => {
    const cloud = v2Cloud(scriptedPorts(() => ({ json: {} })));
    expect(cloud.apiName).toBe('legacy API');
    expect(cloud.notes).toBeUndefined();
    expect(cloud.unknownRun('7')).toMatchObject({ id: '7', url: 'https://app.k6.io/runs/7', seen: false });
  });

  it('closes its connections', () => {
    const ports = scriptedPorts(() => ({ json: {} }));
    let closed = 0;
    const http = { ...ports.http, close: () => (closed += 1) };
    v2Cloud({ ...ports, http }).close();
    expect(closed).toBe(1);
  });

  it('stops a run for as long as it is told to, and reads it where the stop is refused', async () => {
    const ports = scriptedPorts(({ method }) =>
      method === 'POST' ? { code: 'rejected', status: 400 } : { json: { 'k6-run': running(7) } },
    );
    const beganMs = ports.clock.now();
    await expect(v2Cloud(ports).stop('7', 3000, signal)).rejects.toMatchObject({ status: 400 });
    expect(ports.clock.now() - beganMs).toBeLessThanOrEqual(3000);
    expect(ports.sent[0]).toEqual({ method: 'POST', path: '/loadtests/v2/runs/7/stop', urgent: true });
    expect(ports.sent[1]?.path).toMatch(/^\/loadtests\/v2\/runs\/7\?/u);
    expect(ports.sent.length).toBeGreaterThan(3);
  });

  it.each<readonly [string, Scripted, string]>([
    ['accepted', { json: undefined }, 'stopping'],
    ['refused because the run is over', { code: 'rejected', status: 400 }, 'already-over'],
  ])('says of a stop that is %s', async (_, answer, result) => {
    const over = { id: 7, run_status: 5 };
    const ports = scriptedPorts(({ method }) => (method === 'POST' ? answer : { json: { 'k6-run': over } }));
    expect(await v2Stopper(ports).stop('7', 5000, signal)).toBe(result);
  });

  it('finds the run of a start, also where nothing but stops is possible', async () => {
    const ports = scriptedPorts(({ path }) =>
      path.includes('test_id=')
        ? { json: { 'k6-runs': [{ id: 1 }, { id: 2 }], meta: { count: 2 } } }
        : { json: { 'k6-run': { ...running(2), test_id: 1201 } } },
    );
    expect(await v2Stopper(ports).find(intent, signal)).toMatchObject({ kind: 'one', run: { id: '2' } });
  });

  it('looks for a second run beside the one that is known', async () => {
    const ports = scriptedPorts(({ path }) =>
      path.includes('test_id=')
        ? { json: { 'k6-runs': [{ id: 1 }, { id: 2 }, { id: 3 }], meta: { count: 3 } } }
        : { json: { 'k6-run': { ...running(3), test_id: 1201 } } },
    );
    const start = { intent, own: aPendingRun({ id: '2' }), doubt: { firstTryMs: 0, lastTryMs: 0 } };
    expect(await v2Stopper(ports).secondRuns(start, signal)).toMatchObject({ ours: [{ id: '3' }], others: [] });
  });
});

describe('a mark on a legacy run', () => {
  const mark = async (script: (place: number) => Scripted, outageMs = 300_000) => {
    const ports = { ...scriptedPorts((_, place) => script(place)), outageMs };
    const beganMs = ports.clock.now();
    const outcome = await v2Cloud(ports)
      .markAsBaseline?.('7', signal)
      .catch((error: unknown) => error);
    return { outcome, ports, tookMs: ports.clock.now() - beganMs };
  };

  it('is one request', async () => {
    const { outcome, ports } = await mark(() => ({ json: undefined }));
    expect(outcome).toBeUndefined();
    expect(ports.sent).toEqual([{ method: 'POST', path: '/loadtests/v2/runs/7/make_baseline' }]);
  });

  it.each([
    [300_000, 15_000, 30_000],
    [5000, 1000, 5000],
  ])('is tried again for 30 s, or for outage-timeout if that is %i ms', async (outageMs, least, most) => {
    const { outcome, tookMs } = await mark(() => ({ code: 'unavailable', status: 503 }), outageMs);
    expect(outcome).toMatchObject({ code: 'unavailable' });
    expect(tookMs).toBeGreaterThan(least);
    expect(tookMs).toBeLessThanOrEqual(most);
  });
});

describe('the thresholds of a legacy run', () => {
  it('are known by the list of them', async () => {
    const threshold = { id: 1, name: 'threshold_1', metric_id: 'm', stat: 'p(95)', value: 400, tainted: false };
    const ports = scriptedPorts(() => ({ json: { 'k6-thresholds': [{ ...threshold, calculated_value: 312 }] } }));
    expect(await v2Cloud(ports).thresholds(aSettledRun({ id: '7' }), signal)).toBe('some');
    expect(ports.sent.map(({ path }) => path)).toEqual(['/loadtests/v2/thresholds?test_run_id=7']);
  });

  it('are unreadable where no list of them is', async () => {
    const ports = scriptedPorts(() => ({ code: 'forbidden', status: 403 }));
    expect(await v2Cloud(ports).thresholds(aSettledRun({ id: '7' }), signal)).toBe('unreadable');
  });
});

describe('reads of several legacy runs', () => {
  const ports = () =>
    scriptedPorts(({ path }) =>
      path.includes('ids[]')
        ? { json: { 'k6-runs': [running(7), running(8)] } }
        : { json: { 'k6-run': running(Number(/runs\/(\d+)/u.exec(path)?.[1])) } },
    );

  it('that are due together are one request, from two runs on', async () => {
    const asked = ports();
    const cloud = v2Cloud(asked, true);
    const runs = await Promise.all([cloud.read('7', signal), cloud.read('8', signal)]);
    expect(runs.map(({ id }) => id)).toEqual(['7', '8']);
    expect(asked.sent.map(({ path }) => path.replace(/\?.*&page_size/u, '?…&page_size'))).toEqual([
      '/loadtests/v2/runs?…&page_size=100&ids[]=7&ids[]=8',
    ]);
  });

  it('are one request each where a step has one run', async () => {
    const asked = ports();
    const cloud = v2Cloud(asked);
    await Promise.all([cloud.read('7', signal), cloud.read('8', signal)]);
    expect(asked.sent.map(({ path }) => path.replace(/\?.*/u, ''))).toEqual([
      '/loadtests/v2/runs/7',
      '/loadtests/v2/runs/8',
    ]);
  });
});
