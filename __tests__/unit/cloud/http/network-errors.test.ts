/** What an error of the network means: whether the request was sent, whether a repeat helps, and what to do. */
import { describe, expect, it } from '@jest/globals';
import { networkError } from '../../../../src/cloud/http/network-errors.ts';

function failed(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

/** As Node and OpenSSL say it. */
function openssl(reason: string): string {
  return `write EPROTO 40CD85CA407F0000:error:0A00010B:SSL routines:tls_validate_record_header:${reason}:../deps/x.c:77:`;
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
    [
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'write EPROTO',
      'misconfigured',
      'no TLS connection to the server (wrong version number). Check `api-url`',
    ],
    ['EPROTO', openssl('wrong version number'), 'misconfigured', 'no TLS connection to the server (wrong version'],
    ['EPROTO', openssl('sslv3 alert handshake failure'), 'misconfigured', '(handshake failure)'],
    ['EPROTO', openssl('tlsv1 unrecognized name'), 'misconfigured', '(unrecognized name)'],
    ['EPROTO', openssl('tlsv1 alert protocol version'), 'misconfigured', '(alert protocol version)'],
    ['EPROTO', openssl('unsafe legacy renegotiation disabled'), 'misconfigured', '(unsafe legacy renegotiation)'],
    ['EPROTO', openssl('bad record mac'), 'interrupted', 'bad record mac'],
    ['INVALID_CA', 'invalid CA certificate', 'misconfigured', 'NODE_EXTRA_CA_CERTS'],
    [
      'ECONNRESET',
      `tunneling socket could not be established, cause=${openssl('wrong version number')}`,
      'misconfigured',
      'no TLS connection to the proxy (wrong version number). Check `HTTPS_PROXY`',
    ],
    [
      'ECONNRESET',
      'tunneling socket could not be established, cause=self-signed certificate in certificate chain',
      'misconfigured',
      '(self-signed certificate in certificate chain). Set `NODE_EXTRA_CA_CERTS` on the step to a file with the certificate of your proxy',
    ],
    [
      'ECONNRESET',
      'Client network socket disconnected before secure TLS connection was established',
      'unreachable',
      'before secure TLS connection',
    ],
    ['ETIMEDOUT', 'connect ETIMEDOUT 192.0.2.1:443', 'unreachable', 'connect ETIMEDOUT 192.0.2.1:443'],
    ['ETIMEDOUT', '', 'interrupted', 'ETIMEDOUT'],
    ['ETIMEDOUT', 'read ETIMEDOUT', 'interrupted', 'read ETIMEDOUT'],
    ['EACCES', 'connect EACCES 192.0.2.1:443', 'unreachable', 'connect EACCES'],
    ['ECONNRESET', 'read ECONNRESET', 'interrupted', 'read ECONNRESET'],
    ['ECONNRESET', '', 'interrupted', 'ECONNRESET'],
    ['EPIPE', 'write EPIPE', 'interrupted', 'write EPIPE'],
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
      'tunneling socket could not be established, statusCode=408',
      'unreachable',
      'HTTP 408 from the proxy. Check',
    ],
    [
      'ECONNRESET',
      'tunneling socket could not be established, statusCode=504',
      'unreachable',
      'HTTP 504 from the proxy',
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
    [
      'ECONNRESET',
      'got illegal response body from proxy 127.0.0.1',
      'unreachable',
      'the proxy gave an invalid response. Check',
    ],
    ['ECONNRESET', 'not what we got illegal response body from proxy', 'interrupted', 'not what we got illegal'],
    ['EAI_AGAIN', 'getaddrinfo EAI_AGAIN', 'unreachable', 'EAI_AGAIN'],
    ['ECONNREFUSED', '', 'unreachable', 'ECONNREFUSED'],
    ['ECONNRESET', 'aborted', 'interrupted', 'the connection was cut in the middle of the response'],
    ['ECONNRESET', 'socket hang up', 'interrupted', 'socket hang up'],
  ])('%s (%s) is %s', (code, message, meaning, words) => {
    const error = networkError('GET /x', failed(code, message));
    expect(error).toMatchObject({ code: meaning, cause: { code } });
    expect(error.message).toContain(words);
  });

  it.each(['ETIMEDOUT', 'ECONNREFUSED', 'EADDRNOTAVAIL', 'ECONNRESET'])(
    'of all addresses of a host (%s) comes before anything is sent',
    (code) => {
      const one = failed(code, `connect ${code} 192.0.2.1:443`);
      const cause = Object.assign(new AggregateError([one, one]), { code });
      expect(networkError('GET /x', cause)).toMatchObject({ code: 'unreachable', message: `GET /x: connect ${code}.` });
    },
  );

  it('may be anything', () => {
    expect(networkError('GET /x', 'odd')).toMatchObject({ code: 'interrupted', message: 'GET /x: odd.' });
    expect(networkError('GET /x', null)).toMatchObject({ code: 'interrupted', message: 'GET /x: null.' });
    expect(networkError('GET /x', { message: 'odd' }).message).toBe('GET /x: odd.');
    expect(networkError('GET /x', { code: 'EODD' }).message).toBe('GET /x: EODD.');
    expect(networkError('GET /x', {}).message).toBe(networkError('GET /x', '').message);
  });
});
