/** The grammar of `max-regression`: floors, endpoints and custom metrics, and the refusal of everything else. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { regressionRules } from '../../../src/inputs/regression-rules.ts';
import type { RegressionRule } from '../../../src/test-run/regression-rule.ts';
import { compare, regressionSentence } from '../../../src/test-run/baseline.ts';
import { ruleText } from '../../../src/test-run/regression-rule.ts';
import { NO_NUMBERS } from '../../../src/test-run/metrics.ts';

const read = (text: string): readonly RegressionRule[] => {
  const parsed = regressionRules(text);
  if (!('value' in parsed)) throw new Error(text);
  return parsed.value;
};

describe('a rule', () => {
  const P95 = { metric: 'p95', size: 10, unit: '%' };
  it.each<readonly [string, readonly object[]]>([
    ['p95=10%&20ms', [{ ...P95, floor: 20 }]],
    ['p95 = 10 % & 20 ms', [{ ...P95, floor: 20 }]],
    ['error-rate=50%&0.5pp', [{ metric: 'error-rate', size: 50, unit: '%', floor: 0.5 }]],
    ['rps=-5%&2', [{ metric: 'rps', size: 5, unit: '%', floor: 2 }]],
    ['p95{name:checkout}=10%', [{ ...P95, of: { metric: undefined, tags: [['name', 'checkout']] } }]],
    ['p95(checkout_duration)=10%', [{ ...P95, of: { metric: 'checkout_duration', tags: [] } }]],
    [
      'p95{name:"POST /checkout, v2",status:200}=10%&5ms, avg=5%',
      [
        {
          ...P95,
          floor: 5,
          of: {
            metric: undefined,
            tags: [
              ['name', 'POST /checkout, v2'],
              ['status', '200'],
            ],
          },
        },
        { metric: 'avg', size: 5, unit: '%' },
      ],
    ],
    [
      'p95(my_trend){ scenario : "a=b" }=10%\np95=10%',
      [{ ...P95, of: { metric: 'my_trend', tags: [['scenario', 'a=b']] } }, P95],
    ],
    [
      'error-rate(my_errors)=1pp',
      [{ metric: 'error-rate', size: 1, unit: 'pp', of: { metric: 'my_errors', tags: [] } }],
    ],
    [
      'rate(my_errors)=0.5pp, rate(my_success)=-1pp&0.2pp',
      [
        { metric: 'error-rate', size: 0.5, unit: 'pp', rate: 'more', of: { metric: 'my_errors', tags: [] } },
        { metric: 'error-rate', size: 1, unit: 'pp', rate: 'less', floor: 0.2, of: { metric: 'my_success', tags: [] } },
      ],
    ],
    [
      'rate(ws_msgs_sent)=-5%, rate(retries){name:cart}=0%&2',
      [
        { metric: 'error-rate', size: 5, unit: '%', rate: 'less', of: { metric: 'ws_msgs_sent', tags: [] } },
        {
          metric: 'rps',
          size: 0,
          unit: '%',
          rate: 'more',
          floor: 2,
          of: { metric: 'retries', tags: [['name', 'cart']] },
        },
      ],
    ],
    [
      'p95(grpc_req_duration)=10%, avg(browser_web_vital_lcp)=10%, max(ws_session_duration)=10%',
      [
        { ...P95, of: { metric: 'grpc_req_duration', tags: [] } },
        { metric: 'avg', size: 10, unit: '%', of: { metric: 'browser_web_vital_lcp', tags: [] } },
        { metric: 'max', size: 10, unit: '%', of: { metric: 'ws_session_duration', tags: [] } },
      ],
    ],
  ])('%j', (text, rules) => {
    expect(read(text)).toEqual(rules);
    expect(read(rules.map((one) => ruleText(one as RegressionRule)).join(','))).toEqual(rules);
  });

  it.each([
    ['p95=10%&20', 'p95=10%&20'],
    ['p95=10%&20pp', 'p95=10%&20pp'],
    ['rps=-5%&2ms', 'rps=-5%&2ms'],
    ['error-rate=1pp&5ms', 'error-rate=1pp&5ms'],
    ['p95=10%&', 'p95=10%&'],
    ['rate=10%', 'rate=10%'],
    ['rate{name:a}=10%', 'rate{name:a}=10%'],
    ['rate(x)=1pp&5', 'rate(x)=1pp&5'],
    ['rate(x)=10%&5ms', 'rate(x)=10%&5ms'],
    ['rate(x)=1pp, rate(x)=-2pp', 'rate(x)=-2pp'],
    ['p95{}=10%', 'p95{}=10%'],
    ['p95{name}=10%', 'p95{name}=10%'],
    ['p95{name:}=10%', 'p95{name:}=10%'],
    ['p95{name:POST /x}=10%', 'p95{name:POST /x}=10%'],
    ['p95{name:"it\'s"}=10%', 'p95{name:"it\'s"}=10%'],
    ['p95{name:"a\\b"}=10%', 'p95{name:"a\\b"}=10%'],
    ['avg=1%, p95{name:"a}"}=10%', 'p95{name:"a}"}=10%'],
    ['p95{name:"a#b"}=10%', 'p95{name:"a#b"}=10%'],
    ['p95{name:"ü"}=10%', 'p95{name:"ü"}=10%'],
    ['p95{name:a,name:b}=10%', 'p95{name:a,name:b}=10%'],
    ["p95(x')=10%", "p95(x')=10%"],
    ['p95(my-trend)=10%', 'p95(my-trend)=10%'],
    ['p95()=10%', 'p95()=10%'],
    ['p95{name:a}=10%, p95{name:a}=20%', 'p95{name:a}=20%'],
  ])('%j is refused, and named', (text, got) => {
    expect(regressionRules(text)).toMatchObject({ got });
  });

  it('is written as it was read, whatever its values are', () => {
    const name = fc.stringMatching(/^[A-Za-z_]\w{0,20}$/u);
    const value = fc.stringMatching(/^[\w.()=~!<>|, /:*+-]{1,40}$/u);
    const of = fc.record({
      metric: fc.option(name, { nil: undefined }),
      tags: fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(of, fc.nat(9999), fc.option(fc.nat(5000), { nil: undefined }), (selector, size, floor) => {
        const one: RegressionRule = {
          metric: 'p95',
          size,
          unit: '%',
          of: selector,
          ...(floor === undefined ? {} : { floor }),
        };
        expect(read(`${ruleText(one)},avg=1%`)).toEqual([one, { metric: 'avg', size: 1, unit: '%' }]);
      }),
      { examples: [[{ metric: undefined, tags: [['name', 'POST /checkout, all']] }, 0, 0]] },
    );
  });

  it('is read or refused in no time, however odd the text is', () => {
    for (const text of ['{'.repeat(50_000), '"'.repeat(50_000), '{"'.repeat(25_000), 'p95{a:b,'.repeat(6000)]) {
      expect(regressionRules(text)).toHaveProperty('accepted');
    }
  });
});

describe('a floor', () => {
  const judged = (text: string, now: number, then: number): number => {
    const of = (value: number): typeof NO_NUMBERS => ({ ...NO_NUMBERS, p95Ms: value, errorRate: value, rps: value });
    return compare(read(text), of(now), { runId: '7', url: '', numbers: of(then) }).regressions.length;
  };

  it.each([
    ['p95=10%&20ms', 120, 100, 0],
    ['p95=10%&20ms', 120.1, 100, 1],
    ['p95=10%&20ms', 1100, 1000, 0],
    ['p95=10%&20ms', 1101, 1000, 1],
    ['error-rate=50%&0.5pp', 0.009, 0.004, 0],
    ['error-rate=50%&0.5pp', 0.0091, 0.004, 1],
    ['rps=-5%&2', 8, 10, 0],
    ['rps=-5%&2', 7.9, 10, 1],
    ['rps=-5%&2', 100, 10, 0],
  ])('%s of %d against %d: %d regressions', (text, now, then, count) => {
    expect(judged(text, now, then)).toBe(count);
  });

  it('is in the sentence, as the part of the test is', () => {
    const [rule] = read('p95{name:"POST /x"}=10%&20ms');
    if (rule === undefined) throw new Error('no rule');
    expect(regressionSentence({ rule, now: 200, then: 100, baselineRunId: '7' })).toBe(
      'p95 latency of POST /x rose 100 % (100 → 200 ms, run 7); allowed: 10 % and 20 ms',
    );
    const [custom] = read('max(my_trend)=10%');
    if (custom === undefined) throw new Error('no rule');
    expect(regressionSentence({ rule: custom, now: 200, then: 100, baselineRunId: '7' })).toMatch(
      /^max of my_trend rose 100 % \(100 → 200 ms/u,
    );
  });
});
