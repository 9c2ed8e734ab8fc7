/** Each row of docs/troubleshooting.md is provoked: the message really has the text that a reader looks for. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { generate } from 'selfsigned';
import { networkError } from '../../src/cloud/http/network-errors.ts';
import type { Fault } from '../../src/emulator/faults/faults.ts';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import { InputError, readInputs } from '../../src/inputs/inputs.ts';
import { DEFAULT_INPUTS } from '../support/default-inputs.ts';
import type { GithubPlan } from '../support/github-api.ts';
import { githubApi } from '../support/github-api.ts';
import { k6Cloud, QUICK, TEST_ID, TOKEN } from '../support/k6-cloud.ts';
import { memoryRunner } from '../support/memory-runner.ts';
import type { Step } from '../support/run-action.ts';
import { runAction } from '../support/run-action.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Inputs = Readonly<Record<string, string>>;
type Provocation = () => Promise<string>;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** What the step says of these inputs. */
function inputs(given: Inputs): Provocation {
  return () => {
    const runner = memoryRunner({ ...DEFAULT_INPUTS, token: TOKEN, 'test-id': '1201', ...given });
    try {
      readInputs(runner);
    } catch (error) {
      if (error instanceof InputError) return Promise.resolve(error.message);
      throw error;
    }
    return Promise.resolve('nothing is wrong');
  };
}

/** All that the bundle prints. */
async function said(step: Step): Promise<string> {
  const { stdout } = await runAction(step);
  return stdout;
}

interface Trouble {
  readonly on?: RegExp | string;
  readonly times?: number;
  readonly fault?: Fault;
  readonly inputs?: Inputs;
}

/** A step against a k6 Cloud that has this trouble. */
function cloud({ on = /./u, times = Infinity, fault, inputs: given = {} }: Trouble): Provocation {
  return async () => {
    const { step, faults } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    if (fault !== undefined) faults.add({ on: { path: on }, times, fault });
    return said(step(given));
  };
}

function refusal(code: number, given: Inputs = {}, on: RegExp | string = /./u): Provocation {
  return cloud({ on, fault: { kind: 'status', status: code }, inputs: given });
}

/** The start is answered by nothing, and two runs of the test are new after it. */
async function severalRuns(): Promise<string> {
  const { step, faults, cloud: emulated } = await k6Cloud([scenarios.neverEnding(QUICK)]);
  faults.add({ on: { path: 'start-testrun' }, fault: { kind: 'reset', acted: true } });
  const list = {
    kind: 'patch',
    patch: (json: unknown) => {
      if (emulated.runs(TEST_ID).length === 1)
        emulated.seed(TEST_ID, { scenario: scenarios.neverEnding(QUICK), at: 'start' });
      return json;
    },
  } as const;
  faults.add({ on: { path: /runs\?test_id/u }, times: Infinity, fault: list });
  return said(step());
}

/** A step that writes on GitHub. */
function github(
  plan: GithubPlan,
  given: Inputs,
  event: object = { pull_request: { number: 7, head: { sha: SHA } } },
): Provocation {
  return async () => {
    const { step } = await k6Cloud([scenarios.passed(QUICK)]);
    const api = await githubApi(plan);
    closing.push(api.close);
    const file = join(temporaryFolder(), 'event.json');
    writeFileSync(file, JSON.stringify(event));
    const env = {
      GITHUB_REPOSITORY: 'octo/shop',
      GITHUB_SHA: SHA,
      GITHUB_API_URL: api.url,
      GITHUB_EVENT_PATH: file,
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: 'refs/heads/main',
    };
    return said({ ...step({ 'github-token': 'made-up', ...given }), env });
  };
}

const SHA = 'f'.repeat(40);
const COMMENT = { comment: 'always' };
const STATUS = { status: 'load test' };
const always = (status: number, headers?: Readonly<Record<string, string>>): GithubPlan => ({
  faults: [{ on: /./u, times: Infinity, status, ...(headers === undefined ? {} : { headers }) }],
});

