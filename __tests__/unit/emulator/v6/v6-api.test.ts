/** The current API over a real socket. */
import { describe, expect, it } from '@jest/globals';
import * as scenarios from '../../../../src/emulator/machine/scenarios.ts';
import type { Scenario } from '../../../../src/emulator/machine/scenario.ts';
import type { V6Options } from '../../../../src/emulator/v6/v6-options.ts';
import type { Ask, Client, Reply } from '../client.ts';
import { keysOf, served } from '../client.ts';

const START = '/cloud/v6/load_tests/1200001/start';
const RUNS = '/cloud/v6/load_tests/1200001/test_runs';
const RUN = '/cloud/v6/test_runs/7650001';

/** Asks with the right stack. */
function inStack({ ask }: Client): (method: string, path: string, more?: Ask) => Promise<Reply> {
  return (method, path, { headers, ...more } = {}) =>
    ask(path, { method, headers: { 'X-Stack-Id': '871234', ...headers }, ...more });
}

const REQUIRED = `id test_id project_id started_by created ended note retention_expiry cost status status_details
  status_history distribution result result_details options k6_dependencies k6_versions max_vus max_browser_vus
  estimated_duration execution_duration is_starred`.split(/\s+/u);

describe('a run', () => {
  it.each<[Scenario, readonly string[]]>([
    [scenarios.passed(), ['running/null', 'processing_metrics/null', 'completed/passed', 'completed/passed']],
    [scenarios.failedByThreshold(), ['running/null', 'processing_metrics/null', 'completed/failed']],
    [scenarios.completedWithError(), ['running/null', 'processing_metrics/null', 'completed/error']],
    [scenarios.processingStuck(), ['running/null', 'processing_metrics/null', 'processing_metrics/null']],
    [
      scenarios.lateResult(),
      ['running/null', 'processing_metrics/null', 'completed/null', 'completed/null', 'completed/passed'],
    ],
    [scenarios.noResult(), ['running/null', 'processing_metrics/null', 'completed/null']],
    [scenarios.aborted('threshold'), ['running/null', 'aborted/failed']],
    [scenarios.aborted('system'), ['running/null', 'aborted/error']],
    [scenarios.timedOut(), ['running/null', 'aborted/error']],
    [scenarios.unknownPhase(), ['running/null', 'finalizing/null', 'processing_metrics/null', 'completed/passed']],
  ])('of the script $name', async (script, expected) => {
    await served({ tests: [{ scenarios: [script] }] }, async (client) => {
      const send = inStack(client);
      await send('POST', START);
      const looks: string[] = [];
      for (let read = 0; read < 4 + expected.length; read++) {
        const { at } = await send('GET', RUN);
        looks.push(`${String(at('status'))}/${String(at('result'))}`);
      }
      expect(looks.slice(0, 4)).toEqual(['created/null', 'created/null', 'queued/null', 'initializing/null']);
      expect(looks.slice(4)).toEqual(expected);
    });
  });

  it('begins with nothing known, and the address of its page', async () => {
    await served({ tests: [{}] }, async (client) => {
      const { at, status } = await inStack(client)('POST', START);
      expect(status).toBe(200);
      expect(keysOf(at())).toEqual([...REQUIRED, 'test_run_details_page_url'].sort());
      const unknown = [
        'cost',
        'distribution',
        'options',
        'result',
        'result_details',
        'max_vus',
        'estimated_duration',
        'ended',
      ];
      for (const key of unknown) expect([key, at(key)]).toEqual([key, null]);
      expect(at('status_history')).toEqual([at('status_details')]);
      expect(at()).toMatchObject({
        status: 'created',
        note: '',
        execution_duration: 0,
        test_run_details_page_url: 'https://acme.grafana.net/a/k6-app/runs/7650001',
      });
    });
  });

  it('ends with everything', async () => {
    await served({}, async (client) => {
      client.emulator.cloud.seed(1, { scenario: scenarios.failedByThreshold(), createdMs: 0 });
      const { at } = await inStack(client)('GET', RUN);
      expect(keysOf(at())).toEqual([...REQUIRED].sort());
      expect(at()).toMatchObject({
        created: '1970-01-01T00:00:00.000000Z',
        ended: '1970-01-01T00:02:27.000000Z',
        execution_duration: 124,
        max_vus: 200,
        cost: { total_vuh: 6.67 },
        options: { thresholds: { http_req_duration: ['p(95)<400'], http_req_failed: ['rate<0.05'] } },
        result_details: { type: 'failed', code: null },
      });
      const history = at('status_history');
      const words = Array.isArray(history) ? history.map((step: unknown) => JSON.stringify(step)) : [];
      expect(words.map((word) => /"type":"(\w+)"/u.exec(word)?.[1])).toEqual([
        'created',
        'queued',
        'initializing',
        'running',
        'processing_metrics',
        'completed',
      ]);
    });
  });

  it('refused for quota says why within its first looks', async () => {
    await served(
      { tests: [{ scenarios: [scenarios.quota({ reason: { code: 8001, message: 'No VUh left.' } })] }] },
      async (client) => {
        const send = inStack(client);
        await send('POST', START);
        await send('GET', RUN);
        const { at } = await send('GET', RUN);
        expect(at()).toMatchObject({
          status: 'aborted',
          result: 'error',
          result_details: { type: 'error', message: 'No VUh left.', code: 8001 },
          status_details: { extra: { by_user: null, message: 'No VUh left.', code: 8001 } },
        });
      },
    );
  });

  it('aborted by a user names the user', async () => {
    await served({}, async (client) => {
      client.emulator.cloud.seed(1, { scenario: scenarios.aborted('user') });
      const { at } = await inStack(client)('GET', RUN);
      expect(at('status_details', 'extra', 'by_user')).toBe('other@example.com');
    });
  });

  it('of an old server lacks what came later', async () => {
    const v6: V6Options = { oldServer: true };
    await served({ v6, tests: [{}] }, async (client) => {
      const send = inStack(client);
      expect(keysOf((await send('POST', START)).at())).toEqual(REQUIRED.slice(0, -5).sort());
      await send('GET', RUN);
      const { at } = await send('GET', RUN);
      expect(at('result_details')).toEqual({});
      expect(at('cost')).toEqual({ total_vuh: '6.67', breakdown: { protocol_vuh: '6.67', browser_vuh: '0.00' } });
    });
  });

  it('tells the thresholds of its test, those that abort among them', async () => {
    const thresholds = [
      { metric: 'http_req_duration', stat: 'p(95)', operator: '<', limit: 400 },
      { metric: 'http_req_duration', stat: 'p(99)', operator: '<=', limit: 900, abortOnFail: true },
    ] as const;
    await served(
      {
        tests: [
          { id: 1, thresholds },
          { id: 2, thresholds: [] },
        ],
        v6: { costsAs: 'strings' },
      },
      async (client) => {
        client.emulator.cloud.seed(1);
        client.emulator.cloud.seed(2);
        const send = inStack(client);
        const { at } = await send('GET', RUN);
        const conditions = ['p(95)<400', { threshold: 'p(99)<=900', abortOnFail: true }];
        expect(at('options', 'thresholds')).toEqual({ http_req_duration: conditions });
        expect(at('cost', 'breakdown', 'base_total_vuh')).toBe('6.67');
        expect(keysOf((await send('GET', '/cloud/v6/test_runs/7650002')).at('options'))).not.toContain('thresholds');
      },
    );
  });

  it.each<[V6Options, unknown]>([
    [{ runOptions: 'null' }, null],
    [{ runOptions: 'no-thresholds' }, { vus: 200, duration: '120s', cloud: { projectID: 3_600_001 } }],
  ])('with %j', async (v6, expected) => {
    await served({ v6 }, async (client) => {
      client.emulator.cloud.seed(1);
      expect((await inStack(client)('GET', RUN)).at('options')).toEqual(expected);
    });
  });
});

