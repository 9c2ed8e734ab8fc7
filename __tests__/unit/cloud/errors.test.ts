/** What a failure means, by its code alone. */
import { describe, expect, it } from '@jest/globals';
import { StartUncertain } from '../../../src/cloud/cloud.ts';
import type { CloudErrorCode, TryResult } from '../../../src/cloud/errors.ts';
import { CloudError, retryability, tryResult } from '../../../src/cloud/errors.ts';
import { aPendingRun } from '../../support/a-run.ts';

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

  it.each([
    [500, 'maybe-made'],
    [501, 'maybe-made'],
    [503, 'maybe-made'],
    [408, 'uncertain'],
    [502, 'uncertain'],
    [504, 'uncertain'],
    [520, 'uncertain'],
    [524, 'uncertain'],
    [527, 'uncertain'],
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
});

describe('StartUncertain', () => {
  const request = 'POST /start';

  it('says that there may be a run', () => {
    const last = new CloudError('late', { request, response: 'no complete response within 15 s' });
    expect(new StartUncertain({ request, testId: '1201', runIds: [], lastError: last }).message).toMatch(
      /no new run of test 1201 was found.*no complete response within 15 s.*Check in k6 Cloud/u,
    );
  });

  it('names all runs that may be ours, and touches none', () => {
    const { message } = new StartUncertain({ request, testId: '1201', runIds: ['1', '2'] });
    expect(message).toMatch(/several new runs of test 1201 exist: 1, 2.*None was followed or stopped/u);
  });

  it('names the one that is surely ours', () => {
    const own = aPendingRun({ id: '2' });
    expect(new StartUncertain({ request, testId: '1201', runIds: ['1', '2'], ownRun: own }).message).toContain(
      'Run 2 is ours',
    );
  });
});
