/** How a test asks for what no verdict needs: it keeps what it is told of failures. */
import type { BestEffortOptions } from '../../src/cloud/http/best-effort.ts';

/** A question, and the failures that it was told of. */
export interface Asking extends BestEffortOptions {
  readonly failures: string[];
}

/** Under a signal of its own, unless one is given. */
export function anAsking(signal = new AbortController().signal): Asking {
  const failures: string[] = [];
  return { signal, failures, onFailure: (failure) => failures.push(failure) };
}
