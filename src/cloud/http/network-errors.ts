/** From an error of the network to one of ours: whether the request can have been delivered, and what to do. */
import { CloudError } from '../errors.ts';

/** Errors before a connection stands: the request cannot have been delivered. */
const NOT_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/u;

/**
 * The error for a request that got no whole answer.
 * @param request as it appears in messages: method and path
 */
export function networkError(request: string, cause: unknown): CloudError {
  const { code, said } = wordsOf(cause);
  const certificate = /^(CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/u.test(code);
  return new CloudError(NOT_SENT.test(code) ? 'unreachable' : 'interrupted', {
    request,
    response: said,
    ...(certificate ? { advice: 'For a certificate of your own, set NODE_EXTRA_CA_CERTS on the step.' } : {}),
    cause,
  });
}

/** By shape, not by class: an error of Node's own may be of another realm than this file. */
function wordsOf(cause: unknown): { readonly code: string; readonly said: string } {
  if (typeof cause !== 'object' || cause === null) return { code: '', said: String(cause) };
  const code = 'code' in cause ? String(cause.code) : '';
  const message = 'message' in cause ? String(cause.message) : '';
  return { code, said: message === '' ? code : message }; // several addresses refused at once have no message
}
