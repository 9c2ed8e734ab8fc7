/** The port of everything that people see, and the fan-out that keeps one broken reporter from harming anything. */
import { oneLine } from '../text/characters.ts';
import type { StepOutcome } from '../test-run/outcome.ts';
import type { TestRun } from '../test-run/test-run.ts';

/** What is about to be done. */
interface Plan {
  /** `legacy API` or `v6 API`. */
  readonly apiName: string;
  readonly testIds: readonly string[];
  readonly runIds: readonly string[];
  readonly simulated: boolean;
}

/** Told of what happens, in this order; may take its time only in `closed`. A reporter never changes a verdict. */
export interface Reporter {
  /** What it makes, for the one warning when it fails: `job summary`. */
  readonly name: string;
  readonly opened?: (plan: Plan) => void;
  /** A run exists: its address is known from here on. */
  readonly runStarted?: (run: TestRun) => void;
  /** A poll showed the run. */
  readonly polled?: (run: TestRun) => void;
  /** A poll failed and is retried. */
  readonly pollFailed?: (run: TestRun, failure: string) => void;
  /** A sentence that is worth a line. */
  readonly noticed?: (sentence: string) => void;
  /** All is judged; `signal` ends the time that reports may take. */
  readonly closed?: (outcome: StepOutcome, signal: AbortSignal) => Promise<void> | void;
}

/** A reporter with every event, so that callers need not ask. */
export type FullReporter = Required<Omit<Reporter, 'name' | 'closed'>> & {
  readonly closed: (outcome: StepOutcome, signal: AbortSignal) => Promise<void>;
};

/**
 * Tells every reporter in order. One that fails is left out from then on, with one warning.
 * @param groups reporters of one group close side by side
 * @param warn called with which reporter failed, and why
 * @param redact takes secrets out of the words of a failure before they are cut
 */
export function fanOut(
  groups: readonly (Reporter | readonly Reporter[])[],
  warn: (sentence: string) => void,
  redact: (text: string) => string = (text) => text,
): FullReporter {
  const reporters = groups.flat();
  const broken = new Set<Reporter>();
  const brokeOn = (reporter: Reporter, error: unknown): void => {
    broken.add(reporter);
    warn(`The ${reporter.name} failed: ${briefly(error, redact)}`);
  };
  const tell = (event: (reporter: Reporter) => void): void => {
    for (const reporter of reporters) {
      if (broken.has(reporter)) continue;
      try {
        event(reporter);
      } catch (error) {
        brokeOn(reporter, error);
      }
    }
  };
  const closed: FullReporter['closed'] = async (outcome, signal) => {
    const over = aborted(signal);
    const close = async (reporter: Reporter): Promise<void> => {
      if (broken.has(reporter)) return;
      try {
        await Promise.race([reporter.closed?.(outcome, signal), over]);
      } catch (error) {
        brokeOn(reporter, error);
      }
    };
    for (const group of groups) await Promise.all([group].flat().map(close));
  };
  return { ...events(tell), closed };
}

/** Enough to recognise a failure by: what it quotes may be a whole page. */
const LONGEST_FAILURE = 1000;

/** The words of a failure as a part of one line. */
export function briefly(error: unknown, redact: (text: string) => string): string {
  const words = redact(oneLine(error instanceof Error ? error.message : String(error))).trim();
  const signs = Array.from(words.slice(0, 2 * LONGEST_FAILURE + 2));
  return signs.length > LONGEST_FAILURE ? `${signs.slice(0, LONGEST_FAILURE).join('')}…` : words;
}

/** Rejects when the signal is aborted: a reporter that hangs must not keep those behind it from their last word. */
function aborted(signal: AbortSignal): Promise<never> {
  const over = new Promise<never>((_, reject) => {
    const end = (): void => {
      reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
  over.catch(() => undefined); // nobody may be waiting for it by then
  return over;
}

/** The events that take no time, each passed on to every reporter that wants it. */
function events(tell: (event: (reporter: Reporter) => void) => void): Omit<FullReporter, 'name' | 'closed'> {
  return {
    opened: (plan) => {
      tell((reporter) => reporter.opened?.(plan));
    },
    runStarted: (run) => {
      tell((reporter) => reporter.runStarted?.(run));
    },
    polled: (run) => {
      tell((reporter) => reporter.polled?.(run));
    },
    pollFailed: (run, failure) => {
      tell((reporter) => reporter.pollFailed?.(run, failure));
    },
    noticed: (sentence) => {
      tell((reporter) => reporter.noticed?.(sentence));
    },
  };
}
