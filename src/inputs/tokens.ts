/** The tokens of the step: masked before anything else happens, and checked without being shown. */
import type { Runner } from '../runner/runner.ts';
import type { Parser } from './parsers.ts';
import { token } from './parsers.ts';
import type { Problems } from './problems.ts';
import type { RawInput } from './raw.ts';
import { rawEnv } from './raw.ts';

/** The tokens as they were set; empty where they are missing. */
export interface Tokens {
  readonly k6: string;
  readonly github: string;
  /** Everything that must not be shown: the token of the environment too, where the input outranks it. */
  readonly secrets: readonly string[];
}

/** Reads all tokens and masks them in everything that is printed from here on. */
export function hideTokens(runner: Pick<Runner, 'env' | 'hide'>, input: RawInput): Tokens {
  const [given, ofEnvironment, github] = [input('token'), rawEnv(runner, 'K6_CLOUD_TOKEN'), input('github-token')];
  const secrets = [...new Set([given, ofEnvironment, github])].filter((secret) => secret !== '');
  secrets.forEach(runner.hide);
  return { k6: given || ofEnvironment, github, secrets };
}

/** The parser of a value that becomes part of an address: in small letters, a token there is no longer hidden. */
export function withoutToken<T>(parser: Parser<T>, problems: Problems): Parser<T> {
  return (text) => (problems.holdsSecret(text) ? { accepted: 'a value that holds no token' } : parser(text));
}

/** The k6 Cloud token; `undefined` where it is missing and may be, or where there is a problem. */
export function readToken(given: string, problems: Problems, mayBeMissing: boolean): string | undefined {
  if (given === '') {
    if (mayBeMissing) return undefined;
    problems.add(
      '`token` is empty. Set `token` or the environment variable `K6_CLOUD_TOKEN` to a k6 Cloud API token. ' +
        'Pull requests from forks get no secrets: with `missing-token: skip` they pass with a warning.',
    );
    return undefined;
  }
  const parsed = token(given);
  if ('value' in parsed) return parsed.value;
  problems.add(`\`token\`: invalid value (not shown, ${given.length} characters). Expected ${parsed.accepted}.`);
  return undefined;
}
