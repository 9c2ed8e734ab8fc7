/** The requests by which the legacy API is read: which fields are asked for, and what is left out where it is refused. */
import { describe, expect, it } from '@jest/globals';
import { runReader, runsReader } from '../../../../src/cloud/v2/read.ts';
import type { ApiRequest } from '../../../../src/cloud/http/http.ts';
import type { Scripted, ScriptedPorts } from '../../../support/scripted-http.ts';
import { scriptedPorts } from '../../../support/scripted-http.ts';

const { signal } = new AbortController();
const DOCUMENTED =
  'id,test_id,run_status,processing_status,result_status,error_code,error_detail,created,started,ended,duration,vus';
const WIDE = `?$select=${DOCUMENTED},execution_duration,vuh_cost,k6_runtime_config`;
const NARROW = `?$select=${DOCUMENTED}`;
const refused: Scripted = { code: 'rejected', status: 400 };
const pathsOf = ({ sent }: ScriptedPorts): readonly string[] => sent.map(({ path }) => path);

/** A service that refuses selections: fields that are not documented, or all of them. */
function refusing(what: 'nothing' | 'undocumented' | 'all', json: unknown): (asked: ApiRequest) => Scripted {
  return ({ path }) => {
    const isRefused = what === 'all' ? path.includes('$select') : path.includes('vuh_cost') && what !== 'nothing';
    return isRefused ? refused : { json };
  };
}

describe('the read of one legacy run', () => {
  const RUN = { 'k6-run': { id: 7, run_status: 2 } };
  const path = (query: string): string => `/loadtests/v2/runs/7${query}`;

  it.each([
    ['nothing', [WIDE], WIDE],
    ['undocumented', [WIDE, NARROW], NARROW],
    ['all', [WIDE, NARROW, ''], ''],
  ] as const)(
    'asks for fewer fields where the service refuses %s of them, and remembers it',
    async (what, all, last) => {
      const ports = scriptedPorts(refusing(what, RUN));
      const read = runReader(ports.http);
      expect(await read('7', signal)).toMatchObject({ id: '7', phase: 'running' });
      await read('7', signal);
      expect(pathsOf(ports)).toEqual([...all, last].map(path));
      expect(new Set(ports.sent.map(({ method }) => method))).toEqual(new Set(['GET']));
    },
  );

  it('fails where every form is refused', async () => {
    const ports = scriptedPorts(() => refused);
    await expect(runReader(ports.http)('7', signal)).rejects.toMatchObject({ status: 400 });
    expect(ports.sent).toHaveLength(3);
  });

  it.each<Scripted>([
    { code: 'not-found', status: 404 },
    { code: 'unavailable', status: 500 },
    { code: 'rejected', status: 422 },
    { code: 'late' },
    { json: {} },
  ])('fails at once with %j, which speaks of no field', async (failure) => {
    const ports = scriptedPorts(() => failure);
    await expect(runReader(ports.http)('7', signal)).rejects.toMatchObject({ name: 'CloudError' });
    expect(pathsOf(ports)).toEqual([path(WIDE)]);
  });

  it('is no read of another run', async () => {
    const ports = scriptedPorts(() => ({ json: { 'k6-run': { id: 8, run_status: 2 } } }));
    await expect(runReader(ports.http)('7', signal)).rejects.toMatchObject({
      code: 'malformed',
      message: 'GET /loadtests/v2/runs/7: the answer is about run 8, not about run 7.',
    });
  });

  it('ends with the fault where the fault is no answer of the service', async () => {
    const ports = scriptedPorts(() => {
      throw new TypeError('a fault');
    });
    await expect(runReader(ports.http)('7', signal)).rejects.toThrow(TypeError);
  });
});

describe('the merged read of legacy runs', () => {
  const RUNS = { 'k6-runs': [8, 7].map((id) => ({ id, run_status: 2 })) };
  const path = (query: string): string => `/loadtests/v2/runs${query}&page_size=100&ids[]=7&ids[]=8`;

  it.each([
    ['nothing', [WIDE], WIDE],
    ['undocumented', [WIDE, NARROW], NARROW],
  ] as const)(
    'asks for fewer fields where the service refuses %s of them, and remembers it',
    async (what, all, last) => {
      const ports = scriptedPorts(refusing(what, RUNS));
      const read = runsReader(ports.http);
      expect([...(await read(['7', '8'], signal)).keys()].sort()).toEqual(['7', '8']);
      await read(['7', '8'], signal);
      expect(ports.sent).toEqual(
        [...all, last].map((query) => ({ method: 'GET', path: path(query), maxBytes: 3 * 1024 * 1024 })),
      );
    },
  );

  it('never asks for whole runs, which would be megabytes', async () => {
    const ports = scriptedPorts(refusing('all', RUNS));
    await expect(runsReader(ports.http)(['7', '8'], signal)).rejects.toMatchObject({ status: 400 });
    expect(pathsOf(ports)).toEqual([path(WIDE), path(NARROW)]);
  });

  it.each<Scripted>([{ code: 'not-found', status: 404 }, { code: 'unavailable', status: 500 }, { json: {} }])(
    'fails at once with %j, which speaks of no field',
    async (failure) => {
      const ports = scriptedPorts(() => failure);
      await expect(runsReader(ports.http)(['7', '8'], signal)).rejects.toMatchObject({ name: 'CloudError' });
      expect(pathsOf(ports)).toEqual([path(WIDE)]);
    },
  );

  it('ends with the fault where the fault is no answer of the service', async () => {
    const ports = scriptedPorts(() => {
      throw new TypeError('a fault');
    });
    await expect(runsReader(ports.http)(['7'], signal)).rejects.toThrow(TypeError);
  });
});
