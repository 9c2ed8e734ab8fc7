/** The earlier runs of a test over the legacy API: which are asked for, in what order they come, and what is left out. */
import { describe, expect, it } from '@jest/globals';
import type { Scripted, ScriptedPorts } from '../../../support/scripted-http.ts';
import { scriptedPorts } from '../../../support/scripted-http.ts';
import { v2Metrics } from '../../../../src/cloud/v2/history.ts';
import type { EarlierRun } from '../../../../src/test-run/metrics.ts';
import { aSettledRun } from '../../../support/a-run.ts';
import { anAsking } from '../../../support/an-asking.ts';
import { pathsOf, rulePorts, seriesAnswer } from '../../../support/scripted-metrics.ts';

const RUN = aSettledRun({ id: '1000', testId: '1201' });
const FIELDS = 'id,test_id,run_status,processing_status,result_status,created,started,ended,duration,vus,is_baseline';
const LIST_PAGE_BYTES = 3 * 1024 * 1024;

const listed = (id: number, more: object = {}): object => ({
  id,
  test_id: 1201,
  run_status: 3,
  processing_status: 2,
  result_status: 0,
  ...more,
});
const pageOf = (...runs: readonly object[]): Scripted => ({ json: { 'k6-runs': runs } });
/** A page of a hundred runs, the newest first, that ends with the given ones. */
const fullPage = (newest: number, ...last: readonly object[]): Scripted =>
  pageOf(...Array.from({ length: 100 - last.length }, (_, place) => listed(newest - place)), ...last);
const path = (page: number, size = 100): string =>
  `/loadtests/v2/runs?test_id=1201&page=${page}&page_size=${size}&order_by=-started&$select=${FIELDS}`;
const brief = (runs: readonly EarlierRun[]): unknown => runs.map(({ run, marked }) => [run.id, marked]);

/** Ports on which each page of the list is the next of these; a page past them is missing. */
function pages(...all: readonly Scripted[]): ScriptedPorts {
  return scriptedPorts((_, place) => all[place - 1] ?? { code: 'not-found' });
}

describe('the earlier runs of a test, over the legacy API,', () => {
  it('are those that were made before, newest first, whatever the order of the list', async () => {
    const asking = anAsking();
    const ports = pages(pageOf(listed(998), listed(1000), listed(99), listed(999), listed(1001)));
    expect(brief(await v2Metrics(ports).earlierRuns(RUN, asking))).toEqual([
      ['999', false],
      ['998', false],
      ['99', false],
    ]);
    expect(ports.sent).toEqual([{ method: 'GET', path: path(1), bestEffort: true, maxBytes: LIST_PAGE_BYTES }]);
    expect(asking.failures).toEqual([]);
  });

  it('are translated as runs are that are read alone, and marked only where the list says so', async () => {
    const times = { created: '2026-11-23T10:00:00Z', started: '2026-11-23T10:00:20Z', ended: '2026-11-23T10:02:20Z' };
    const ports = pages(
      pageOf(
        listed(3, { ...times, duration: 120, vus: 50, is_baseline: true }),
        listed(2, { run_status: 8, result_status: 1, is_baseline: 'true' }),
        listed(1, { run_status: 2, is_baseline: null }),
        { id: 0, run_status: 3 },
      ),
    );
    expect(await v2Metrics(ports).earlierRuns(RUN, anAsking())).toMatchObject([
      {
        run: {
          id: '3',
          testId: '1201',
          state: 'settled',
          result: 'passed',
          createdMs: Date.parse(times.created),
          startedMs: Date.parse(times.started),
          endedMs: Date.parse(times.ended),
          plannedMs: 120_000,
          vus: 50,
        },
        marked: true,
      },
      { run: { id: '2', state: 'settled', ending: { kind: 'aborted', by: 'threshold' } }, marked: false },
      { run: { id: '1', state: 'pending', phase: 'running' }, marked: false },
    ]);
  });

  it('are read in a smaller page where the usual one is too large', async () => {
    const asking = anAsking();
    const ports = pages({ code: 'too-large' }, pageOf(listed(7)));
    expect(brief(await v2Metrics(ports).earlierRuns(RUN, asking))).toEqual([['7', false]]);
    expect(pathsOf(ports)).toEqual([path(1), path(1, 20)]);
    expect(asking.failures).toEqual([]);
  });

  it('are none where the list cannot be read, with a word on it', async () => {
    const asking = anAsking();
    expect(await v2Metrics(pages({ code: 'forbidden' })).earlierRuns(RUN, asking)).toEqual([]);
    expect(asking.failures).toEqual(['GET /loadtests/v2/runs: forbidden.']);
  });

  it('are not asked for where the test of the run is not known', async () => {
    const ports = pages();
    const client = v2Metrics(ports);
    const run = aSettledRun({ id: '1000', testId: undefined });
    expect(await client.earlierRuns(run, anAsking())).toEqual([]);
    expect(await client.markedRuns(run, anAsking())).toEqual([]);
    expect(ports.sent).toEqual([]);
  });
});

