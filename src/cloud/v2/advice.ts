/** Advice for refusals that have a meaning of their own on the legacy API. */
import type { Advice } from '../http/response.ts';

const REMOVED = 'The legacy API may have been removed: set `stack` to use the current one.';

/** Advice by error code, where the common one does not fit. */
export const V2_ADVICE: Advice = {
  removed: REMOVED,
  'unknown-test':
    'Check `test-id`: `token` sees no such test. If k6 Cloud shows the test, set `stack` to use the current API.',
  'legacy-removed': REMOVED,
};