describe('a start', () => {
  it.each([
    ['same-run', 200],
    ['conflict', 409],
  ] as const)('with a key that was used: %s', async (repeatedKey, status) => {
    let nowMs = 1e12;
    await served({ v6: { repeatedKey }, tests: [{}, {}], now: () => nowMs }, async (client) => {
      const send = inStack(client);
      const headers = { 'K6-Idempotency-Key': 'a'.repeat(36) };
      const first = await send('POST', START, { headers });
      nowMs += 599_999;
      const second = await send('POST', START, { headers });
      expect([first.status, second.status]).toEqual([200, status]);
      if (status === 200) expect(second.at('id')).toBe(first.at('id'));
      else expect(second.at('error', 'code')).toBe('conflict');
      expect((await send('POST', '/cloud/v6/load_tests/1200002/start', { headers })).at('id')).toBe(7_650_002);
      nowMs += 1;
      expect((await send('POST', START, { headers })).at('id')).toBe(7_650_003);
      expect((await send('POST', START)).at('id')).toBe(7_650_004);
    });
  });

  it.each([
    ['/cloud/v6/load_tests/1200001/start', 400, { 'K6-Idempotency-Key': 'a'.repeat(37) }],
    ['/cloud/v6/load_tests/1200001/start', 400, { 'K6-Idempotency-Key': '' }],
    ['/cloud/v6/load_tests/1200002/start', 403, {}],
    ['/cloud/v6/load_tests/99/start', 404, {}],
  ])('refused: %s -> %i', async (path, status, headers) => {
    await served({ tests: [{}, { access: 'forbidden' }] }, async (client) => {
      const answer = await inStack(client)('POST', path, { headers });
      expect(answer.status).toBe(status);
      expect(typeof answer.at('error', 'code')).toBe('string');
      expect(client.emulator.cloud.runs()).toHaveLength(0);
    });
  });
});

