/** From a refusal to one sentence with a remedy, for the error shapes of both APIs and for what gateways send. */
import { describe, expect, it } from '@jest/globals';
import type { Advice } from '../../../../src/cloud/http/response.ts';
import { parseResponse, responseError } from '../../../../src/cloud/http/response.ts';
import { V2_ADVICE } from '../../../../src/cloud/v2/advice.ts';
import { V6_ADVICE } from '../../../../src/cloud/v6/advice.ts';

const HTML = '<!doctype html><html><body><h1>Not here</h1></body></html>';
const request = 'GET /loadtests/v2/runs/1';

function said(status: number, body: unknown, remedies: Advice = V2_ADVICE): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return responseError({ request, status, body: text, retryAfterMs: undefined }, remedies).message;
}

describe('refusal', () => {
  it.each([
    [
      'legacy with field errors',
      { error: { message: 'Not valid.', code: 2, field_errors: { id: ['too long', 'odd'] } } },
      '400, Not valid.; id: too long, odd.',
    ],
    [
      'legacy in the older shape',
      { error: { message: 'Not valid.', code: 2, details: { id: ['odd'] }, errors: ['Not valid.', 'Really.'] } },
      '400, Not valid.; id: odd; Really.',
    ],
    [
      'v6 with details',
      {
        error: {
          message: 'Too many VUs',
          code: 'odd_error',
          target: null,
          details: [{ message: '330 > 100', code: 'x' }],
        },
      },
      '400, Too many VUs; 330 > 100.',
    ],
    ['v6 without', { error: { message: 'Conflict', code: 'conflict', target: null, details: null } }, '400, Conflict.'],
    ['nothing', '', '400.'],
    ['a web page', HTML, 'HTTP 400 (HTML page instead of JSON).'],
    ['text', 'upstream connect error', '400.'],
    ['JSON that says nothing', { a: 1 }, '400.'],
    ['a list', ['no'], '400.'],
    ['a message without an error', { code: 'Odd', message: 'no', requestId: '0' }, '400, no.'],
    ['a detail', { detail: 'Not today.' }, '400, Not today.'],
    ['details of a validator', { detail: [{ loc: ['body'], msg: 'too long' }, { msg: 'odd' }] }, '400, too long; odd.'],
    ['an error that is text', { error: 'no' }, '400, no.'],
    ['a list of errors', { errors: [{ detail: 'a' }, 'b', { message: 'c' }, { x: 1 }, 7] }, '400, a; b; c.'],
    ['a code without words', { error: { code: 8 } }, '400, code 8.'],
    ['a code without an error', { code: 'Odd' }, '400, code Odd.'],
    ['a message that is no text', { error: { message: { a: 1 } } }, '400.'],
  ])('quotes %s', (_, body, sentence) => {
    expect(said(400, body)).toBe(`${request}: ${sentence} Check the inputs of the step.`);
  });

  it.each([
    [401, '', 'unauthorized'],
    [403, '', 'forbidden'],
    [404, '{}', 'not-found'],
    [404, HTML, 'removed'],
    [410, '{}', 'removed'],
    [429, '', 'rate-limited'],
    [408, '', 'unavailable'],
    [500, '', 'unavailable'],
    [599, '', 'unavailable'],
    [407, '', 'misconfigured'],
    [302, '', 'redirected'],
    [400, '', 'rejected'],
    [409, '', 'rejected'],
  ] as const)('calls %i with %j %s', (status, body, code) => {
    expect(responseError({ request, status, body, retryAfterMs: 5 }, {})).toMatchObject({
      code,
      status,
      retryAfterMs: 5,
    });
  });

  it('gives the remedy of the API that spoke', () => {
    expect(said(404, HTML, V2_ADVICE)).toContain('set `stack` to use the current one');
    expect(said(404, HTML, V6_ADVICE)).toContain('check `api-url`');
    expect(said(403, '', V6_ADVICE)).toContain('Check `stack`');
    expect(said(401, '', V6_ADVICE)).toContain('stack API token');
    expect(said(404, '{}', V6_ADVICE)).toContain('`stack`');
    expect(said(404, { detail: 'Not Found' }, V6_ADVICE)).toContain('Check the id');
    for (const status of [400, 401, 403, 404, 410, 302]) expect(said(status, HTML, {})).toMatch(/\. [A-Z].*\.$/u);
  });

  const LIMITS = 'Check your subscription and project limits.';
  const TOKEN = 'Check that `token` is';
  const LEGACY = 'The legacy API may have been removed: set `stack`';
  const started = 'POST /loadtests/v2/tests/1201/start-testrun';
  it.each([
    [403, { error: { message: 'Validation failed', code: 2, errors: ['No active Subscription supports it'] } }, LIMITS],
    [400, { error: { message: 'Max concurrency reached', code: 2 } }, LIMITS],
    [402, '', LIMITS],
    [409, { error: { message: 'x' } }, LIMITS],
    [422, { error: { message: 'x' } }, LIMITS],
    [423, HTML, LIMITS],
    [400, { error: { message: 'Too many VUs', code: 'validation_error' } }, LIMITS],
    [403, { error: { message: 'Not allowed', code: 5 } }, TOKEN],
    [403, { error: { message: 'Not allowed', code: 6 } }, TOKEN],
    [403, { error: { message: 'Not allowed', code: 3 } }, 'rights on the project'],
    [
      401,
      { code: 'InvalidCredentials', message: 'Token invalid', requestId: '0' },
      '401, Token invalid. Check that `token`',
    ],
    [400, { error: { message: 'Bad', code: 1 } }, 'Check the inputs of the step.'],
    [400, { error: { message: 'Bad', code: 5 } }, 'Check the inputs of the step.'],
    [400, { error: { message: 'Concurrently changed', code: 1 } }, 'Check the inputs of the step.'],
    [403, { error: { message: 'Max concurrent tests', code: 3 } }, 'rights on the project'],
    [404, { error: { message: 'No such test' } }, 'Check the id'],
    [404, { message: 'no Route matched with those values' }, LEGACY],
    [404, { detail: 'Not Found' }, LEGACY],
    [404, HTML, LEGACY],
    [407, HTML, 'HTTP 407 (HTML page instead of JSON). Check `HTTPS_PROXY`'],
  ])('is explained by its cause: %i with %j', (status, body, advice) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const { message } = responseError({ request: started, status, body: text, retryAfterMs: undefined }, V2_ADVICE);
    expect(message).toContain(advice);
  });

  it.each([
    [500, { error: { message: 'Odd', code: 'validation_error' } }],
    [503, { error: { message: 'Concurrency', code: 2 } }],
    [429, { error: { message: 'Concurrency', code: 'validation_error_' } }],
  ])('has no advice where a repeat is all that helps: %i with %j', (status, body) => {
    const { message } = responseError({ request, status, body: JSON.stringify(body), retryAfterMs: 1 }, V2_ADVICE);
    expect(message).toBe(`${request}: ${status}, ${body.error.message}.`);
  });

  it.each([
    [403, 'forbidden', { error: { message: 'No', code: 3 } }],
    [500, undefined, { error: { message: 'No', code: 3 } }],
    [410, 'removed', { message: 'No' }],
  ] as const)('of a list is a matter of the API where nothing is found, not with %i', (status, advice, body) => {
    const list = { request: 'GET /loadtests/v2/runs', status, body: JSON.stringify(body), retryAfterMs: undefined };
    const words = advice === undefined ? '' : ` ${advice}!`;
    const advices: Advice = {
      forbidden: 'forbidden!',
      removed: 'removed!',
      'unknown-test': 'x',
      'legacy-removed': 'y',
    };
    expect(responseError(list, advices).message).toBe(`GET /loadtests/v2/runs: ${status}, No.${words}`);
  });

  it('of the list of a test that the legacy API does not know names `test-id` first', () => {
    const body = JSON.stringify({ error: { message: 'There is no test 99.', code: 3 } });
    const list = { request: 'GET /loadtests/v2/runs', status: 404, body, retryAfterMs: undefined };
    expect(responseError(list, V2_ADVICE).message).toMatch(/There is no test 99\. Check `test-id`: .* set `stack`/u);
  });

  it.each(['', '{"detail":"Not Found"}', '{"error":{"message":"This endpoint has been removed"}}'])(
    'of a list of the legacy API is no matter of an id: 404 with %j',
    (body) => {
      const list = { request: 'GET /loadtests/v2/runs', status: 404, body, retryAfterMs: undefined };
      expect(responseError(list, V2_ADVICE).message).toContain(LEGACY);
      expect(responseError({ ...list, request: 'GET /gate/loadtests/v2/runs' }, V2_ADVICE).message).toContain(LEGACY);
    },
  );

  it('has the advice of the request before that of the API', () => {
    const refused = { request, status: 403, body: '', retryAfterMs: undefined };
    expect(responseError(refused, { forbidden: 'Ask her.' }, V6_ADVICE).message).toContain('Ask her.');
    expect(responseError(refused, undefined, V6_ADVICE).message).toContain('Check `stack`');
  });

  it('of many words is cut, and costs little', () => {
    const many = { error: { message: 'x', errors: Array.from({ length: 200_000 }, (_, place) => `y${place}`) } };
    expect(said(500, many).length).toBeLessThan(200);
  });

  it.each([
    [300, 'x'.repeat(300)],
    [301, `${'x'.repeat(300)}…`],
    [10_000, `${'x'.repeat(300)}…`],
  ])('cuts a text of %i characters to 300', (length, words) => {
    expect(said(500, { error: { message: 'x'.repeat(length) } })).toBe(`${request}: 500, ${words}.`);
  });

  it.each([
    ['  <p>', 'removed'],
    ['\n<!doctype html>', 'removed'],
    ['a<b', 'not-found'],
    ['{"a":"<p>"}', 'not-found'],
    ['', 'not-found'],
  ])('is a web page where its first sign is <: %j', (body, code) => {
    expect(responseError({ request, status: 404, body, retryAfterMs: undefined }).code).toBe(code);
  });
});

describe('a success', () => {
  it.each([
    ['', undefined],
    [' \n', undefined],
    ['null', null],
    ['{"a":1e-400}', { a: '1e-400' }],
  ])('of %j is read', (body, json) => {
    expect(parseResponse({ request, status: 201, body })).toEqual({ request, status: 201, json });
  });

  it.each([
    ['{"a":', 'HTTP 200 with a body that is not JSON'],
    ['upstream <b>', 'HTTP 200 with a body that is not JSON'],
    [' <p>', 'HTTP 200 (HTML page instead of JSON)'],
  ])('of %j is malformed', (body, words) => {
    expect(() => parseResponse({ request, status: 200, body })).toThrow(
      expect.objectContaining({ code: 'malformed', status: 200, message: `${request}: ${words}.` }),
    );
  });
});
