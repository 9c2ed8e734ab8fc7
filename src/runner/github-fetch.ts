/** The way of Octokit's requests: one origin, bounded responses, no redirect that leaves. */

/** `fetch`, as Octokit calls it. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

/** A page of comments stays below it with the right page size. */
const LARGEST_RESPONSE = 1024 * 1024;
/** The status of a response that was cut off. GitHub itself never sends it to a GET. */
export const TOO_LARGE = 413;

const MOST_REDIRECTS = 3;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Wraps `send`: the token goes to the origin of `apiUrl` alone, and nothing larger than 1 MiB is read. What is not
 * done is a response with a status that Octokit's plugins do not retry, since they retry every error that is thrown.
 */
export function boundedFetch(apiUrl: string, send: Send): Send {
  const { origin } = new URL(apiUrl);
  const step = async (url: string, init: RequestInit, redirectsLeft: number): Promise<Response> => {
    if (new URL(url).origin !== origin) return refused(400, 'the request leads to another server');
    const response = await send(url, { ...init, redirect: 'manual', headers: withoutCompression(init) });
    if (!REDIRECTS.has(response.status)) return bounded(response);
    await response.body?.cancel();
    const target = targetOf(response, url);
    if (target?.origin !== origin) return refused(400, 'GitHub redirected to another server; that was not followed');
    // 301 and 302 turn a POST into a GET.
    const isRepeatable = init.method === 'GET' || response.status === 307 || response.status === 308;
    if (!isRepeatable || redirectsLeft === 0) return refused(400, 'GitHub redirected the request');
    return step(target.href, init, redirectsLeft - 1);
  };
  return (url, init) => step(url, init, MOST_REDIRECTS);
}

function withoutCompression({ headers }: RequestInit): Headers {
  const all = new Headers(headers);
  all.set('accept-encoding', 'identity');
  return all;
}

function targetOf({ headers }: Response, url: string): URL | undefined {
  const location = headers.get('location');
  return location !== null && URL.canParse(location, url) ? new URL(location, url) : undefined;
}

async function bounded(response: Response): Promise<Response> {
  const { status, body } = response;
  const headers = Object.fromEntries(response.headers);
  if (body === null) return new Response(null, { status, headers });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    // Leaving the loop cancels the rest of the body.
    // An error says enough by its status; a smaller page of a list would not help.
    if (size > LARGEST_RESPONSE && !response.ok) return new Response(null, { status, headers });
    if (size > LARGEST_RESPONSE) return refused(TOO_LARGE, 'the response of GitHub is larger than 1 MiB');
    chunks.push(chunk);
  }
  const hasBody = status !== 204 && status !== 205 && status !== 304;
  return new Response(hasBody ? Buffer.concat(chunks) : null, { status, headers });
}

function refused(status: number, message: string): Response {
  return Response.json({ message }, { status });
}
