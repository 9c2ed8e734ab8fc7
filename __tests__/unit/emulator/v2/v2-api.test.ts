/** The legacy API over a real socket. The fixtures are the examples of the page "Test Runs Legacy API". */
import { describe, expect, it } from '@jest/globals';
import {
  aborted,
  completedWithError,
  failedByThreshold,
  neverEnding,
  passed,
  unknownStatus,
} from '../../../../src/emulator/machine/scenarios.ts';
import type { Scenario } from '../../../../src/emulator/machine/scenario.ts';
import type { V2Options } from '../../../../src/emulator/v2/v2-options.ts';
import { keysOf, served } from '../client.ts';
import { LISTED, READ, STARTED } from './v2-fixtures.ts';

const START = '/loadtests/v2/tests/1200001/start-testrun';
const RUN = '/loadtests/v2/runs/7650001';
const MARKER = 'SECRET-SCRIPT';

describe('key by key as documented', () => {
  it('a start, a read and a list', async () => {
    await served({ tests: [{ scenarios: [passed()] }] }, async ({ ask }) => {
      const started = await ask(START, { method: 'POST' });
      expect(keysOf(started.at())).toEqual(keysOf(STARTED));
      expect(keysOf(started.at('k6-run'))).toEqual(keysOf(STARTED['k6-run']));
      const read = await ask(RUN);
      expect(keysOf(read.at('k6-run'))).toEqual(keysOf(READ['k6-run']));
      const list = await ask('/loadtests/v2/runs?test_id=1200001');
      expect(keysOf(list.at())).toEqual(keysOf(LISTED));
      expect(keysOf(list.at('k6-runs', 0))).toEqual(keysOf(LISTED['k6-runs'][0]));
      expect(list.at('meta')).toEqual({ count: 1 });
    });
  });

  it('the same types as the example, once a run is over', async () => {
    const nullable = ['error_code', 'error_detail', 'stopped_by_id', 'user_id'];
    await served({}, async ({ ask, emulator }) => {
      const { id } = emulator.cloud.seed(1_200_001, { scenario: failedByThreshold() });
      const read = await ask(`/loadtests/v2/runs/${id}`);
      for (const [key, value] of Object.entries(READ['k6-run'])) {
        if (!nullable.includes(key)) expect([key, typeof read.at('k6-run', key)]).toEqual([key, typeof value]);
      }
      expect(read.at('k6-run')).toMatchObject({
        run_status: 3,
        processing_status: 2,
        result_status: 1,
        vus: 200,
        duration: 120,
      });
    });
  });

  it('what nobody should ask for is only sent when nothing is selected', async () => {
    await served({ tests: [{}] }, async ({ ask }) => {
      await ask(START, { method: 'POST' });
      expect((await ask(RUN)).text).toContain(MARKER);
      const some = await ask(`${RUN}?$select=id,run_status,vuh_cost,execution_duration,k6_runtime_config,nonsense`);
      expect(keysOf(some.at('k6-run'))).toEqual([
        'execution_duration',
        'id',
        'k6_runtime_config',
        'run_status',
        'vuh_cost',
      ]);
      expect(some.text).not.toContain(MARKER);
      expect((await ask('/loadtests/v2/runs?%24select=id&test_id=1200001')).at('k6-runs')).toEqual([{ id: 7_650_001 }]);
    });
  });

  it.each<[Scenario, number, number | null]>([
    [passed(), 3, 0],
    [failedByThreshold(), 3, 1],
    [completedWithError(), 3, 0],
    [aborted('user'), 5, 0],
    [aborted('system'), 6, 0],
    [aborted('script-error'), 7, 0],
    [aborted('threshold'), 8, 1],
    [aborted('limit'), 9, 0],
    [unknownStatus(11, { result: 'none' }), 11, null],
    [unknownStatus('3', { result: { raw: 'PASSED' } }), 3, null],
  ])('$name in numbers', async (script, runStatus, result) => {
    await served({}, async ({ ask, emulator }) => {
      const { id } = emulator.cloud.seed(1, { scenario: script });
      const run = (await ask(`/loadtests/v2/runs/${id}`)).at('k6-run');
      if (script.name.endsWith('3')) expect(run).toMatchObject({ run_status: '3', result_status: 'PASSED' });
      else expect(run).toMatchObject({ run_status: runStatus, result_status: result });
    });
  });
});

