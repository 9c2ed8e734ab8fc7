/** A runner in memory: a test reads what was written, and nothing leaves the process. */
import type { Runner } from '../../src/runner/runner.ts';

/** A runner and what it was given. */
export interface MemoryRunner extends Runner {
  readonly lines: string[];
  readonly annotations: { level: string; message: string; title: string | undefined }[];
  readonly outputs: Map<string, string>;
  readonly states: Map<string, string>;
  readonly hidden: string[];
}

/** Starts with the given inputs and environment. */
export function memoryRunner(
  inputs: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): MemoryRunner {
  const states = new Map<string, string>();
  const outputs = new Map<string, string>();
  const lines: string[] = [];
  const annotations: MemoryRunner['annotations'] = [];
  const hidden: string[] = [];
  return {
    lines,
    annotations,
    outputs,
    states,
    hidden,
    input: (name) => (inputs[name] ?? '').trim(),
    env: (name) => env[name],
    hide: (secret) => hidden.push(secret),
    redact: (text) => hidden.reduce((left, secret) => left.replaceAll(secret, '***'), text),
    log: (line) => lines.push(line),
    debug: () => undefined,
    group: (title, all) => lines.push(`> ${title}`, ...all),
    annotate: (level, message, title) => annotations.push({ level, message, title }),
    output: (name, value) => outputs.set(name, value),
    saveState: (name, value) => states.set(name, value),
    state: (name) => states.get(name) ?? '',
    summarize: () => Promise.resolve(true),
  };
}
