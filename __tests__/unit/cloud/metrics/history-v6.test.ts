/** The earlier runs of a test over v6: which are asked for, in what order they come, and what their notes say. */
import { describe, expect, it } from '@jest/globals';
import { v6Metrics } from '../../../../src/cloud/v6/history.ts';
import type { EarlierRun } from '../../../../src/test-run/metrics.ts';
import { aSettledRun } from '../../../support/a-run.ts';
import type { Scripted, ScriptedPorts } from '../../../support/scripted-http.ts';
import { scriptedPorts } from '../../../support/scripted-http.ts';
import { anAsking } from '../../../support/an-asking.ts';
import { pathsOf, rulePorts, seriesAnswer } from '../../../support/scripted-metrics.ts';

const RUN = aSettledRun({ id: '1000', testId: '1201' });
const LIST_PAGE_BYTES = 3 * 1024 * 1024;
const TAIL = '[k6-cloud-gate/1 repository=acme/shop branch=main commit=0123abc regressed]';

const listed = (id: number, more: object = {}): object => ({
  id,
  test_id: 1201,
  status: 'completed',
  result: 'passed',
  ...more,
});
const pageOf = (...value: readonly object[]): Scripted => ({ json: { value } });
const path = (size: number, filter = ''): string =>
  `/cloud/v6/load_tests/1201/test_runs?$orderby=created%20desc&$top=${size}${filter}`;
const brief = (runs: readonly EarlierRun[]): unknown => runs.map(({ run, marked, tail }) => [run.id, marked, tail]);
const client = (ports: ScriptedPorts) => v6Metrics(ports, (runId) => `https://acme.grafana.net/runs/${runId}`);

/** Ports on which each page of the list is the next of these; a page past them is missing. */
function pages(...all: readonly Scripted[]): ScriptedPorts {
  return scriptedPorts((_, place) => all[place - 1] ?? { code: 'not-found' });
}

const QUESTIONS = [
  ['earlierRuns', 50, ''],
  ['markedRuns', 20, '&is_starred=true'],
] as const;

describe.each(QUESTIONS)('the list of %s, over v6,', (question, size, filter) => {
  it('has the runs that were made before, newest first, whatever the order of the page', async () => {
    const asking = anAsking();
    const ports = pages(pageOf(listed(998), listed(1000), listed(99), listed(999), listed(1001)));
    expect(brief(await client(ports)[question](RUN, asking))).toEqual([
      ['999', false, 'none'],
      ['998', false, 'none'],
      ['99', false, 'none'],
    ]);
    expect(ports.sent).toEqual([
      { method: 'GET', path: path(size, filter), bestEffort: true, maxBytes: LIST_PAGE_BYTES },
    ]);
    expect(asking.failures).toEqual([]);
  });

  it('is read in a smaller page where the usual one is too large', async () => {
    const asking = anAsking();
    const ports = pages({ code: 'too-large' }, pageOf(listed(7)));
    expect(brief(await client(ports)[question](RUN, asking))).toEqual([['7', false, 'none']]);
    expect(pathsOf(ports)).toEqual([path(size, filter), path(10, filter)]);
    expect(asking.failures).toEqual([]);
  });

  it('is empty where it cannot be read, with a word on it', async () => {
    const asking = anAsking();
    expect(await client(pages({ code: 'forbidden' }))[question](RUN, asking)).toEqual([]);
    expect(asking.failures).toEqual(['GET /cloud/v6/load_tests/1201/test_runs: forbidden.']);
  });

  it('is not asked for where the test of the run is not known', async () => {
    const ports = pages();
    expect(await client(ports)[question](aSettledRun({ testId: undefined }), anAsking())).toEqual([]);
    expect(ports.sent).toEqual([]);
  });
});

