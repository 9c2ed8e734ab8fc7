/** Advice for refusals that have a meaning of their own on v6. */
import type { Advice } from '../http/response.ts';

/** Advice by error code, where the common one does not fit. */
export const V6_ADVICE: Advice = {
  unauthorized:
    'Check that `token` is a personal API token or a stack API token of k6 Cloud (Performance > Settings > ' +
    'Access); v6 takes no other kind.',
  forbidden:
    'Check `stack` and the rights of `token`: a personal API token needs its user to be a member of the stack and ' +
    'to have rights on the project, a stack API token opens its own stack alone.',
  'not-found': 'Check the id, and that `stack` is the stack that holds it.',
};
