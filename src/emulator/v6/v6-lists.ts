/** Lists of the current API: `$top`, `$skip`, `$orderby`, `$count`, `@nextLink`, and their filters. */
import type { ApiReply, ApiRequest } from '../routing.ts';
import { wholeNumber } from '../routing.ts';
import type { EmulatedTest } from '../machine/cloud-model.ts';
import type { RunView } from '../machine/run-view.ts';
import type { V6Context } from './v6-options.ts';
import { v6Refusal } from './v6-options.ts';
import { v6Run, v6Time } from './v6-run.ts';

/** How items can be sorted, by the names of the API. */
type SortKeys<T> = Readonly<Record<string, (item: T) => number | string>>;

/**
 * Runs, in ascending order by default; filters `created_after`, `created_before`, `is_starred`.
 * @param shown the run as it is shown; to be read by it, where the list is a poll
 */
export function runList(
  context: V6Context,
  request: ApiRequest,
  all: readonly RunView[],
  shown: (run: RunView) => RunView = (run) => run,
): ApiReply {
  const { query } = request;
  const after = instant(query, 'created_after', -Infinity);
  const before = instant(query, 'created_before', Infinity);
  if (after === undefined || before === undefined) return v6Refusal(400, 'A date is not valid.', 'created_after');
  const starred = query.get('is_starred');
  const runs = all
    .filter(({ createdMs }) => createdMs >= after && createdMs <= before)
    .filter((run) => starred === null || run.starred === (starred === 'true'));
  const keys: SortKeys<RunView> = { created: ({ createdMs }) => createdMs };
  return paged(context, request, runs, { keys, show: (run) => v6Run(shown(run), context) });
}

/** Schema `LoadTestApiModel`. */
export function v6Test(test: EmulatedTest): Readonly<Record<string, unknown>> {
  return {
    id: test.id,
    project_id: test.projectId,
    name: test.name,
    baseline_test_run_id: null,
    k6_version: null,
    created: v6Time(test.createdMs),
    updated: v6Time(test.createdMs),
  };
}

function paged<T>(
  { options }: V6Context,
  request: ApiRequest,
  all: readonly T[],
  { keys, show }: { readonly keys: SortKeys<T>; readonly show: (item: T) => unknown },
): ApiReply {
  const { query } = request;
  const most = options.largestPage ?? 1000;
  const top = wholeNumber(query, '$top', most, 1);
  const skip = wholeNumber(query, '$skip', 0, 0);
  if (top === undefined || top > 1000) return v6Refusal(400, 'A page has 1 to 1000 items.', '$top');
  if (skip === undefined) return v6Refusal(400, 'A whole number is needed.', '$skip');
  const sorted = inOrder(all, query.get('$orderby'), keys);
  if (sorted === undefined) return v6Refusal(400, 'Sorting by that is not possible.', '$orderby');
  const size = Math.min(top, most);
  const next =
    skip + size < sorted.length ? { '@nextLink': nextLink(request, skip + size, options.nextLinkOrigin) } : {};
  const count = query.get('$count') === 'true' ? { '@count': sorted.length } : {};
  return { status: 200, json: { value: sorted.slice(skip, skip + size).map(show), ...count, ...next } };
}

/** `created desc,id`; `undefined` where a word is not one of the keys. */
function inOrder<T>(items: readonly T[], orderBy: string | null, keys: SortKeys<T>): readonly T[] | undefined {
  if (orderBy === null) return items;
  const orders = orderBy.split(',').map((part) => /^\s*(\w+)(?:\s+(asc|desc))?\s*$/u.exec(part));
  const sorts = orders.map((found) => ({ key: keys[found?.[1] ?? ''], sign: found?.[2] === 'desc' ? -1 : 1 }));
  if (sorts.some(({ key }) => key === undefined)) return undefined;
  const compare = (a: T, b: T): number => {
    for (const { key, sign } of sorts) {
      if (key !== undefined && key(a) !== key(b)) return key(a) < key(b) ? -sign : sign;
    }
    return 0;
  };
  return [...items].sort(compare);
}

/** Absolute, and with scheme http whatever was asked: seen in the real service. */
function nextLink({ headers, path, query }: ApiRequest, skip: number, origin: string | undefined): string {
  const next = new URLSearchParams(query);
  next.set('$skip', String(skip));
  return `${origin ?? `http://${headers['host'] ?? 'api.k6.io'}`}${path}?${next.toString()}`;
}

/** A blank in the place of a `+` that was not encoded makes a date invalid, as it does in the real service's language. */
function instant(query: URLSearchParams, name: string, fallback: number): number | undefined {
  const text = query.get(name);
  if (text === null) return fallback;
  const epochMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/u.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(epochMs) ? undefined : epochMs;
}
