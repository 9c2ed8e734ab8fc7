/** Errors of the legacy API. Source: its error reference; messages are the emulator's own. */
import type { ApiReply } from '../routing.ts';
import type { V2Options } from './v2-options.ts';

/** The documented codes, by our names. */
const CODES = {
  general: 1,
  validation: 2,
  'not-found': 3,
  'not-allowed': 4,
  'not-authenticated': 5,
  'authentication-failed': 6,
  'method-not-allowed': 7,
} as const;
/** The errors of the legacy API by name. */
type V2ErrorName = keyof typeof CODES;

/** A refusal; `fields` names the parameters at fault. */
export type V2Refuse = (
  status: number,
  name: V2ErrorName,
  message: string,
  fields?: Readonly<Record<string, readonly string[]>>,
) => ApiReply;

/** Writes errors in the shape the options choose: `{error: {message, code, field_errors | details + errors}}`. */
export function v2Refuser(options: V2Options): V2Refuse {
  return (status, name, message, fields) => {
    const error: Record<string, unknown> = { message, code: CODES[name] };
    if (options.errorShape === 'details') {
      error['details'] = fields ?? {};
      error['errors'] = [message];
    } else if (fields !== undefined) {
      error['field_errors'] = fields;
    }
    return { status, json: { error } };
  };
}
