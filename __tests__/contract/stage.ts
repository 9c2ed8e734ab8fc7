/** Where a promise is tried: an emulated cloud on a real socket, an adapter before it, and a watch on what must not leak. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect } from '@jest/globals';
import { systemClock } from '../../src/clock.ts';
import type { Cloud } from '../../src/cloud/cloud.ts';
import { CloudError } from '../../src/cloud/errors.ts';
import { openHttp } from '../../src/cloud/http/http.ts';
import type { Emulator, EmulatorOptions } from '../../src/emulator/emulator.ts';
import { createEmulator } from '../../src/emulator/emulator.ts';
import type { Fault } from '../../src/emulator/faults/faults.ts';
import type { RunView } from '../../src/emulator/machine/run-view.ts';
import { passed } from '../../src/emulator/machine/scenarios.ts';
import { serve } from '../../src/emulator/serve.ts';
import { jumpingClock } from '../support/jumping-clock.ts';
import type { Adapter } from './adapters.ts';

/** The test of the stage. */
export const TEST = 1201;
/** A signal that is never aborted. */
export const calm = new AbortController().signal;
/** The request deadline is on the real clock: long where none is to pass, short where one is. */
const PLENTY_MS = 20_000;
/** For requests that are never answered whole. */
export const SHORT_MS = 400;

/** How a stage is set up. */
export interface StagePlan extends EmulatorOptions {
  readonly requestMs?: number;
  readonly outageMs?: number;
  /** Runs of the test that were there before; 3 by default. */
  readonly older?: number;
}

/** A stage that is set. */
export interface Stage {
  readonly emulator: Emulator;
  readonly cloud: Cloud;
  /** A second process of the action: nothing is shared but the wire. */
  readonly another: () => Cloud;
  /** Makes the requests of one kind go wrong. */
  readonly fault: (on: keyof Adapter['paths'], fault: Fault, how?: { times?: number; skip?: number }) => void;
  /** The runs of the test that a start has made. */
  readonly made: () => readonly RunView[];
  /** How many requests of one kind have come. */
  readonly asked: (on: keyof Adapter['paths']) => number;
  readonly notices: readonly string[];
  /** A server that nothing must ever be sent to. */
  readonly strangerUrl: string;
}

/** Everything that a user could see, to be searched for the token. */
interface Seen {
  readonly texts: string[];
  strangerRequests: number;
}

/** Sets a stage for one test. */
export type SetStage = (plan?: StagePlan) => Promise<Stage>;

/** Stages for the tests of the present `describe`; after each, nothing may have leaked. */
export function stages(adapter: Adapter): SetStage {
  let endings: (() => Promise<void>)[] = [];
  let seen: Seen = { texts: [], strangerRequests: 0 };
  let token = 'emulated-token';
  beforeEach(() => {
    [endings, seen] = [[], { texts: [], strangerRequests: 0 }];
  });
  afterEach(async () => {
    await Promise.all(endings.map((end) => end()));
    expect(seen.texts.join('\n')).not.toContain(token);
    expect(seen.strangerRequests).toBe(0);
  });
  return async (plan = {}) => {
    const stranger = createServer((_, response) => {
      seen.strangerRequests++;
      response.end('{}');
    });
    await new Promise<void>((ready) => stranger.listen(0, '127.0.0.1', ready));
    const strangerUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
    const set = await setUp(adapter, plan, seen.texts);
    token = set.emulator.cloud.account.token;
    endings.push(
      set.close,
      () =>
        new Promise((done) =>
          stranger.close(() => {
            done();
          }),
        ),
    );
    return { ...set, strangerUrl };
  };
}

async function setUp(
  adapter: Adapter,
  plan: StagePlan,
  texts: string[],
): Promise<Omit<Stage, 'strangerUrl'> & { readonly close: () => Promise<void> }> {
  const account = { userEmail: 'ci@example.com', ...plan.account };
  const emulator = createEmulator({
    tests: [{ id: TEST, scenarios: [passed()] }],
    ...adapter.service,
    ...plan,
    account,
  });
  const { cloud: machine } = emulator;
  for (let age = plan.older ?? 3; age > 0; age--) {
    machine.seed(TEST, { createdMs: machine.now() - age * 3_600_000 });
  }
  const before = new Set(machine.runs(TEST).map(({ id }) => id));
  const served = await serve(emulator);
  const opened: Cloud[] = [];
  const connect = (): Cloud => {
    const cloud = connected(adapter, new URL(served.url), machine.account.token, plan, texts);
    opened.push(cloud);
    return cloud;
  };
  return {
    emulator,
    cloud: connect(),
    another: connect,
    fault: (on, fault, how = {}) => {
      emulator.faults.add({ on: { path: adapter.paths[on] }, fault, ...how });
    },
    made: () => machine.runs(TEST).filter(({ id }) => !before.has(id)),
    asked: (on) => machine.log.requests().filter((one) => adapter.paths[on].test(targetOf(one))).length,
    notices: texts,
    close: async () => {
      opened.forEach((cloud) => {
        cloud.close();
      });
      await served.close();
    },
  };
}

function targetOf({ path, query }: { path: string; query: readonly (readonly [string, string])[] }): string {
  return query.length === 0 ? path : `${path}?${query.map((pair) => pair.join('=')).join('&')}`;
}

function connected(adapter: Adapter, apiUrl: URL, token: string, plan: StagePlan, texts: string[]): Cloud {
  const say = (text: string): void => void texts.push(text);
  const http = openHttp({
    apiUrl,
    authorization: adapter.authorization(token),
    redact: (text) => text.replaceAll(token, '***'),
    userAgent: 'contract',
    advice: adapter.remedies,
    requestMs: plan.requestMs ?? PLENTY_MS,
    clock: systemClock,
    onRequest: ({ method, path }, outcome) => {
      say(`${method} ${path} ${outcome}`);
    },
  });
  const cloud = adapter.connect({
    http,
    clock: jumpingClock(),
    random: () => 0.5,
    outageMs: plan.outageMs ?? 300_000,
    startRequestMs: SHORT_MS,
    onNotice: say,
  });
  return cloud;
}

/** The CloudError that a call ends in. */
export async function failure(call: Promise<unknown>): Promise<CloudError> {
  const error: unknown = await call.then(
    (value) => new Error(`it succeeded with ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof CloudError)) throw error;
  expect(error.message).toMatch(/^(?:GET|POST|PATCH) \/\S+: \S.*\.$/u);
  expect(error.message).not.toContain('emulated-token');
  return error;
}
