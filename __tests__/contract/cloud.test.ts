/** The promises of the port to k6 Cloud (src/cloud/cloud.ts), executed for every adapter on real sockets. */
import { describe, expect, it } from '@jest/globals';
import { ADAPTERS } from './adapters.ts';
import { readPromises } from './read-promises.ts';
import { startPromises } from './start-promises.ts';
import { stopPromises } from './stop-promises.ts';
import { SHORT_MS, stages } from './stage.ts';

describe.each(ADAPTERS)('the $name adapter', (adapter) => {
  const stage = stages(adapter);
  startPromises(adapter, stage);
  readPromises(adapter, stage);
  stopPromises(adapter, stage);

  describe('note', () => {
    it('is there where the API has such a thing', async () => {
      const { cloud } = await stage();
      expect(typeof cloud.notes).toBe(adapter.errorShape === 'v6' ? 'object' : 'undefined');
    });
  });

  describe('unseen', () => {
    it('is a run of which nothing is known but its id', async () => {
      const { cloud, emulator } = await stage({ requestMs: SHORT_MS });
      expect(cloud.unknownRun('7650001')).toMatchObject({ id: '7650001', state: 'pending', phase: 'created' });
      expect(cloud.unknownRun('7650001').url).toMatch(/^https:\/\/.*7650001$/u);
      expect(emulator.cloud.log.requests()).toEqual([]);
    });
  });
});