/** What GitHub says to a token that lacks a permission. */
const FORBIDDEN: GithubPlan = {
  faults: [{ on: /./u, times: Infinity, status: 403, message: 'Resource not accessible by integration' }],
};

/** A server of ours at an address, closed after the test. */
async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  server.listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  closing.push(() => new Promise((done) => server.close(done)));
  return (server.address() as AddressInfo).port;
}

async function unknownCertificate(): Promise<string> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const answer: RequestListener = (_, response) => response.end();
  const port = await listening(createTlsServer({ cert, key }, answer));
  return said({ inputs: { token: TOKEN, 'test-id': '1201', 'api-url': `https://localhost:${port}` } });
}

async function proxyThatRefuses(): Promise<string> {
  const proxy = createServer().on('connect', (_, socket) => {
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
  });
  const HTTPS_PROXY = `http://127.0.0.1:${await listening(proxy)}`;
  const given = { token: TOKEN, 'test-id': '1201', 'api-url': 'https://k6.example.test' };
  return said({ inputs: given, env: { HTTPS_PROXY } });
}

const NOWHERE = { token: TOKEN, 'test-id': '1201', 'api-url': 'https://127.0.0.1:1', 'outage-timeout': '1s' };
/** A host that a proxy would be used for. */
const ELSEWHERE = { ...NOWHERE, 'api-url': 'https://k6.example.test' };
const ids = Array.from({ length: 51 }, (_, place) => String(place + 1)).join(' ');