describe('who may ask', () => {
  const TESTS = '/cloud/v6/load_tests/1200001';
  it.each<[string, Record<string, string>, number, V6Options]>([
    [TESTS, { 'x-stack-id': '871234' }, 200, {}],
    [TESTS, { 'x-stack-id': '871234', authorization: 'bearer emulated-token' }, 200, {}],
    [TESTS, { 'x-stack-id': '871234', authorization: 'Token emulated-token' }, 401, {}],
    [TESTS, { 'x-stack-id': '871234', authorization: 'Bearer wrong' }, 401, {}],
    [TESTS, {}, 400, {}],
    [TESTS, {}, 401, { missingStack: 401 }],
    [TESTS, { 'x-stack-id': 'acme' }, 400, {}],
    [TESTS, { 'x-stack-id': '5' }, 403, {}],
    [TESTS, { 'x-stack-id': '5' }, 404, { otherStack: 404 }],
    ['/cloud/v6/auth', { 'x-stack-url': 'https://acme.grafana.net' }, 200, {}],
    ['/cloud/v6/auth', { 'x-stack-url': 'https://acme.grafana.net/' }, 403, {}],
    ['/cloud/v6/auth', {}, 400, {}],
    ['/cloud/v6/nonsense', { 'x-stack-id': '871234' }, 404, {}],
    ['/cloud/v6/load_tests/1200001/start', { 'x-stack-id': '871234' }, 405, {}],
  ])('%s %j -> %i', async (path, headers, status, v6) => {
    await served({ v6, tests: [{}] }, async ({ ask }) => {
      const answer = await ask(path, { headers });
      expect(answer.status).toBe(status);
      if (status >= 400)
        expect(answer.at('error')).toMatchObject({ message: expect.any(String), code: expect.any(String) });
      else if (path.endsWith('auth')) expect(answer.at()).toEqual({ stack_id: 871_234, default_project_id: 3_600_001 });
    });
  });
});

