/** One run per start on v6: one key for all tries, and what the list is asked for where the key is not enough. */
import { describe, expect, it } from '@jest/globals';
import type { StartIntent } from '../../../../src/cloud/cloud.ts';
import type { ApiRequest } from '../../../../src/cloud/http/http.ts';
import type { V6Settings } from '../../../../src/cloud/v6/adapter.ts';
import { v6Cloud } from '../../../../src/cloud/v6/adapter.ts';
import type { Scripted, ScriptedPorts } from '../../../support/scripted-http.ts';
import { scriptedPorts } from '../../../support/scripted-http.ts';

const calm = new AbortController().signal;
const LIST = '/cloud/v6/load_tests/1201/test_runs';
const settings = (): V6Settings => {
  let minted = 0;
  return { stack: { kind: 'id', id: '871234' }, uuid: () => `key-${++minted}` };
};
const minute = (at: number): string => `2026-11-23T10:${String(at).padStart(2, '0')}:00Z`;
const listed = (ids: readonly number[]): object[] => ids.map((id) => ({ id, created: minute(id) }));
const page = (ids: readonly number[], nextLink?: string): Scripted => ({
  json: { value: listed(ids), ...(nextLink === undefined ? {} : { '@nextLink': nextLink }) },
});
const isStart = ({ method }: ApiRequest): boolean => method === 'POST';
const isList = ({ path }: ApiRequest): boolean => path.startsWith(LIST);
const keys = ({ sent }: ScriptedPorts): unknown[] =>
  sent.filter(isStart).map(({ headers }) => headers?.['k6-idempotency-key']);

async function start(ports: ScriptedPorts): Promise<unknown> {
  const cloud = v6Cloud(ports, settings());
  return cloud.start(await cloud.prepare('1201', calm), calm).catch((error: unknown) => error);
}

describe('a v6 start', () => {
  it('carries one key through all tries, minted before the first', async () => {
    const errors: readonly Scripted[] = [
      { code: 'late' },
      { code: 'unavailable' },
      { code: 'rate-limited' },
      { json: { status: 'created' } },
      { json: { id: 9, test_id: 1201 } },
    ];
    let tried = 0;
    const ports = scriptedPorts((asked) => (isStart(asked) ? (errors[tried++] ?? { code: 'rejected' }) : page([2, 1])));
    expect(await start(ports)).toMatchObject({ id: '9', testId: '1201' });
    expect(keys(ports)).toEqual(Array(5).fill('key-1'));
    expect(ports.sent.filter(isList)).toHaveLength(1);
  });

  it('is sent again with its key at the end of `outage-timeout` where the service asks for a longer pause', async () => {
    let tried = 0;
    const sentMs: number[] = [];
    const ports = scriptedPorts((asked) => {
      if (!isStart(asked)) return page([2, 1]);
      sentMs.push(ports.clock.now() - beganMs);
      return tried++ === 0
        ? { code: 'unavailable', status: 503, retryAfterMs: 400_000 }
        : { json: { id: 9, test_id: 1201 } };
    });
    const beganMs = ports.clock.now();
    expect(await start(ports)).toMatchObject({ id: '9' });
    expect(sentMs).toEqual([0, 60_000]);
  });

  it('has a key of its own each time', async () => {
    const ports = scriptedPorts((asked) =>
      isStart(asked) ? { json: { id: 9, test_id: Number(/load_tests\/(\d+)/u.exec(asked.path)?.[1]) } } : page([1]),
    );
    const cloud = v6Cloud(ports, settings());
    for (const testId of ['1201', '1202']) await cloud.start(await cloud.prepare(testId, calm), calm);
    expect(keys(ports)).toEqual(['key-1', 'key-2']);
  });

  it('searches the list where the repeated key is refused', async () => {
    let made = false;
    const ports = scriptedPorts((asked) => {
      if (isStart(asked)) return made ? { code: 'rejected', status: 409 } : ((made = true), { code: 'interrupted' });
      return isList(asked) ? page(made ? [3, 2, 1] : [2, 1]) : { json: { id: 3, status: 'queued' } };
    });
    expect(await start(ports)).toMatchObject({ id: '3', phase: 'queued' });
    expect(keys(ports)).toHaveLength(2);
  });

  it('takes no run for its own where the very first try was refused', async () => {
    const ports = scriptedPorts((asked) => (isStart(asked) ? { code: 'rejected', status: 409 } : page([2, 1])));
    expect(await start(ports)).toMatchObject({ code: 'rejected', status: 409 });
    expect(ports.sent.filter(isList)).toHaveLength(1);
  });

  it('names all that may be its own where the key cannot tell', async () => {
    let tried = 0;
    const ports = scriptedPorts((asked) => {
      if (isStart(asked)) return tried++ === 0 ? { code: 'late' } : { code: 'rejected', status: 409 };
      return page(tried > 0 ? [4, 3, 2, 1] : [2, 1]);
    });
    expect(await start(ports)).toMatchObject({ code: 'start-uncertain', runIds: ['3', '4'] });
  });

  it('sends no key that the service may have forgotten', async () => {
    const ports = {
      ...scriptedPorts((asked) => (isStart(asked) ? { code: 'late' } : page([1]))),
      outageMs: 3_600_000,
    };
    const began = ports.clock.now();
    const triesMs: number[] = [];
    const { send } = ports.http;
    const http = {
      ...ports.http,
      send: (asked: ApiRequest, signal: AbortSignal) => {
        if (isStart(asked)) triesMs.push(ports.clock.now() - began);
        return send(asked, signal);
      },
    };
    expect(await start({ ...ports, http })).toMatchObject({ code: 'start-uncertain' });
    expect(Math.max(...triesMs)).toBeLessThan(600_000);
    expect(triesMs.length).toBeGreaterThan(10);
  });
});

