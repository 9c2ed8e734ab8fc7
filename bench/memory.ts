/** Part 3: what a run of ten thousand looks, fifty runs and an answer of 8 MiB take at their peak, and whether it grows. */
import { createEmulator } from '../src/emulator/emulator.ts';
import { passed } from '../src/emulator/machine/scenarios.ts';
import { serve } from '../src/emulator/serve.ts';
import type { Bundles } from './bundles.ts';
import type { Usage } from './child.ts';
import { measure } from './child.ts';
import { follow } from './scale.ts';
import { table } from './table.ts';

const LOOKS = 10_000;
/** At this pace a look a second is one a millisecond, which is as fast as requests go anyway. */
const SPEED = 1000;
const MIB = 1024 * 1024;

/** MiB each. */
export interface Memory {
  readonly minimalPeak: number;
  readonly tenThousandLooks: {
    readonly peak: number;
    readonly looks: number;
    readonly heapEarly: number;
    readonly heapLate: number;
  };
  readonly fiftyRunsPeak: number;
  readonly eightMibPeak: number;
}

/** Runs all and prints the peaks. */
export async function benchMemory({ action, minimal }: Bundles, say: (text: string) => void): Promise<Memory> {
  const minimalPeak = peak((await measure({ file: minimal, probed: true })).usage);
  const long = await longRun(action);
  const [heapEarly, heapLate] = [floor(long.usage, 0.25, 0.5), floor(long.usage, 0.75, 1)];
  const fiftyRunsPeak = peak((await follow(action, 50)).usage);
  const eightMibPeak = peak(await largeAnswer(action));
  const tenThousandLooks = { peak: peak(long.usage), looks: long.looks, heapEarly, heapLate };
  say(
    table('Memory, resident at its peak', [
      { name: 'minimal action', figures: { MiB: minimalPeak, note: '' } },
      {
        name: `a run of ${long.looks} looks`,
        figures: {
          MiB: tenThousandLooks.peak,
          note: `heap after collection ${heapEarly.toFixed(1)} in its second quarter, ${heapLate.toFixed(1)} in its last`,
        },
      },
      { name: '50 runs at once', figures: { MiB: fiftyRunsPeak, note: '' } },
      { name: 'an answer of 8 MiB', figures: { MiB: eightMibPeak, note: '' } },
    ]),
  );
  return { minimalPeak, tenThousandLooks, fiftyRunsPeak, eightMibPeak };
}

async function longRun(file: string): Promise<{ readonly usage: Usage | undefined; readonly looks: number }> {
  const emulator = createEmulator({ tests: [{ id: 1201, scenarios: [passed({ reads: { running: LOOKS } })] }] });
  const served = await serve(emulator);
  const { usage } = await measure({
    file,
    inputs: inputs(served.url, emulator.cloud.account.token),
    speed: SPEED,
    probed: true,
  });
  const looks = emulator.cloud.log.requests().filter(({ path }) => /\/runs\/\d+$/u.test(path)).length;
  await served.close();
  return { usage, looks };
}

async function largeAnswer(file: string): Promise<Usage | undefined> {
  const emulator = createEmulator({ tests: [{ id: 1201, scenarios: [passed()] }] });
  const large = (json: unknown): unknown => ({ ...(json as object), filler: 'x'.repeat(8 * MIB - 4096) });
  emulator.faults.add({ on: { path: /\/runs\/\d+/u }, fault: { kind: 'patch', patch: large } });
  const served = await serve(emulator);
  const { usage } = await measure({
    file,
    inputs: inputs(served.url, emulator.cloud.account.token),
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