describe('the marked runs of a test, over the legacy API,', () => {
  const marked = { is_baseline: true };

  it('are searched for from the second page on, until one is found', async () => {
    const ports = pages(fullPage(900), fullPage(800, listed(701, marked), listed(702, marked)), fullPage(600));
    expect(brief(await v2Metrics(ports).markedRuns(RUN, anAsking()))).toEqual([
      ['702', true],
      ['701', true],
    ]);
    expect(pathsOf(ports)).toEqual([path(2), path(3)]);
  });

  it('are found on the last page that there is', async () => {
    const ports = pages(pageOf(listed(5), listed(4, marked)));
    expect(brief(await v2Metrics(ports).markedRuns(RUN, anAsking()))).toEqual([['4', true]]);
  });

  it('are none where a page is not full and has none', async () => {
    const ports = pages(fullPage(900), pageOf(listed(5), listed(4)), fullPage(3, listed(2, marked)));
    expect(await v2Metrics(ports).markedRuns(RUN, anAsking())).toEqual([]);
    expect(pathsOf(ports)).toEqual([path(2), path(3)]);
  });

  it('are not searched for past the fifth page', async () => {
    const ports = pages(fullPage(900), fullPage(800), fullPage(700), fullPage(600), fullPage(500, listed(1, marked)));
    expect(await v2Metrics(ports).markedRuns(RUN, anAsking())).toEqual([]);
    expect(pathsOf(ports)).toEqual([path(2), path(3), path(4), path(5)]);
  });

  it('are older than the run itself', async () => {
    const newer = [1000, 1001].map((id) => listed(id, marked));
    const ports = pages(fullPage(900, ...newer), pageOf(listed(5, marked)));
    expect(brief(await v2Metrics(ports).markedRuns(RUN, anAsking()))).toEqual([['5', true]]);
  });

  /** The answers of a service that has 130 runs, of which the oldest is marked, and whose pages hold so many at most. */
  const service = (largest: number, tooLarge: (page: number, size: number) => boolean = () => false): ScriptedPorts =>
    scriptedPorts(({ path: asked }) => {
      const [, page, size] = (/page=(\d+)&page_size=(\d+)/u.exec(asked) ?? []).map(Number);
      if (page === undefined || size === undefined || tooLarge(page, size)) return { code: 'too-large' };
      const length = Math.min(size, largest);
      const all = Array.from({ length: 130 }, (_, place) => listed(900 - place, { is_baseline: place === 129 }));
      return pageOf(...all.slice((page - 1) * length, page * length));
    });

  it.each<readonly [string, ScriptedPorts, readonly string[]]>([
    ['of 50 runs', service(50), [path(1), path(2, 50), path(3, 50)]],
    [
      'of 20 runs, since the first was too large',
      service(100, (_, size) => size > 20),
      [path(1), path(1, 20), ...[2, 3, 4, 5, 6, 7].map((page) => path(page, 20))],
    ],
    [
      'of 20 runs from the one that was too large on',
      service(100, (page, size) => page > 1 && size > 20),
      [path(1), path(2), path(6, 20), path(7, 20)],
    ],
    [
      'of 20 runs, with some of them read twice and none skipped',
      service(50, (page, size) => page > 1 && size > 20),
      [path(1), path(2, 50), ...[3, 4, 5, 6, 7].map((page) => path(page, 20))],
    ],
  ])('are searched for in pages %s', async (_, ports, paths) => {
    const [client, asking] = [v2Metrics(ports), anAsking()];
    expect(await client.earlierRuns(RUN, asking)).not.toHaveLength(0);
    expect(brief(await client.markedRuns(RUN, asking))).toEqual([['771', true]]);
    expect(pathsOf(ports)).toEqual(paths);
    expect(ports.sent.every(({ maxBytes }) => maxBytes === LIST_PAGE_BYTES)).toBe(true);
    expect(asking.failures).toEqual([]);
  });

  it.each<readonly [string, Scripted]>([
    ['is empty', pageOf()],
    ['is shorter than the first', pageOf(listed(3))],
    ['does not exist', { code: 'not-found' }],
  ])('are searched for up to the page that %s, which is no failure', async (_, last) => {
    const [ports, asking] = [pages(pageOf(listed(9), listed(8)), last), anAsking()];
    const client = v2Metrics(ports);
    await client.earlierRuns(RUN, asking);
    expect(await client.markedRuns(RUN, asking)).toEqual([]);
    expect(pathsOf(ports)).toEqual([path(1), path(2, 2)]);
    expect(asking.failures).toEqual([]);
  });

  it('are none where a page cannot be read, with a word on it', async () => {
    const asking = anAsking();
    expect(await v2Metrics(pages({ code: 'forbidden' })).markedRuns(RUN, asking)).toEqual([]);
    expect(asking.failures).toEqual(['GET /loadtests/v2/runs: forbidden.']);
  });
});

