/** The rows of the contract suite: what differs on the wire, so that the promises need not know which API speaks. */
import type { AdapterPorts, Cloud } from '../../src/cloud/cloud.ts';
import { LEGACY_REMEDIES, legacyCloud } from '../../src/cloud/legacy-v2.ts';
import type { Remedies } from '../../src/cloud/answer.ts';

/** A JSON object of an answer, to be changed. */
export type Json = Readonly<Record<string, unknown>>;

/** One API and its adapter. */
export interface Adapter {
  readonly name: string;
  readonly authorization: (token: string) => string;
  readonly remedies: Remedies;
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
  /** Whether all tries of a start are one to the service, so that it alone can tell whose run is whose. */
  readonly hasKey: boolean;
}

const legacy: Adapter = {
  name: 'legacy',
  authorization: (token) => `Token ${token}`,
  remedies: LEGACY_REMEDIES,
  connect: legacyCloud,
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
  hasKey: false,
};

/** Every adapter keeps every promise. */
export const ADAPTERS: readonly Adapter[] = [legacy];

/** The object under `key` of an answer; an empty one where there is none. */
export function within(answer: unknown, key: string): Json {
  const value: unknown = isJson(answer) ? answer[key] : undefined;
  return isJson(value) ? value : {};
}

/** Whether a value is a JSON object. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
