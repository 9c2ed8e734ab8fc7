/** The phases of a run as a time line, as they were seen from the step. */
import { formatDuration } from '../test-run/duration.ts';
import type { Phase, PhaseSpan } from '../test-run/test-run.ts';
import type { StepName } from '../text/mermaid.ts';
import { timeline } from '../text/mermaid.ts';

const NAME: Readonly<Record<Phase, StepName>> = {
  created: 'created',
  validated: 'validated',
  queued: 'queued',
  initializing: 'initializing',
  running: 'running',
  processing: 'metrics',
  deciding: 'result',
  unrecognised: 'unknown status',
};

/** `queued 6s, running 2m 04s, metrics 3s`; phases that passed by in no time are left out. */
export function phasesTitle(phases: readonly PhaseSpan[]): string {
  return lasting(phases)
    .map(({ phase, fromMs, toMs }) => `${NAME[phase]} ${formatDuration(toMs - fromMs)}`)
    .join(', ');
}

/** The time line; empty where the run was seen in one phase only, or in none. */
export function phasesChart(phases: readonly PhaseSpan[]): string {
  const seen = lasting(phases);
  const startMs = seen[0]?.fromMs;
  if (startMs === undefined || seen.length < 2) return '';
  return timeline(
    seen.map(({ phase, fromMs, toMs }) => ({
      name: NAME[phase],
      detail: formatDuration(toMs - fromMs),
      fromS: (fromMs - startMs) / 1000,
      toS: (toMs - startMs) / 1000,
      main: phase === 'running',
    })),
  );
}

/** Half a second is not a phase that anybody saw. */
const SHORTEST_MS = 500;

function lasting(phases: readonly PhaseSpan[]): readonly PhaseSpan[] {
  return phases.filter(({ fromMs, toMs }) => toMs - fromMs >= SHORTEST_MS);
}
