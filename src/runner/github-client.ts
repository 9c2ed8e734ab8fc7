/** Octokit with the bounds of this action: what it repeats, how long it waits, and where it sends the token. */
import { getOctokit } from '@actions/github';
import { defaults } from '@actions/github/lib/utils';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { hasRetryAfter } from './github-errors.ts';
import type { Send } from './github-fetch.ts';
import { boundedFetch, TOO_LARGE } from './github-fetch.ts';

/** A client of GitHub's API. */
export type GithubClient = ReturnType<typeof getOctokit>;

/** What the client needs. */
export interface ClientSettings {
  readonly token: string;
  /** `https://api.github.com`, or that of a GitHub Enterprise Server. */
  readonly apiUrl: string;
  readonly onDebug: (line: string) => void;
}

/** Reports have 30 s in all; a longer wait that GitHub asks for is not possible. */
const LONGEST_WAIT_S = 10;
const MOST_RETRIES = 2;
/** Refusals, and rate limits, which the throttling plugin waits for. */
const NOT_RETRIED = [400, 401, 403, 404, 410, TOO_LARGE, 422, 429, 451];

/** Makes a client. */
export function githubClient({ token, apiUrl, onDebug }: ClientSettings): GithubClient {
  const waits = (afterS: number, options: { readonly url?: string }, _octokit: unknown, tries: number): boolean => {
    onDebug(`GitHub asks to wait ${afterS} s before ${options.url ?? 'a request'}`);
    return tries < MOST_RETRIES && afterS <= LONGEST_WAIT_S;
  };
  const options = {
    baseUrl: apiUrl.replace(/\/+$/u, ''),
    userAgent: 'k6-cloud-gate',
    request: { fetch: boundedFetch(apiUrl, toolkitFetch()) },
    retry: { retries: MOST_RETRIES, doNotRetry: NOT_RETRIED },
    throttle: { id: apiUrl, onRateLimit: waits, onSecondaryRateLimit: waits },
    log: { debug: onDebug, info: onDebug, warn: onDebug, error: onDebug },
  };
  return getOctokit(token, options, namesLimits, retry, throttling);
}

/** The toolkit's own `fetch`, which heeds the proxy of the runner. */
function toolkitFetch(): Send {
  const found: unknown = defaults.request?.fetch;
  if (!isSend(found)) throw new Error('the GitHub toolkit has no fetch');
  return found;
}

function isSend(value: unknown): value is Send {
  return typeof value === 'function';
}

/** The throttling plugin knows a secondary limit by its words alone. GitHub's documentation names the header too. */
function namesLimits(octokit: Pick<GithubClient, 'hook'>): object {
  octokit.hook.error('request', (error) => {
    const isLimit = 'status' in error && (error.status === 403 || error.status === 429) && hasRetryAfter(error);
    if (isLimit && !/\bsecondary rate\b/iu.test(error.message)) error.message += ' (secondary rate limit)';
    throw error;
  });
  return {};
}
