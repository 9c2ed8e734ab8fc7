/** Part 4, its end: fifty runs that end in the same instant, on the computer's own clock, since the budget of requests is in real time. */
import { systemClock } from '../src/clock.ts';
import { createEmulator } from '../src/emulator/emulator.ts';
import { passed } from '../src/emulator/machine/scenarios.ts';
import { serve } from '../src/emulator/serve.ts';
import type { Bundles } from './bundles.ts';
import { measure } from './child.ts';
import { table } from './table.ts';

const RUNS = 50;
const RUNNING_MS = 30_000;
const FIRST_TEST = 1201;
const STACK = '871234';

/** What came after the last verdict. */
export interface EndTogether {
  readonly api: 'v2' | 'v6';
  readonly requests: number;
  /** From the instant at which all runs had ended to the last request. */
  readonly lastRequestS: number;
}

/** Judges runs of others, so that no start holds any of them up. */
export async function benchEndTogether(
  { action }: Bundles,
  say: (text: string) => void,
): Promise<readonly EndTogether[]> {
  const all = [await endTogether(action, 'v2'), await endTogether(action, 'v6')];
  const rows = all.map(({ api, requests, lastRequestS }) => ({
    name: api,
    figures: { 'requests after the end': requests, 'end to last request, s': lastRequestS },
  }));
  say(table(`${RUNS} runs that end in the same instant`, rows));
  return all;
}

async function endTogether(file: string, api: 'v2' | 'v6'): Promise<EndTogether> {
  const before = { createdMs: 100, queuedMs: 100, initializingMs: 100, processingMs: 2000 };
  const scenario = passed({ ...before, runningMs: RUNNING_MS, plannedS: RUNNING_MS / 1000 });
  const testIds = Array.from({ length: RUNS }, (_, place) => FIRST_TEST + place);
  const emulator = createEmulator({
    now: systemClock.now,
    advance: { by: 'clock' },
    tests: testIds.map((id) => ({ id })),
  });
  const { cloud } = emulator;
  for (const id of testIds) cloud.seed(id); // a run before, for the trend
  const ids = testIds.map((id) => cloud.seed(id, { at: 'start', scenario }).id);
  const served = await serve(emulator);
  const stack = api === 'v6' ? { stack: STACK } : {};
  await measure({
    file,
    inputs: { token: cloud.account.token, 'api-url': served.url, 'run-id': ids.join(), ...stack },
  });
  await served.close();
  const endMs = Math.max(...ids.map((id) => cloud.peek(id)?.history.at(-1)?.atMs ?? NaN));
  const after = cloud.log.requests().filter(({ atMs }) => atMs > endMs);
  return { api, requests: after.length, lastRequestS: ((after.at(-1)?.atMs ?? NaN) - endMs) / 1000 };
}
