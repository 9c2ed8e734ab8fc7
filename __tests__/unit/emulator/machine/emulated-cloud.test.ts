/** The machine by itself: time is a number, and nothing is served. */
import { describe, expect, it } from '@jest/globals';
import { createCloud, startedByOther } from '../../../../src/emulator/machine/emulated-cloud.ts';
import type { RunView } from '../../../../src/emulator/machine/run-view.ts';
import type { Scenario } from '../../../../src/emulator/machine/scenario.ts';
import * as scenarios from '../../../../src/emulator/machine/scenarios.ts';

/** `finished/processing/none`. */
function statusOf(run: RunView | undefined): string {
  if (run === undefined) return 'no run';
  return [run.status, run.processing, run.result]
    .map((word) => (typeof word === 'string' ? word : `raw ${String(word.raw)}`))
    .join('/');
}

function cloudWith(script: Scenario): ReturnType<typeof createCloud> {
  return createCloud({ now: () => 1_000_000, tests: [{ id: 1, scenarios: [script] }] });
}

/** What each of so many reads shows. */
function reads(script: Scenario, count: number): readonly string[] {
  const cloud = cloudWith(script);
  const run = cloud.start(1);
  return Array.from({ length: count }, () => statusOf(cloud.read(run?.id ?? 0)));
}

const BEGIN = ['created', 'validated', 'queued', 'initializing', 'running'].map((word) => `${word}/not-started/none`);

describe('a run that advances by reads', () => {
  it.each<[Scenario, readonly string[]]>([
    [scenarios.passed(), [...BEGIN, 'finished/processing/none', 'finished/finished/passed']],
    [scenarios.failedByThreshold(), [...BEGIN, 'finished/processing/none', 'finished/finished/failed']],
    [scenarios.completedWithError(), [...BEGIN, 'finished/processing/none', 'finished/finished/error']],
    [scenarios.processingError(), [...BEGIN, 'finished/processing/none', 'finished/error/passed']],
    [scenarios.processingStuck(), [...BEGIN, 'finished/processing/passed', 'finished/processing/passed']],
    [scenarios.noResult(), [...BEGIN, 'finished/processing/none', 'finished/finished/none']],
    [
      scenarios.lateResult(),
      [
        ...BEGIN,
        'finished/processing/none',
        'finished/finished/none',
        'finished/finished/none',
        'finished/finished/passed',
      ],
    ],
    [scenarios.aborted('user'), [...BEGIN, 'aborted-by-user/finished/error']],
    [scenarios.aborted('system'), [...BEGIN, 'aborted-by-system/finished/error']],
    [scenarios.aborted('script-error'), [...BEGIN, 'aborted-by-script-error/finished/error']],
    [scenarios.aborted('threshold'), [...BEGIN, 'aborted-by-threshold/finished/failed']],
    [scenarios.aborted('limit'), [...BEGIN, 'aborted-by-limit/finished/error']],
    [scenarios.timedOut(), [...BEGIN, 'timed-out/finished/error']],
    [scenarios.archived(), ['created/not-started/none', 'archived/not-started/none']],
    [scenarios.quota(), ['created/not-started/none', 'aborted-by-limit/not-started/error']],
    [scenarios.unknownStatus(11), [...BEGIN, 'raw 11/finished/passed']],
    [
      scenarios.unknownPhase(),
      [...BEGIN, 'raw finalizing/not-started/none', 'finished/processing/none', 'finished/finished/passed'],
    ],
    [scenarios.neverEnding(), [...BEGIN, 'running/not-started/none']],
  ])('goes through its stages and stays at the last: $name', (script, expected) => {
    expect(reads(script, expected.length + 2)).toEqual([...expected, expected.at(-1), expected.at(-1)]);
  });

  it('stays in a stage for as many reads as the script says', () => {
    expect(
      reads(scenarios.passed({ reads: { created: 0, queued: 3, running: 2 } }), 8).map((said) => said.split('/')[0]),
    ).toEqual(['validated', 'queued', 'queued', 'queued', 'initializing', 'running', 'running', 'finished']);
    expect(reads(scenarios.longQueue(), 12).filter((said) => said.startsWith('queued'))).toHaveLength(10);
  });

  it('is not moved by a peek', () => {
    const cloud = cloudWith(scenarios.passed());
    const id = cloud.start(1)?.id ?? 0;
    expect([cloud.peek(id), cloud.peek(id), cloud.read(id)].map(statusOf)).toEqual(Array(3).fill(BEGIN[0]));
  });

  it('tells times as its story has them, however fast it was read', () => {
    const cloud = cloudWith(
      scenarios.passed({ plannedS: 60, queuedMs: 5000, initializingMs: 10_000, runningMs: 62_000 }),
    );
    const id = cloud.start(1)?.id ?? 0;
    for (let read = 0; read < 7; read++) cloud.read(id);
    expect(cloud.peek(id)).toMatchObject({
      createdMs: 1_000_000,
      startedMs: 1_017_000,
      endedMs: 1_079_000,
      overAtMs: 1_000_000,
    });
  });

  it('keeps the way it came', () => {
    const cloud = cloudWith(scenarios.quota());
    const id = cloud.start(1)?.id ?? 0;
    cloud.read(id);
    expect(cloud.read(id)?.history.map(({ stage }) => stage.status)).toEqual(['created', 'aborted-by-limit']);
    expect(cloud.peek(id)?.reason).toMatchObject({ code: 8012 });
  });
});

