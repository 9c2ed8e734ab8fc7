/** Every request of the adapter and every answer of the emulator is as the description of v6 has it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/clock.ts';
import { openHttp } from '../../src/cloud/http/http.ts';
import { V6_ADVICE } from '../../src/cloud/v6/advice.ts';
import { v6Cloud } from '../../src/cloud/v6/adapter.ts';
import { createEmulator } from '../../src/emulator/emulator.ts';
import type { Scenario } from '../../src/emulator/machine/scenario.ts';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import { serve } from '../../src/emulator/serve.ts';
import { jumpingClock } from '../support/jumping-clock.ts';
import { examplesIn, operationIn, v6Description } from '../support/openapi.ts';
import type { Operation, Schema } from '../support/v6-schema.ts';
import { OPERATIONS } from '../support/v6-schema.ts';
import type { Exchange } from '../support/v6-validator.ts';
import { faultsOf, schemaFaults } from '../support/v6-validator.ts';
import { calm } from './stage.ts';

const STORIES: readonly Scenario[] = [
  scenarios.passed(),
  scenarios.failedByThreshold(),
  scenarios.completedWithError(),
  scenarios.noResult(),
  scenarios.lateResult(),
  scenarios.processingError(),
  scenarios.quota(),
  scenarios.timedOut(),
  scenarios.longQueue(),
  scenarios.unknownPhase(),
  ...(['user', 'system', 'script-error', 'threshold', 'limit'] as const).map((by) => scenarios.aborted(by)),
];
const TESTS = STORIES.map((script, place) => ({
  id: 1201 + place,
  scenarios: [script],
  thresholds: [{ metric: 'http_req_duration', stat: 'p(95)', operator: '<', limit: 400, abortOnFail: true }] as const,
}));
const FORBIDDEN = 1401;
const BUSY = 1402;

/** All that is said between the adapter and the emulator in every story, and where things are refused. */
async function record(): Promise<readonly Exchange[]> {
  const emulator = createEmulator({
    tests: [...TESTS, { id: FORBIDDEN, access: 'forbidden' }, { id: BUSY, scenarios: [scenarios.neverEnding()] }],
    account: { userEmail: 'ci@example.com' },
  });
  for (let age = 45; age > 0; age--) emulator.cloud.seed(BUSY, { createdMs: Date.now() - age * 60_000 });
  const exchanges: Exchange[] = [];
  const served = await serve({
    ...emulator,
    reply: (request) => {
      const reply = emulator.reply(request);
      exchanges.push({ request, reply });
      return reply;
    },
  });
  const connect = (token: string, url: string): ReturnType<typeof v6Cloud> =>
    v6Cloud(
      {
        http: openHttp({
          apiUrl: new URL(served.url),
          authorization: `Bearer ${token}`,
          redact: (text) => text,
          userAgent: 'contract',
          advice: V6_ADVICE,
          requestMs: 20_000,
          clock: systemClock,
          onRequest: () => undefined,
        }),
        clock: jumpingClock(),
        random: () => 0.5,
        outageMs: 60_000,
        onNotice: () => undefined,
      },
      { stack: { kind: 'url', url }, uuid: randomUUID },
    );
  const { token, stackUrl } = emulator.cloud.account;
  const cloud = connect(token, stackUrl);
  for (const { id } of TESTS) {
    const { id: runId } = await cloud.start(await cloud.prepare(String(id), calm), calm);
    await cloud.note?.(runId, 'acme/shop, commit 0123', calm);
    for (let looks = 0; looks < 18; looks++) await cloud.read(runId, calm);
    await cloud.stop(runId, 20_000, calm);
  }
  const intent = await cloud.prepare(String(BUSY), calm);
  const { id: busyId } = await cloud.start(intent, calm);
  for (let others = 0; others < 30; others++) emulator.cloud.seed(BUSY, { at: 'start' });
  await cloud.find(intent, calm);
  await cloud.stop(busyId, 20_000, calm);
  const foreign = connect('wrong-token', stackUrl);
  const elsewhere = connect(token, 'https://other.grafana.net');
  const start = async (testId: number): Promise<unknown> =>
    cloud.start(await cloud.prepare(String(testId), calm), calm);
  const refused = [
    () => start(FORBIDDEN),
    () => start(999),
    () => cloud.read('999', calm),
    () => cloud.stop('999', 20_000, calm),
    () => foreign.read(busyId, calm),
    () => elsewhere.read(busyId, calm),
  ];
  for (const call of refused) await expect(call()).rejects.toThrow(/\/cloud\/v6\//u);
  [cloud, foreign, elsewhere].forEach((one) => {
    one.close();
  });
  await served.close();
  return exchanges;
}

let exchanges: readonly Exchange[] = [];
beforeAll(async () => {
  exchanges = await record();
});
afterAll(() => {
  exchanges = [];
});

/** Every fault once, with the exchange that has it. */
function allFaults(operations: readonly Operation[]): readonly string[] {
  const reported = exchanges.flatMap((exchange) =>
    faultsOf(exchange, operations).map(
      (fault) => `${exchange.request.method} ${exchange.request.path.replace(/\d+/gu, 'N')} -> ${fault}`,
    ),
  );
  return [...new Set(reported)];
}

describe('what is said between adapter and emulator', () => {
  it('uses every operation of our own list, with successes and refusals', () => {
    const said = new Set(
      exchanges.map(
        ({ request, reply }) => `${request.method} ${request.path.replace(/(?<=\/)\d+/u, '{id}')} ${reply.status}`,
      ),
    );
    for (const { method, path, answers } of OPERATIONS) {
      const [success = ''] = Object.keys(answers);
      expect(said).toContain(`${method} ${path} ${success}`);
    }
    expect([...said].filter((one) => / (?:401|403|404|409)$/u.test(one)).length).toBeGreaterThan(4);
  });

  it('is as our own list has it', () => {
    expect(exchanges.length).toBeGreaterThan(300);
    expect(allFaults(OPERATIONS)).toEqual([]);
  });
});

describe('the validator', () => {
  const sound = (): Exchange => {
    const found = exchanges.find(({ request }) => request.path.endsWith('/start'));
    if (found === undefined) throw new Error('no start was recorded');
    return found;
  };
  const headers = (overrides: Readonly<Record<string, string>>): Exchange['request'] => ({
    ...sound().request,
    headers: { ...sound().request.headers, ...overrides },
  });
  const json = (change: Readonly<Record<string, unknown>>): Exchange['reply'] => ({
    ...sound().reply,
    json: { ...Object(sound().reply.json), ...change } as unknown,
  });

  it.each<[string, () => Partial<Exchange>, RegExp]>([
    ['a key that is too long', () => ({ request: headers({ 'k6-idempotency-key': 'x'.repeat(37) }) }), /36 char/u],
    ['a stack that is no number', () => ({ request: headers({ 'x-stack-id': 'acme' }) }), /x-stack-id.*integer/u],
    ['a header of its own making', () => ({ request: headers({ 'x-other': '1' }) }), /x-other is not described/u],
    ['another scheme', () => ({ request: headers({ authorization: 'Token x' }) }), /bearer/u],
    ['an unknown path', () => ({ request: { ...sound().request, path: '/cloud/v6/nothing' } }), /no such operation/u],
    ['a body', () => ({ request: { ...sound().request, body: '{}' } }), /not described/u],
    ['a query', () => ({ request: { ...sound().request, query: new URLSearchParams('$top=2') } }), /\$top is not/u],
    ['a missing key', () => ({ reply: json({ status_history: undefined }) }), /status_history/u],
    ['a wrong type', () => ({ reply: json({ status: 7 }) }), /status must be string/u],
    ['a time without zone', () => ({ reply: json({ created: '2026-11-23 10:00' }) }), /date-time/u],
    ['an unknown status', () => ({ reply: { status: 201, json: {} } }), /201 is not described/u],
  ])('finds %s', (_, change, fault) => {
    expect(faultsOf({ ...sound(), ...change() }, OPERATIONS).join('\n')).toMatch(fault);
  });
});

// The description may not be copied into the project; where it lies beside the clone, our list has to agree with it.
const description = v6Description();
if (description !== undefined) {
  describe('the public description of v6', () => {
    const described = OPERATIONS.map(({ method, path }) => operationIn(description, method, path));

    it('is what adapter and emulator say', () => {
      expect(allFaults(described)).toEqual([]);
    });

    it.each(OPERATIONS.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
      'agrees with our own list in %s',
      (_, operation) => {
        const theirs = operationIn(description, operation.method, operation.path);
        expect(operation.headers).toEqual(theirs.headers);
        expect(theirs.query).toMatchObject(operation.query);
        expect(shape(operation.body)).toEqual(shape(theirs.body));
        expect(Object.keys(theirs.answers).sort()).toEqual(Object.keys(operation.answers).sort());
        for (const [status, schema] of Object.entries(operation.answers)) {
          expect(shape(schema)).toEqual(shape(theirs.answers[status]));
        }
      },
    );

    it('has examples that our own schemas take', () => {
      for (const { method, path, answers } of OPERATIONS) {
        for (const example of examplesIn(description, method, path)) {
          expect(schemaFaults(answers['200'] ?? {}, example)).toEqual([]);
        }
      }
    });
  });
}

/** A schema with what has no order put in order. */
function shape(schema: Schema | undefined): unknown {
  if (schema === undefined) return undefined;
  const { type, required, properties, items, additionalProperties, ...rest } = schema;
  return {
    ...rest,
    type: [type ?? []].flat().sort(),
    required: [...(required ?? [])].sort(),
    properties: Object.fromEntries(Object.entries(properties ?? {}).map(([name, one]) => [name, shape(one)])),
    items: shape(items),
    additionalProperties: typeof additionalProperties === 'object' ? shape(additionalProperties) : additionalProperties,
  };
}
