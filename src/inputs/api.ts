/** Which API the inputs mean: the current one where a stack is given, unless they say otherwise. */
import type { Api } from '../cloud/connection.ts';
import type { Stack } from '../cloud/v6/stack.ts';
import type { Parser } from './parsers.ts';
import { oneOf } from './parsers.ts';

/** A stack by its id, its slug, or the address of any of its pages. */
export const stack: Parser<Stack> = (text) => {
  if (/^[1-9]\d{0,15}$/u.test(text) && Number.isSafeInteger(Number(text))) return { value: { kind: 'id', id: text } };
  if (/^(?=.*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/iu.test(text)) {
    return { value: { kind: 'url', url: `https://${text.toLowerCase()}.grafana.net` } };
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' && url.username === '' && url.password === '' && url.search + url.hash === '') {
    return { value: { kind: 'url', url: `${url.origin}${url.pathname.replace(/(?:\/a\/.*|\/+)$/u, '')}` } };
  }
  return {
    accepted: 'the id of a Grafana stack, its slug such as acme, or its https URL such as https://acme.grafana.net',
  };
};

/** What `api` and `stack` say; `undefined` for a problem, which is added to `problems`. */
export interface ApiInputs {
  readonly api: string;
  readonly stack: string;
}

/** Reads `api` and `stack` together; every problem ends in `problems`, with a value in its place that is never used. */
export function readApi(given: ApiInputs, problems: string[]): Api {
  const api = oneOf('auto', 'v6', 'v2')(given.api);
  const where = given.stack === '' ? undefined : stack(given.stack);
  const problem = (name: string, got: string, accepted: string): void => {
    problems.push(`${name}: got ${JSON.stringify(got.slice(0, 80))}; accepted: ${accepted}.`);
  };
  if ('accepted' in api) problem('api', given.api, api.accepted);
  if (where !== undefined && 'accepted' in where) problem('stack', given.stack, where.accepted);
  const known = where !== undefined && 'value' in where ? where.value : undefined;
  const word = 'value' in api ? api.value : 'v2';
  if (word === 'v6' && where === undefined) {
    problem('api', 'v6', 'v6 together with `stack` (or the environment variable K6_CLOUD_STACK_ID), or v2');
  }
  return known === undefined || word === 'v2' ? { kind: 'v2' } : { kind: 'v6', stack: known };
}
