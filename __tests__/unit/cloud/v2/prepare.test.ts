/** What is done before a legacy start: the list of runs is read, for as long as the service may be out of reach. */
import { describe, expect, it } from '@jest/globals';
import { v2Cloud } from '../../../../src/cloud/v2/adapter.ts';
import { scriptedPorts } from '../../../support/scripted-http.ts';

const calm = new AbortController().signal;
const LIST = '/loadtests/v2/runs?test_id=1201&page=1&page_size=100&order_by=-created';

describe('the preparation of a legacy start', () => {
  it('tells which runs there are, and how long they lasted, newest first', async () => {
    const at = (second: number): string => `2026-11-23T10:00:${String(second).padStart(2, '0')}Z`;
    const runs = [
      { id: 9, started: at(0), ended: at(20), duration: 15 },
      { id: 10, started: at(10), ended: at(40), duration: 30 },
      { id: 11, started: at(50), ended: null, duration: 30 },
    ];
    const ports = scriptedPorts(() => ({ json: { 'k6-runs': runs, meta: { count: 3 } } }));
    expect(await v2Cloud(ports).prepare('1201', calm)).toEqual({
      testId: '1201',
      notes: '{"known":["11","10","9"],"coverage":"all"}',
      earlier: [
        { lastedMs: 30_000, plannedMs: 30_000 },
        { lastedMs: 20_000, plannedMs: 15_000 },
      ],
    });
    expect(ports.sent).toEqual([
      { method: 'GET', path: `${LIST}&$select=id,created,started,ended,duration`, maxBytes: 3 * 1024 * 1024 },
    ]);
  });

  it('asks again while the service is out of reach, and says so once', async () => {
    const ports = scriptedPorts((_, place) =>
      place < 4 ? { code: 'unavailable', status: 503 } : { json: { 'k6-runs': [], meta: { count: 0 } } },
    );
    expect(await v2Cloud(ports).prepare('1201', calm)).toMatchObject({ earlier: [] });
    expect(ports.sent).toHaveLength(4);
    expect(ports.notices).toEqual([
      'No test was started yet, since a request failed: GET /loadtests/v2/runs: unavailable.',
    ]);
  });

  it.each(['forbidden', 'not-found', 'unauthorized'] as const)('fails where the service answers %s', async (code) => {
    const ports = scriptedPorts(() => ({ code }));
    await expect(v2Cloud(ports).prepare('1201', calm)).rejects.toMatchObject({ code });
    expect([ports.sent.length, ports.notices]).toEqual([1, []]);
  });
});
