/** One simulated run under the real watcher: every look, its delay and its loss, under a clock that jumps. */
import type { Random } from '../src/clock.ts';
import { sleep } from '../src/clock.ts';
import { CloudError } from '../src/cloud/errors.ts';
import type { PollInterval } from '../src/poll/interval.ts';
import type { PendingRun, TestRun } from '../src/test-run/test-run.ts';
import { poll } from '../src/poll/poll.ts';
import { jumpingClock } from './jumping-clock.ts';
import type { Story } from './world.ts';
import { shown } from './shown-run.ts';

/** What the watching of one run came to. */
export interface Seen {
  readonly requests: number;
  /** From the instant a poll could have shown the verdict to the instant ours did, ms. */
  readonly latenessMs: number;
}

/** One answer in fifty never comes, or comes as an error. */
export const LOST = 0.02;
/** There and back, ms: from near to far. */
const ROUND_TRIP_MS = { least: 40, most: 250 };
/** Patient with everything: the bench is about the interval. */
export const LIMITS = { timeoutMs: undefined, queueMs: undefined, processingMs: 3_600_000, outageMs: 3_600_000 };

/** Watches a story from its creation to its verdict with the real watcher. */
export async function simulate(story: Story, interval: PollInterval, random: Random, createdMs: number): Promise<Seen> {
  const clock = jumpingClock(createdMs);
  const { signal } = new AbortController();
  let requests = 0;
  const read = async (): Promise<TestRun> => {
    requests += 1;
    const thereMs = (ROUND_TRIP_MS.least + random() * (ROUND_TRIP_MS.most - ROUND_TRIP_MS.least)) / 2;
    const lost = random() < LOST;
    await sleep(clock, thereMs, signal);
    const run = shown(story, clock.now() - createdMs, createdMs);
    await sleep(clock, thereMs, signal);
    if (lost) throw new CloudError('interrupted', { request: 'GET /run', response: 'lost' });
    return run;
  };
  const nothing = (): void => undefined;
  const ports = {
    read,
    clock,
    interval: interval,
    limits: LIMITS,
    stepStartMs: createdMs,
    earlier: story.earlier,
    onPoll: nothing,
    onPollError: nothing,
  };
  const first: PendingRun = { ...shown(story, 0, createdMs), state: 'pending', phase: 'created' };
  const watched = await poll(first, ports, signal, true);
  if (watched.kind !== 'settled') throw new Error(`a simulated run was not watched to its end: ${watched.kind}`);
  return { requests, latenessMs: clock.now() - createdMs - story.settledMs };
}
