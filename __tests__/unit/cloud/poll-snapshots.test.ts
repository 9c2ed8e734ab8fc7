/** What polls have shown: which state answers for another poll, which is believed, and which runs are still polled. */
import { describe, expect, it } from '@jest/globals';
import type { Snapshots } from '../../../src/cloud/poll-snapshots.ts';
import { pollSnapshots } from '../../../src/cloud/poll-snapshots.ts';
import type { Phase, TestRun } from '../../../src/test-run/test-run.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';

const aRun = (id: string, phase: Phase = 'running'): TestRun => aPendingRun({ id, phase });
const settled = (id: string): TestRun => aSettledRun({ id });

/** Snapshots, and the hand of their clock. */
function scene(): Snapshots & { readonly wait: (byMs: number) => void; readonly now: () => number } {
  let nowMs = 1_700_000_000_000;
  const now = (): number => nowMs;
  return {
    ...pollSnapshots({ now }),
    now,
    wait: (byMs) => {
      nowMs += byMs;
    },
  };
}

describe('a poll of a run', () => {
  it('is answered by what a poll of another run showed a moment ago, and only once', () => {
    const all = scene();
    const run = aRun('1');
    all.shown([run], ['1'], all.now());
    all.wait(2000);
    all.shown([run, aRun('2')], ['2'], all.now());
    all.wait(999);
    expect(all.polled('1')).toBe(run);
    expect(all.polled('1')).toBeUndefined();
  });

  it('is not answered by what was shown a second ago or earlier', () => {
    const all = scene();
    all.shown([aRun('1')], ['1'], all.now());
    all.wait(2000);
    all.shown([aRun('1')], ['2'], all.now());
    all.wait(1000);
    expect(all.polled('1')).toBeUndefined();
  });

  it('is not answered by its own last poll, nor by one of the same instant', () => {
    const all = scene();
    all.shown([aRun('1')], ['1'], all.now());
    expect(all.polled('1')).toBeUndefined();
    all.wait(500);
    expect(all.polled('1')).toBeUndefined();
    all.shown([aRun('1')], ['2'], all.now());
    expect(all.polled('1')).toBeUndefined();
  });

  it('is not answered where the run was never shown', () => {
    const all = scene();
    expect(all.polled('1')).toBeUndefined();
    expect(all.pending()).toEqual([]);
  });

  it.each<readonly [string, TestRun, boolean]>([
    ['created', aRun('1', 'created'), true],
    ['initializing', aRun('1', 'initializing'), true],
    ['running', aRun('1', 'running'), true],
    ['in a status that nobody knows', aRun('1', 'unrecognised'), true],
    ['processing', aRun('1', 'processing'), false],
    ['deciding', aRun('1', 'deciding'), false],
    ['settled', settled('1'), false],
  ])('of a run that is %s, answered by the poll of another: its verdict must not be late', (_, run, answered) => {
    const all = scene();
    all.shown([aRun('1', 'created')], ['1'], all.now());
    all.wait(5000);
    all.shown([run], ['2'], all.now());
    expect(all.polled('1')).toBe(answered ? run : undefined);
  });
});

describe('what a request shows', () => {
  const WAY = [
    aRun('1', 'created'),
    aRun('1', 'validated'),
    aRun('1', 'queued'),
    aRun('1', 'initializing'),
    aRun('1', 'running'),
    aRun('1', 'processing'),
    aRun('1', 'deciding'),
    settled('1'),
  ];

  it.each(WAY.map((run, place) => [run.state === 'settled' ? 'settled' : run.phase, run, place] as const))(
    'is believed of a run that was %s where it is as far or further, and not where it is behind',
    (_, known, place) => {
      const believed = WAY.map((run) => {
        const all = scene();
        all.shown([known], ['1'], all.now());
        return all.shown([run], ['1'], all.now()).get('1') === run;
      });
      expect(believed).toEqual(WAY.map((_run, other) => other >= place));
    },
  );

  it('is believed of a status that nobody knows, before and after', () => {
    const [running, odd] = [aRun('1', 'running'), aRun('1', 'unrecognised')];
    const all = scene();
    for (const run of [running, odd, aRun('1', 'created')]) {
      expect(all.shown([run], ['1'], all.now())).toEqual(new Map([['1', run]]));
    }
  });

  it('is believed of each run by itself', () => {
    const all = scene();
    all.shown([aRun('1'), aRun('2')], ['1', '2'], all.now());
    const further = settled('2');
    expect(all.shown([aRun('1', 'queued'), further, aRun('3')], ['1'], all.now())).toEqual(
      new Map([
        ['2', further],
        ['3', aRun('3')],
      ]),
    );
    expect(all.pending()).toEqual([aRun('1'), aRun('3')]);
  });
});

describe('the runs that are polled', () => {
  it('are those that have not ended, as they were seen last', () => {
    const all = scene();
    all.shown([aRun('1', 'queued'), aRun('2'), aRun('3')], ['1', '2', '3'], all.now());
    all.shown([aRun('1', 'running'), settled('2')], ['1'], all.now());
    expect(all.pending()).toEqual([aRun('1', 'running'), aRun('3')]);
  });

  it('leave out one that nobody has polled for three minutes, whatever the polls of others show of it', () => {
    const all = scene();
    const runs = [aRun('1'), aRun('2')];
    all.shown(runs, ['1', '2'], all.now());
    for (let minute = 1; minute < 3; minute++) {
      all.wait(60_000);
      all.shown(runs, ['1'], all.now());
    }
    all.wait(59_999);
    expect(all.pending()).toEqual(runs);
    all.wait(1);
    expect(all.pending()).toEqual([aRun('1')]);
  });

  it('have one again that is polled after all', () => {
    const all = scene();
    all.shown([aRun('1')], ['1'], all.now());
    all.wait(180_000);
    expect(all.pending()).toEqual([]);
    all.polled('1');
    expect(all.pending()).toEqual([aRun('1')]);
  });

  it('have one that the poll of another has shown first', () => {
    const all = scene();
    all.shown([aRun('2')], ['1'], all.now());
    all.wait(179_999);
    expect(all.pending()).toEqual([aRun('2')]);
    all.wait(1);
    expect(all.pending()).toEqual([]);
  });
});
