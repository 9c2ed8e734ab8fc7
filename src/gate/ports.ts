/** The ports that a step uses. */
import type { Clock } from '../clock.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { PollInterval } from '../poll/interval.ts';
import type { FullReporter } from '../report/reporter.ts';
import type { NoteKeeper } from '../report/run-note.ts';
import type { RunMemory } from '../runner/memory.ts';

/** The surroundings, as parameters: real ones in step.ts, others in tests. */
export interface Ports {
  readonly cloud: Cloud;
  readonly clock: Clock;
  readonly interval: PollInterval;
  readonly memory: RunMemory;
  readonly reporter: FullReporter;
  /** Finishes the notes of the runs; absent where none are written. */
  readonly finishNote?: NoteKeeper['finish'] | undefined;
  /** The instant from which `timeout` counts, epoch ms. */
  readonly stepStartMs: number;
}
