/** Query parameters of the legacy API: `$select`, pages and order. */
import type { ApiReply } from '../routing.ts';
import { wholeNumber } from '../routing.ts';
import { READ_KEYS } from './v2-run.ts';
import type { V2Context } from './v2-context.ts';

/** Which keys to send: those of `$select`, or `all` where there is none. A refusal where the options say so. */
export function selection(
  { options, refuse }: V2Context,
  query: URLSearchParams,
  all: readonly string[],
): readonly string[] | ApiReply {
  const text = query.get('$select');
  if (text === null || options.select === 'ignored') return all;
  const names = text.split(',').map((name) => name.trim());
  const wrong = names.filter((name) => options.select === 'refused' || !READ_KEYS.includes(name));
  if ((options.select === 'refused' || options.select === 'documented') && wrong.length > 0) {
    return refuse(400, 'validation', 'The selection is not valid.', {
      $select: wrong.map((name) => `${name} is unknown.`),
    });
  }
  return names;
}

/** One page of many, by `page` and `page_size`; a refusal where either is not a whole number. */
export function paged<T>(
  { options, refuse }: V2Context,
  query: URLSearchParams,
  items: readonly T[],
): readonly T[] | ApiReply {
  const page = wholeNumber(query, 'page', 1, 1);
  const size = wholeNumber(query, 'page_size', options.pageSize ?? 20, 1);
  if (page === undefined)
    return refuse(400, 'validation', 'The page is not valid.', { page: ['A whole number is needed.'] });
  if (size === undefined) {
    return refuse(400, 'validation', 'The page size is not valid.', { page_size: ['A whole number is needed.'] });
  }
  const most = Math.min(size, options.largestPage ?? 100);
  const from = (page - 1) * most;
  if (from >= items.length && page > 1 && options.pastLastPage === 'not-found') {
    return refuse(404, 'not-found', 'There is no such page.');
  }
  return items.slice(from, from + most);
}

/** Sorted by `order_by` (`name` up, `-name` down), where `keys` knows the name; else as they come. */
export function ordered<T>(
  { options }: V2Context,
  query: URLSearchParams,
  items: readonly T[],
  keys: Readonly<Record<string, (item: T) => number | string>>,
): readonly T[] {
  const text = query.get('order_by') ?? '';
  const key = keys[text.replace(/^-/u, '')];
  if (key === undefined || options.orderBy === 'ignored') return items;
  const sign = text.startsWith('-') ? -1 : 1;
  return [...items].sort((a, b) => (key(a) < key(b) ? -sign : key(a) > key(b) ? sign : 0));
}
