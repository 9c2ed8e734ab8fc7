/** Which part of a test a rule is about: a metric of the script, an endpoint, any tag of k6. */

/** A metric of its own, tags that its samples have, or both. */
export interface Selector {
  /** A custom metric; `undefined`: the metric of k6 that the rule is about anyway. */
  readonly metric: string | undefined;
  readonly tags: readonly (readonly [name: string, value: string])[];
}

/** As the user writes it: `(checkout_duration)`, `{name:checkout,status:200}`, `{name:"POST /checkout"}`. */
export function selectorText({ metric, tags }: Selector): string {
  const pairs = tags.map(([name, value]) => `${name}:${/^\w+$/u.test(value) ? value : `"${value}"`}`);
  return `${metric === undefined ? '' : `(${metric})`}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`}`;
}
