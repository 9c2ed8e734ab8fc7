/** Turns for work that many runs of a step do: a few at a time, and a turn that takes long is handed on. */
import pLimit from 'p-limit';
import type { Clock } from '../clock.ts';

/** Lets work begin when it is its turn. */
export type Limited = <T>(work: () => Promise<T>) => Promise<T>;

/** How many may have their turn, and for how long. */
export interface TurnLimits {
  readonly atOnce: number;
  /** Work that takes longer goes on, and the next begins: an answer that does not come holds nobody else up. */
  readonly mostMs: number;
}

/** Turns by the given clock. */
export function turns({ setTimer }: Pick<Clock, 'setTimer'>, { atOnce, mostMs }: TurnLimits): Limited {
  const limit = pLimit(atOnce);
  return (work) =>
    new Promise((resolve, reject) => {
      void limit(
        () =>
          new Promise<void>((handOn) => {
            const disarm = setTimer(mostMs, handOn);
            void Promise.resolve()
              .then(work)
              .then(resolve, reject)
              .then(() => {
                disarm();
                handOn();
              });
          }),
      );
    });
}
