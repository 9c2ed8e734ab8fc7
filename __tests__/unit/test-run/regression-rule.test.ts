/** A rule of `max-regression` in words: as the user writes it, what it is about, and how much it allows. */
import { describe, expect, it } from '@jest/globals';
import type { RegressionRule } from '../../../src/test-run/regression-rule.ts';
import { allowedText, ruleText, ruleTitle, worseOf } from '../../../src/test-run/regression-rule.ts';
import type { Selector } from '../../../src/test-run/selector.ts';

const P95: RegressionRule = { metric: 'p95', size: 10, unit: '%' };
const RPS: RegressionRule = { metric: 'rps', size: 5, unit: '%' };
const ERRORS: RegressionRule = { metric: 'error-rate', size: 0.5, unit: 'pp' };
const tagged = (...tags: Selector['tags']): { of: Selector } => ({ of: { metric: undefined, tags } });
const ofScript = (metric: string, ...tags: Selector['tags']): { of: Selector } => ({ of: { metric, tags } });

describe('a rule', () => {
  it.each<readonly [string, RegressionRule]>([
    ['p95=10%', P95],
    ['p95=0%', { ...P95, size: 0 }],
    ['p95=10%&20ms', { ...P95, floor: 20 }],
    ['p95=10%&0ms', { ...P95, floor: 0 }],
    ['rps=-5%', RPS],
    ['rps=0%', { ...RPS, size: 0 }],
    ['rps=-5%&2', { ...RPS, floor: 2 }],
    ['error-rate=0.5pp', ERRORS],
    ['error-rate=50%&0.5pp', { ...ERRORS, size: 50, unit: '%', floor: 0.5 }],
    ['checks-rate=-1pp&0.2pp', { metric: 'checks-rate', size: 1, unit: 'pp', floor: 0.2 }],
    ['p95{name:checkout}=10%&20ms', { ...P95, ...tagged(['name', 'checkout']), floor: 20 }],
    ['p95(checkout_duration)=10%', { ...P95, ...ofScript('checkout_duration') }],
    ['rate(my_errors)=0.5pp', { ...ERRORS, ...ofScript('my_errors'), rate: 'more' }],
    ['rate(my_success)=-0.5pp', { ...ERRORS, ...ofScript('my_success'), rate: 'less' }],
    [
      'rate(retries){name:cart}=0%&2',
      { ...RPS, ...ofScript('retries', ['name', 'cart']), size: 0, rate: 'more', floor: 2 },
    ],
  ])('is written as the user writes it: %s', (text, rule) => {
    expect(ruleText(rule)).toBe(text);
  });

  it('on a rate of the script keeps its sign at 0 too, which alone says which way is worse', () => {
    const rule: RegressionRule = { ...ERRORS, ...ofScript('my_success'), size: 0 };
    expect(ruleText({ ...rule, rate: 'less' })).toBe('rate(my_success)=-0pp');
    expect(ruleText({ ...rule, rate: 'more' })).toBe('rate(my_success)=0pp');
  });

  it.each<readonly [string, RegressionRule]>([
    ['p95 latency', P95],
    ['failed requests', ERRORS],
    ['p95 latency of checkout', { ...P95, ...tagged(['name', 'checkout']) }],
    ['requests of POST /checkout', { ...RPS, ...tagged(['name', 'POST /checkout']) }],
    ['p95 latency {scenario:buyers}', { ...P95, ...tagged(['scenario', 'buyers']) }],
    ['p95 latency {name:checkout,status:200}', { ...P95, ...tagged(['name', 'checkout'], ['status', '200']) }],
    ['p95 latency {status:200,name:checkout}', { ...P95, ...tagged(['status', '200'], ['name', 'checkout']) }],
    ['p95 latency', { ...P95, ...tagged() }],
    ['p95 of checkout_duration', { ...P95, ...ofScript('checkout_duration') }],
    ['p95 of checkout_duration {name:cart}', { ...P95, ...ofScript('checkout_duration', ['name', 'cart']) }],
    ['error-rate of my_errors', { ...ERRORS, ...ofScript('my_errors') }],
    ['rate of my_errors', { ...ERRORS, ...ofScript('my_errors'), rate: 'more' }],
    ['rate of my_errors {name:cart}', { ...ERRORS, ...ofScript('my_errors', ['name', 'cart']), rate: 'less' }],
  ])('is about what its title says: %s', (title, rule) => {
    expect(ruleTitle(rule)).toBe(title);
  });

  it.each<readonly [string, RegressionRule]>([
    ['10 %', P95],
    ['0 %', { ...P95, size: 0 }],
    ['5 %', RPS],
    ['0.5 pp', ERRORS],
    ['10 % and 20 ms', { ...P95, floor: 20 }],
    ['5 % and 2', { ...RPS, floor: 2 }],
    ['0.5 pp and 0.2 pp', { ...ERRORS, floor: 0.2 }],
    ['15 % (10 %, widened by noise)', { ...P95, size: 15, asked: { size: 10, unit: '%' } }],
    ['0.7 pp (50 %, widened by noise)', { ...ERRORS, size: 0.7, asked: { size: 50, unit: '%' } }],
    ['15 % (10 %, widened by noise) and 20 ms', { ...P95, size: 15, asked: { size: 10, unit: '%' }, floor: 20 }],
  ])('allows what its limit says: %s', (text, rule) => {
    expect(allowedText(rule)).toBe(text);
  });

  it.each<readonly [string, RegressionRule, 'more' | 'less']>([
    ['a latency', P95, 'more'],
    ['a throughput', RPS, 'less'],
    ['a rate of the script whose sign is a minus', { ...ERRORS, ...ofScript('my_success'), rate: 'less' }, 'less'],
    ['a rate of the script without a sign', { ...RPS, ...ofScript('retries'), rate: 'more' }, 'more'],
  ])('on %s: %j is worse by %s', (_, rule, worse) => {
    expect(worseOf(rule)).toBe(worse);
  });
});