describe('a search for a run of v6', () => {
  const intent = async (ids: readonly number[]): Promise<StartIntent> =>
    v6Cloud(
      scriptedPorts(() => page(ids)),
      settings(),
    ).prepare('1201', calm);
  const find = async (notes: StartIntent, script: (asked: ApiRequest) => Scripted): Promise<unknown> => {
    const ports = scriptedPorts((asked) => (isList(asked) ? script(asked) : { json: { id: 50, status: 'running' } }));
    const outcome = await v6Cloud(ports, settings())
      .find(notes, calm)
      .catch((error: unknown) => error);
    return { outcome, paths: [...new Set(ports.sent.filter(isList).map(({ path }) => path))] };
  };

  it('takes what is newer than all there was by the clock of the service, newest first', async () => {
    const { outcome, paths } = (await find(await intent([9, 8]), () => page([50, 9, 8, 7]))) as {
      outcome: unknown;
      paths: readonly string[];
    };
    expect(outcome).toMatchObject({ kind: 'one', run: { id: '50' } });
    expect(paths).toEqual([`${LIST}?$orderby=created%20desc&$top=20`]);
  });

  it('knows older runs that were not in its notes', async () => {
    expect(await find(await intent([9]), () => page([9, 8, 7]))).toMatchObject({ outcome: { kind: 'none' } });
  });

  it('takes any run of a test that had none', async () => {
    expect(await find(await intent([]), () => page([50]))).toMatchObject({ outcome: { kind: 'one' } });
  });

  it.each([
    ['absolute', `https://api.k6.io${LIST}?$skip=2&$top=2`],
    ['of another scheme and host', `http://elsewhere.example${LIST}?$skip=2&$top=2`],
    ['with credentials and port', `https://u:p@elsewhere.example:8443${LIST}?$skip=2&$top=2`],
    ['relative', `${LIST}?$skip=2&$top=2`],
    ['behind a gateway', `https://gateway.example/k6${LIST}?$skip=2&$top=2`],
  ])('follows a next link that is %s by its path and query alone', async (_, link) => {
    const answer = await find(await intent([1]), ({ path }) =>
      path.includes('$skip') ? page([50, 1]) : page([52, 51], link),
    );
    expect(answer).toEqual({
      outcome: { kind: 'unclear', runIds: ['50', '51', '52'] },
      paths: [`${LIST}?$orderby=created%20desc&$top=20`, `${LIST}?$skip=2&$top=2`],
    });
  });

  it.each([
    'https://elsewhere.example/steal',
    '//elsewhere.example/',
    '/cloud/v6/load_tests/7/test_runs?$skip=1',
    'http://[',
  ])('does not follow %s', async (link) => {
    const { outcome, paths } = (await find(await intent([1]), () => page([52, 51], link))) as {
      outcome: unknown;
      paths: readonly string[];
    };
    expect(outcome).toMatchObject({ code: 'malformed' });
    expect(paths).toHaveLength(1);
  });

  it('reads all pages of a server that does not sort, and ends where one pages for ever', async () => {
    const all = Array.from({ length: 50 }, (_, place) => place + 1);
    const answer = await find(await intent(all.slice(0, 49)), ({ path }) => {
      const skip = Number(/\$skip=(\d+)/u.exec(path)?.[1] ?? 0);
      return page(all.slice(skip, skip + 20), `${LIST}?$skip=${Math.min(skip + 20, 60)}`);
    });
    expect(answer).toMatchObject({ outcome: { kind: 'one', run: { id: '50' } } });
  });
});

