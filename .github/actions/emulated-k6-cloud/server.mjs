/** The process that outlives its step: the emulator with one test whose runs go on until they are stopped. */
import { createEmulator } from '../../../src/emulator/emulator.ts';
import { neverEnding, shrunk } from '../../../src/emulator/machine/scenarios.ts';
import { serve } from '../../../src/emulator/serve.ts';

const scripts = [shrunk(neverEnding(), 15)];
const emulator = createEmulator({ advance: { by: 'clock' }, tests: [{ id: 1201, name: 'Never ends', scripts }] });
const { url } = await serve(emulator);
const { token, stackId } = emulator.cloud.account;
process.send({ url, token, stack: String(stackId), 'test-id': '1201' });
process.disconnect();
