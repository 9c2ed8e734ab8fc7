/** Ids of tests and runs, as numbers or as the addresses of their pages in Grafana Cloud. */
import type { Parsed, Parser } from './parsers.ts';
import { items } from './parsers.ts';
import { trimmed } from './raw.ts';
import { withoutInvisible } from '../text/characters.ts';

/** What an id belongs to. */
type Kind = 'test' | 'run';

/** More than this in one step belongs in a matrix of jobs, which shows each job on its own. */
const MAX_IDS = 50;

/** What the pages of tests and runs are called in addresses, and the inputs that take them. */
const PAGES = { test: 'tests', run: 'runs' } as const;
const HINT_OF_OTHER_KIND = {
  test: 'This is the address of a run. To judge an existing run, use `run-id`',
  run: 'This is the address of a test. To start a test, use `test-id`',
} as const;

const HOST = /^(?:[a-z0-9-]{1,63}\.){0,4}(?:grafana\.net|k6\.io)$/u;
const ADDRESS = /^(?:https?:\/\/|[a-z0-9.-]{1,200}\.(?:net|io)\/)/iu;

/** Digits with thousands separators, alone or beside other items; a part of an address is not. */
const GROUPED = /(?<![^,"'#])\d{1,3}(?:,\d{3})+(?![^,"'])/u;

/** Ids of tests, separated by commas, spaces or newlines, each once; none is accepted. */
export const testIds: Parser<readonly string[]> = (text) => ids('test', text);

/** Ids of runs, separated by commas, spaces or newlines, each once; none is accepted. */
export const runIds: Parser<readonly string[]> = (text) => ids('run', text);

/** One id of a run. */
export const runId: Parser<string> = (text) => id('run', text);

function ids(kind: Kind, text: string): Parsed<readonly string[]> {
  const parts = text.split(/\s+/u).map(withoutQueryItems);
  const grouped = parts.flatMap((part) => GROUPED.exec(withoutInvisible(part))?.[0] ?? [])[0];
  if (grouped !== undefined) return { accepted: oneOrSeveral(grouped), got: grouped };
  const parsed = items(parts.join(' ')).map((item) => id(kind, item));
  const refused = parsed.find((one) => 'accepted' in one);
  if (refused !== undefined && 'accepted' in refused) return refused;
  const all = parsed.flatMap((one) => ('value' in one ? [one.value] : []));
  if (all.length > MAX_IDS) return { accepted: `at most ${MAX_IDS} ids in one step, not ${all.length}` };
  const twice = all.find((one, place) => all.indexOf(one) !== place);
  return twice === undefined ? { value: all } : { accepted: `each id once: ${twice} is named twice` };
}

/**
 * A part of a list, which has no blanks, without what follows a comma in the query or fragment of an address: it is no
 * item. Both end at the end of the part, at a quote, or at the next address.
 */
function withoutQueryItems(part: string): string {
  let isQuery = false;
  const kept = part.split(',').filter((item) => {
    const isAddress = ADDRESS.test(unquoted(item));
    const isKept = isAddress || !isQuery;
    isQuery = (isAddress ? /[?#]/u.test(item) : isQuery) && !/["']$/u.test(item);
    return isKept;
  });
  return kept.join(',');
}

/** `1,201` may be one id with a thousands separator, or two ids; to guess could start the wrong test. */
function oneOrSeveral(text: string): string {
  const parts = text.split(',');
  const plain = 'ids without thousands separators';
  if (parts.length > 3) return `${plain}. Is this one id, or ${parts.length} ids that need a space after each comma?`;
  return `${plain}. Is this one id (${parts.join('')}) or ${parts.length} ids (${parts.join(', ')})?`;
}

function id(kind: Kind, item: string): Parsed<string> {
  const text = unquoted(item);
  const digits = ADDRESS.test(text) ? fromAddress(text, PAGES[kind]) : /^#?(?<id>\d+)$/u.exec(text)?.groups?.['id'];
  if (digits !== undefined && isId(digits)) return { value: digits };
  const other = ADDRESS.test(text) ? fromAddress(text, PAGES[kind === 'test' ? 'run' : 'test']) : undefined;
  return { accepted: expected(kind), got: item, ...(other === undefined ? {} : { hint: HINT_OF_OTHER_KIND[kind] }) };
}

function expected(kind: Kind): string {
  return `the id of a ${kind} (a whole number), or an address on grafana.net or k6.io that ends in /${PAGES[kind]}/ID`;
}

/** The id at the end of the path, where the host is one of Grafana's and the page is of the kind asked for. */
function fromAddress(text: string, page: string): string | undefined {
  const address = /^https?:/iu.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const { hostname, username, password, pathname } = new URL(address);
  if (!HOST.test(hostname) || username !== '' || password !== '') return undefined;
  const [last = '', before, ...rest] = pathname.replace(/\/$/u, '').split('/').reverse();
  return before === page && rest.length > 0 && /^\d+$/u.test(last) ? last : undefined;
}

function isId(text: string): boolean {
  return /^[1-9]\d{0,15}$/u.test(text) && Number.isSafeInteger(Number(text));
}

/** A list that was quoted as a whole leaves a quote on each of its ends. */
function unquoted(item: string): string {
  return trimmed(trimmed(item).replace(/^["']/u, '').replace(/["']$/u, ''));
}