describe('what a real server checks', () => {
  it.each<[string, number, number | null]>([
    ['token emulated-token', 200, null],
    ['Token emulated-token', 200, null],
    ['TOKEN emulated-token', 200, null],
    ['bearer emulated-token', 200, null],
    ['Bearer emulated-token', 200, null],
    ['Bearer wrong', 401, 6],
    ['emulated-token', 401, 5],
    ['', 401, 5],
    ['Basic emulated-token', 401, 5],
  ])('Authorization: %s -> %i', async (authorization, status, code) => {
    await served({ tests: [{}] }, async ({ ask }) => {
      const answer = await ask('/loadtests/v2/tests/1200001', { headers: { authorization } });
      expect(answer.status).toBe(status);
      if (code !== null) expect(answer.at('error', 'code')).toBe(code);
    });
  });

  it.each([
    ['GET', '/loadtests/v2/runs/99', 404, 3],
    ['GET', '/loadtests/v2/runs/1e3', 404, 3],
    ['GET', '/loadtests/v2/tests/99', 404, 3],
    ['POST', '/loadtests/v2/tests/99/start-testrun', 404, 3],
    ['POST', '/loadtests/v2/tests/abc/start-testrun', 404, 3],
    ['POST', '/loadtests/v2/tests/1200002/start-testrun', 403, 4],
    ['POST', '/loadtests/v2/runs/99/stop', 404, 3],
    ['GET', START, 405, 7],
    ['DELETE', '/loadtests/v2/runs/7650001', 405, 7],
    ['GET', '/loadtests/v2/runs/7650001/stop', 405, 7],
    ['GET', '/loadtests/v2/nonsense', 404, 3],
    ['GET', '/loadtests/v2/runs?test_id=x', 400, 2],
    ['GET', '/loadtests/v2/runs?test_id=99', 404, 3],
    ['GET', '/loadtests/v2/runs?page=0', 400, 2],
    ['GET', '/loadtests/v2/runs?page_size=x', 400, 2],
    ['GET', '/loadtests/v2/runs?ids[]=x', 400, 2],
  ])('%s %s -> %i', async (method, path, status, code) => {
    await served({ tests: [{}, { access: 'forbidden' }] }, async ({ ask, emulator }) => {
      const answer = await ask(path, { method });
      expect([answer.status, answer.at('error', 'code')]).toEqual([status, code]);
      expect(emulator.cloud.runs()).toHaveLength(0);
    });
  });

  it('errors come in either documented shape', async () => {
    const v2: V2Options = {};
    await served({ v2 }, async ({ ask }) => {
      const newer = await ask('/loadtests/v2/runs?test_id=x');
      expect(newer.at('error', 'field_errors')).toEqual({ test_id: ['A whole number is needed.'] });
      v2.errorShape = 'details';
      const older = await ask('/loadtests/v2/runs?test_id=x');
      expect(older.at('error')).toMatchObject({
        details: { test_id: ['A whole number is needed.'] },
        errors: [expect.any(String)],
      });
    });
  });
});

describe('what the documents leave open', () => {
  it.each([
    ['micros', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/u],
    ['zoneless', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/u],
    ['seconds', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u],
  ] as const)('time stamps in the style %s', async (timestamps, style) => {
    await served({ v2: { timestamps } }, async ({ ask, emulator }) => {
      const { id } = emulator.cloud.seed(1);
      const { at } = await ask(`/loadtests/v2/runs/${id}?$select=created,started,ended`);
      for (const key of ['created', 'started', 'ended']) expect(at('k6-run', key)).toMatch(style);
    });
  });

  it.each<[NonNullable<V2Options['runUrl']>, unknown]>([
    ['present', { testRunDetails: 'https://acme.grafana.net/a/k6-app/runs/7650001' }],
    ['absent', {}],
    ['empty', { testRunDetails: '' }],
    [{ raw: 'javascript:alert(1)' }, { testRunDetails: 'javascript:alert(1)' }],
  ])('the address of a run: %j', async (runUrl, expected) => {
    await served({ v2: { runUrl } }, async ({ ask, emulator }) => {
      emulator.cloud.seed(1);
      expect((await ask(`${RUN}?$select=k6_runtime_config`)).at('k6-run', 'k6_runtime_config')).toEqual(expected);
    });
  });

  it.each([
    [{ select: 'refused' }, 400, 400],
    [{ select: 'documented' }, 200, 400],
    [{ select: 'honoured' }, 200, 200],
    [{ select: 'ignored' }, 200, 200],
  ] as const)('a selection: %j', async (v2, documented, undocumented) => {
    await served({ v2 }, async ({ ask, emulator }) => {
      emulator.cloud.seed(1);
      expect((await ask(`${RUN}?$select=id`)).status).toBe(documented);
      const wide = await ask(`${RUN}?$select=id,vuh_cost`);
      expect(wide.status).toBe(undocumented);
      expect(wide.text.includes(MARKER)).toBe(v2.select === 'ignored');
      expect((await ask(RUN)).status).toBe(200);
    });
  });

  it.each([404, 410] as const)('an API that is gone: %i with a page', async (removed) => {
    await served({ v2: { removed }, tests: [{}] }, async ({ ask }) => {
      const answer = await ask(START, { method: 'POST' });
      expect(answer.status).toBe(removed);
      expect(answer.headers.get('content-type')).toContain('text/html');
    });
  });

  it.each([
    [{}, 200, 400],
    [{ stopAnswer: 204, stopWhenOver: 204 }, 204, 204],
    [{ stopAnswer: 200, stopWhenOver: 200 }, 200, 200],
  ] as const)('the status of a stop: %j', async (v2, first, second) => {
    await served({ v2, tests: [{ scenarios: [neverEnding()] }] }, async ({ ask }) => {
      await ask(START, { method: 'POST' });
      expect((await ask(`${RUN}/stop`, { method: 'POST' })).status).toBe(first);
      expect((await ask(`${RUN}?$select=run_status,stopped_by_id`)).at('k6-run')).toEqual({
        run_status: 5,
        stopped_by_id: 91_001,
      });
      expect((await ask(`${RUN}/stop`, { method: 'POST', body: '{}' })).status).toBe(second);
    });
  });

  it('the result before the end, and statuses as strings', async () => {
    const v2: V2Options = {};
    await served({ v2, tests: [{ scenarios: [neverEnding()] }] }, async ({ ask }) => {
      await ask(START, { method: 'POST' });
      const look = async (): Promise<unknown> => (await ask(`${RUN}?$select=run_status,result_status`)).at('k6-run');
      expect(await look()).toEqual({ run_status: -2, result_status: 0 });
      v2.pendingResult = null;
      expect(await look()).toEqual({ run_status: -1, result_status: null });
      v2.statusesAs = 'strings';
      expect(await look()).toEqual({ run_status: '0', result_status: null });
    });
  });
});

