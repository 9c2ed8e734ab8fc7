/** What post reads of its surroundings: the connection that main saved, validated like inputs, and the token. */
import type { Api } from '../cloud/connection.ts';
import type { Runner } from '../runner/runner.ts';
import { stack } from './api.ts';
import { apiUrl, duration, token } from './parsers.ts';
import { rawInputs } from './raw.ts';
import type { StatusRequest } from './reports.ts';
import { statusName } from './reports.ts';
import { hideTokens } from './tokens.ts';

/** How main reached k6 Cloud. */
export interface SavedConnection {
  readonly api: Api;
  readonly apiUrl: URL;
  readonly requestMs: number;
}

/** Reads the text that main saved; `undefined` where it is not sound: the environment of a job may hold anything. */
export function parseConnection(text: string): SavedConnection | undefined {
  const saved = fieldsOf(parsedJson(text));
  const api = parseApi(fieldsOf(saved.get('api')));
  const url = apiUrl(textOf(saved.get('apiUrl')));
  const limit = duration(1000)(`${Number(saved.get('requestMs')) / 1000}`);
  if (api === undefined || 'accepted' in url || 'accepted' in limit) return undefined;
  return { api, apiUrl: url.value, requestMs: limit.value };
}

/** The token of the step or the environment, hidden before anything else; `undefined` where there is none to use. */
export function readPostToken(runner: Pick<Runner, 'input' | 'env' | 'hide'>): string | undefined {
  const parsed = token(hideTokens(runner, rawInputs(runner)).k6);
  return 'value' in parsed ? parsed.value : undefined;
}

/** The commit status of the step; its token is hidden by `readPostToken`. */
export function readPostStatus(runner: Runner): StatusRequest {
  const input = rawInputs(runner);
  const [name, githubToken] = [statusName(input('status')), input('github-token')];
  return {
    name: 'value' in name ? name.value : '',
    githubToken: githubToken === '' ? undefined : githubToken,
  };
}

function parseApi(api: ReadonlyMap<string, unknown>): Api | undefined {
  if (api.get('kind') === 'v2') return { kind: 'v2' };
  if (api.get('kind') !== 'v6') return undefined;
  const saved = fieldsOf(api.get('stack'));
  const named = stack(textOf(saved.get(saved.get('kind') === 'id' ? 'id' : 'url')));
  return 'value' in named ? { kind: 'v6', stack: named.value } : undefined;
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // like any other text that is no connection
  }
}
