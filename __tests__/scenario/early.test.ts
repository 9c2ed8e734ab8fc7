/** What needs no verdict is asked while the run goes on, through the bundle: the end reads the run's own metrics and nothing else. */
import { describe, expect, it } from '@jest/globals';
import type { FaultRule } from '../../src/emulator/faults/faults.ts';
import * as stories from '../../src/emulator/machine/scenarios.ts';
import type { ServedCloud } from '../support/k6-cloud.ts';
import { k6Cloud, QUICK, TEST_ID } from '../support/k6-cloud.ts';
import type { Ran } from '../support/run-action.ts';
import { commands, runAction } from '../support/run-action.ts';

interface Case {
  readonly api: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly read: RegExp;
  /** The list of the runs before. */
  readonly earlier: RegExp;
}

const CASES: readonly Case[] = [
  {
    api: 'v2',
    inputs: {},
    read: /^GET \/loadtests\/v2\/runs\/\d+\?/u,
    earlier: /order_by=-started/u,
  },
  {
    api: 'v6',
    inputs: { stack: 'https://acme.grafana.net', note: 'none' },
    read: /^GET \/cloud\/v6\/test_runs\/\d+ /u,
    earlier: /top=50/u,
  },
];
const COMPARED = { baseline: 'previous', 'max-regression': 'p95=10%' };

/** A step with one earlier run, which is compared; and what came after the read that showed the verdict. */
async function step(
  { inputs, read }: Case,
  faults: readonly FaultRule[] = [],
): Promise<{ readonly ran: Ran; readonly cloud: ServedCloud; readonly after: readonly string[] }> {
  const story = stories.passed({ ...QUICK, numbers: { p95Ms: 300 } });
  const cloud = await k6Cloud([story], { faults });
  cloud.cloud.seed(TEST_ID, { scenario: story, createdMs: Date.now() - 3_600_000 });
  const ran = await runAction(cloud.step({ ...inputs, ...COMPARED }));
  const lines = cloud.requests();
  return { ran, cloud, after: lines.slice(lines.findLastIndex((line) => read.test(line)) + 1) };
}

describe.each(CASES)('on $api', (row) => {
  const ofOthers = (line: string): boolean => !line.includes('7650002') && !line.includes('test_run_id=7650002');

  it('asks nothing after the verdict that does not need it', async () => {
    const { ran, cloud, after } = await step(row);
    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toMatch(/p95 latency .*0 % against/u);
    // A mark may have been written meanwhile: the list alone is read again.
    expect(after.filter(ofOthers)).toEqual([expect.stringMatching(row.earlier)]);
    expect(after.length).toBeGreaterThan(5);
    expect(cloud.requests().filter((line) => row.earlier.test(line))).toHaveLength(2);
  });

  it('asks once more at the end for what failed while the run went on, and reports no failure of that', async () => {
    const refused = { on: { path: row.earlier }, fault: { kind: 'status', status: 404 } } as const;
    const { ran, after } = await step(row, [refused]);
    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toMatch(/p95 latency .*0 % against/u);
    expect(after.filter((line) => row.earlier.test(line))).toHaveLength(1);
    expect(commands(ran.stdout, 'warning')).toEqual([]);
    expect(ran.stdout).not.toContain('are n/a');
  });

  it('reports it where it fails twice', async () => {
    const refused = { on: { path: row.earlier }, times: Infinity, fault: { kind: 'status', status: 404 } } as const;
    const { ran } = await step(row, [refused]);
    expect(ran.exitCode).toBe(0);
    expect(ran.stdout.match(/are n\/a/gu)).toHaveLength(1);
    expect(commands(ran.stdout, 'warning').join()).toMatch(/No baseline: .*was not applied/u);
  });
});

describe('a step of twelve runs', () => {
  it.each([
    ['v2', {}],
    ['v6', { stack: 'https://acme.grafana.net', note: 'none' }],
  ])('on %s has the course of the first ten, and of each that did not pass', async (_, inputs) => {
    const ids = Array.from({ length: 12 }, (__, place) => TEST_ID + place);
    const tests = ids.map((id) => {
      const story = id === TEST_ID + 11 ? stories.failedByThreshold(QUICK) : stories.passed(QUICK);
      return { id, scenarios: [story] };
    });
    const cloud = await k6Cloud([], { tests });
    for (const id of ids) cloud.cloud.seed(id, { createdMs: Date.now() - 3_600_000 });
    const ran = await runAction(cloud.step({ ...inputs, 'test-id': ids.join() }));
    expect(ran.outputs.get('verdict')).toBe('failed');
    const runs = (pattern: RegExp): number[] => {
      const found = cloud.cloud.log.requests().filter(({ path }) => pattern.test(path));
      return [...new Set(found.map(({ testId, runId }) => testId ?? cloud.cloud.peek(runId ?? 0)?.testId ?? 0))].sort();
    };
    const pictured = ids.filter((id) => id !== TEST_ID + 10);
    expect(runs(/query_range_k6/u)).toEqual(pictured);
    expect(runs(/query_aggregate_k6.*test_run_ids=/u)).toEqual(pictured);
    expect(runs(/result_summary/u)).toEqual(ids);
  });
});
