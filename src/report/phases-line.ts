/** The phases of a run as one line of text, as they were seen from the step. */
import { formatDuration } from '../test-run/duration.ts';
import type { Phase, PhaseSpan } from '../test-run/test-run.ts';

const NAME: Readonly<Record<Phase, string>> = {
  created: 'created',
  validated: 'validated',
  queued: 'queued',
  initializing: 'initializing',
  running: 'running',
  processing: 'metrics',
  deciding: 'result',
  unrecognised: 'unknown status',
};

/** Half a second is not a phase that anybody saw. */
const SHORTEST_MS = 500;

/** `queued 6s, running 2m 04s, metrics 3s`; phases that passed in no time are left out. */
export function phasesLine(phases: readonly PhaseSpan[]): string {
  return phases
    .filter(({ fromMs, toMs }) => toMs - fromMs >= SHORTEST_MS)
    .map(({ phase, fromMs, toMs }) => `${NAME[phase]} ${formatDuration(toMs - fromMs)}`)
    .join(', ');
}
