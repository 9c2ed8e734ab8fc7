/** Parts of a finding that depend on what is known of the run. */
import type { RunFacts } from './test-run.ts';

/** A pass that nothing was checked for is not called one of all criteria. */
export function passFinding({ thresholds }: RunFacts): string {
  switch (thresholds) {
    case 'none':
      return 'Passed, but the test has no thresholds, so nothing was checked';
    case 'not-evaluated':
      return 'Passed, but no threshold of the test had a sample, so nothing was checked';
    case 'some':
    case 'stated':
    case 'unknown':
    case 'unreadable':
      return 'All criteria passed';
  }
}

/** Why a run with required thresholds is no pass. */
export function thresholdsMissing({ thresholds }: RunFacts): string {
  return thresholds === 'not-evaluated'
    ? 'The thresholds of the test had no samples, so none was evaluated'
    : 'The thresholds of the run could not be read, so none is known to have been evaluated';
}
