/** Connects the post step to k6 Cloud: it can find, read and stop runs, and cannot start any. */
import type { RunStopper } from './cloud.ts';
import type { ConnectionSettings } from './connection.ts';
import { openConnection } from './connection.ts';
import { v2Stopper } from './v2/stopper.ts';
import { v6Session, v6Stopper } from './v6/stopper.ts';

/** Connects to k6 Cloud; nothing is sent yet. */
export function connectStopper(settings: ConnectionSettings): RunStopper {
  const { api } = settings;
  const ports = openConnection(settings);
  return api.kind === 'v6' ? v6Stopper(v6Session(ports, api.stack)) : v2Stopper(ports);
}
