/** From a refusal to one sentence with a remedy, for the error shapes of both APIs and for what gateways send. */
import { describe, expect, it } from '@jest/globals';
import type { Advice } from '../../../../src/cloud/http/response.ts';
import { responseError } from '../../../../src/cloud/http/response.ts';
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
          code: 'validation_error',
          target: null,
          details: [{ message: '330 > 100', code: 'x' }],
        },
      },
      '400, Too many VUs; 330 > 100.',
    ],
    ['v6 without', { error: { message: 'Conflict', code: 'conflict', target: null, details: null } }, '400, Conflict.'],
    ['nothing', '', '400.'],
    ['a web page', HTML, '400 with a web page.'],
    ['text', 'upstream connect error', '400.'],
    ['JSON of another shape', { message: 'no' }, '400.'],
    ['an error that is no object', { error: 'no' }, '400.'],
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
    for (const status of [400, 401, 403, 404, 410, 302]) expect(said(status, HTML, {})).toMatch(/\. [A-Z].*\.$/u);
  });

  it('cuts a long text', () => {
    expect(said(500, { error: { message: 'x'.repeat(10_000) } }).length).toBeLessThan(400);
  });
});
