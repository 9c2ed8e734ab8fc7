/** The note on the run in k6 Cloud: written as soon as the run exists, and never worth more than one warning. */
import type { Reporter } from './reporter.ts';

/** Writes a note on a run. */
export type WriteNote = (runId: string, text: string, signal: AbortSignal) => Promise<void>;

/** The reporter that leaves `text` on every run that is started. */
export function runNoteReporter(text: string, write: WriteNote): Reporter {
  const ending = new AbortController();
  const failures: unknown[] = [];
  const writing = new Map<string, Promise<void>>();
  return {
    name: 'note on the run in k6 Cloud',
    runStarted: (run) => {
      if (writing.has(run.id)) return; // told again, of a better address
      // Not waited for: watching goes on meanwhile, and a failure is told at the end.
      writing.set(
        run.id,
        write(run.id, text, ending.signal).catch((error: unknown) => void failures.push(error)),
      );
    },
    closed: async (_, signal) => {
      const end = (): void => {
        ending.abort(signal.reason);
      };
      if (signal.aborted) end();
      signal.addEventListener('abort', end, { once: true });
      await Promise.all(writing.values());
      if (failures.length > 0) throw failures[0];
    },
  };
}