describe('the stack', () => {
  const url = 'https://acme.grafana.net';
  const uuid = (): string => 'key';

  it('goes with every request; a number needs no question', async () => {
    const ports = scriptedPorts(() => ({ json: { id: 7, status: 'running' } }));
    await v6Cloud(ports, settings()).read('7', calm);
    expect(ports.sent).toMatchObject([{ path: '/cloud/v6/test_runs/7', headers: { 'x-stack-id': '871234' } }]);
  });

  it('is asked for once by its address', async () => {
    const ports = scriptedPorts(({ path }) => ({
      json: path === '/cloud/v6/auth' ? { stack_id: 871234, default_project_id: 1 } : { id: 7, status: 'running' },
    }));
    const cloud = v6Cloud(ports, { stack: { kind: 'url', url }, uuid });
    const run = await cloud.read('7', calm);
    await cloud.read('7', calm);
    expect(ports.sent.map(({ path }) => path)).toEqual([
      '/cloud/v6/auth',
      '/cloud/v6/test_runs/7',
      '/cloud/v6/test_runs/7',
    ]);
    expect(ports.sent[0]?.headers).toEqual({ 'x-stack-url': url });
    expect(ports.sent[1]?.headers).toEqual({ 'x-stack-id': '871234' });
    expect(run.url).toBe(`${url}/a/k6-app/runs/7`);
  });

  it.each(['forbidden', 'not-found', 'unavailable'] as const)('is asked for again after %s', async (code) => {
    let asked = 0;
    const ports = scriptedPorts(({ path }) => {
      if (path !== '/cloud/v6/auth') return { json: { id: 7, status: 'running' } };
      return ++asked === 1 ? { code } : { json: { stack_id: 871234 } };
    });
    const cloud = v6Cloud(ports, { stack: { kind: 'url', url }, uuid });
    await expect(cloud.read('7', calm)).rejects.toMatchObject({ code });
    await expect(cloud.read('7', calm)).resolves.toMatchObject({ id: '7' });
  });
});

describe('what v6 says besides', () => {
  it('keeps the page that the start reports, for every later read', async () => {
    const notices = 'https://acme.example/a/k6-app/runs/9';
    const ports = scriptedPorts((asked) => {
      if (isStart(asked)) return { json: { id: 9, test_id: 1201, test_run_details_page_url: notices } };
      return isList(asked) ? page([1]) : { json: { id: 9, status: 'running' } };
    });
    const cloud = v6Cloud(ports, settings());
    await cloud.start(await cloud.prepare('1201', calm), calm);
    expect((await cloud.read('9', calm)).url).toBe(notices);
    expect(cloud.unknownRun('8').url).toBe('https://app.k6.io/runs/8');
  });

  it('tells of an unknown status once, and waits', async () => {
    const ports = scriptedPorts(() => ({ json: { id: 9, status: 'finalizing' } }));
    const cloud = v6Cloud(ports, settings());
    for (let reads = 0; reads < 3; reads++) {
      expect(await cloud.read('9', calm)).toMatchObject({ state: 'pending', phase: 'unrecognised' });
    }
    expect(ports.notices).toEqual([expect.stringContaining('the status finalizing, which this action does not know')]);
  });

  it('writes a note, and tries again while that may help', async () => {
    const ports = scriptedPorts((_, place) => (place < 3 ? { code: 'unavailable' } : { json: undefined }));
    await v6Cloud(ports, settings()).notes?.write('9', 'hello', calm);
    expect(ports.sent.at(-1)).toMatchObject({
      method: 'PATCH',
      path: '/cloud/v6/test_runs/9',
      body: { note: 'hello' },
    });
    const refusing = scriptedPorts(() => ({ code: 'forbidden' }));
    await expect(v6Cloud(refusing, settings()).notes?.write('9', 'hello', calm)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
