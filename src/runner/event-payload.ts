/** Pure: reads fields of the payload of an event, whose shape nobody promises. */

/** The value at a path. `null` is as good as absent: GitHub names what an event has not (`"workflow_run": null`). */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (new Map(Object.entries(inner)).get(key) ?? undefined) : undefined,
    value,
  );
}

/** The whole positive number at a path. */
export function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = at(value, ...path);
  return typeof found === 'number' && Number.isSafeInteger(found) && found > 0 ? found : undefined;
}

/** The text at a path, where it is neither empty nor absurdly long. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' && found !== '' && found.length <= 1000 ? found : undefined;
}
