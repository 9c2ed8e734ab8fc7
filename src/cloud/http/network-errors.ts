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
const UNKNOWN_HOST = /\bENOTFOUND\b/u;
const CERTIFICATE = /^(?:CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/u;
/** The other side does not speak TLS, or an old form of it. */
const NO_TLS = /^ERR_SSL_(?:WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|PACKET_LENGTH_TOO_LONG)$/u;
/** The words of the library that opens the tunnel through a proxy. */
const TUNNEL_REFUSED = /^tunneling socket could not be established, statusCode=(?<status>\d+)/u;
const TUNNEL_FAILED = /^tunneling socket could not be established, cause=(?<cause>.*)/su;

/** What to do about a proxy that does not let a request pass. */
export const PROXY_ADVICE =
  'Check `HTTPS_PROXY` and the user name and password in it, and whether `NO_PROXY` is needed.';
const CERTIFICATE_ADVICE =
  'Set `NODE_EXTRA_CA_CERTS` on the step to a file with the certificate of your proxy or gateway, and check `api-url`.';
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
  if (NO_TLS.test(code))
    return { code: 'misconfigured', response: 'the server does not accept TLS', advice: HOST_ADVICE };
  if (NOT_SENT.test(code)) return { code: 'unreachable', response: message };
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
    const code = UNKNOWN_HOST.test(cause) ? 'misconfigured' : 'unreachable';
    return { code, response: `the proxy cannot be reached (${cause})`, advice: PROXY_ADVICE };
  }
  if (!message.startsWith('got illegal response body from proxy')) return undefined;
  return { code: 'unreachable', response: 'the proxy gave an invalid response', advice: PROXY_ADVICE };
}

/** By shape, not by class: an error of Node's own may be of another realm than this file. */
function wordsOf(cause: unknown): { readonly code: string; readonly message: string } {
  if (typeof cause !== 'object' || cause === null) return { code: '', message: String(cause) };
  const code = 'code' in cause ? String(cause.code) : '';
  const message = 'message' in cause ? String(cause.message) : '';
  return { code, message: message === '' ? code : message }; // several addresses refused at once have no message
}
