/** A random server on a socket, made from its plan. */
import type { Emulator } from '../../src/emulator/emulator.ts';
import { createEmulator } from '../../src/emulator/emulator.ts';
import type { Fault } from '../../src/emulator/faults/faults.ts';
import { startedByOther } from '../../src/emulator/machine/emulated-cloud.ts';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import type { Served } from '../../src/emulator/serve.ts';
import { serve } from '../../src/emulator/serve.ts';
import { ENDPOINTS } from './fault-plan.ts';
import type { ChaosPlan } from './plan.ts';

/** The one right token; long enough to be searched for in everything that leaves a process. */
export const CHAOS_TOKEN = 'made-up-chaos-token-81d0c2';
const STACK_ID = 871_234;

/** A random server under way. */
export interface ChaosServer extends Served {
  readonly emulator: Emulator;
}

/** Serves a plan; `speed` seconds of the step's clock pass in each real second. */
export async function serveChaos(plan: ChaosPlan, speed: number): Promise<ChaosServer> {
  const emulator = createEmulator({
    account: { token: CHAOS_TOKEN, stackId: STACK_ID },
    advance: { by: 'clock', speed },
    v6: { repeatedKey: plan.repeatedKey },
    tests: plan.tests.map(({ id, scenario, stranger }) => ({
      id,
      scenarios: [scenario],
      ...(stranger === undefined
        ? {}
        : { onStart: startedByOther(stranger, { scenario: scenarios.neverEnding(), at: 'start' }) }),
    })),
  });
  for (const { on, skip, times, fault } of plan.faults) {
    emulator.faults.add({ ...(on && { on }), skip: skip ?? 0, times: times ?? 1, fault: atSpeed(fault, speed) });
  }
  for (const { id } of plan.tests) emulator.cloud.seed(id, { createdMs: emulator.cloud.now() - 3_600_000 });
  if (plan.listBehindMs > 0) hideNewRuns(emulator, plan.listBehindMs / speed);
  return { emulator, ...(await serve(emulator)) };
}

/** The inputs of the step that starts the plan's tests. */
export function chaosInputs(plan: ChaosPlan, url: string): Readonly<Record<string, string>> {
  return {
    ...plan.inputs,
    token: CHAOS_TOKEN,
    'api-url': url,
    'test-id': plan.tests.map(({ id }) => id).join(' '),
    ...(plan.api === 'v6' ? { stack: String(STACK_ID) } : {}),
  };
}

/** When the last late start has been acted on, in real milliseconds after its request. */
export function latestStartMs({ faults }: ChaosPlan, speed: number): number {
  return (
    Math.max(
      0,
      ...faults.map(({ endpoint, fault }) => (endpoint === 'start' && fault.kind === 'delay' ? fault.ms : 0)),
    ) / speed
  );
}

function atSpeed(fault: Fault, speed: number): Fault {
  return fault.kind === 'delay' ? { ...fault, ms: fault.ms / speed } : fault;
}

/** A list that is behind lacks the runs that were made within the last `behindMs`. */
function hideNewRuns({ cloud, faults }: Emulator, behindMs: number): void {
  const isShown = (run: unknown): boolean => {
    const id = typeof run === 'object' && run !== null && 'id' in run ? Number(run.id) : NaN;
    return (cloud.peek(id)?.createdMs ?? 0) <= cloud.now() - behindMs;
  };
  const patch = (json: unknown): unknown => {
    if (typeof json !== 'object' || json === null) return json;
    return Object.fromEntries(
      Object.entries(json).map(([name, value]: [string, unknown]) => [
        name,
        Array.isArray(value) && name !== 'k6-tests' ? value.filter(isShown) : value,
      ]),
    );
  };
  faults.add({ on: ENDPOINTS.list, times: Infinity, fault: { kind: 'patch', patch } });
}
