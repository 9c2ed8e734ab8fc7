/** Builder of outcomes for tests of what people see. */
import type { RunOutcome } from '../../src/test-run/outcome.ts';
import type { SettledRun } from '../../src/test-run/test-run.ts';
import { judge } from '../../src/test-run/verdict.ts';
import { reasonFor } from '../../src/test-run/wording.ts';

/** The outcome of a settled run, judged as by default. */
export function anOutcome({ run, testId = '1201' }: { run: SettledRun; testId?: string }): RunOutcome {
  const pollResult = { kind: 'settled', run } as const;
  const verdict = judge(pollResult, { processingError: 'fail', requireThresholds: false });
  return {
    testId,
    pollResult: pollResult,
    verdict,
    reason: reasonFor({ pollResult: pollResult, verdict }),
    stopOutcome: undefined,
    phases: [],
  };
}
