/** From an error of the network to one of ours: whether the request can have been delivered, and what to do. */
import type { CloudErrorCode } from '../errors.ts';
import { CloudError } from '../errors.ts';

/** What an error of the network means. */
interface Meaning {
  readonly code: CloudErrorCode;
  readonly response: string;
  readonly advice?: string;
}

/** Errors before a connection stands: the request cannot have been delivered. */
const NOT_SENT = /^(?:ECONNREFUSED|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/u;
/** What such errors say where their code is also that of a connection that broke later. */
const NOT_CONNECTED = /^(?:connect|getaddrinfo) |^Client network socket disconnected before secure TLS connection/u;
const UNKNOWN_HOST = /\bENOTFOUND\b/u;
const CERTIFICATE =
  /^(?:CERT_|CRL_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|INVALID_(?:CA|PURPOSE)|HOSTNAME_MISMATCH)/u;
/**
 * What OpenSSL says where no TLS connection can be agreed on, as the code of an error (`ERR_SSL_WRONG_VERSION_NUMBER`)
 * or, with the code EPROTO, in the middle of its message.
 */
const NO_TLS =
  /wrong[ _]version[ _]number|packet[ _]length[ _]too[ _]long|unsupported[ _]protocol|alert[ _]protocol[ _]version|handshake[ _]failure|unrecognized[ _]name|unsafe[ _]legacy[ _]renegotiation/iu;
/** The words of the library that opens the tunnel through a proxy. */
const TUNNEL_REFUSED = /^tunneling socket could not be established, statusCode=(?<status>\d+)/u;
const TUNNEL_FAILED = /^tunneling socket could not be established, cause=(?<cause>.*)/su;

/** What to do about a proxy that does not let a request pass. */
export const PROXY_ADVICE =
  'Check `HTTPS_PROXY` and the user name and password in it, and whether `NO_PROXY` is needed.';
const CERTIFICATE_ADVICE =
  'Set `NODE_EXTRA_CA_CERTS` on the step to a file with the certificate of your proxy or gateway, and check `api-url`.';
const PROXY_CERTIFICATE_ADVICE =
  'Set `NODE_EXTRA_CA_CERTS` on the step to a file with the certificate of your proxy, and check `HTTPS_PROXY`.';
const HOST_ADVICE = 'Check `api-url`, and set `HTTPS_PROXY` if the runner reaches the internet through a proxy.';

/**
 * The error for a request that got no complete response.
 * @param request as it appears in messages: method and path
 */
export function networkError(request: string, cause: unknown): CloudError {
  const { code, ...facts } = meaningOf(wordsOf(cause));
  return new CloudError(code, { request, ...facts, cause });
}

function meaningOf({ code, message }: { readonly code: string; readonly message: string }): Meaning {
  const tunnel = tunnelMeaning(message);
  if (tunnel !== undefined) return tunnel;
  if (UNKNOWN_HOST.test(code)) return { code: 'misconfigured', response: message, advice: HOST_ADVICE };
  if (CERTIFICATE.test(code)) return { code: 'misconfigured', response: message, advice: CERTIFICATE_ADVICE };
  const noTls = noTlsTo('server', `${code} ${message}`);
  if (noTls !== undefined) return { code: 'misconfigured', response: noTls, advice: HOST_ADVICE };
  if (NOT_SENT.test(code) || NOT_CONNECTED.test(message)) return { code: 'unreachable', response: message };
  const cut = message === 'aborted';
  return { code: 'interrupted', response: cut ? 'the connection was cut in the middle of the response' : message };
}

/** Without a tunnel nothing was sent to the API. */
function tunnelMeaning(message: string): Meaning | undefined {
  const status = TUNNEL_REFUSED.exec(message)?.groups?.['status'];
  if (status !== undefined) {
    const code = /^4(?!08|29)/u.test(status) ? 'misconfigured' : 'unreachable';
    return { code, response: `HTTP ${status} from the proxy`, advice: PROXY_ADVICE };
  }
  const cause = TUNNEL_FAILED.exec(message)?.groups?.['cause'];
  if (cause !== undefined) {
    const noTls = noTlsTo('proxy', cause);
    if (noTls !== undefined) return { code: 'misconfigured', response: noTls, advice: PROXY_ADVICE };
    const response = `the proxy cannot be reached (${cause})`;
    // The tunnel hands on the words of the cause, not its code.
    if (/\bcertificate\b/iu.test(cause)) return { code: 'misconfigured', response, advice: PROXY_CERTIFICATE_ADVICE };
    return { code: UNKNOWN_HOST.test(cause) ? 'misconfigured' : 'unreachable', response, advice: PROXY_ADVICE };
  }
  if (!message.startsWith('got illegal response body from proxy')) return undefined;
  return { code: 'unreachable', response: 'the proxy gave an invalid response', advice: PROXY_ADVICE };
}

/** That no TLS connection was agreed on, and why; `undefined` where the words say something else. */
function noTlsTo(peer: 'server' | 'proxy', words: string): string | undefined {
  const [reason] = NO_TLS.exec(words) ?? [];
  if (reason === undefined) return undefined;
  return `no TLS connection to the ${peer} (${reason.replaceAll('_', ' ').toLowerCase()})`;
}

/** By shape, not by class: an error of Node's own may be of another realm than this file. */
function wordsOf(cause: unknown): { readonly code: string; readonly message: string } {
  if (typeof cause !== 'object' || cause === null) return { code: '', message: String(cause) };
  const code = 'code' in cause ? String(cause.code) : '';
  const message = 'message' in cause ? String(cause.message) : '';
  // All addresses of a host failed at once: an error of errors, with the first code and no words.
  if ('errors' in cause && message === '') return { code, message: `connect ${code}` };
  return { code, message: message === '' ? code : message };
}
