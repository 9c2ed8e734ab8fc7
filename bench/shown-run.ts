/** A run of the simulation as the API shows it. */
import type { TestRun } from '../src/test-run/test-run.ts';
import type { Story } from './world.ts';

const S = 1000;

/** The run as the API shows it at an instant; its stamps are the service's, in whole seconds. */
export function shown(story: Story, atMs: number, createdMs: number): TestRun {
  const stamp = (ms: number | undefined): number | undefined =>
    ms === undefined || ms > atMs ? undefined : Math.floor((createdMs + ms + story.skewMs) / S) * S;
  const facts = {
    id: '7650001',
    testId: '1201',
    seen: true,
    url: 'https://app.k6.io/runs/7650001',
    createdMs: stamp(0),
    startedMs: stamp(story.startedMs),
    endedMs: stamp(story.endedMs),
    plannedMs: story.reportedMs,
    executedMs: undefined,
    vus: 10,
    vuh: undefined,
    thresholds: 'unknown',
    abortChance: story.abortChance,
    detail: undefined,
    statuses: STATUSES,
  } as const;
  if (atMs >= story.settledMs) {
    return { ...facts, state: 'settled', result: 'passed', ending: story.ending, metrics: 'complete' };
  }
  const phase = story.phases.findLast(({ fromMs }) => fromMs <= atMs)?.phase ?? 'created';
  return { ...facts, state: 'pending', result: 'none', phase };
}

const STATUSES = {
  run: { field: 'run_status', value: '' },
  processing: { field: 'processing_status', value: '' },
  result: { field: 'result_status', value: '' },
};
