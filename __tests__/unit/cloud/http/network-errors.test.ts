/** What an error of the network means: whether the request was sent, whether a repeat helps, and what to do. */
import { describe, expect, it } from '@jest/globals';
import { networkError } from '../../../../src/cloud/http/network-errors.ts';

function failed(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

describe('an error of the network', () => {
  it.each([
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND api.example', 'misconfigured', 'Check `api-url`'],
    [
      'SELF_SIGNED_CERT_IN_CHAIN',
      'self-signed certificate in certificate chain',
      'misconfigured',
      'NODE_EXTRA_CA_CERTS',
    ],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unable to get local issuer', 'misconfigured', 'NODE_EXTRA_CA_CERTS'],
    ['CERT_HAS_EXPIRED', 'certificate has expired', 'misconfigured', 'NODE_EXTRA_CA_CERTS'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'Hostname does not match', 'misconfigured', 'NODE_EXTRA_CA_CERTS'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'write EPROTO', 'misconfigured', 'does not accept TLS'],
    [
      'ECONNRESET',
      'tunneling socket could not be established, statusCode=407',
      'misconfigured',
      'HTTP 407 from the proxy. Check `HTTPS_PROXY`',
    ],
    [
      'ECONNRESET',
      'tunneling socket could not be established, statusCode=403',
      'misconfigured',
      'HTTP 403 from the proxy',
    ],
    [
      'ECONNRESET',
      'tunneling socket could not be established, statusCode=503',
      'unreachable',
      'HTTP 503 from the proxy',
    ],
    [
      'ECONNRESET',
      'tunneling socket could not be established, statusCode=429',
      'unreachable',
      'HTTP 429 from the proxy',
    ],
    [
      'ECONNRESET',
      'tunneling socket could not be established, cause=connect ECONNREFUSED 127.0.0.1:1',
      'unreachable',
      'the proxy cannot be reached (connect ECONNREFUSED',
    ],
    [
      'ECONNRESET',
      'tunneling socket could not be established, cause=getaddrinfo ENOTFOUND proxy',
      'misconfigured',
      'Check `HTTPS_PROXY`',
    ],
    ['ECONNRESET', 'got illegal response body from proxy', 'unreachable', 'the proxy gave an invalid response'],
    ['EAI_AGAIN', 'getaddrinfo EAI_AGAIN', 'unreachable', 'EAI_AGAIN'],
    ['ECONNREFUSED', '', 'unreachable', 'ECONNREFUSED'],
    ['ECONNRESET', 'aborted', 'interrupted', 'the connection was cut in the middle of the response'],
    ['ECONNRESET', 'socket hang up', 'interrupted', 'socket hang up'],
  ])('%s (%s) is %s', (code, message, meaning, words) => {
    const error = networkError('GET /x', failed(code, message));
    expect(error).toMatchObject({ code: meaning, cause: { code } });
    expect(error.message).toContain(words);
  });

  it('may be anything', () => {
    expect(networkError('GET /x', 'odd')).toMatchObject({ code: 'interrupted', message: 'GET /x: odd.' });
    expect(networkError('GET /x', null).code).toBe('interrupted');
  });
});
