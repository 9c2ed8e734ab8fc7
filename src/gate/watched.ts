/** A question that also tells whether a part of it had no answer. */
import type { BestEffortOptions } from '../cloud/http/best-effort.ts';

/** The same question, which also tells whether a part of it had no answer. */
export function watched({
  signal,
  onFailure,
}: BestEffortOptions): BestEffortOptions & { readonly hasFailed: () => boolean } {
  let failed = false;
  return {
    signal,
    hasFailed: () => failed,
    onFailure: (...failure) => {
      failed = true;
      onFailure(...failure);
    },
  };
}
