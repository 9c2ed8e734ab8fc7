/** Ids as numbers and as addresses; what is no id is refused, with a hint where the mistake is known. */
import { describe, expect, it } from '@jest/globals';
import { runId, runIds, testIds } from '../../../src/inputs/ids.ts';

const RUN = 'https://acme.grafana.net/a/k6-app/runs/7650001';
const TEST = 'https://acme.grafana.net/a/k6-app/tests/1201';

describe('testIds', () => {
  it.each([
    ['1201', ['1201']],
    ['1201, 1202', ['1201', '1202']],
    ['1201,1202', ['1201', '1202']],
    ['1201\n1202\r\n 1203,', ['1201', '1202', '1203']],
    ['9007199254740991', ['9007199254740991']],
    ['', []],
    ['#1201', ['1201']],
    ['"1201"', ['1201']],
    ["'#1201'", ['1201']],
    ['"1201, 1202"', ['1201', '1202']],
    ['1201,\u200b1202\ufeff', ['1201', '1202']],
    ['123, 456', ['123', '456']],
    ['1,\t201\n302', ['1', '201', '302']],
    ['1, #201', ['1', '201']],
    ['"1","201"', ['1', '201']],
    ['1202,201', ['1202', '201']],
    ['20,1201', ['20', '1201']],
    ['7001,2002,3003', ['7001', '2002', '3003']],
    [TEST, ['1201']],
    [`${TEST}/`, ['1201']],
    [`${TEST}?tab=runs#top`, ['1201']],
    [`"${TEST}", 1202`, ['1201', '1202']],
    [`${TEST}?compare=7001,7002`, ['1201']],
    [`${TEST}?compare=7001,7002,7003#a,b 1202,1203`, ['1201', '1202', '1203']],
    [`${TEST}/#a,1202\n1203`, ['1201', '1203']],
    [`${TEST}?range=1,201`, ['1201']],
    [`"${TEST}?compare=7001,7002",1202`, ['1201', '1202']],
    [`'${TEST}?tab=x','#1202'`, ['1201', '1202']],
    [`${TEST},https://acme.grafana.net/tests/1202`, ['1201', '1202']],
    [`${TEST}?a=1,2,https://acme.grafana.net/tests/1202?b=3,4,acme.grafana.net/tests/1203`, ['1201', '1202', '1203']],
    [`1202,${TEST}?a=1,2`, ['1202', '1201']],
    ['https://app.k6.io/projects/3/tests/1201', ['1201']],
    ['https://k6.io/tests/1201', ['1201']],
    ['HTTPS://Acme.Grafana.NET/tests/1201', ['1201']],
    ['acme.grafana.net/a/k6-app/tests/1201', ['1201']],
  ])('reads %j', (text, value) => {
    expect(testIds(text)).toEqual({ value });
  });

  it.each([
    'checkout',
    '1.5',
    '-1',
    '0',
    '007',
    '#',
    '##1201',
    '9007199254740992',
    '1201/start',
    '../1',
    '1e3',
    '１２',
    '[1201]',
    'https://acme.grafana.net/a/k6-app/tests/0',
    'https://acme.grafana.net/a/k6-app/tests/1201/edit',
    'https://acme.grafana.net/a/k6-app/tests//1201',
    'https://acme.grafana.net/a/k6-app/tests/%31',
    'https://acme.grafana.net?x=/tests/1201',
    'https://grafana.net.evil.example/tests/1201',
    'https://evilgrafana.net/tests/1201',
    'https://user@acme.grafana.net/tests/1201',
    'https://grafana.net@evil.example/tests/1201',
    'ftp://acme.grafana.net/tests/1201',
    'https://',
  ])('refuses %j and shows it', (text) => {
    expect(testIds(`1, ${text}`)).toEqual({ accepted: expect.stringContaining('/tests/ID'), got: text });
  });

  it.each(['1201 1201', '1201, #1201', `1201, ${TEST}`])('refuses a test that is named twice: %j', (text) => {
    expect(testIds(text)).toEqual({ accepted: 'each id once: 1201 is named twice' });
  });

  it.each([
    ['1,201', 'one id (1201) or 2 ids (1, 201)?'],
    ['"1,201"', 'one id (1201) or 2 ids (1, 201)?'],
    ['12,345,678', 'one id (12345678) or 3 ids (12, 345, 678)?'],
    ['77, 1,201', 'one id (1201) or 2 ids (1, 201)?'],
    ['#1,201', 'one id (1201) or 2 ids (1, 201)?'],
    ['1,201,', 'one id (1201) or 2 ids (1, 201)?'],
    [',1,201', 'one id (1201) or 2 ids (1, 201)?'],
    ['1,201, 1202', 'one id (1201) or 2 ids (1, 201)?'],
    ['"1,201", 1202', 'one id (1201) or 2 ids (1, 201)?'],
    ["'1,201','1202'", 'one id (1201) or 2 ids (1, 201)?'],
    ['1202,1,201', 'one id (1201) or 2 ids (1, 201)?'],
    ['1,201,1202', 'one id (1201) or 2 ids (1, 201)?'],
    ['1,\u200b201', 'one id (1201) or 2 ids (1, 201)?'],
    [`${TEST},1,201`, 'one id (1201) or 2 ids (1, 201)?'],
    ['1,201,302,403', 'one id, or 4 ids that need a space after each comma?'],
  ])('asks whether %j is one id or several', (text, question) => {
    expect(testIds(text)).toHaveProperty('accepted', expect.stringContaining(question));
  });

  it('names the input for a run where the address of a run is given', () => {
    expect(testIds(RUN)).toHaveProperty('hint', expect.stringContaining('`run-id`'));
  });
});

describe('runIds and runId', () => {
  it.each([
    '7650001',
    '#7650001',
    '"7650001"',
    RUN,
    `${RUN}/?tab=x`,
    'https://app.k6.io/runs/7650001',
    `${RUN}?compare=7001,7002`,
  ])('read %j', (text) => {
    expect(runIds(text)).toEqual({ value: ['7650001'] });
    expect(runId(text)).toEqual({ value: '7650001' });
  });

  it('name the input for a test where the address of a test is given', () => {
    expect(runIds(TEST)).toHaveProperty('hint', expect.stringContaining('`test-id`'));
    expect(runId(TEST)).toHaveProperty('hint', expect.stringContaining('`test-id`'));
  });
});