describe('a run that advances by the clock', () => {
  const script = scenarios.passed({
    createdMs: 1000,
    queuedMs: 2000,
    initializingMs: 3000,
    runningMs: 60_000,
    processingMs: 4000,
  });

  it.each([
    [0, 'created'],
    [999, 'created'],
    [1000, 'validated'],
    [2000, 'queued'],
    [4000, 'initializing'],
    [7000, 'running'],
    [66_999, 'running'],
    [67_000, 'finished'],
    [1_000_000_000, 'finished'],
  ])('after %i ms is %s', (ms, status) => {
    let nowMs = 5000;
    const cloud = createCloud({ now: () => nowMs, advance: { by: 'clock' }, tests: [{ id: 1, scenarios: [script] }] });
    const id = cloud.start(1)?.id ?? 0;
    nowMs += ms;
    expect(cloud.read(id)?.status).toBe(status);
    expect(cloud.read(id)?.status).toBe(status);
  });

  it('goes as fast as `speed` says, with the stamps of what really happened', () => {
    let nowMs = 0;
    const cloud = createCloud({
      now: () => nowMs,
      advance: { by: 'clock', speed: 20 },
      tests: [{ id: 1, scenarios: [script] }],
    });
    const id = cloud.start(1)?.id ?? 0;
    nowMs = 3350;
    expect(cloud.peek(id)).toMatchObject({
      status: 'finished',
      processing: 'processing',
      startedMs: 350,
      endedMs: 3350,
    });
    nowMs = 3550;
    expect(cloud.peek(id)).toMatchObject({ processing: 'finished', result: 'passed' });
  });

  it('enters every stage at its own time, even if nobody read it in between', () => {
    let nowMs = 0;
    const cloud = createCloud({ now: () => nowMs, advance: { by: 'clock' }, tests: [{ id: 1, scenarios: [script] }] });
    const id = cloud.start(1)?.id ?? 0;
    nowMs = 100_000;
    expect(cloud.peek(id)?.history.map(({ atMs }) => atMs)).toEqual([0, 1000, 2000, 4000, 7000, 67_000, 71_000]);
  });
});