describe('an earlier run, over v6,', () => {
  it('is translated as one that is read alone', async () => {
    const ports = pages(
      pageOf(
        listed(3, { created: '2026-11-23T10:00:00Z', ended: '2026-11-23T10:02:20Z', max_vus: 50 }),
        listed(2, { status: 'running', result: null }),
        { id: 1 },
      ),
    );
    expect(await client(ports).earlierRuns(RUN, anAsking())).toMatchObject([
      {
        run: {
          id: '3',
          testId: '1201',
          url: 'https://acme.grafana.net/runs/3',
          state: 'settled',
          result: 'passed',
          createdMs: Date.parse('2026-11-23T10:00:00Z'),
          endedMs: Date.parse('2026-11-23T10:02:20Z'),
          vus: 50,
        },
      },
      { run: { id: '2', state: 'pending', phase: 'running' } },
    ]);
  });

  it.each<readonly [unknown, boolean]>([
    [true, true],
    [false, false],
    [null, false],
    ['true', false],
    [undefined, false],
  ])('whose star is %j counts as marked: %s', async (star, marked) => {
    const found = await client(pages(pageOf(listed(3, { is_starred: star })))).earlierRuns(RUN, anAsking());
    expect(found).toMatchObject([{ marked }]);
  });

  it.each<readonly [string, unknown, EarlierRun['tail']]>([
    ['no note', undefined, 'none'],
    ['a note of people', 'the run before the release', 'none'],
    [
      'a note with a tail',
      `nightly ${TAIL}`,
      {
        repository: 'acme/shop',
        branch: 'main',
        commit: '0123abc',
        pullRequest: undefined,
        workflowRun: undefined,
        marks: ['regressed'],
      },
    ],
    ['a note with two tails', `${TAIL} ${TAIL}`, 'unreadable'],
    ['a note that is too long to be read whole', 'x'.repeat(20_001), 'unreadable'],
    ['a note that is no text', 7, 'unreadable'],
  ])('with %s is known by its tail as far as it can be read', async (_, note, tail) => {
    const found = await client(pages(pageOf(listed(3, { note })))).earlierRuns(RUN, anAsking());
    expect(brief(found)).toEqual([['3', false, tail]]);
  });
});

describe('the name of a test, over v6,', () => {
  it('is asked of the test', async () => {
    const ports = pages({ json: { id: 1201, name: 'Checkout API' } });
    expect(await client(ports).testName('1201', anAsking())).toBe('Checkout API');
    expect(pathsOf(ports)).toEqual(['/cloud/v6/load_tests/1201']);
  });

  it.each<Scripted>([{ json: { id: 1201 } }, { code: 'not-found' }])(
    'is unknown where the answer is %j, with a word on it',
    async (answer) => {
      const asking = anAsking();
      expect(await client(pages(answer)).testName('1201', asking)).toBeUndefined();
      expect(asking.failures).toEqual([expect.stringMatching(/^GET \/cloud\/v6\/load_tests\/1201: /u)]);
    },
  );
});

describe('v6', () => {
  it('has what the metric endpoints of both APIs tell', async () => {
    const ports = rulePorts(
      [/dropped_iterations/u, seriesAnswer([{}, 42])],
      [/load_tests.*'grpc_req_duration'/u, seriesAnswer([{ test_run_id: 1 }, 33])],
      [/load_tests/u, seriesAnswer([{ test_run_id: 1 }, 350])],
      [/name,method/u, seriesAnswer([{ name: '/cart', method: 'GET' }, 199])],
    );
    const asked = client(ports);
    const asking = anAsking();
    expect(await asked.health('1000', asking)).toEqual({ droppedIterations: 42, cpuPercent: undefined });
    expect(await asked.protocols('1201', ['1'], ['grpcP95Ms'], asking)).toEqual(new Map([['grpcP95Ms', [33]]]));
    expect(await asked.across('1201', ['1'], { number: 'rps' }, asking)).toEqual(new Map([['1', 350]]));
    expect(await asked.endpoints(RUN, [], asking)).toMatchObject([{ name: '/cart', p95Ms: 199 }]);
    expect(await asked.latencies('1201', ['1'], asking)).toEqual(new Map([['1', 350]]));
  });
});
