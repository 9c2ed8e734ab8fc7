/** Which API the inputs choose: the current one where a stack is given, unless `api` says otherwise. */
import type { Api } from '../cloud/connection.ts';
import type { Stack } from '../cloud/v6/stack.ts';
import type { Parser } from './parsers.ts';
import { oneOf } from './parsers.ts';
import type { Problems } from './problems.ts';
import { looksLikeToken } from './token-like.ts';
import { withoutToken } from './tokens.ts';

const SLUG = /^(?=.*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/iu;
/** A host, with or without the path of a page. */
const HOST = /^(?:[a-z0-9-]{1,63}\.){1,10}[a-z]{2,63}(?::\d{1,5})?(?:[/?#].*)?$/iu;

/** A stack by its id, its slug, its host, or the address of any of its pages. */
export const stack: Parser<Stack> = (text) => {
  if (/^[1-9]\d{0,15}$/u.test(text) && Number.isSafeInteger(Number(text))) return { value: { kind: 'id', id: text } };
  // A token that was set for the wrong input must not become the name of a host: it would be looked up.
  const isSlug = SLUG.test(text) && !looksLikeToken(text);
  const url = isSlug ? `https://${text.toLowerCase()}.grafana.net` : stackUrl(text);
  return url === undefined
    ? {
        accepted:
          'the numeric id of a Grafana stack, its slug (acme), its host (acme.grafana.net) or its https URL ' +
          '(https://acme.grafana.net)',
      }
    : { value: { kind: 'url', url } };
};

/** The address of the stack in the address of one of its pages: query and fragment are dropped, and so is the page. */
function stackUrl(text: string): string | undefined {
  const address = HOST.test(text) ? `https://${text}` : text;
  if (!URL.canParse(address)) return undefined;
  const { protocol, username, password, hostname, origin, pathname } = new URL(address);
  if (protocol !== 'https:' || username !== '' || password !== '') return undefined;
  if (hostname.endsWith('.grafana.net')) return origin;
  return `${origin}${withoutLastSlashes(pathname.replace(/\/a\/.*$/u, ''))}`;
}

function withoutLastSlashes(path: string): string {
  let end = path.length;
  while (path.charAt(end - 1) === '/') end -= 1;
  return path.slice(0, end);
}

/** What `api` and `stack` say. */
export interface ApiInputs {
  readonly api: string;
  readonly stack: string;
  /** Where the stack was set: the input, or the environment variable. */
  readonly stackName: string;
}

/** Reads `api` and `stack` together; where there is a problem, the value that is returned is never used. */
export function readApi(given: ApiInputs, problems: Problems): Api {
  const api = oneOf('auto', 'v6', 'v2')(given.api);
  const where = given.stack === '' ? undefined : withoutToken(stack, problems)(given.stack);
  if ('accepted' in api) problems.invalid('api', given.api, api);
  if (where !== undefined && 'accepted' in where) problems.invalid(given.stackName, given.stack, where);
  const known = where !== undefined && 'value' in where ? where.value : undefined;
  const word = 'value' in api ? api.value : 'v2';
  if (word === 'v6' && where === undefined) {
    problems.add('`api: v6` needs a stack. Set `stack` or the environment variable `K6_CLOUD_STACK_ID`.');
  }
  return known === undefined || word === 'v2' ? { kind: 'v2' } : { kind: 'v6', stack: known };
}
