/** Part 1, checked: the same stories over real sockets, 20 times as fast, against the simulation. */
import { randomUUID } from 'node:crypto';
import type { Clock, Random } from '../src/clock.ts';
import type { Cloud } from '../src/cloud/cloud.ts';
import { connect } from '../src/cloud/connect.ts';
import { CloudError } from '../src/cloud/errors.ts';
import { createEmulator } from '../src/emulator/emulator.ts';
import type { Stage, Scenario } from '../src/emulator/machine/scenario.ts';
import { serve } from '../src/emulator/serve.ts';
import { autoInterval } from '../src/poll/interval.ts';
import { poll } from '../src/poll/poll.ts';
import { fastClock } from './fast-clock.ts';
import type { Seen } from './simulate.ts';
import { LIMITS, LOST, simulate } from './simulate.ts';
import { mean, table } from './table.ts';
import type { Story } from './world.ts';
import { PLAIN, draw, seeded } from './world.ts';

const SPEED = 20;
const RUNS = 60;
/** Watched at the same time: the machine must be able to follow, or its own slowness is what is measured. */
const AT_ONCE = 15;
/** Longer runs would only make the bench longer. */
const LONGEST_MS = 400_000;

/** How simulation and sockets compare; shares are of the simulation's figure. */
export interface Agreement {
  readonly runs: number;
  readonly simulatedRequests: number;
  readonly socketRequests: number;
  readonly differenceShare: number;
  readonly simulatedLatenessS: number;
  readonly socketLatenessS: number;
}

/** Watches the same runs in both worlds. */
export async function benchAgreement(seed: number, say: (text: string) => void): Promise<Agreement> {
  const random = seeded(seed + 2);
  const stories: Story[] = [];
  while (stories.length < RUNS) {
    const story = draw(random, PLAIN);
    if (story.settledMs <= LONGEST_MS) stories.push(story);
  }
  const simulated: Seen[] = [];
  for (const story of stories) simulated.push(await simulate(story, autoInterval(random), random, 1_700_000_000_000));
  const real: Seen[] = [];
  for (let from = 0; from < RUNS; from += AT_ONCE) {
    real.push(...(await Promise.all(stories.slice(from, from + AT_ONCE).map((story) => overSockets(story, random)))));
  }
  const total = (all: readonly Seen[]): number => all.reduce((sum, { requests }) => sum + requests, 0);
  const lateness = (all: readonly Seen[]): number => mean(all.map(({ latenessMs }) => latenessMs)) / 1000;
  const differenceShare = total(real) / total(simulated) - 1;
  say(
    table(`Pace, ${RUNS} runs over real sockets at ${SPEED} times speed, against the same runs simulated`, [
      { name: 'simulated', figures: { requests: total(simulated), 'mean lateness, s': lateness(simulated) } },
      { name: 'sockets', figures: { requests: total(real), 'mean lateness, s': lateness(real) } },
      { name: 'difference', figures: { requests: `${(differenceShare * 100).toFixed(1)} %`, 'mean lateness, s': '' } },
    ]),
  );
  return {
    runs: RUNS,
    simulatedRequests: total(simulated),
    socketRequests: total(real),
    differenceShare,
    simulatedLatenessS: lateness(simulated),
    socketLatenessS: lateness(real),
  };
}

const quiet = (): void => undefined;

function connected(url: string, token: string, clock: Clock, random: Random): Cloud {
  const settings = {
    apiUrl: new URL(url),
    token,
    redact: (text: string) => text,
    api: { kind: 'v2' as const },
    uuid: randomUUID,
    several: false,
    requestMs: 600_000,
    outageMs: LIMITS.outageMs,
  };
  return connect({ ...settings, clock, random, onDebug: quiet, onNotice: quiet });
}

async function overSockets(story: Story, random: Random): Promise<Seen> {
  const clock = fastClock(SPEED);
  const emulator = createEmulator({
    now: () => clock.now() + story.skewMs,
    advance: { by: 'clock' },
    tests: [{ id: 1201, scenarios: [scriptOf(story)] }],
  });
  const served = await serve(emulator);
  const cloud = connected(served.url, emulator.cloud.account.token, clock, random);
  const { signal } = new AbortController();
  try {
    const intent = await cloud.prepare('1201', signal);
    const first = await cloud.start(intent, signal);
    if (first.state !== 'pending') throw new Error('a run was over before it began');
    emulator.cloud.log.clear();
    const read: typeof cloud.read = async (runId) => {
      const run = await cloud.read(runId, signal);
      if (random() < LOST) throw new CloudError('interrupted', { request: 'GET /run', response: 'lost' });
      return run;
    };
    const ports = {
      read,
      clock,
      interval: autoInterval(random),
      limits: LIMITS,
      stepStartMs: 0,
      onPoll: quiet,
      onPollError: quiet,
    };
    const watched = await poll(first, ports, signal, true);
    const nowMs = clock.now() + story.skewMs;
    const settledMs = emulator.cloud.peek(Number(first.id))?.history.at(-1)?.atMs;
    if (watched.kind !== 'settled' || settledMs === undefined) throw new Error(`a run ended as ${watched.kind}`);
    return { requests: emulator.cloud.log.requests().length, latenessMs: nowMs - settledMs };
  } finally {
    cloud.close();
    await served.close();
  }
}

/** The story as the emulator plays it. */
function scriptOf({ phases, settledMs, ending, plannedMs }: Story): Scenario {
  const stages = phases.map(({ phase, fromMs }, place): Stage => {
    const ms = (phases[place + 1]?.fromMs ?? settledMs) - fromMs;
    if (phase === 'processing') return { status: 'finished', processing: 'processing', ms };
    if (phase === 'deciding' || phase === 'unrecognised') throw new Error(`no story has the phase ${phase}`);
    return { status: phase, ms };
  });
  const [first = { status: 'created' as const }, ...others] = stages;
  return {
    name: 'a story of the bench',
    stages: [first, ...others, lastOf(ending)],
    plannedS: plannedMs / 1000,
    vus: 10,
  };
}

function lastOf(ending: Story['ending']): Stage {
  if (ending.kind === 'finished') return { status: 'finished', processing: 'finished', result: 'passed' };
  if (ending.kind === 'aborted' && ending.by !== 'unknown')
    return { status: `aborted-by-${ending.by}`, result: 'failed' };
  throw new Error(`no story ends as ${ending.kind}`);
}
