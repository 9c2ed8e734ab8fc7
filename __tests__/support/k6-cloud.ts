/** An emulated k6 Cloud for one test: served on loopback, closed after it. */
import { afterEach } from '@jest/globals';
import type { Emulator, EmulatorOptions } from '../../src/emulator/emulator.ts';
import { createEmulator } from '../../src/emulator/emulator.ts';
import type { Scenario } from '../../src/emulator/machine/scenario.ts';
import type { ScenarioOverrides } from '../../src/emulator/machine/scenarios.ts';
import type { Served } from '../../src/emulator/serve.ts';
import { serve } from '../../src/emulator/serve.ts';
import type { Step } from './run-action.ts';

/** A made-up token, long enough to be searched for in everything that leaves the process. */
export const TOKEN = 'made-up-token-4f1c9e27';
/** The test that scenarios start. */
export const TEST_ID = 1201;

/** Skips what a story need not show: it is running at the first look, and over at the third. */
export const QUICK: ScenarioOverrides = { reads: { created: 0, validated: 0, queued: 0, initializing: 0 }, vus: 200 };

/** A cloud being served, and how to point a step at it. */
export interface ServedCloud extends Emulator {
  readonly url: string;
  /** A step that starts the test, or takes `run-id`, with a quick pace; overrides replace inputs. */
  readonly step: (inputs?: Readonly<Record<string, string>>) => Step;
  /** The requests so far, a line each. */
  readonly requests: () => readonly string[];
  /** How many runs of the test exist. */
  readonly runCount: () => number;
}

const open: Served[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((served) => served.close()));
});

/** Serves a cloud with one test whose next runs follow `scripts`. */
export async function k6Cloud(scripts: readonly Scenario[], options: EmulatorOptions = {}): Promise<ServedCloud> {
  const emulator = createEmulator({
    account: { token: TOKEN },
    tests: [{ id: TEST_ID, name: 'Checkout API', scenarios: scripts }],
    ...options,
  });
  const served = await serve(emulator);
  open.push(served);
  return {
    ...emulator,
    url: served.url,
    step: (inputs = {}) => ({
      inputs: {
        token: TOKEN,
        'api-url': served.url,
        'poll-interval': '1s',
        ...('run-id' in inputs ? {} : { 'test-id': String(TEST_ID) }),
        ...inputs,
      },
    }),
    requests: () => emulator.cloud.log.lines(),
    runCount: () => emulator.cloud.runs(TEST_ID).length,
  };
}
