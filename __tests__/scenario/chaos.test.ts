/** Three random servers through the bundle; `npm run chaos` plays hundreds. */
import { describe, expect, it } from '@jest/globals';
import { play } from '../../bench/chaos/play.ts';

/** A SIGKILL, a SIGINT and a step that passes; each takes two or three seconds. */
const SEEDS = [1, 2, 7];

describe('a random server and a random end of the step', () => {
  it.each(SEEDS)('breaks no promise with seed %i', async (seed) => {
    const { findings, log } = await play(seed);
    expect({ findings, log: findings.length === 0 ? '' : log }).toEqual({ findings: [], log: '' });
  });
});
