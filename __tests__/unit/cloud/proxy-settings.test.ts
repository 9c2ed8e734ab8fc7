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
    { HTTPS_PROXY: 'http://user:se%cret@proxy:3128' },
    { HTTPS_PROXY: 'http://' },
    { HTTPS_PROXY: 'http://us%er:secret@proxy:3128' },
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
    { HTTPS_PROXY: ' http://proxy:3128' },
    { HTTPS_PROXY: 'http:proxy:3128' },
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

  it('is that of the scheme of the service', () => {
    const [named, other] = [{ HTTP_PROXY: 'proxy:3128' }, { HTTPS_PROXY: 'proxy:3128' }];
    const plain = new URL('http://gateway.example');
    expect([notices(named, plain).length, notices(other, plain).length]).toEqual([1, 0]);
    expect([notices(named).length, notices(other).length]).toEqual([0, 1]);
  });

  it.each([
    'socks5://user:secret@proxy:1080',
    'socks://proxy:1080',
    'proxy://proxy:1080',
    'socks5://proxy:1080/http://',
  ])('of another protocol is named, since HTTP is spoken to it: %s', (value) => {
    expect(notices({ HTTPS_PROXY: value })).toEqual([
      '`HTTPS_PROXY` is used as an HTTP proxy: other kinds, such as SOCKS, are not supported. Write it as `http://HOST:PORT`.',
    ]);
  });

  const GATEWAY = new URL('http://10.1.2.3:8080');
  it.each([
    ['a.example,*.K6.io', API, '*.K6.io', '.K6.io'],
    ['*k6.io', API, '*k6.io', 'api.k6.io'],
    ['api.*', API, 'api.*', 'api.k6.io'],
    ['*.*.io', API, '*.*.io', 'api.k6.io'],
    ['localhost api.k6.io', API, 'localhost api.k6.io', 'api.k6.io'],
    ['10.0.0.0/8', GATEWAY, '10.0.0.0/8', '10.1.2.3'],
    ['192.168.0.0/16, 10.1.2.0/24', GATEWAY, '10.1.2.0/24', '10.1.2.3'],
    ['10.1.*', GATEWAY, '10.1.*', '10.1.2.3'],
    ['10.1.2.3/32', GATEWAY, '10.1.2.3/32', '10.1.2.3'],
    ['10.20.0.0/16', new URL('http://10.20.30.40'), '10.20.0.0/16', '10.20.30.40'],
    ['0.0.0.0/0', GATEWAY, '0.0.0.0/0', '10.1.2.3'],
    ['*.k6.io b.example', API, '*.k6.io b.example', 'api.k6.io'],
    ['6.io, *.k6.io', API, '*.k6.io', '.k6.io'],
    ['.api, *.k6.io', API, '*.k6.io', '.k6.io'],
    [', *.k6.io.', new URL('https://api.k6.io.'), '*.k6.io.', '.k6.io.'],
  ])('with the exception %s is named, as it is meant for the host', (value, url, entry, instead) => {
    for (const name of ['no_proxy', 'NO_PROXY']) {
      expect(
        notices({ HTTPS_PROXY: 'http://proxy:3128', HTTP_PROXY: 'http://proxy:3128', [name]: value }, url),
      ).toEqual([`The entry \`${entry}\` of \`${name}\` is ignored. Write \`${instead}\` instead.`]);
    }
  });

  it.each([
    ['', API],
    ['*', API],
    ['k6.io', API],
    ['k6.io, *.k6.io', API],
    ['.K6.io, *.k6.io', API],
    ['*, *.k6.io', API],
    ['api.k6.io,*.k6.io', API],
    ['*.k6.io,api.k6.io:443', API],
    ['10.1.2.*,10.1.2.3:8080', GATEWAY],
    ['*.example.com *k6.example', API],
    ['*.k6.io.example', API],
    ['a*b', API],
    ['10.0.0.0/8', API],
    ['11.0.0.0/8', GATEWAY],
    ['10.0.0.0/99', GATEWAY],
    ['10.0.0/8', GATEWAY],
    ['10.1.2.3/33', GATEWAY],
    ['10.0.0.0/0x8', GATEWAY],
    ['10.0.0.0/1e1', GATEWAY],
    ['10.0.0.0/', GATEWAY],
    ['1e1.0.0.0/8', GATEWAY],
    ['10.0.0.1e0/8', GATEWAY],
    ['10.0.0.0/8', new URL('http://gateway.example')],
    ['10.1.2.3', GATEWAY],
    ['.*', new URL('https://xk6')],
  ])('with the exception %j is not named: it has an effect, or is meant for another host', (value, url) => {
    expect(
      notices({ HTTPS_PROXY: 'http://proxy:3128', HTTP_PROXY: 'http://proxy:3128', NO_PROXY: value }, url),
    ).toEqual([]);
  });

  it('with an odd exception keeps its sentence whole', () => {
    const [sentence] = notices({
      HTTPS_PROXY: 'http://proxy:3128',
      NO_PROXY: `\`*::k6.io api.k6.io ${'x'.repeat(500)}`,
    });
    expect(sentence).toMatch(/^The entry `\*::k6\.io api\.k6\.io x{61}` of `NO_PROXY` is ignored\./u);
  });
});
