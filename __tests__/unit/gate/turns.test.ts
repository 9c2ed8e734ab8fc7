/** Turns: a few at a time, in order, and none is held up by work that does not end. */
import { describe, expect, it } from '@jest/globals';
import { turns } from '../../../src/gate/turns.ts';
import { manualClock } from '../../support/manual-clock.ts';

const settle = (): Promise<unknown> => new Promise((later) => setImmediate(later));

describe('turns', () => {
  it('are taken two at a time, and the next begins when one ends', async () => {
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const inTurn = turns(manualClock(), { atOnce: 2, mostMs: 5000 });
    const works = [0, 1, 2].map((place) =>
      inTurn(() => {
        begun.push(place);
        return new Promise<number>((resolve) => {
          ends.push(() => {
            resolve(place);
          });
        });
      }),
    );
    await settle();
    expect(begun).toEqual([0, 1]);
    ends[1]?.();
    await settle();
    expect(begun).toEqual([0, 1, 2]);
    ends.forEach((end) => {
      end();
    });
    expect(await Promise.all(works)).toEqual([0, 1, 2]);
  });

  it('are handed on where they take long, and the work goes on', async () => {
    const clock = manualClock();
    const inTurn = turns(clock, { atOnce: 1, mostMs: 5000 });
    let end = (): void => undefined;
    const slow = inTurn(
      () =>
        new Promise<string>(
          (resolve) =>
            (end = () => {
              resolve('late');
            }),
        ),
    );
    let hasBegun = false;
    const next = inTurn(() => {
      hasBegun = true;
      return Promise.resolve('at once');
    });
    await settle();
    clock.advance(4999);
    await settle();
    expect(hasBegun).toBe(false);
    clock.advance(1);
    expect(await next).toBe('at once');
    end();
    expect(await slow).toBe('late');
  });

  it('end with the fault of their work, and go on', async () => {
    const inTurn = turns(manualClock(), { atOnce: 1, mostMs: 5000 });
    await expect(inTurn(() => Promise.reject(new Error('a fault')))).rejects.toThrow('a fault');
    await expect(
      inTurn(() => {
        throw new Error('a fault at once');
      }),
    ).rejects.toThrow('a fault at once');
    expect(await inTurn(() => Promise.resolve(1))).toBe(1);
  });
});
