/** What a failure means, by its code alone. */
import { describe, expect, it } from '@jest/globals';
import type { CloudErrorCode, TryResult } from '../../../src/cloud/errors.ts';
import { CloudError, problemOf, retryability, tryResult } from '../../../src/cloud/errors.ts';
import type { Problem } from '../../../src/test-run/test-run.ts';

const CODES: Readonly<Record<CloudErrorCode, readonly [ReturnType<typeof retryability>, TryResult]>> = {
  unauthorized: ['retry-briefly', 'not-made'],
  forbidden: ['retry-briefly', 'not-made'],
  'not-found': ['retry-briefly', 'not-made'],
  removed: ['retry-briefly', 'not-made'],
  rejected: ['final', 'not-made'],
  redirected: ['final', 'not-made'],
  'rate-limited': ['retry', 'not-made'],
  unavailable: ['retry', 'uncertain'],
  misconfigured: ['retry-few', 'not-made'],
  unreachable: ['retry', 'not-made'],
  interrupted: ['retry', 'uncertain'],
  late: ['retry', 'uncertain'],
  malformed: ['retry', 'uncertain'],
  'too-large': ['final', 'uncertain'],
  'wrong-run': ['retry-briefly', 'uncertain'],
  'start-uncertain': ['final', 'uncertain'],
};

describe('a CloudError', () => {
  it.each(Object.entries(CODES))('%s: whether to try again, and what became of a start', (code, expected) => {
    const known = code as CloudErrorCode;
    const error = new CloudError(known, { request: 'POST /x', response: 'r' });
    expect([retryability(known), tryResult(error)]).toEqual(expected);
  });

  it.each<[number, TryResult]>([
    [500, 'maybe-made'],
    [501, 'maybe-made'],
    [503, 'maybe-made'],
    [408, 'uncertain'],
    [502, 'uncertain'],
    [504, 'uncertain'],
    [519, 'maybe-made'],
    ...[520, 521, 522, 523, 524, 525, 526, 527].map((status): [number, TryResult] => [status, 'uncertain']),
    [528, 'maybe-made'],
  ])('a start answered with %d is %s', (status, expected) => {
    expect(tryResult(new CloudError('unavailable', { request: 'POST /x', response: 'r', status }))).toBe(expected);
  });

  it('says what was asked, what came back and what to do, in sentences', () => {
    const error = new CloudError('forbidden', {
      request: 'GET /x',
      response: '403, No. ',
      advice: 'Ask.',
      status: 403,
    });
    expect(error.message).toBe('GET /x: 403, No. Ask.');
    expect(new CloudError('late', { request: 'GET /x', response: 'no answer' }).message).toBe('GET /x: no answer.');
  });

  it.each([
    ['403', '403.'],
    ['403.', '403.'],
    ['403, No. Really. . \n', '403, No. Really.'],
  ])('ends what came back, %j, with one full stop', (response, ending) => {
    expect(new CloudError('late', { request: 'GET /x', response, advice: '' }).message).toBe(`GET /x: ${ending}`);
  });

  it('keeps what it was made of', () => {
    const cause = new TypeError('x');
    const known = new CloudError('rate-limited', {
      request: 'GET /x',
      response: 'r',
      status: 429,
      retryAfterMs: 7,
      cause,
    });
    expect([known.name, known.code, known.status, known.retryAfterMs, known.cause]).toEqual([
      'CloudError',
      'rate-limited',
      429,
      7,
      cause,
    ]);
    const bare = new CloudError('late', { request: 'GET /x', response: 'r' });
    expect([bare.status, bare.retryAfterMs, bare.cause]).toEqual([undefined, undefined, undefined]);
  });
});

describe('the problem that a failure is to its reader', () => {
  const PROBLEMS: Readonly<Record<CloudErrorCode, Problem>> = {
    unauthorized: 'token-rejected',
    'not-found': 'not-found',
    rejected: 'other',
    'rate-limited': 'unreachable',
    unavailable: 'unreachable',
    misconfigured: 'unreachable',
    unreachable: 'unreachable',
    interrupted: 'unreachable',
    late: 'unreachable',
    malformed: 'unreachable',
    'start-uncertain': 'start-uncertain',
    'wrong-run': 'wrong-run',
    forbidden: 'other',
    removed: 'other',
    redirected: 'other',
    'too-large': 'other',
  };
  const facts = { request: 'POST /x', response: 'r' };

  it.each(Object.entries(PROBLEMS))('%s: %s', (code, problem) => {
    expect(problemOf(new CloudError(code as CloudErrorCode, facts))).toBe(problem);
  });

  it.each<[number, Problem]>([
    [400, 'other'],
    [402, 'limit-reached'],
    [405, 'other'],
    [409, 'limit-reached'],
    [422, 'limit-reached'],
    [423, 'limit-reached'],
  ])('is, of a refusal with %d, %s', (status, problem) => {
    expect(problemOf(new CloudError('rejected', { ...facts, status }))).toBe(problem);
  });

  it('is the wrong run where an uncertain start was one of a response that named another', () => {
    const wrong = new CloudError('wrong-run', facts);
    expect(problemOf(new CloudError('start-uncertain', { ...facts, cause: wrong }))).toBe('wrong-run');
  });

  it.each([
    ['start-uncertain', new CloudError('late', facts), 'start-uncertain'],
    ['start-uncertain', { code: 'wrong-run' }, 'start-uncertain'],
    ['late', new CloudError('wrong-run', facts), 'unreachable'],
  ] as const)('is that of %s whatever else is behind it', (code, cause, problem) => {
    expect(problemOf(new CloudError(code, { ...facts, cause }))).toBe(problem);
  });
});