describe('lists', () => {
  it('of runs: order, pages, filters, and a next link with scheme http', async () => {
    await served({}, async (client) => {
      const send = inStack(client);
      for (const day of [1, 2, 3])
        client.emulator.cloud.seed(1_200_001, { createdMs: Date.UTC(2026, 0, day), starred: day === 2 });
      const ids = async (query: string): Promise<unknown> => {
        const { at } = await send('GET', `${RUNS}?${query}`);
        return [0, 1, 2].map((index) => at('value', index, 'id')).filter((id) => id !== undefined);
      };
      expect(await ids('')).toEqual([7_650_001, 7_650_002, 7_650_003]);
      expect(await ids('$orderby=created%20desc')).toEqual([7_650_003, 7_650_002, 7_650_001]);
      expect(await ids('$orderby=created desc&$top=1&$skip=1')).toEqual([7_650_002]);
      expect(await ids('is_starred=true')).toEqual([7_650_002]);
      expect(await ids('created_after=2026-01-02T00:00:00Z')).toEqual([7_650_002, 7_650_003]);
      expect(await ids('created_before=2026-01-01T12:00:00%2B00:00')).toEqual([7_650_001]);
      const page = await send('GET', `${RUNS}?$top=2&$count=true`);
      expect(page.at('@count')).toBe(3);
      expect(page.at('@nextLink')).toBe(`${client.url}${RUNS}?%24top=2&%24count=true&%24skip=2`);
      const last = await send('GET', `${RUNS}?%24top=2&%24skip=2`);
      expect(keysOf(last.at())).toEqual(['value']);
      expect((await send('GET', '/cloud/v6/test_runs?$top=1')).at('value', 0, 'id')).toBe(7_650_001);
    });
  });

  it('of runs do not read them', async () => {
    await served({ tests: [{}] }, async (client) => {
      const send = inStack(client);
      await send('POST', START);
      for (let look = 0; look < 3; look++) expect((await send('GET', RUNS)).at('value', 0, 'status')).toBe('created');
      expect((await send('GET', RUN)).at('status')).toBe('created');
    });
  });

  it.each([
    '$top=0',
    '$top=1001',
    '$top=x',
    '$skip=-1',
    '$orderby=nonsense',
    '$orderby=id desc',
    'created_after=today',
    'created_after=2026-01-01T00:00:00+00:00',
  ])('refuse %s', async (query) => {
    await served({ tests: [{}] }, async (client) => {
      expect((await inStack(client)('GET', `${RUNS}?${query}`)).status).toBe(400);
    });
  });

  it('a test alone; ids past 2^31, and a link to another origin', async () => {
    const v6 = { largestPage: 1, nextLinkOrigin: 'http://evil.test' };
    await served({ tests: [{ name: 'Checkout' }], firstTestId: 3_000_000_000, v6 }, async (client) => {
      const send = inStack(client);
      client.emulator.cloud.seed(3_000_000_000);
      client.emulator.cloud.seed(3_000_000_000);
      const runs = await send('GET', '/cloud/v6/load_tests/3000000000/test_runs');
      expect(runs.at('@nextLink')).toBe('http://evil.test/cloud/v6/load_tests/3000000000/test_runs?%24skip=1');
      expect((await send('GET', '/cloud/v6/load_tests/3000000000')).at('name')).toBe('Checkout');
      expect((await send('GET', '/cloud/v6/load_tests/1')).status).toBe(404);
      expect((await send('GET', '/cloud/v6/load_tests/1/test_runs')).status).toBe(404);
    });
  });
});

describe('changes of a run', () => {
  it('a note, and nothing but a note', async () => {
    await served({}, async (client) => {
      client.emulator.cloud.seed(1);
      const patch = async (body: string): Promise<number> => (await inStack(client)('PATCH', RUN, { body })).status;
      expect(await patch('{"note":"PR 7"}')).toBe(204);
      for (const body of ['', '[]', '{}', '{"note":7}', '{"note":"x","more":1}', 'null'])
        expect([body, await patch(body)]).toEqual([body, 400]);
      expect((await inStack(client)('GET', RUN)).at('note')).toBe('PR 7');
      expect((await inStack(client)('PATCH', '/cloud/v6/test_runs/9', { body: '{"note":""}' })).status).toBe(404);
    });
  });

  it('a star', async () => {
    await served({}, async (client) => {
      client.emulator.cloud.seed(1);
      const send = inStack(client);
      expect((await send('POST', `${RUN}/star`)).status).toBe(204);
      expect((await send('GET', RUN)).at('is_starred')).toBe(true);
    });
  });

  it.each([
    ['accepted', 204],
    ['conflict', 409],
  ] as const)('an abort before it is running: %s', async (abortPending, early) => {
    await served({ v6: { abortPending }, tests: [{ scenarios: [scenarios.neverEnding()] }] }, async (client) => {
      const send = inStack(client);
      await send('POST', START);
      await send('POST', START);
      expect((await send('POST', `${RUN}/abort`)).status).toBe(early);
      const other = '/cloud/v6/test_runs/7650002';
      for (let read = 0; read < 5; read++) await send('GET', other);
      expect((await send('POST', `${other}/abort`)).status).toBe(204);
      expect((await send('GET', other)).at()).toMatchObject({ status: 'aborted', result: 'error' });
      const again = await send('POST', `${other}/abort`);
      expect([again.status, again.at('error', 'code')]).toEqual([409, 'conflict']);
    });
  });
});
