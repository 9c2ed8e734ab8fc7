/** Proxy variables that the HTTP client ignores are named, without their values. */
import { describe, expect, it } from '@jest/globals';
import { proxyNotices } from '../../../src/cloud/proxy-settings.ts';

const API = new URL('https://api.k6.io');
const notices = (env: Readonly<Record<string, string>>, url = API): readonly string[] =>
  proxyNotices(url, (name) => env[name]);

describe('a proxy variable', () => {
  it.each([
    { HTTPS_PROXY: 'proxy.example.com:3128' },
    { https_proxy: 'user:secret@proxy:3128' },
    { HTTPS_PROXY: 'socks5://proxy:1080' },
    { HTTPS_PROXY: 'http://user:se%cret@proxy:3128' },
    { HTTPS_PROXY: 'http://' },
  ])('is named where it is ignored: %j', (env) => {
    const [name = ''] = Object.keys(env);
    expect(notices(env)).toEqual([expect.stringMatching(/is ignored: .*Write/u)]);
    expect(notices(env).join()).toContain(name);
    expect(notices(env).join()).not.toMatch(/secret|se%cret|3128/u);
  });

  it.each([
    {},
    { HTTPS_PROXY: 'http://proxy:3128' },
    { HTTPS_PROXY: 'http://user:se%25cret@proxy:3128' },
    { HTTPS_PROXY: '10.0.0.1:3128' },
    { HTTP_PROXY: 'proxy:3128' },
    { https_proxy: 'http://proxy:3128', HTTPS_PROXY: 'proxy:3128' },
    { NO_PROXY: '*.k6.io' },
    { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '.k6.io, *.example.com, api.k6.io, *' },
  ])('is not named where it has an effect, or none is wanted: %j', (env: Readonly<Record<string, string>>) => {
    expect(notices(env)).toEqual([]);
  });

  it('is of no matter for a service on this machine', () => {
    const env = { HTTP_PROXY: 'proxy:3128', HTTPS_PROXY: 'proxy:3128' };
    for (const url of ['http://127.0.0.1:8080', 'http://localhost', 'https://[::1]:8443']) {
      expect(notices(env, new URL(url))).toEqual([]);
    }
  });

  it('with an exception that has a star is named', () => {
    expect(notices({ HTTPS_PROXY: 'http://proxy:3128', no_proxy: 'a.example,*.K6.io' })).toEqual([
      'The entry `*.K6.io` of `no_proxy` is ignored. Write `.K6.io` instead.',
    ]);
  });
});
