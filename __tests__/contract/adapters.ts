/** The rows of the contract suite: what differs on the wire, so that the promises need not know which API speaks. */
import { randomUUID } from 'node:crypto';
import type { AdapterPorts, Cloud } from '../../src/cloud/cloud.ts';
import { V2_ADVICE } from '../../src/cloud/v2/advice.ts';
import { v2Cloud } from '../../src/cloud/v2/adapter.ts';
import type { EmulatorOptions } from '../../src/emulator/emulator.ts';
import { V6_ADVICE } from '../../src/cloud/v6/advice.ts';
import { v6Cloud } from '../../src/cloud/v6/adapter.ts';
import type { Advice } from '../../src/cloud/http/response.ts';

/** A JSON object of an answer, to be changed. */
export type Json = Readonly<Record<string, unknown>>;

/** One API and its adapter. */
export interface Adapter {
  readonly name: string;
  readonly authorization: (token: string) => string;
  readonly remedies: Advice;
  readonly connect: (ports: AdapterPorts) => Cloud;
  /** Which requests of the wire are which, for faults: matched against `path?query`. */
  readonly paths: Readonly<Record<'start' | 'read' | 'list' | 'stop', RegExp>>;
  /** The API's shape of an error. */
  readonly errorShape: 'v2' | 'v6';
  /** Changes the run inside an answer to a read or a start. */
  readonly inRun: (change: (run: Json) => unknown) => (answer: unknown) => unknown;
  /** The fields that must be there and sound. */
  readonly required: readonly string[];
  /** Fields that say more, each with values of an odd type or content. */
  readonly odd: Readonly<Record<string, readonly unknown[]>>;
  /** Phases that this API has no word for. */
  readonly lacks: readonly string[];
  /** What the service makes of a key that comes again: it has none, answers with the same run, or refuses it. */
  readonly repeatedKey: 'none' | 'same-run' | 'refused';
  /** How the emulated service behaves in this row. */
  readonly service?: EmulatorOptions;
}

const legacy: Adapter = {
  name: 'legacy',
  authorization: (token) => `Token ${token}`,
  remedies: V2_ADVICE,
  connect: v2Cloud,
  paths: {
    start: /start-testrun/u,
    read: /\/v2\/runs\/\d+(?:\?|$)/u,
    list: /\/v2\/runs\?/u,
    stop: /\/stop$/u,
  },
  errorShape: 'v2',
  inRun: (change) => (answer) => ({ 'k6-run': change(within(answer, 'k6-run')) }),
  required: ['id', 'run_status'],
  odd: {
    test_id: ['x', null, {}, -1],
    error_code: [{}, null, []],
    error_detail: [7, {}, null],
    created: ['yesterday', 7, null, '2026-13-01T00:00:00Z'],
    started: [true, []],
    duration: [-1, 'long', {}],
    vus: [-2, 'many', [1]],
    vuh_cost: ['dear', {}],
    k6_runtime_config: [7, null, { testRunDetails: 7 }, { testRunDetails: 'http://plain.example/1' }, 'x'],
  },
  lacks: [],
  repeatedKey: 'none',
};

const current: Adapter = {
  name: 'v6',
  authorization: (token) => `Bearer ${token}`,
  remedies: V6_ADVICE,
  connect: (ports) => v6Cloud(ports, { stack: { kind: 'url', url: 'https://acme.grafana.net' }, uuid: randomUUID }),
  paths: {
    start: /\/load_tests\/\d+\/start$/u,
    read: /\/v6\/test_runs\/\d+(?:\?|$)/u,
    list: /\/load_tests\/\d+\/test_runs\?/u,
    stop: /\/abort$/u,
  },
  errorShape: 'v6',
  inRun: (change) => (answer) => change(isJson(answer) ? answer : {}),
  required: ['id', 'status'],
  odd: {
    test_id: ['x', null, {}, -1],
    created: ['yesterday', 7, null, '2026-13-01T00:00:00Z'],
    ended: [true, []],
    status_details: [null, 7, [], { type: 7, entered: 'now', extra: 'x' }],
    status_history: [null, 'odd', {}, [null, 7, 'x', { type: [] }, { extra: { by_user: {}, message: 7 } }]],
    result_details: [null, {}, 7, { type: 7, message: {}, code: [] }],
    cost: [null, 7, {}, { total_vuh: 'dear' }, { total_vuh: null }],
    options: [null, 'odd', [], { thresholds: 7 }],
    max_vus: [-2, 'many', [1], null],
    estimated_duration: [-1, 'long', {}, null],
    execution_duration: ['long', null],
    test_run_details_page_url: [7, 'http://plain.example/1', 'x'],
    distribution: [7],
    k6_versions: ['odd'],
  },
  lacks: ['validated'],
  repeatedKey: 'same-run',
};

/** The description of v6 does not say what a repeated key is answered with, and small pages make lists long. */
const refusing: Adapter = {
  ...current,
  name: 'v6 (repeated keys refused)',
  repeatedKey: 'refused',
  service: { v6: { repeatedKey: 'conflict', largestPage: 7, missingStack: 403, otherStack: 404 } },
};

/** Every adapter keeps every promise. */
export const ADAPTERS: readonly Adapter[] = [legacy, current, refusing];

/** The object under `key` of an answer; an empty one where there is none. */
export function within(answer: unknown, key: string): Json {
  const value: unknown = isJson(answer) ? answer[key] : undefined;
  return isJson(value) ? value : {};
}

/** Whether a value is a JSON object. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
