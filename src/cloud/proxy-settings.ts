/** Proxy variables of the environment that the HTTP client ignores or misreads without a word. */

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
  if (problem !== undefined) return [`\`${name}\` ${problem}`];
  return ignoredException(apiUrl, scheme === 'https' ? '443' : '80', env);
}

/** The lower-case variable wins, as in the client. */
function firstOf(env: Env, name: string): readonly [name: string, value: string | undefined] {
  const value = env(name);
  if (value !== undefined) return [name, value];
  return [name.toUpperCase(), env(name.toUpperCase())];
}

const FORM = 'Write it as `http://HOST:PORT`.';

function problemOf(value: string): string | undefined {
  const url = parsed(value);
  // An address that begins with a digit is the one form that the client completes by itself.
  if (url === undefined || url.hostname === '') {
    const isCompleted = url === undefined && !/^\s*https?:\/\//iu.test(value) && URL.canParse(`http://${value}`);
    return isCompleted ? undefined : `is ignored: it is no address with a scheme. ${FORM}`;
  }
  // `socks5://HOST:PORT`: the client takes host and port, and speaks HTTP to them.
  if (!/^https?:$/u.test(url.protocol))
    return `is used as an HTTP proxy: other kinds, such as SOCKS, are not supported. ${FORM}`;
  return [url.username, url.password].every(isDecodable)
    ? undefined
    : 'is ignored: its user name or password has a `%` that is no escape. Write `%25` for a percent sign.';
}

function parsed(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** Stars, ranges of addresses and blanks between entries are common elsewhere; the client compares letters. */
function ignoredException({ hostname: host, port }: URL, usualPort: string, env: Env): readonly string[] {
  const [name, value = ''] = firstOf(env, 'no_proxy');
  const entries = value.split(',').map((entry) => entry.trim());
  const named = [host, `${host}:${port === '' ? usualPort : port}`];
  if (entries.some((entry) => named.some((one) => isException(one, entry)))) return [];
  const meant = entries.find((entry) => entry.split(/\s+/u).some((part) => isMeant(host, part)));
  if (meant === undefined) return [];
  const domain = /^\*(?<domain>\.[\w.-]+)$/u.exec(meant)?.groups?.['domain'];
  return [`The entry \`${plain(meant)}\` of \`${name}\` is ignored. Write \`${domain ?? host}\` instead.`];
}

/** As the client decides it. */
function isException(host: string, entry: string): boolean {
  const [asked, said] = [host.toLowerCase(), entry.toLowerCase()];
  return said === '*' || (said !== '' && (asked === said || asked.endsWith(said.startsWith('.') ? said : `.${said}`)));
}

/** As other programs decide it. */
function isMeant(host: string, entry: string): boolean {
  const [address = '', bits] = entry.split('/');
  if (bits !== undefined) return isInRange(host, address, bits);
  const pattern = entry.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/gu, '\\$&'));
  return isException(host, entry) || (entry.includes('*') && new RegExp(`^${pattern.join('.*')}$`, 'iu').test(host));
}

/** Whether an IPv4 address is in `10.0.0.0/8`. */
function isInRange(host: string, address: string, bits: string): boolean {
  const [here, there] = [ipv4(host), ipv4(address)];
  if (here === undefined || there === undefined || !/^\d{1,2}$/u.test(bits) || Number(bits) > 32) return false;
  const size = 2 ** (32 - Number(bits));
  return Math.floor(here / size) === Math.floor(there / size);
}

function ipv4(text: string): number | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/u.test(text)) return undefined;
  return text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** Short enough for a sentence, and without what ends a code span. */
function plain(entry: string): string {
  return entry.replace(/[^\w.*:/ -]/gu, '').slice(0, 80);
}

/** As the HTTP client decides it, which sends such requests past the proxy; `api-url` is judged more strictly. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host.startsWith('127.') || host === '[::1]';
}
