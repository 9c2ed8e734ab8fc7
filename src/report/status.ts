/** The commit status of the step: pending while a run is going, then what the step came to. */
import type { Clock } from '../clock.ts';
import { withTimeout } from '../clock.ts';
import type { CommitStatus, OwedStatus, StatusWriter } from '../runner/commit-status.ts';
import { StatusRefused } from '../runner/commit-status.ts';
import { oneLine } from '../text/characters.ts';
import type { StepOutcome } from '../test-run/outcome.ts';
import type { Reporter } from './reporter.ts';

/** What the status reporter needs. */
export interface StatusPorts {
  /** Opened only when there is something to write. */
  readonly writer: () => Promise<StatusWriter>;
  /** Keeps for post what is still to be written; `undefined`: nothing. */
  readonly save: (owed: OwedStatus | undefined) => void;
  readonly clock: Clock;
  readonly redact: (text: string) => string;
  readonly warn: (sentence: string) => void;
  readonly debug: (sentence: string) => void;
}

/** A pending status is worth this much; nothing waits for it but the last one. */
const PENDING_MS = 15_000;

/** The reporter of the status. From `opened` on, post writes an error where main does not come to its end. */
export function statusReporter(ports: StatusPorts): Reporter {
  const statuses = orderedStatuses(ports);
  let simulated = false;
  const status = (state: CommitStatus['state'], sentence: string): CommitStatus => ({
    state,
    description: described(simulated ? `Simulation: ${sentence}` : sentence, ports.redact),
  });
  return {
    name: 'commit status',
    opened: (plan) => {
      simulated = plan.simulated;
      statuses.owe(status('error', 'The step ended without a verdict: it was cancelled, killed, or it crashed.'));
    },
    runStarted: () => {
      statuses.announce(status('pending', 'The load test is in progress.'));
    },
    closed: async (outcome, signal) => {
      const state = stateOf(outcome);
      if (state !== undefined) await statuses.finish(status(state, outcome.reason), signal);
    },
  };
}

/** `undefined`: a step that was skipped writes none. One that only started its tests is finished by a later one. */
function stateOf({ word, fails }: StepOutcome): CommitStatus['state'] | undefined {
  if (fails) return word === 'failed' ? 'failure' : 'error';
  if (word === 'skipped') return undefined;
  return word === 'started' ? 'pending' : 'success';
}

/** GitHub refuses a longer description. */
const LONGEST_DESCRIPTION = 140;

/** Strips, then redacts, then cuts: in any other order a part of a secret could be left. */
function described(sentence: string, redact: (text: string) => string): string {
  const text = redact(oneLine(sentence)).replace(/\s+/gu, ' ').trim();
  if (text.length <= LONGEST_DESCRIPTION) return text;
  let end = '';
  for (const sign of text) {
    if (end.length + sign.length >= LONGEST_DESCRIPTION) break;
    end += sign;
  }
  return `${end.trimEnd()}…`;
}

interface OrderedStatuses {
  /** Leaves a status to post until another one replaces it. */
  readonly owe: (status: CommitStatus) => void;
  /** Writes the first status of a run; nobody waits for it. */
  readonly announce: (status: CommitStatus) => void;
  /** Writes the last one, after the first. */
  readonly finish: (status: CommitStatus, signal: AbortSignal) => Promise<void>;
}

type Written = 'written' | 'not-written' | 'refused';

/** Statuses in their order, since GitHub shows the newest; once refused, none is tried again. */
function orderedStatuses({ writer, save, clock, warn, debug }: StatusPorts): OrderedStatuses {
  let owed: OwedStatus | undefined;
  let first: Promise<Written> | undefined;
  const keep = (kept: OwedStatus | undefined): void => {
    owed = kept;
    save(kept);
  };
  const write = async (status: CommitStatus, signal: AbortSignal): Promise<Written> => {
    try {
      const { commit, write: send } = await writer();
      const sha = owed?.commit ?? (await commit(signal));
      if (owed !== undefined && owed.commit === undefined) keep({ ...owed, commit: sha });
      await send(sha, status, signal);
      return 'written';
    } catch (error) {
      if (!(error instanceof StatusRefused)) throw error;
      keep(undefined);
      warn(error.message);
      return 'refused';
    }
  };
  return {
    owe: (status) => {
      keep({ status, commit: undefined });
    },
    announce: (status) => {
      const late = (): Error => new Error('GitHub did not respond in time');
      first ??= withTimeout(clock, PENDING_MS, late, (signal) => write(status, signal)).catch((error: unknown) => {
        debug(`The commit status could not be set to pending: ${error instanceof Error ? error.message : ''}`);
        return 'not-written';
      });
    },
    finish: async (status, signal) => {
      if (owed !== undefined) keep({ ...owed, status });
      const announced = await first;
      if (announced === 'refused') return;
      if (status.state !== 'pending' || announced !== 'written') await write(status, signal);
      keep(undefined);
    },
  };
}
