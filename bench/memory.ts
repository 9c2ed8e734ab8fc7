/** Part 3: what a run of ten thousand polls, fifty runs and answers of 8 MiB take at their peak, and whether it grows. */
import { createEmulator } from '../src/emulator/emulator.ts';
import { passed } from '../src/emulator/machine/scenarios.ts';
import { serve } from '../src/emulator/serve.ts';
import type { Bundles } from './bundles.ts';
import type { Usage } from './child.ts';
import { measure } from './child.ts';
import { follow } from './scale.ts';
import { table } from './table.ts';

const POLL_COUNT = 10_000;
/** At this pace a poll a second is one a millisecond, which is as fast as requests go anyway. */
const SPEED = 1000;
const MIB = 1024 * 1024;
const POLLS = /\/runs(?:\/\d+|\?.*ids)/u;
const METRICS = /\/cloud\/v5\/|\/loadtests\/v4\//u;

/** MiB each. */
export interface Memory {
  readonly minimalPeak: number;
  readonly tenThousandPolls: {
    readonly peak: number;
    readonly polls: number;
    readonly heapEarly: number;
    readonly heapLate: number;
  };
  readonly fiftyRunsPeak: number;
  /** Five runs, whose polls are all answered with 8 MiB of `[{},{},…]`. */
  readonly fiveLargePollsPeak: number;
  /** Five runs, whose numbers are all answered with that. */
  readonly fiveLargeMetricsPeak: number;
}

/** Runs all and prints the peaks. */
export async function benchMemory({ action, minimal }: Bundles, say: (text: string) => void): Promise<Memory> {
  const minimalPeak = peak((await measure({ file: minimal, probed: true })).usage);
  const long = await longRun(action);
  const [heapEarly, heapLate] = [floor(long.usage, 0.25, 0.5), floor(long.usage, 0.75, 1)];
  const fiftyRunsPeak = peak((await follow(action, 50)).usage);
  const fiveLargePollsPeak = peak(await largeAnswers(action, POLLS, 1));
  const fiveLargeMetricsPeak = peak(await largeAnswers(action, METRICS, 0));
  const tenThousandPolls = { peak: peak(long.usage), polls: long.polls, heapEarly, heapLate };
  say(
    table('Memory, resident at its peak', [
      { name: 'minimal action', figures: { MiB: minimalPeak, note: '' } },
      {
        name: `a run of ${long.polls} polls`,
        figures: {
          MiB: tenThousandPolls.peak,
          note: `heap after collection ${heapEarly.toFixed(1)} in its second quarter, ${heapLate.toFixed(1)} in its last`,
        },
      },
      { name: '50 runs at once', figures: { MiB: fiftyRunsPeak, note: '' } },
      {
        name: '5 runs, each poll answered with 8 MiB',
        figures: { MiB: fiveLargePollsPeak, note: 'all are errors and are stopped' },
      },
      {
        name: '5 runs, each read of numbers answered with 8 MiB',
        figures: { MiB: fiveLargeMetricsPeak, note: 'all pass, without numbers' },
      },
    ]),
  );
  return { minimalPeak, tenThousandPolls, fiftyRunsPeak, fiveLargePollsPeak, fiveLargeMetricsPeak };
}

async function longRun(file: string): Promise<{ readonly usage: Usage | undefined; readonly polls: number }> {
  const emulator = createEmulator({ tests: [{ id: 1201, scenarios: [passed({ reads: { running: POLL_COUNT } })] }] });
  const served = await serve(emulator);
  const { usage } = await measure({
    file,
    inputs: inputs(served.url, emulator.cloud.account.token),
    speed: SPEED,
    probed: true,
  });
  const polls = emulator.cloud.log.requests().filter(({ path }) => /\/runs\/\d+$/u.test(path)).length;
  await served.close();
  return { usage, polls };
}

async function largeAnswers(file: string, path: RegExp, exitCode: number): Promise<Usage | undefined> {
  const tests = [1201, 1202, 1203, 1204, 1205].map((id) => ({ id, scenarios: [passed()] }));
  const emulator = createEmulator({ tests });
  const text = `[${'{},'.repeat((8 * MIB) / 3)}{}]`;
  emulator.faults.add({ on: { method: 'GET', path }, times: Infinity, fault: { kind: 'text', text } });
  const served = await serve(emulator);
  const ids = { 'test-id': tests.map(({ id }) => id).join() };
  const { usage } = await measure({
    file,
    exitCode,
    inputs: { ...inputs(served.url, emulator.cloud.account.token), ...ids },
    speed: 20,
    probed: true,
  });
  await served.close();
  return usage;
}

/** A request may take hours on a clock that runs so fast. */
function inputs(url: string, token: string): Readonly<Record<string, string>> {
  return { token, 'api-url': url, 'test-id': '1201', 'poll-interval': '1s', timeout: '0', 'request-timeout': '10h' };
}

function peak(usage: Usage | undefined): number {
  return (usage?.peakBytes ?? NaN) / MIB;
}

/** The least heap in a part of the run's time: what is left after a collection. */
function floor(usage: Usage | undefined, from: number, to: number): number {
  const samples = usage?.samples ?? [];
  const part = samples.slice(Math.floor(samples.length * from), Math.ceil(samples.length * to));
  return Math.min(...part.map(({ heapUsed }) => heapUsed)) / MIB;
}