describe('the name of a test, over the legacy API,', () => {
  it('is asked of the test', async () => {
    const ports = pages({ json: { 'k6-test': { id: 1201, name: 'Checkout API' } } });
    expect(await v2Metrics(ports).testName('1201', anAsking())).toBe('Checkout API');
    expect(pathsOf(ports)).toEqual(['/loadtests/v2/tests/1201?$select=id,name']);
  });

  it.each<Scripted>([{ json: { 'k6-test': { id: 1201 } } }, { code: 'not-found' }])(
    'is unknown where the answer is %j, with a word on it',
    async (answer) => {
      const asking = anAsking();
      expect(await v2Metrics(rulePorts([/./u, answer])).testName('1201', asking)).toBeUndefined();
      expect(asking.failures).toEqual([expect.stringMatching(/^GET \/loadtests\/v2\/tests\/1201: /u)]);
    },
  );
});

describe('the legacy API', () => {
  it('has what the metric endpoints of both APIs tell', async () => {
    const ports = rulePorts(
      [/dropped_iterations/u, seriesAnswer([{}, 42])],
      [/load_tests.*'grpc_req_duration'/u, seriesAnswer([{ test_run_id: 1 }, 33])],
      [/load_tests/u, seriesAnswer([{ test_run_id: 1 }, 350])],
      [/name,method/u, seriesAnswer([{ name: '/cart', method: 'GET' }, 199])],
    );
    const client = v2Metrics(ports);
    const asking = anAsking();
    expect(await client.health('1000', asking)).toEqual({ droppedIterations: 42, cpuPercent: undefined });
    expect(await client.protocols('1201', ['1'], ['grpcP95Ms'], asking)).toEqual(new Map([['grpcP95Ms', [33]]]));
    expect(await client.across('1201', ['1'], { number: 'rps' }, asking)).toEqual(new Map([['1', 350]]));
    expect(await client.endpoints(RUN, [], asking)).toMatchObject([{ name: '/cart', p95Ms: 199 }]);
    expect(await client.latencies('1201', ['1'], asking)).toEqual(new Map([['1', 350]]));
  });
});

describe('a page with a run that cannot be read', () => {
  it('is as full as it was sent: the search for a marked run goes on behind it', async () => {
    const ports = pages(
      fullPage(900, { id: 801, run_status: null }),
      fullPage(800, listed(701, { is_baseline: true })),
    );
    expect(brief(await v2Metrics(ports).markedRuns(RUN, anAsking()))).toEqual([['701', true]]);
    expect(ports.sent.map((asked) => asked.path)).toEqual([path(2), path(3)]);
  });
});
