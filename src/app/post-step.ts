/** The post step with real ports: stops what main left, within its budget, and turns any fault into a warning. */
import { systemClock, systemRandom, toError } from '../clock.ts';
import { finishStatus } from './step-status.ts';
import { connectStopper } from '../cloud/connect-stopper.ts';
import { cleanUp, unstoppable } from '../gate/cleanup.ts';
import { finishNotes, unfinishedNote } from '../gate/finish-notes.ts';
import { parseConnection, readPostStatus, readPostToken } from '../inputs/post-inputs.ts';
import { githubRunner } from '../runner/github-runner.ts';
import { savedStatus } from '../runner/commit-status.ts';
import { savedNotes } from '../runner/owed-notes.ts';
import { countUnreadableStarts, savedConnection, savedStarts } from '../runner/memory.ts';
import type { Runner } from '../runner/runner.ts';

/** One request of post must not take the time of the stop that follows it. */
const LONGEST_REQUEST_MS = 15_000;
const OUTAGE_MS = 60_000;
/** Handles that outlive their work must not hang the job. */
const LINGER_MS = 3000;

/**
 * Stops the runs that main left. Never throws, and no fault makes it red.
 * @param host the process: its stray faults become warnings, and it is ended where handles outlive their work
 */
export async function postStep(host: Pick<NodeJS.Process, 'on' | 'exit'>): Promise<void> {
  const runner = githubRunner();
  const warn = (sentence: string): void => {
    runner.annotate('warning', sentence);
  };
  const stray = (fault: unknown): void => {
    warn(`Internal error in the post step of this action: ${toError(fault).message}. Please report it.`);
  };
  host.on('uncaughtException', stray).on('unhandledRejection', stray);
  try {
    const token = readPostToken(runner); // first of all, so that it is hidden before anything is said
    await Promise.all([stopLeft(runner, token, warn), finishStatus(readPostStatus(runner), runner)]);
  } catch (fault) {
    warn(`Runs that may still be running could not be stopped: ${toError(fault).message}`);
  }
  systemClock.setTimer(LINGER_MS, () => host.exit(), { keepsProcessAlive: false });
}

async function stopLeft(runner: Runner, token: string | undefined, warn: (sentence: string) => void): Promise<void> {
  const left = savedStarts(runner);
  const saved = savedNotes(runner);
  const notes = saved.filter((note) => note !== undefined);
  const isForOthersAlone = left.length === 0 && (saved.length > 0 || savedStatus(runner) !== undefined);
  if (countUnreadableStarts(runner) > 0 || (left.length === 0 && !isForOthersAlone)) {
    warn('The state that main saved cannot be read: a run that it started may still be running. Check k6 Cloud.');
  }
  if (notes.length < saved.length) warn('The state that main saved of a note cannot be read, so it was not finished.');
  if (left.length === 0 && notes.length === 0) return;
  const connection = parseConnection(savedConnection(runner));
  const lack =
    connection === undefined
      ? 'the connection that main saved cannot be read.'
      : 'the post step has no `token`, neither as input nor in the environment variable K6_CLOUD_TOKEN.';
  if (connection === undefined || token === undefined) {
    for (const start of left) warn(unstoppable(start, lack));
    for (const note of notes) warn(unfinishedNote(note, lack));
    return;
  }
  const stopper = connectStopper({
    ...connection,
    requestMs: Math.min(connection.requestMs, LONGEST_REQUEST_MS),
    token,
    redact: runner.redact,
    outageMs: OUTAGE_MS,
    clock: systemClock,
    random: systemRandom,
    onDebug: runner.debug,
    onNotice: runner.log,
  });
  const ports = { stopper, clock: systemClock, log: runner.log, warn };
  try {
    await Promise.all([cleanUp(left, ports), finishNotes(notes, ports)]);
  } finally {
    stopper.close();
  }
}
