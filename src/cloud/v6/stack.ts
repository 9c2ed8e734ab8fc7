/** The Grafana stack that v6 works in: its numeric id goes into every request, its address into links for people. */
import { decode } from '../http/decode.ts';
import type { Http } from '../http/http.ts';
import { Auth } from './schemas.ts';

/** A stack as the user names it: by its numeric id, or by its https address, without a slash at the end. */
export type Stack = { readonly kind: 'id'; readonly id: string } | { readonly kind: 'url'; readonly url: string };

/**
 * A sender that adds the stack to each request. An address is turned into an id by the first request that needs it;
 * a failure to do so is that request's failure, and the next one asks again.
 */
export function withinStack(http: Http, stack: Stack): Http['send'] {
  let known = stack.kind === 'id' ? stack.id : undefined;
  return async (asked, signal) => {
    const id = known ?? (stack.kind === 'id' ? stack.id : await resolveStackId(http, stack.url, signal));
    known = id;
    return http.send({ ...asked, headers: { ...asked.headers, 'x-stack-id': id } }, signal);
  };
}

async function resolveStackId(http: Http, url: string, signal: AbortSignal): Promise<string> {
  const remedy =
    `Check that \`stack\` (${url}) is the address of your stack, and that \`token\` may use it: ` +
    'a personal API token needs its user to be a member of the stack, a stack API token opens its own stack alone.';
  const remedies = { forbidden: remedy, 'not-found': remedy, rejected: remedy };
  const headers = { 'x-stack-url': url };
  return decode(Auth, await http.send({ method: 'GET', path: '/cloud/v6/auth', headers, advice: remedies }, signal))
    .stack_id;
}
