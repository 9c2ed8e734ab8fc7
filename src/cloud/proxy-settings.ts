/** Proxy variables of the environment that the HTTP client ignores without a word. */

/** A variable of the environment; `undefined` where it is absent or empty. */
type Env = (name: string) => string | undefined;

/**
 * One sentence for each proxy variable that has no effect on requests to `apiUrl`. No sentence has the value of a
 * proxy: it can hold a password.
 */
export function proxyNotices(apiUrl: URL, env: Env): readonly string[] {
  if (isLoopback(apiUrl.hostname)) return [];
  const scheme = apiUrl.protocol === 'https:' ? 'https' : 'http';
  const [name, value] = firstOf(env, `${scheme}_proxy`);
  if (value === undefined) return [];
  const problem = problemOf(value);
  if (problem !== undefined) return [`\`${name}\` is ignored: ${problem}`];
  return ignoredException(apiUrl.hostname, env);
}

/** The lower-case variable wins, as in the client. */
function firstOf(env: Env, name: string): readonly [name: string, value: string | undefined] {
  const value = env(name);
  if (value !== undefined) return [name, value];
  return [name.toUpperCase(), env(name.toUpperCase())];
}

function problemOf(value: string): string | undefined {
  if (!/^https?:\/\//iu.test(value)) {
    // An address that begins with a digit is the one form that the client completes by itself.
    return URL.canParse(value) || !URL.canParse(`http://${value}`)
      ? 'it is no address with a scheme. Write it as `http://HOST:PORT`.'
      : undefined;
  }
  if (!URL.canParse(value)) return 'it is no valid address. Write it as `http://HOST:PORT`.';
  const { username, password } = new URL(value);
  const bare = [username, password].some((part) => !isDecodable(part));
  return bare ? 'its user name or password has a `%` that is no escape. Write `%25` for a percent sign.' : undefined;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** `*.example.com` is common elsewhere; the client compares the star as a letter. */
function ignoredException(host: string, env: Env): readonly string[] {
  const [name, value = ''] = firstOf(env, 'no_proxy');
  const entries = value.split(',').map((entry) => entry.trim());
  const matching = entries.filter(
    (entry) => /^\*\.[\w.-]+$/u.test(entry) && host.toLowerCase().endsWith(entry.slice(1).toLowerCase()),
  );
  return matching
    .slice(0, 1)
    .map((entry) => `The entry \`${entry}\` of \`${name}\` is ignored. Write \`${entry.slice(1)}\` instead.`);
}

/** As the HTTP client decides it, which sends such requests past the proxy; `api-url` is judged more strictly. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host.startsWith('127.') || host === '[::1]';
}