/** The text of each row, and what makes the step say it. */
const PROVOKED: Readonly<Record<string, Provocation>> = {
  '`token` is empty': inputs({ token: '' }),
  'invalid value (not shown)': inputs({ timeout: TOKEN }),
  '(not shown: it looks like a token)': inputs({ timeout: 'glsa_made-up' }),
  '(not shown: it may hold a password)': inputs({ 'api-url': 'https://user:made-up@api.k6.io' }),
  'Expected a value that holds no token.': inputs({ stack: TOKEN }),
  'Set `test-id` (test to start) or `run-id` (run to judge).': inputs({ 'test-id': '' }),
  'Set `test-id` or `run-id`, not both.': inputs({ 'run-id': '7' }),
  'Is this one id (1201) or 2 ids (1, 201)?': inputs({ 'test-id': '1,201' }),
  'This is the address of a run.': inputs({ 'test-id': 'https://acme.grafana.net/a/k6-app/runs/7' }),
  'This is the address of a test.': inputs({ 'test-id': '', 'run-id': 'https://acme.grafana.net/a/k6-app/tests/7' }),
  'is named twice': inputs({ 'test-id': '7, 7' }),
  'at most 50 ids in one step': inputs({ 'test-id': ids }),
  '`wait`: invalid value "false"': inputs({ 'test-id': '', 'run-id': '7', wait: 'false' }),
  'a duration such as 90, 90s, 5m or 1h30m': inputs({ timeout: '5 minutes' }),
  '`api: v6` needs a stack.': inputs({ api: 'v6' }),
  'the numeric id of a Grafana stack, its slug (acme)': inputs({ stack: 'My Stack' }),
  'an https URL without user name, password, query or fragment': inputs({ 'api-url': 'http://api.k6.io' }),
  '`max-regression` needs a baseline.': inputs({ 'max-regression': 'p95=10%' }),
  'one line of at most 100 characters': inputs({ status: 'x'.repeat(101) }),

  'is a valid k6 Cloud API token': refusal(401),
  'may read and start this test': refusal(403),
  'and that the token belongs to the organization, project and stack that hold it': cloud({
    inputs: { 'run-id': '999' },
  }),
  'v6 takes no other kind': refusal(401, { stack: '42' }),
  'is the address of your stack': refusal(403, { stack: 'acme' }, '/v6/auth'),
  'Check `stack` and the rights of `token`': refusal(403, { stack: '42' }),
  'Check the id, and that `stack` is the stack that holds it.': cloud({ inputs: { 'test-id': '9', stack: 'acme' } }),
  'Check your subscription and project limits.': refusal(402, {}, 'start-testrun'),
  'never found': cloud({ inputs: { 'run-id': '999' } }),
  '`token` sees no such test': cloud({ inputs: { 'test-id': '9' } }),
  'The legacy API may have been removed': refusal(410),
  'Redirects are not followed': cloud({ fault: { kind: 'redirect', to: 'https://example.test/' } }),
  'no complete response within 1 s': cloud({
    fault: { kind: 'silence', acted: false },
    inputs: { 'request-timeout': '1s', 'outage-timeout': '1s' },
  }),
  "k6 Cloud's API was unavailable for 1s": cloud({
    on: /v2\/runs\/\d/u,
    fault: { kind: 'status', status: 503 },
    inputs: { 'outage-timeout': '1s' },
  }),
  'several new runs of test 1201 exist': severalRuns,
  'The run did not finish within 12s': cloud({ inputs: { timeout: '12s' } }),
  'The run did not start within 2s': async () => {
    const { step } = await k6Cloud([scenarios.neverEnding({ reads: { ...QUICK.reads, queued: 1000 } })]);
    return said(step({ 'queue-timeout': '2s' }));
  },

  'Set `NODE_EXTRA_CA_CERTS` on the step': unknownCertificate,
  'HTTP 407 from the proxy': proxyThatRefuses,
  'no TLS connection to the server': async () => {
    const server = createServer();
    const apiUrl = `https://127.0.0.1:${await listening(server)}`;
    return said({ inputs: { ...NOWHERE, 'api-url': apiUrl } });
  },
  '`HTTPS_PROXY` is used as an HTTP proxy': () =>
    said({ inputs: ELSEWHERE, env: { HTTPS_PROXY: 'socks5://127.0.0.1:1' } }),
  '`HTTPS_PROXY` is ignored': () => said({ inputs: ELSEWHERE, env: { HTTPS_PROXY: 'proxy.example.test:3128' } }),
  // A name server need not be reachable where the tests run, so this one is made of the error alone.
  'set `HTTPS_PROXY` if the runner reaches the internet through a proxy': () =>
    Promise.resolve(networkError('GET /x', Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })).message),
  ECONNREFUSED: () => said({ inputs: NOWHERE }),

  'The job needs `permissions: pull-requests: write`': github(FORBIDDEN, COMMENT),
  'The job needs `permissions: statuses: write`': github(FORBIDDEN, STATUS),
  '`github-token` is not valid': github(always(401), STATUS),
  'GitHub limits the rate of requests': github(always(429, { 'retry-after': '3600' }), COMMENT),
  'No commit status is written: `github-token` is empty.': github({}, { ...STATUS, 'github-token': '' }),
  'No comment on a pull request: no open pull request has the head main': github({}, COMMENT, {}),
  'The job summary failed': async () => {
    const { step } = await k6Cloud([scenarios.passed(QUICK)]);
    return said({ ...step(), env: { GITHUB_STEP_SUMMARY: '/nowhere/summary.md' } });
  },
  'Internal error in this action': async () => {
    const { step } = await k6Cloud([]);
    return said({ ...step(), env: { GITHUB_STATE: '/nowhere/state' } });
  },
};

const rows = readFileSync('docs/troubleshooting.md', 'utf8')
  .split(/\r?\n/u)
  .filter((line) => line.startsWith('|') && !/^\| (?:the message has|:-)/u.test(line))
  .map((line) => /^\| +(?<ticks>`+)(?<text>.+?)\k<ticks> *\|/u.exec(line)?.groups?.['text']?.trim() ?? line);

describe('docs/troubleshooting.md', () => {
  it('has a row for each message that is provoked here, and no other', () => {
    expect([...rows].sort()).toEqual(Object.keys(PROVOKED).sort());
  });

  it.each(rows)('has the words of the step: %s', async (text) => {
    expect(await PROVOKED[text]?.()).toContain(text);
  });
});
