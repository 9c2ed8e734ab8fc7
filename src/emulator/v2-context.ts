/** What the routes of the legacy API share. */
import type { EmulatedCloud } from './cloud.ts';
import type { V2Refuse } from './v2-error.ts';
import type { V2Options } from './v2-options.ts';

export interface V2Context {
  readonly cloud: EmulatedCloud;
  readonly options: V2Options;
  readonly refuse: V2Refuse;
}

/** An id of a path or a query; NaN, which no test and no run has, for anything but digits. */
export function idOf(text: string): number {
  return /^\d{1,16}$/u.test(text) ? Number(text) : NaN;
}
