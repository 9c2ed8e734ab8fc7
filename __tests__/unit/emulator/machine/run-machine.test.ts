/** What holds of every run, whatever its script and whatever happens to it. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createCloud } from '../../../../src/emulator/machine/emulated-cloud.ts';
import type { Stage, Scenario } from '../../../../src/emulator/machine/scenario.ts';

const pending = fc.constantFrom('created', 'validated', 'queued', 'initializing', 'running');
const over = fc.constantFrom('finished', 'timed-out', 'aborted-by-user', 'aborted-by-limit', 'archived');
const lasting = { reads: fc.integer({ min: 0, max: 4 }), ms: fc.integer({ min: 0, max: 5000 }) };

/** Some stages under way, then, perhaps, some of an end. */
const script: fc.Arbitrary<Scenario> = fc
  .record({
    before: fc.array(fc.record({ status: pending, ...lasting }), { minLength: 1, maxLength: 6 }),
    end: fc.option(fc.record({ status: over, ...lasting }), { nil: undefined }),
    stop: fc.record({ reads: fc.integer({ min: 0, max: 3 }), ms: fc.integer({ min: 0, max: 3000 }) }),
  })
  .map(({ before, end, stop }) => {
    const [first = { status: 'created' as const }, ...others] = before;
    const after: Stage[] =
      end === undefined
        ? []
        : [
            { ...end, processing: 'processing' },
            { ...end, processing: 'finished' },
          ];
    return { name: 'any', plannedS: 60, vus: 1, stages: [first, ...others, ...after], stop };
  });
/** Its stages take no time, and none is an end. */
const WITHOUT_END: Scenario = {
  name: 'without an end',
  plannedS: 60,
  vus: 1,
  stages: [{ status: 'created', reads: 0, ms: 0 }],
  stop: { reads: 0, ms: 0 },
};
const happenings = fc.array(fc.oneof(fc.constantFrom('read', 'peek', 'stop'), fc.integer({ min: 0, max: 4000 })), {
  maxLength: 40,
});
const drive = fc.oneof(
  fc.constant({ by: 'reads' as const }),
  fc.record({ by: fc.constant('clock' as const), speed: fc.constantFrom(1, 3, 20) }),
);

describe('a run', () => {
  it('never comes back from its end, ends but once, and its times go forward', () => {
    fc.assert(
      fc.property(
        script,
        happenings,
        drive,
        fc.constantFrom('clock' as const, 'scenario' as const),
        (story, happened, advance, stamps) => {
          let nowMs = 1000;
          const cloud = createCloud({ now: () => nowMs, advance, stamps, tests: [{ id: 1, scenarios: [story] }] });
          const id = cloud.start(1)?.id ?? 0;
          let ended: number | undefined;
          let steps = 1;
          for (const what of happened) {
            const wasOver = cloud.peek(id)?.over;
            if (typeof what === 'number') nowMs += what;
            else if (what === 'stop') expect(cloud.stop(id)).toBe(wasOver === true ? 'already-over' : 'stopping');
            else cloud[what](id);
            const run = cloud.peek(id);
            expect(run?.over === true || ended === undefined).toBe(true);
            if (ended !== undefined) expect(run?.endedMs).toBe(ended);
            ended = run?.endedMs;
            const times = run?.history.map(({ stampMs }) => stampMs) ?? [];
            expect(times).toEqual([...times].sort((a, b) => a - b));
            expect(times.every(Number.isFinite)).toBe(true);
            expect(times.length).toBeGreaterThanOrEqual(steps);
            steps = times.length;
          }
        },
      ),
      {
        numRuns: 500,
        seed: 7_650_001,
        examples: [[WITHOUT_END, ['stop', 'read', 4000, 'stop'], { by: 'clock', speed: 20 }, 'scenario']],
      },
    );
  });

  it('that was stopped is over after as many reads as its script says, and one', () => {
    fc.assert(
      fc.property(script, fc.integer({ min: 0, max: 5 }), (story, before) => {
        const cloud = createCloud({ now: () => 0, tests: [{ id: 1, scenarios: [story] }] });
        const id = cloud.start(1)?.id ?? 0;
        for (let read = 0; read < before; read++) cloud.read(id);
        cloud.stop(id);
        for (let read = 0; read <= (story.stop?.reads ?? 0); read++) cloud.read(id);
        expect(cloud.peek(id)?.over).toBe(true);
      }),
      { numRuns: 300, seed: 7_650_002, examples: [[WITHOUT_END, 0]] },
    );
  });
});
