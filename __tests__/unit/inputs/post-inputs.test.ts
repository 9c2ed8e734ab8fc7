/** Post reads the connection that main saved, and nothing that is not sound. */
import { describe, expect, it } from '@jest/globals';
import { parseConnection, readPostStatus, readPostToken } from '../../../src/inputs/post-inputs.ts';
import { memoryRunner } from '../../support/memory-runner.ts';

const SAVED = { api: { kind: 'v2' }, apiUrl: 'https://api.k6.io/', requestMs: 15_000 };

describe('parseConnection', () => {
  it.each([
    { kind: 'v2' },
    { kind: 'v6', stack: { kind: 'id', id: '123' } },
    { kind: 'v6', stack: { kind: 'url', url: 'https://acme.grafana.net' } },
  ])('gives back what was saved: %j', (api) => {
    const { apiUrl, ...rest } = parseConnection(JSON.stringify({ ...SAVED, api })) ?? {};
    expect(apiUrl?.href).toBe(SAVED.apiUrl);
    expect(rest).toEqual({ api, requestMs: 15_000 });
  });

  it.each([
    '',
    'null',
    '[1]',
    '{bad',
    JSON.stringify({ ...SAVED, api: { kind: 'v5' } }),
    JSON.stringify({ ...SAVED, api: { kind: 'v6' } }),
    JSON.stringify({ ...SAVED, api: { kind: 'v6', stack: { kind: 'url', url: 'http://acme.grafana.net' } } }),
    JSON.stringify({ ...SAVED, apiUrl: 'http://api.k6.io' }),
    JSON.stringify({ ...SAVED, apiUrl: 'https://user:secret@api.k6.io' }),
    JSON.stringify({ ...SAVED, requestMs: 1e99 }),
    JSON.stringify({ ...SAVED, requestMs: 'soon' }),
  ])('does not believe %s', (text) => {
    expect(parseConnection(text)).toBeUndefined();
  });
});

describe('readPostToken', () => {
  it('takes the input before the environment, and hides all secrets', () => {
    const both = memoryRunner({ token: 'made-up-1', 'github-token': 'made-up-2' }, { K6_CLOUD_TOKEN: 'made-up-3' });
    expect(readPostToken(both)).toBe('made-up-1');
    expect(both.hidden).toEqual(['made-up-1', 'made-up-3', 'made-up-2']);
    expect(readPostToken(memoryRunner({}, { K6_CLOUD_TOKEN: 'made-up-3' }))).toBe('made-up-3');
  });

  it.each(['\u200b', '\ufeff', '\u00a0', '\u2060\u200d', '\u202e', '\n'])(
    'drops %j around both, as main does',
    (odd) => {
      const around = (value: string): string => `${odd}${value}${odd}`;
      const given = memoryRunner({ token: around('made-up-1'), 'github-token': around('made-up-2') });
      expect(readPostToken(given)).toBe('made-up-1');
      expect(given.hidden).toEqual(['made-up-1', 'made-up-2']);
      expect(readPostStatus(given).githubToken).toBe('made-up-2');
      const byEnv = { K6_CLOUD_TOKEN: around('made-up-3') };
      expect(readPostToken(memoryRunner({ token: '\u200b' }, byEnv))).toBe('made-up-3');
    },
  );

  it('has none where nothing, or no token, is given', () => {
    expect(readPostToken(memoryRunner())).toBeUndefined();
    expect(readPostToken(memoryRunner({ token: 'two words' }))).toBeUndefined();
  });
});
