/** Serves an emulator for one test and talks to it as any client would. */
import type { Emulator, EmulatorOptions } from '../../../src/emulator/emulator.ts';
import { createEmulator } from '../../../src/emulator/emulator.ts';
import { serve } from '../../../src/emulator/serve.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Of a JSON body, read by a path of keys: `at('k6-run', 'id')`. */
  readonly at: (...path: readonly (string | number)[]) => unknown;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

export interface Client {
  readonly url: string;
  readonly emulator: Emulator;
  /** With the right token, unless `headers` has another. */
  readonly ask: (path: string, ask?: Ask) => Promise<Reply>;
}

/** A server for as long as `work` takes. */
export async function served(options: EmulatorOptions, work: (client: Client) => Promise<void>): Promise<void> {
  const emulator = createEmulator(options);
  const { url, close } = await serve(emulator);
  const token = emulator.cloud.account.token;
  try {
    await work({
      url,
      emulator,
      ask: async (path, { headers = {}, ...rest } = {}) => {
        const answer = await fetch(`${url}${path}`, {
          redirect: 'manual',
          headers: { authorization: `Bearer ${token}`, ...headers },
          ...rest,
        });
        const text = await answer.text();
        return { status: answer.status, headers: answer.headers, text, at: (...keys) => dig(JSON.parse(text), keys) };
      },
    });
  } finally {
    await close();
  }
}

/** The value at a path of keys; `undefined` where there is none. */
export function dig(json: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    json,
  );
}

/** The keys of an object in JSON, sorted. */
export function keysOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value).sort() : [];
}
