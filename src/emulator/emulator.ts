/** The emulator: the machine, the APIs over it and the faults between them and a client. */
import type { ApiReply, ApiRequest } from './routing.ts';
import { replyOf } from './routing.ts';
import type { CloudOptions, EmulatedCloud } from './machine/cloud-model.ts';
import { createCloud } from './machine/emulated-cloud.ts';
import type { FaultRule, Faults } from './faults/faults.ts';
import { createFaults } from './faults/faults.ts';
import { metricsApi } from './metrics/metrics-api.ts';
import type { MetricsOptions } from './metrics/metrics-options.ts';
import { metricsContext } from './metrics/metrics-options.ts';
import { v2Api } from './v2/v2-api.ts';
import type { V2Options } from './v2/v2-options.ts';
import { v6Api } from './v6/v6-api.ts';
import type { V6Options } from './v6/v6-options.ts';

/** A cloud and how its APIs behave. The objects `v2`, `v6` and `metrics` are read at every request and may be changed. */
export interface EmulatorOptions extends Partial<CloudOptions> {
  readonly v2?: V2Options;
  readonly v6?: V6Options;
  readonly metrics?: MetricsOptions;
  readonly faults?: readonly FaultRule[];
}

/** What `serve` serves. */
export interface Emulator {
  readonly cloud: EmulatedCloud;
  readonly faults: Faults;
  /** The reply without sockets, faults and log: for benches under a virtual clock. */
  readonly reply: (request: ApiRequest) => ApiReply;
}

/** Time is the machine's own unless `now` is given. */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const cloud = createCloud({ ...options, now: options.now ?? Date.now });
  const metrics = metricsContext(cloud, options.metrics ?? {});
  const apis = [v2Api(cloud, options.v2, metrics), v6Api(cloud, options.v6), metricsApi(metrics)];
  return { cloud, faults: createFaults(options.faults), reply: (request) => replyOf(apis, request) };
}