describe('lists', () => {
  const ids = async (
    ask: (path: string) => Promise<{ at: (...path: (string | number)[]) => unknown }>,
    query: string,
  ): Promise<unknown> =>
    JSON.parse(
      JSON.stringify((await ask(`/loadtests/v2/runs?$select=id&${query}`)).at('k6-runs')),
      (_key, value: unknown) => (typeof value === 'object' && value !== null && 'id' in value ? value.id : value),
    );

  it('come in pages, sorted where they can sort', async () => {
    const v2: V2Options = { pageSize: 2, largestPage: 3 };
    await served({ v2 }, async ({ ask, emulator }) => {
      for (const createdMs of [5, 4, 3, 2, 1]) emulator.cloud.seed(1, { createdMs: createdMs * 1e6 });
      const [a, b, c, d, e] = [1, 2, 3, 4, 5].map((n) => 7_650_000 + n);
      expect(await ids(ask, 'test_id=1')).toEqual([a, b]);
      expect(await ids(ask, 'test_id=1&page=3')).toEqual([e]);
      expect(await ids(ask, 'test_id=1&page=4')).toEqual([]);
      expect(await ids(ask, 'test_id=1&page_size=99')).toEqual([a, b, c]);
      expect(await ids(ask, 'test_id=1&order_by=-started')).toEqual([a, b]);
      expect(await ids(ask, 'test_id=1&order_by=created')).toEqual([e, d]);
      expect(await ids(ask, 'test_id=1&order_by=-id&page=2')).toEqual([c, b]);
      v2.orderBy = 'ignored';
      expect(await ids(ask, 'test_id=1&order_by=-id')).toEqual([a, b]);
      v2.pastLastPage = 'not-found';
      expect((await ask('/loadtests/v2/runs?test_id=1&page=4')).status).toBe(404);
    });
  });

  it('that name a run read it; those that do not leave it as it is', async () => {
    await served({ tests: [{}] }, async ({ ask }) => {
      await ask(START, { method: 'POST' });
      const look = async (query: string): Promise<unknown> =>
        (await ask(`/loadtests/v2/runs?$select=run_status&${query}`)).at('k6-runs', 0);
      expect(await look('test_id=1200001')).toEqual({ run_status: -2 });
      expect(await look('ids[]=7650001')).toEqual({ run_status: -2 });
      expect(await look('ids[]=7650001&ids[]=99')).toEqual({ run_status: -1 });
      expect(await look('test_id=1200001')).toEqual({ run_status: -1 });
    });
  });

  it('have a test alone, with its last run', async () => {
    await served({ tests: [{ name: 'Checkout' }] }, async ({ ask }) => {
      await ask(START, { method: 'POST' });
      expect((await ask('/loadtests/v2/tests/1200001')).at('k6-test')).toMatchObject({
        name: 'Checkout',
        last_test_run_id: '7650001',
        test_run_ids: [7_650_001],
      });
    });
  });
});
