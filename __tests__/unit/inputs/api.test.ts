/** Which API the inputs mean, and what is said where they mean none. */
import { describe, expect, it } from '@jest/globals';
import type { Api } from '../../../src/cloud/connection.ts';
import { collectProblems } from '../../../src/inputs/problems.ts';
import { readApi, stack } from '../../../src/inputs/api.ts';

const url = (text: string): object => ({ value: { kind: 'url', url: text } });

describe('stack', () => {
  it.each([
    ['871234', { value: { kind: 'id', id: '871234' } }],
    ['4294967296', { value: { kind: 'id', id: '4294967296' } }],
    ['acme', url('https://acme.grafana.net')],
    ['Acme-EU1', url('https://acme-eu1.grafana.net')],
    ['4acme', url('https://4acme.grafana.net')],
    ['https://acme.grafana.net', url('https://acme.grafana.net')],
    ['https://acme.grafana.net/', url('https://acme.grafana.net')],
    ['https://acme.grafana.net/a/k6-app/runs/7', url('https://acme.grafana.net')],
    ['https://grafana.acme.example', url('https://grafana.acme.example')],
    ['https://acme.example/grafana//', url('https://acme.example/grafana')],
    ['https://acme.example:8443', url('https://acme.example:8443')],
    ['acme.grafana.net', url('https://acme.grafana.net')],
    ['Acme.Grafana.net/', url('https://acme.grafana.net')],
    ['acme.grafana.net/a/k6-app/runs/7?tab=x', url('https://acme.grafana.net')],
    ['https://acme.grafana.net/d/abc/board?orgId=1#x', url('https://acme.grafana.net')],
    ['grafana.acme.example:8443', url('https://grafana.acme.example:8443')],
    ['https://grafana.acme.example/?x=1', url('https://grafana.acme.example')],
  ])('reads %s', (text, parsed) => {
    expect(stack(text)).toEqual(parsed);
  });

  it.each([
    '0',
    '007',
    '-1',
    '1.5',
    '9007199254740993',
    'http://acme.grafana.net',
    'https://user@acme.grafana.net',
    'user@acme.grafana.net',
    '127.0.0.1',
    '.grafana.net',
    'acme.',
    'two words',
    '-acme',
    'acme-',
    'ftp://acme',
    'x'.repeat(64),
    'aB3'.repeat(11),
    '0123456789abcdef'.repeat(2),
    'ácme',
    'acme/../x',
  ])('does not take %j', (text) => {
    expect(stack(text)).toHaveProperty('accepted', expect.stringContaining('https://acme.grafana.net'));
  });
});

describe('readApi', () => {
  const read = (api: string, given: string): { api: Api; problems: readonly string[] } => {
    const problems = collectProblems([], (text) => text);
    return { api: readApi({ api, stack: given, stackName: 'stack' }, problems), problems: problems.all };
  };
  const v6 = { kind: 'v6', stack: { kind: 'id', id: '7' } };

  it.each([
    ['auto', '', { kind: 'v2' }],
    ['auto', '7', v6],
    ['v6', '7', v6],
    ['v2', '7', { kind: 'v2' }],
    ['v2', '', { kind: 'v2' }],
  ])('with api %s and stack %j is %j', (api, given, meant) => {
    expect(read(api, given)).toEqual({ api: meant, problems: [] });
  });

  it('says what v6 lacks without a stack', () => {
    expect(read('v6', '').problems).toEqual([
      '`api: v6` needs a stack. Set `stack` or the environment variable `K6_CLOUD_STACK_ID`.',
    ]);
  });

  it('says of every odd value what it is, once', () => {
    expect(read('v7', 'two words').problems.map((problem) => problem.split('. ')[0])).toEqual([
      '`api`: invalid value "v7"',
      '`stack`: invalid value "two words"',
    ]);
    expect(read('v6', 'two words').problems).toHaveLength(1);
    expect(read('v2', 'two words').problems).toHaveLength(1);
    expect(read('', '').problems).toHaveLength(1);
  });
});
