/** What is said of a start of which it cannot be told whether there is a run, or which one is ours. */
import { describe, expect, it } from '@jest/globals';
import { StartUncertain } from '../../../src/cloud/cloud.ts';
import { CloudError } from '../../../src/cloud/errors.ts';

const request = 'POST /start';
const last = new CloudError('late', { request, response: 'no complete response within 15 s' });

describe('an uncertain start', () => {
  it('says that there may be a run, why it is not known, and how long it was searched for', () => {
    const error = new StartUncertain({ request, testId: '1201', runIds: [], searchedMs: 60_000, lastError: last });
    expect(error.message).toBe(
      'POST /start: no response to the start request, and no new run of test 1201 was found in 60 s' +
        ' (POST /start: no complete response within 15 s).' +
        ' Check in k6 Cloud whether a run was made before you re-run the job.',
    );
    expect(error).toMatchObject({ code: 'start-uncertain', cause: last, runIds: [] });
  });

  it.each([
    [9999, ' in 10 s'],
    [400, ' in 0 s'],
    [undefined, ''],
  ])('that was searched for %p ms says so in whole seconds: %j', (searchedMs, words) => {
    const { message } = new StartUncertain({ request, testId: '1201', runIds: [], searchedMs, lastError: last });
    expect(message).toContain(`no new run of test 1201 was found${words} (`);
  });

  it('without a last error says that there was none', () => {
    expect(new StartUncertain({ request, testId: '1201', runIds: [] }).message).toBe(
      'POST /start: no response to the start request, and no new run of test 1201 was found (no error).' +
        ' Check in k6 Cloud whether a run was made before you re-run the job.',
    );
  });

  it('does not say that nothing came back where an answer did', () => {
    const failed = new CloudError('unavailable', { request, response: '503 Service Unavailable', status: 503 });
    expect(new StartUncertain({ request, testId: '1201', runIds: [], lastError: failed }).message).toContain(
      'POST /start: the start request failed, and no new run of test 1201 was found (POST /start: 503 Service Unavailable).',
    );
  });

  it('names one run of which it is not known whether it is new', () => {
    expect(new StartUncertain({ request, testId: '1201', runIds: ['1'] }).message).toBe(
      'POST /start: no response to the start request; run 1 of test 1201 exists, and it is not known whether it existed before.' +
        " It was not followed or stopped. Check it in k6 Cloud, and stop it if you don't need it.",
    );
  });

  it('names all runs that may be ours, and touches none', () => {
    const error = new StartUncertain({ request, testId: '1201', runIds: ['1', '2'] });
    expect(error.message).toBe(
      'POST /start: no response to the start request; several new runs of test 1201 exist: 1, 2.' +
        " None was followed or stopped. Check them in k6 Cloud and stop any you don't need.",
    );
    expect(error.runIds).toEqual(['1', '2']);
  });
});
