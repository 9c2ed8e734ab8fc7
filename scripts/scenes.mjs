/** What the pictures show: each scene is a step, with the tests of the emulated k6 Cloud, their earlier runs, and inputs. */
import * as stories from '../src/emulator/machine/scenarios.ts';

/** Of the last eight days, oldest first, and then a change that made the checkout slow. */
const PAST_P95_MS = [355, 349, 360, 362, 358, 361, 365, 362];
const quick = { reads: { created: 0, validated: 0, running: 1, processing: 1 } };
const LIMITS = [
  { metric: 'http_req_duration', stat: 'p(95)', operator: '<', limit: 400 },
  { metric: 'http_req_failed', stat: 'rate', operator: '<', limit: 0.05 },
];

const endpoints = (confirmMs) => [
  { method: 'GET', name: '/cart', p95Ms: 199, share: 0.55 },
  { method: 'GET', name: '/products/{id}', p95Ms: 142, share: 0.25 },
  { method: 'POST', name: '/checkout/confirm', p95Ms: confirmMs, share: 0.15, errorRate: 0.031 },
  {
    method: 'GET',
    name: 'https://static.acme.example/assets/v3/images/products/large/cover.webp',
    p95Ms: 61,
    share: 0.05,
  },
];
const numbers = (p95Ms, confirmMs, more = {}) => {
  return { p95Ms, rps: 57.5, errorRate: 0.0047, checksRate: 0.994, endpoints: endpoints(confirmMs), ...more };
};
const past = PAST_P95_MS.map((p95Ms) => stories.passed({ numbers: numbers(p95Ms, p95Ms * 3) }));
const fine = stories.passed({ ...quick, vuh: 1.25, numbers: numbers(366, 1101) });
const slow = stories.failedByThreshold({ ...quick, vuh: 1.25, numbers: numbers(432, 1830, { errorRate: 0.0125 }) });
const regressed = stories.passed({ ...quick, vuh: 1.25, numbers: numbers(388, 1830) });

const checkout = (...scenarios) => ({ id: 1201, name: 'Checkout API', thresholds: LIMITS, scenarios, past });
const named = (id, name, ...scenarios) => ({ id, name, thresholds: LIMITS, scenarios, past: [] });
const NAMES = ['Search', 'Cart', 'Login', 'Profile', 'Orders', 'Stock', 'Prices', 'Reviews', 'Mail', 'Feed', 'Admin'];

const other = (protocols, limit) => ({
  id: 1203,
  name: 'Pricing service',
  thresholds: [limit],
  scenarios: [stories.passed({ ...quick, vuh: 0.4, numbers: { protocols: { withoutHttp: true, ...protocols } } })],
});
const grpc = (p95Ms) => ({ grpc: { p95Ms, requests: 6900 } });
const browser = (lcp) => ({
  browser: { lcp, inp: 140, cls: 0.04, fcp: 900, ttfb: 210, requests: 4200, failures: 3 },
});
const before = (protocols) => [stories.passed({ numbers: { protocols: { withoutHttp: true, ...protocols } } })];

const crowd = {
  ...named(
    1204,
    'Everything',
    stories.failedByThreshold({ ...quick, numbers: numbers(432, 1830, { checksRate: 0.98 }) }),
  ),
  thresholds: [
    LIMITS[0],
    ...Array.from({ length: 79 }, (_, place) => ({
      metric: `http_req_duration{name:"endpoint ${place + 1}"}`,
      stat: 'p(95)',
      operator: '<',
      limit: 200 + place,
    })),
  ],
  checks: Array.from({ length: 300 }, (_, place) => `the answer of step ${place + 1} is what it should be`),
};

/** Every API answer about a run is an error, from its first read on. */
const outage = { on: { path: /\/test_runs\/\d+$/u }, times: Infinity, fault: { kind: 'status', status: 503 } };
const V6 = { stack: 'acme', baseline: 'recent' };

/** `comment`: whether there is one to draw; `code`: the exit code; `cancelAt`: a text of the log that brings a SIGINT. */
export const SCENES = [
  { name: 'passed', tests: [checkout(fine)], inputs: V6, code: 0 },
  { name: 'failed', tests: [checkout(slow)], inputs: V6, code: 1 },
  {
    name: 'regressed',
    tests: [checkout(regressed)],
    inputs: { ...V6, 'max-regression': 'p95{name:"/checkout/confirm"}=15%' },
    code: 1,
  },
  { name: 'error', tests: [checkout(stories.aborted('script-error', quick))], inputs: V6, code: 1 },
  { name: 'outage', tests: [checkout(fine)], inputs: { ...V6, 'outage-timeout': '3s' }, faults: [outage], code: 1 },
  { name: 'cancelled', tests: [checkout(stories.neverEnding(quick))], inputs: V6, code: 1, cancelAt: 'running' },
  { name: 'skipped', tests: [], inputs: { token: '', 'missing-token': 'skip' }, code: 0, comment: false },
  {
    name: 'bad-input',
    tests: [],
    inputs: { 'test-id': '1201,1,202', timeout: 'soon', 'report-dir': '~/report' },
    code: 1,
    comment: false,
  },
  { name: 'no-thresholds', tests: [{ ...checkout(fine), thresholds: [] }], inputs: V6, code: 0 },
  {
    name: 'grpc',
    tests: [
      {
        ...other(grpc(44), { metric: 'grpc_req_duration', stat: 'p(95)', operator: '<', limit: 50 }),
        past: before(grpc(38)),
      },
    ],
    inputs: { stack: 'acme', baseline: 'previous' },
    code: 0,
  },
  {
    name: 'browser',
    tests: [
      {
        ...other(browser(2100), { metric: 'browser_web_vital_lcp', stat: 'p(75)', operator: '<', limit: 2500 }),
        name: 'Shop front',
        past: before(browser(1900)),
      },
    ],
    inputs: { stack: 'acme', baseline: 'previous' },
    code: 0,
  },
  {
    name: 'three',
    tests: [checkout(slow), named(1202, 'Search API', fine), named(1203, 'Mail', fine)],
    inputs: V6,
    code: 1,
  },
  {
    name: 'twelve',
    tests: [
      checkout(slow),
      ...NAMES.map((name, place) => named(1210 + place, name, place === 4 ? stories.aborted('system', quick) : fine)),
    ],
    inputs: V6,
    code: 1,
  },
  { name: 'crowd', tests: [crowd], inputs: { stack: 'acme' }, code: 1 },
  { name: 'started', tests: [checkout(fine)], inputs: { ...V6, wait: 'false' }, code: 0 },
];
