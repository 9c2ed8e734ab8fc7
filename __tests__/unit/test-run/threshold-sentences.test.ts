/** The sentences for thresholds: which one was not met, how far off it is, and what stands where a part is unknown. */
import { describe, expect, it } from '@jest/globals';
import type { Threshold } from '../../../src/test-run/metrics.ts';
import {
  failedFirst,
  thresholdSentence,
  thresholdsSentence,
  thresholdValue,
} from '../../../src/test-run/threshold-sentences.ts';

const one: Threshold = {
  metric: 'http_req_duration',
  stat: 'p(95)',
  condition: 'p(95)<400',
  limit: 400,
  value: 431.2,
  failed: true,
};

describe('the sentence of a threshold', () => {
  it.each<readonly [Partial<Threshold>, string | undefined]>([
    [{}, 'p95 latency is 431 ms, over the limit of 400 ms'],
    [{ value: 400.0004 }, 'p95 latency is 400.0004 ms, over the limit of 400 ms'],
    [
      { value: 612, valueAtEnd: 380 },
      'p95 latency was 612 ms during the run, over the limit of 400 ms (380 ms at its end)',
    ],
    [{ stat: 'avg' }, 'average latency is 431 ms, over the limit of 400 ms'],
    [{ stat: 'med' }, 'median latency is 431 ms, over the limit of 400 ms'],
    [{ stat: 'p(99.9)' }, 'p99.9 latency is 431 ms, over the limit of 400 ms'],
    [{ stat: 'constructor' }, '`http_req_duration` constructor 431 ms, over the limit of 400 ms'],
    [{ stat: 'exp(9)' }, '`http_req_duration` exp(9) 431 ms, over the limit of 400 ms'],
    [{ stat: 'p(9)%' }, '`http_req_duration` p(9)% 431 ms, over the limit of 400 ms'],
    [{ value: 400 }, 'p95 latency is 400 ms, required below 400 ms'],
    [
      { metric: 'checks', stat: 'rate', condition: 'rate>=0.9', limit: 0.9, value: 0.5 },
      'checks passed 50 %, below the required 90 %',
    ],
    [
      { metric: 'checks', stat: 'rate', condition: 'rate>=0.9', limit: 0.9, value: 0.5, valueAtEnd: 0.95 },
      'checks passed 50 % during the run, below the required 90 % (95 % at its end)',
    ],
    [
      { metric: 'http_req_failed', stat: 'rate', condition: 'rate<0.01', limit: 0.01, value: 0.0123 },
      'failed requests 1.23 %, over the limit of 1 %',
    ],
    [
      { metric: 'http_reqs', stat: 'rate', condition: 'rate>50', limit: 50, value: 40.2 },
      'requests 40.2 /s, below the required 50 /s',
    ],
    [
      { metric: 'browser_web_vital_lcp{page:root}', stat: 'max', condition: 'max>0', limit: 0, value: 0 },
      '`browser_web_vital_lcp{page:root}` max 0 ms, required over 0 ms',
    ],
    [
      { metric: 'checks{scenario:a}', stat: 'rate', condition: 'rate>0.9', limit: 0.9, value: 0.5 },
      '`checks{scenario:a}` rate 50 %, below the required 90 %',
    ],
    [
      { metric: 'http_req_duration{name:cart}' },
      '`http_req_duration{name:cart}` p(95) 431 ms, over the limit of 400 ms',
    ],
    [
      { metric: 'mine', stat: 'count', condition: 'count!=3', limit: 3, value: 3 },
      '`mine` count 3, required other than 3',
    ],
    [{ metric: 'mine', stat: 'count', condition: 'count, limit 3', limit: 3, value: 3 }, '`mine` count 3, required 3'],
    [{ metric: 'mine', unit: 'ms' }, '`mine` p(95) 431 ms, over the limit of 400 ms'],
    [{ metric: undefined }, 'p(95) 431, over the limit of 400'],
    [{ metric: undefined, stat: undefined }, 'a threshold is 431, over the limit of 400'],
    [
      { condition: 'p(95)<500', limit: 500, value: undefined },
      '`http_req_duration` p(95)<500 was not met (value unknown)',
    ],
    [{ limit: undefined, condition: 'p(95)' }, '`http_req_duration` p(95) was not met (value 431 ms)'],
    [{ metric: undefined, limit: undefined, condition: 'threshold_1' }, 'threshold_1 was not met (value 431)'],
    [{ metric: undefined, condition: '', value: undefined }, undefined],
  ])('of %j is: %s', (parts, sentence) => {
    expect(thresholdSentence({ ...one, ...parts })).toBe(sentence);
  });

  it('writes names and conditions in the style of the report', () => {
    const style = { metric: (name: string) => `<${name}>`, text: (text: string) => text.toUpperCase() };
    expect(thresholdSentence({ ...one, metric: 'mine' }, style)).toBe('<mine> P(95) 431, over the limit of 400');
    expect(thresholdSentence({ ...one, value: undefined }, style)).toBe(
      '<http_req_duration> P(95)<400 was not met (value unknown)',
    );
  });
});

