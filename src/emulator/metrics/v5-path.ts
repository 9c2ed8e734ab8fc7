/** Query functions of the v5 API, which are a part of the path: `query_aggregate_k6(query='…',metric='…')`. */

/** A call as it stands in the path. */
export interface PathCall {
  readonly query: string;
  readonly metric: string;
  /** Seconds. */
  readonly step: number | undefined;
  /** Epoch ms. */
  readonly startMs: number | undefined;
  readonly endMs: number | undefined;
  /** Of a query on a load test; `undefined`: its newest runs. */
  readonly runIds: readonly number[] | undefined;
}

/** Name, and a text in quotes (a quote in it is doubled), a list in brackets, or anything up to a comma. */
const PARAMETER = /^(\w+)=('(?:[^']|'')*'|\[[^'\]]*\]|[^',]*)(?:,|$)/u;
const RUN_IDS = /^\[\d{1,16}(?:,\d{1,16})*\]$/u;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u;

/**
 * Reads the inside of the brackets, as sent. The real service takes `( ) ' ,` only as they are and dates only bare; a
 * text says what is wrong.
 */
export function pathCall(inside: string, known: readonly string[]): PathCall | string {
  if (/%2[789c]/iu.test(inside)) return "The characters ( ) ' , must not be percent-encoded.";
  let rest: string;
  try {
    rest = decodeURIComponent(inside);
  } catch {
    return 'The path is not well-formed.';
  }
  const given = new Map<string, string>();
  while (rest !== '') {
    const found = PARAMETER.exec(rest);
    if (found === null) return 'The parameters are not well-formed.';
    const [whole, name = '', value = ''] = found;
    if (!known.includes(name)) return `No overload found for function with parameter '${name}'.`;
    given.set(name, value);
    rest = rest.slice(whole.length);
  }
  return checked(given);
}

function checked(given: ReadonlyMap<string, string>): PathCall | string {
  const query = quoted(given.get('query'));
  const metric = quoted(given.get('metric'));
  if (query === undefined || metric === undefined) return 'No overload found for function: query and metric are texts.';
  const step = given.get('step');
  if (step !== undefined && !/^[1-9]\d{0,5}$/u.test(step)) return 'The step is not a whole number of seconds.';
  for (const name of ['start', 'end']) {
    const text = given.get(name);
    if (text !== undefined && !INSTANT.test(text)) return `Parameter '${name}' is not an Edm.DateTimeOffset.`;
  }
  const runIds = given.get('test_run_ids');
  if (runIds !== undefined && !RUN_IDS.test(runIds)) return 'The test_run_ids are not a list of whole numbers.';
  const instant = (name: string): number | undefined => {
    const text = given.get(name);
    return text === undefined ? undefined : Date.parse(text);
  };
  return {
    query,
    metric,
    step: step === undefined ? undefined : Number(step),
    startMs: instant('start'),
    endMs: instant('end'),
    runIds: runIds?.slice(1, -1).split(',').map(Number),
  };
}

function quoted(text: string | undefined): string | undefined {
  return text?.startsWith("'") === true ? text.slice(1, -1).replaceAll("''", "'") : undefined;
}
