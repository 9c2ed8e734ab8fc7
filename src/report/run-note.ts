/** The note on the run in k6 Cloud: written as soon as the run exists, marked when it is judged, worth one warning at most. */
import { toError } from '../clock.ts';
import { marksOf } from '../test-run/note-marks.ts';
import type { NoteMark, NoteTail } from '../test-run/note-tail.ts';
import { withMarks } from '../test-run/note-tail.ts';
import type { RunOutcome } from '../test-run/outcome.ts';
import { runOf } from '../test-run/outcome.ts';
import type { Reporter } from './reporter.ts';

/** Writes a note on a run. */
export type WriteNote = (runId: string, text: string, signal: AbortSignal) => Promise<void>;

/** How the tail of a note is kept: what is known against a run is added when the run is judged. */
export interface TailKeeping {
  readonly read: (runId: string, signal: AbortSignal) => Promise<string>;
  /** The tail of the runs that this step starts; `undefined` if it starts none. */
  readonly tail: NoteTail | undefined;
}

/**
 * The reporter that leaves `text` on every run that is started.
 * @param text `undefined`: nothing is written on a start, because the runs are those of other people
 * @param keeping absent if the note has no tail
 */
export function runNoteReporter(text: string | undefined, write: WriteNote, keeping?: TailKeeping): Reporter {
  const ending = new AbortController();
  const { attempt, failed } = attempts();
  const writing = new Map<string, Promise<void>>();
  const writeText = (runId: string): Promise<void> =>
    attempt(runId, () => (text === undefined ? Promise.resolve() : write(runId, text, ending.signal)));
  return {
    name: 'note on the run in k6 Cloud',
    runStarted: (run) => {
      if (text === undefined || writing.has(run.id)) return; // reported again, with a better address
      // Not awaited: the run is polled meanwhile, and a failure is reported at the end.
      writing.set(run.id, writeText(run.id));
    },
    closed: async ({ runs }, signal) => {
      const end = (): void => {
        ending.abort(signal.reason);
      };
      if (signal.aborted) end();
      signal.addEventListener('abort', end, { once: true });
      await Promise.all(writing.values());
      if (keeping !== undefined) {
        await Promise.all([...failed.keys()].map(writeText));
        const own = (runId: string): NoteTail | undefined => (writing.has(runId) ? keeping.tail : undefined);
        const mark = ({ runId, marks }: Marked): Promise<void> =>
          attempt(runId, () => addMarks(runId, marks, { ...keeping, write, tail: own(runId) }, ending.signal));
        await Promise.all(runs.flatMap(markedRun).map(mark));
      }
      if (failed.size > 0) throw failure(failed, keeping !== undefined);
    },
  };
}

/** Attempts for each run, of which the last one counts. */
function attempts(): {
  readonly attempt: (runId: string, work: () => Promise<void>) => Promise<void>;
  readonly failed: ReadonlyMap<string, unknown>;
} {
  const failed = new Map<string, unknown>();
  const attempt = async (runId: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
      failed.delete(runId);
    } catch (error) {
      failed.set(runId, error);
    }
  };
  return { attempt, failed };
}

async function addMarks(
  runId: string,
  marks: readonly NoteMark[],
  { read, write, tail }: TailKeeping & { readonly write: WriteNote },
  signal: AbortSignal,
): Promise<void> {
  const marked = withMarks(await read(runId, signal), marks, tail);
  if (marked !== undefined) await write(runId, marked, signal);
}

/** A run, and what is known against it. */
interface Marked {
  readonly runId: string;
  readonly marks: readonly NoteMark[];
}

/** What a later comparison must know of this run; nothing of most. */
function markedRun(outcome: RunOutcome): readonly Marked[] {
  const runId = runOf(outcome)?.id;
  const marks = marksOf(outcome.pollResult, outcome.metrics);
  return runId === undefined || marks.length === 0 ? [] : [{ runId, marks }];
}

/** The first failure; without its tail, a run looks like one of the branch. */
function failure(failed: ReadonlyMap<string, unknown>, hasTail: boolean): unknown {
  const [[runId, error] = ['', undefined]] = failed;
  if (!hasTail) return error;
  return new Error(`${toError(error).message.replace(/\.?$/u, '.')} Run ${runId} can later be taken for a baseline.`);
}
