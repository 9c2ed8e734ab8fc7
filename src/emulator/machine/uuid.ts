/** Ids in the form of a UUID that are the same for the same thing. */

/** `000000c8-0000-4000-8000-00000074bb11` for thing 200 of run 7650065. */
export function uuid(runId: number, thing: number): string {
  return `${thing.toString(16).padStart(8, '0')}-0000-4000-8000-${runId.toString(16).padStart(12, '0')}`;
}
