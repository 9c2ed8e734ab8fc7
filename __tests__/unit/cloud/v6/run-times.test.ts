/** The times of a v6 run: when it began to run, and how long it ran, by its history or by the service's count. */
import { describe, expect, it } from '@jest/globals';
import { entriesOf, listedTimes, timesOf } from '../../../../src/cloud/v6/run-times.ts';
import type { Status } from '../../../../src/cloud/v6/schemas.ts';

const entry = (type: string | undefined, entered: number | undefined): Status => ({ type, entered, extra: undefined });
const run = (status_history: Status[], execution_duration?: number, status_details?: Status) => ({
  status_history,
  status_details,
  execution_duration,
});
const QUEUED = entry('queued', 1000);
const RUNNING = entry('running', 5000);
const PROCESSING = entry('processing_metrics', 65_000);
const COMPLETED = entry('completed', 70_000);

describe('the times of a run', () => {
  it.each<readonly [string, ReturnType<typeof run>, number | undefined, number | undefined]>([
    ['of nothing known', run([]), undefined, undefined],
    ['that waits', run([QUEUED]), undefined, undefined],
    ['that waits, with a count of 0', run([QUEUED], 0), undefined, 0],
    ['that is running', run([QUEUED, RUNNING]), 5000, undefined],
    ['that is running, not counted yet', run([QUEUED, RUNNING], 0), 5000, undefined],
    ['that is running and counted', run([QUEUED, RUNNING], 7000), 5000, 7000],
    ['that ended, and was not counted', run([QUEUED, RUNNING, PROCESSING, COMPLETED]), 5000, 60_000],
    ['that ended with a count of 0', run([QUEUED, RUNNING, PROCESSING, COMPLETED], 0), 5000, 60_000],
    ['that ended with a count of 0, first seen running', run([RUNNING, COMPLETED], 0), 5000, 65_000],
    ['that ended and was counted', run([QUEUED, RUNNING, PROCESSING, COMPLETED], 61_000), 5000, 61_000],
    ['that shows its present status alone', run([], undefined, RUNNING), 5000, undefined],
    ['whose end is its present status', run([QUEUED, RUNNING], undefined, COMPLETED), 5000, 65_000],
    ['that says twice that it is running', run([RUNNING, entry('running', 6000), PROCESSING]), 5000, 60_000],
    ['whose present status is its last one', run([QUEUED, RUNNING], 0, RUNNING), 5000, undefined],
    ['whose clock went back', run([entry('running', 80_000), COMPLETED]), 80_000, 0],
    ['with a beginning of no date', run([entry('running', undefined), COMPLETED]), undefined, undefined],
    ['with an end of no date', run([RUNNING, entry('completed', undefined)]), 5000, undefined],
    ['with an entry of no name', run([RUNNING, entry(undefined, 9000)]), 5000, 4000],
    ['that was aborted before it ran', run([QUEUED, entry('aborted', 9000)]), undefined, undefined],
    ['that was aborted before it ran, with a count', run([QUEUED, entry('aborted', 9000)], 3000), undefined, 3000],
  ])('%s', (_, given, startedMs, executedMs) => {
    expect(timesOf(given)).toEqual({ startedMs, executedMs });
  });

  it('in a list have its end and its plan as well', () => {
    const listed = { ...run([RUNNING, COMPLETED]), ended: 71_000, estimated_duration: 60_000 };
    expect(listedTimes(listed)).toEqual({ startedMs: 5000, executedMs: 65_000, endedMs: 71_000, plannedMs: 60_000 });
  });
});

describe('the entries of a run', () => {
  it('are its history, then its present status, without what could not be read', () => {
    const { status_history, status_details } = run([QUEUED, RUNNING], undefined, COMPLETED);
    expect(entriesOf({ status_history: [QUEUED, undefined, RUNNING], status_details })).toStrictEqual([
      ...status_history,
      COMPLETED,
    ]);
    expect(entriesOf({ status_history: [], status_details: undefined })).toStrictEqual([]);
  });
});
