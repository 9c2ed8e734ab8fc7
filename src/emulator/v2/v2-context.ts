/** What the routes of the legacy API share. */
import type { EmulatedCloud } from '../machine/cloud-model.ts';
import type { V2Refuse } from './v2-error.ts';
import type { V2Options } from './v2-options.ts';

/** What every route of the legacy API works with. */
export interface V2Context {
  readonly cloud: EmulatedCloud;
  readonly options: V2Options;
  readonly refuse: V2Refuse;
}