describe('a stop', () => {
  it('shows at the next read, once, and is refused after that', () => {
    const cloud = cloudWith(scenarios.neverEnding());
    const id = cloud.start(1)?.id ?? 0;
    for (let read = 0; read < 6; read++) cloud.read(id);
    expect(cloud.stop(id)).toBe('stopping');
    expect(cloud.stop(id)).toBe('stopping');
    expect(cloud.peek(id)).toMatchObject({ status: 'running', stopAsked: true });
    expect(cloud.read(id)).toMatchObject({ status: 'aborted-by-user', over: true, stopAsked: false });
    expect(cloud.stop(id)).toBe('already-over');
    expect(Number.isFinite(cloud.peek(id)?.endedMs)).toBe(true);
  });

  it('waits for the reads it was given, and loses against a run that ends before', () => {
    const cloud = cloudWith(scenarios.passed({ stop: { reads: 2 } }));
    const id = cloud.start(1)?.id ?? 0;
    cloud.stop(id);
    expect([cloud.read(id), cloud.read(id), cloud.read(id)].map((run) => run?.status)).toEqual([
      'created',
      'validated',
      'aborted-by-user',
    ]);
    const late = cloudWith(scenarios.passed({ stop: { reads: 6 } }));
    const other = late.start(1)?.id ?? 0;
    late.stop(other);
    for (let read = 0; read < 9; read++) late.read(other);
    expect(statusOf(late.peek(other))).toBe('finished/finished/passed');
  });

  it('takes its time by the clock, at the speed of the cloud', () => {
    let nowMs = 0;
    const script = scenarios.neverEnding({ stop: { ms: 4000 } });
    const cloud = createCloud({
      now: () => nowMs,
      advance: { by: 'clock', speed: 2 },
      tests: [{ id: 1, scenarios: [script] }],
    });
    const id = cloud.start(1)?.id ?? 0;
    nowMs = 60_000;
    cloud.stop(id);
    nowMs = 61_999;
    expect(cloud.peek(id)?.status).toBe('running');
    nowMs = 62_000;
    expect(cloud.peek(id)).toMatchObject({ status: 'aborted-by-user', endedMs: 62_000 });
  });

  it('may come to anything the script says', () => {
    const cloud = cloudWith(
      scenarios.neverEnding({ stop: { stages: [{ status: 'finished', processing: 'finished', result: 'passed' }] } }),
    );
    const id = cloud.start(1)?.id ?? 0;
    cloud.stop(id);
    expect(statusOf(cloud.read(id))).toBe('finished/finished/passed');
  });
});

describe('tests and their runs', () => {
  it('take the scripts in order; the last repeats', () => {
    const cloud = createCloud({
      now: () => 0,
      tests: [{ id: 1, scenarios: [scenarios.quota(), scenarios.timedOut()] }],
    });
    const names = [cloud.start(1), cloud.start(1), cloud.start(1)].map((run) => run?.scenario.name);
    expect(names).toEqual(['quota', 'timed out', 'timed out']);
  });

  it('have ids that rise, from the first one that is asked for', () => {
    const cloud = createCloud({ now: () => 0, firstTestId: 3_000_000_000, firstRunId: 5_000_000_000, tests: [{}, {}] });
    expect(cloud.tests().map(({ id }) => id)).toEqual([3_000_000_000, 3_000_000_001]);
    expect([cloud.start(3_000_000_000)?.id, cloud.start(3_000_000_001)?.id]).toEqual([5_000_000_000, 5_000_000_001]);
    expect(cloud.start(7)).toBeUndefined();
    expect([cloud.read(7), cloud.peek(7), cloud.stop(7), cloud.mark(7, {})]).toEqual([
      undefined,
      undefined,
      undefined,
      false,
    ]);
  });

  it('may have runs from before, ended or under way', () => {
    const cloud = createCloud({ now: () => 9e9, tests: [{ id: 1 }] });
    const before = cloud.seed(1, {
      scenario: scenarios.failedByThreshold(),
      createdMs: 1000,
      starred: true,
      note: 'PR 7',
    });
    expect(before).toMatchObject({
      over: true,
      processing: 'finished',
      result: 'failed',
      startedMs: 24_000,
      endedMs: 148_000,
    });
    expect(cloud.peek(before.id)).toMatchObject({ starred: true, note: 'PR 7' });
    expect(cloud.seed(1, { at: 'start' })).toMatchObject({ status: 'created', startedBy: 'other@example.com' });
    expect(cloud.runs(1)).toHaveLength(2);
  });

  it.each([
    ['before', [true, false]],
    ['after', [false, true]],
  ] as const)('can be started by somebody else just %s', (when, foreign) => {
    const cloud = createCloud({ now: () => 0, tests: [{ id: 1, onStart: startedByOther(when) }] });
    const own = cloud.start(1);
    expect(cloud.runs(1).map(({ id }) => id !== own?.id)).toEqual(foreign);
    cloud.start(1);
    expect(cloud.runs(1)).toHaveLength(3);
  });

  it('shrink with their stops', () => {
    const quick = scenarios.shrunk(scenarios.passed({ plannedS: 120, stop: { ms: 3000 } }), 15);
    expect(quick).toMatchObject({ plannedS: 8, stop: { ms: 200 } });
    const total = quick.stages.slice(0, -1).reduce((sum, { ms }) => sum + (ms ?? 0), 0);
    expect(total).toBeCloseTo(150_000 / 15, 6);
  });
});
