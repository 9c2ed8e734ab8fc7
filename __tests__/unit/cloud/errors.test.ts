/** What a failure means, by its code alone. */
import { describe, expect, it } from '@jest/globals';
import { StartUncertain } from '../../../src/cloud/cloud.ts';
import type { CloudErrorCode } from '../../../src/cloud/errors.ts';
import { CloudError, mayHaveBeenProcessed, retryability } from '../../../src/cloud/errors.ts';
import { aPendingRun } from '../../support/a-run.ts';

const CODES: Readonly<
  Record<CloudErrorCode, readonly [ReturnType<typeof retryability>, ReturnType<typeof mayHaveBeenProcessed>]>
> = {
  unauthorized: ['again-briefly', 'no'],
  forbidden: ['again-briefly', 'no'],
  'not-found': ['again-briefly', 'no'],
  removed: ['again-briefly', 'no'],
  rejected: ['final', 'no'],
  redirected: ['final', 'no'],
  'rate-limited': ['again', 'no'],
  unavailable: ['again', 'maybe'],
  misconfigured: ['again-few', 'no'],
  unreachable: ['again', 'no'],
  interrupted: ['again', 'maybe'],
  late: ['again', 'maybe'],
  malformed: ['again', 'maybe'],
  'too-large': ['final', 'maybe'],
  'start-uncertain': ['final', 'maybe'],
};

describe('a CloudError', () => {
  it.each(Object.entries(CODES))(
    '%s says whether to try again, and whether it may have been acted on',
    (code, said) => {
      const known = code as CloudErrorCode;
      expect([retryability(known), mayHaveBeenProcessed(known)]).toEqual(said);
    },
  );

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
      /no new run of test 1201 was found.*no complete response within 15 s.*Look in k6 Cloud/u,
    );
  });

  it('names all runs that may be ours, and touches none', () => {
    const { message } = new StartUncertain({ request, testId: '1201', runIds: ['1', '2'] });
    expect(message).toMatch(/more than one new run since: 1, 2.*None was adopted or stopped/u);
  });

  it('names the one that is surely ours', () => {
    const own = aPendingRun({ id: '2' });
    expect(new StartUncertain({ request, testId: '1201', runIds: ['1', '2'], ownRun: own }).message).toContain(
      'Run 2 is ours',
    );
  });
});
