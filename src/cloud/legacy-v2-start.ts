/** Exactly one run per start on an API without idempotency: look at the list before, and again when an answer is lost. */
import { sleep } from '../clock.ts';
import type { TestRun } from '../test-run/test-run.ts';
import * as v from 'valibot';
import type { AdapterPorts, Found, StartIntent, Uncertainty } from './cloud.ts';
import { StartUncertain } from './cloud.ts';
import { CloudError, delivered, prospect } from './errors.ts';
import type { RunReader } from './legacy-v2-read.ts';
import { runIdsOf } from './legacy-v2-read.ts';
import { freshRun, legacyStarted } from './legacy-v2-run.ts';
import { pauseMs, persist } from './retry.ts';

/** How long a run may take to appear in the list after a start whose answer was lost. */
const APPEARANCE_MS = 10_000;
/** State holds this many known ids; older ones are left out, and no run that is older than these can be new. */
const MOST_KNOWN = 100;

const Notes = v.object({ known: v.array(v.string()), complete: v.boolean() });
type Notes = v.InferOutput<typeof Notes>;

/** Lists the runs that exist, so that a new one can be told from them. */
export async function prepareStart(ports: AdapterPorts, testId: string, signal: AbortSignal): Promise<StartIntent> {
  const ids = await persistently(ports, signal, () => runIdsOf(ports.http, testId, signal));
  const newest = [...ids].sort((a, b) => Number(b) - Number(a)).slice(0, MOST_KNOWN);
  const notes: Notes = { known: newest, complete: newest.length === ids.size };
  return { testId, notes: JSON.stringify(notes) };
}

/**
 * Sends the start until a run is ours. A try that may have been acted on is followed by a search, never by another
 * try alone; and since it may be acted on late, after its search has ended, a later success is checked for doubles.
 */
export async function legacyStart(
  ports: AdapterPorts,
  intent: StartIntent,
  read: RunReader,
  signal: AbortSignal,
): Promise<TestRun> {
  const { clock, random, outageMs } = ports;
  const { testId } = intent;
  const path = `/loadtests/v2/tests/${testId}/start-testrun`;
  const uncertain = (facts: Partial<Uncertainty>): StartUncertain =>
    new StartUncertain({ request: `POST ${path}`, testId, runIds: [], ...facts });
  let firstFailureMs: number | undefined;
  let lost = false;
  for (let failures = 1; ; failures++) {
    try {
      const run = legacyStarted(await ports.http.send({ method: 'POST', path }, signal), testId);
      const others = lost ? await newRunIds(ports, intent, signal) : [run.id];
      if (others.some((runId) => runId !== run.id)) throw uncertain({ runIds: [...others], own: run });
      return run;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof CloudError) || error instanceof StartUncertain) throw error;
      firstFailureMs ??= clock.now();
      if (delivered(error.code) === 'maybe') {
        lost = true;
        const found = await findRun(ports, intent, read, signal);
        if (found.kind === 'several') throw uncertain({ runIds: found.runIds });
        if (found.kind === 'one') return adopt(ports, intent, found.run);
      }
      const pause = pauseMs(failures, error.retryAfterMs, random);
      const tooLate = clock.now() + pause > firstFailureMs + outageMs;
      if (tooLate || prospect(error.code) !== 'again') throw lost ? uncertain({ last: error }) : error;
      await sleep(clock, pause, signal);
    }
  }
}

/**
 * Looks for the run of a start for as long as it may take to appear. A run seen once is looked for once more before
 * it counts, so that a second one which appears a moment later is not overlooked.
 */
export async function findRun(
  ports: AdapterPorts,
  intent: StartIntent,
  read: RunReader,
  signal: AbortSignal,
): Promise<Found> {
  const { clock } = ports;
  const windowMs = Math.min(APPEARANCE_MS, ports.outageMs / 3);
  let seen: string | undefined;
  let endMs: number | undefined;
  for (let pause = windowMs / 10; ; pause *= 1.6) {
    const fresh = await newRunIds(ports, intent, signal);
    endMs ??= clock.now() + windowMs;
    if (fresh.length > 1) return { kind: 'several', runIds: fresh };
    const only = fresh[0];
    const over = clock.now() >= endMs;
    if (only !== undefined && (only === seen || over))
      return { kind: 'one', run: await known(ports, only, read, signal) };
    if (over) return { kind: 'none' };
    seen = only;
    await sleep(clock, Math.min(pause, endMs - clock.now()), signal);
  }
}

function adopt(ports: AdapterPorts, { testId }: StartIntent, run: TestRun): TestRun {
  ports.onNotice(
    `The answer to the start of test ${testId} was lost; run ${run.id} is its only new run since, and was adopted.`,
  );
  return run;
}

async function newRunIds(ports: AdapterPorts, intent: StartIntent, signal: AbortSignal): Promise<readonly string[]> {
  const { known, complete } = v.parse(Notes, JSON.parse(intent.notes));
  const before = new Set(known);
  const oldest = complete ? 0 : Math.min(...known.map(Number));
  const ids = await persistently(ports, signal, () => runIdsOf(ports.http, intent.testId, signal));
  return [...ids].filter((runId) => !before.has(runId) && Number(runId) > oldest);
}

/** What the list showed is ours even where a first look at it fails. */
async function known(ports: AdapterPorts, runId: string, read: RunReader, signal: AbortSignal): Promise<TestRun> {
  try {
    return await read(runId, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof CloudError)) throw error;
    ports.onNotice(`A first look at the adopted run failed: ${error.message}`);
    return freshRun(runId);
  }
}

function persistently<T>(ports: AdapterPorts, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return persist({ ...ports, budgetMs: ports.outageMs }, signal, work);
}