describe('the sentence of several thresholds', () => {
  it('is that of the first with numbers, and how many more were not met', () => {
    const sentence = 'p95 latency is 431 ms, over the limit of 400 ms';
    expect(thresholdsSentence([one])).toBe(sentence);
    expect(thresholdsSentence([{ ...one, value: undefined }, one])).toBe(
      `${sentence}, and 1 more threshold was not met`,
    );
    expect(thresholdsSentence([one, one, { ...one, failed: false }, one])).toBe(
      `${sentence}, and 2 more thresholds were not met`,
    );
  });

  it('is absent where nothing failed or nothing is known', () => {
    expect(thresholdsSentence([{ ...one, failed: false }])).toBeUndefined();
    expect(thresholdsSentence([])).toBeUndefined();
    expect(thresholdsSentence(undefined)).toBeUndefined();
  });

  it('is chosen by what is known', () => {
    const nameless = { ...one, metric: undefined, condition: '', value: undefined };
    const withoutValue = { ...one, value: undefined };
    const met = { ...one, failed: false };
    const open = { ...one, failed: false, value: undefined };
    const other = { ...one, limit: 300 };
    const withoutLimit = { ...one, limit: undefined };
    const given = [met, open, nameless, withoutLimit, withoutValue, one, other];
    expect(failedFirst(given)).toEqual([one, other, withoutLimit, withoutValue, nameless, open, met]);
    expect(given).toEqual([met, open, nameless, withoutLimit, withoutValue, one, other]);
  });
});

describe('the value of a threshold', () => {
  it.each([
    ['http_req_waiting', 'avg', '5 ms'],
    ['iteration_duration', 'max', '5 ms'],
    ['group_duration{group:::a}', 'med', '5 ms'],
    ['grpc_req_duration', 'p(99)', '5 ms'],
    ['ws_connecting', 'avg', '5 ms'],
    ['ws_ping', 'avg', '5 ms'],
    ['ws_session_duration', 'avg', '5 ms'],
    ['browser_web_vital_lcp', 'p(75)', '5 ms'],
    ['browser_web_vital_cls', 'p(75)', '5'],
    ['http_reqs', 'count', '5'],
    ['http_req_duration', undefined, '5 ms'],
    ['http_req_duration', 'rate', '5'],
    ['http_req_duration', 'value', '5'],
    ['my_http_req_duration', 'avg', '5'],
    ['iteration_duration_of_mine', 'avg', '5'],
    ['ws_sessions', 'avg', '5'],
    [undefined, 'avg', '5'],
  ])('of %s %s have the value %s', (metric, stat, text) => {
    expect(thresholdValue({ ...one, metric, stat, value: 5 })).toBe(text);
  });

  it('have the unit of their metric', () => {
    expect(thresholdValue(one)).toBe('431 ms');
    expect(thresholdValue({ ...one, metric: 'http_req_duration{status:200}' })).toBe('431 ms');
    expect(thresholdValue({ ...one, metric: 'http_req_failed', stat: 'rate', value: 0.0125 })).toBe('1.25 %');
    expect(thresholdValue({ ...one, stat: 'count', value: 5 })).toBe('5');
    expect(thresholdValue({ ...one, metric: 'my_metric' })).toBe('431');
    expect(thresholdValue({ ...one, metric: 'my_metric', unit: 'ms' })).toBe('431 ms');
    expect(thresholdValue({ ...one, value: 400.2 })).toBe('400.2 ms');
    expect(thresholdValue({ ...one, value: 400.2, limit: undefined })).toBe('400 ms');
    expect(thresholdValue({ ...one, value: 400.2, valueAtEnd: 399.9 })).toBe('400.2 ms (399.9 ms at the end)');
    expect(thresholdValue({ ...one, value: undefined })).toBe('n/a');
    expect(thresholdValue({ ...one, value: undefined, failed: false })).toBe('not evaluated');
    expect(thresholdValue({ ...one, value: 612, valueAtEnd: 380 })).toBe('612 ms (380 ms at the end)');
  });
});
