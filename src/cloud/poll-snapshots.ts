/** What polls of several runs have shown, so that one request answers for all of them. */
import type { Clock } from '../clock.ts';
import type { Phase, TestRun } from '../test-run/test-run.ts';

/** A poll of another run that showed this one answers for it within this time: shorter than any pause between two polls. */
const SHARED_MS = 1000;
/** A run that nobody has polled for so long is not polled any more. */
const ABANDONED_MS = 3 * 60_000;

interface Snapshot {
  readonly run: TestRun;
  readonly atMs: number;
  /** When the run itself was polled last. */
  readonly polledMs: number;
}

/** The newest state of each run that is polled. */
export interface Snapshots {
  /** The run is polled; a state that another poll showed a moment ago answers for it, unless its verdict is near. */
  readonly polled: (runId: string) => TestRun | undefined;
  /**
   * A request has shown runs. Returns those that are believed: a list may be behind what was seen before.
   * @param due the runs that it was sent for
   */
  readonly shown: (runs: Iterable<TestRun>, due: readonly string[], askedMs: number) => ReadonlyMap<string, TestRun>;
  /** The runs that are polled and have not ended, as they were seen last. */
  readonly pending: () => readonly TestRun[];
}

/** None yet. */
export function pollSnapshots({ now }: Pick<Clock, 'now'>): Snapshots {
  const all = new Map<string, Snapshot>();
  return {
    polled: (runId) => {
      const known = all.get(runId);
      if (known === undefined) return undefined;
      const isNew = known.atMs > known.polledMs && now() - known.atMs < SHARED_MS;
      all.set(runId, { ...known, polledMs: now() });
      return isNew && isFarFromVerdict(known.run) ? known.run : undefined;
    },
    shown: (runs, due, askedMs) => {
      const believed = new Map<string, TestRun>();
      for (const run of runs) {
        const known = all.get(run.id);
        if (known !== undefined && progressOf(run) < progressOf(known.run)) continue;
        believed.set(run.id, run);
        all.set(run.id, {
          run,
          atMs: askedMs,
          polledMs: due.includes(run.id) ? askedMs : (known?.polledMs ?? askedMs),
        });
      }
      return believed;
    },
    pending: () => {
      const isPolled = ({ run, polledMs }: Snapshot): boolean =>
        run.state === 'pending' && now() - polledMs < ABANDONED_MS;
      return [...all.values()].filter(isPolled).map(({ run }) => run);
    },
  };
}

/** How far a run is on its way. A status that this version does not know can be anywhere on it. */
const PROGRESS: Readonly<Record<Phase, number>> = {
  created: 0,
  validated: 1,
  queued: 2,
  initializing: 3,
  running: 4,
  processing: 5,
  deciding: 6,
  unrecognised: NaN,
};

function progressOf(run: TestRun): number {
  return run.state === 'settled' ? Infinity : PROGRESS[run.phase];
}

/** A run whose metrics are awaited is polled twice a second, and an older state would make its verdict late. */
function isFarFromVerdict(run: TestRun): boolean {
  return run.state === 'pending' && run.phase !== 'processing' && run.phase !== 'deciding';
}
