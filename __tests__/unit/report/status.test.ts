/** The commit status: what it says of each outcome, in which order, and what is left to post. */
import { describe, expect, it } from '@jest/globals';
import { statusReporter } from '../../../src/report/status.ts';
import type { CommitStatus, OwedStatus } from '../../../src/runner/commit-status.ts';
import { StatusRefused } from '../../../src/runner/commit-status.ts';
import type { StepOutcome } from '../../../src/test-run/outcome.ts';
import { aSettledRun } from '../../support/a-run.ts';
import { manualClock } from '../../support/manual-clock.ts';

const SECRET = 'made-up-secret';
const COMMIT = 'a'.repeat(40);
const PLAN = { apiName: 'x', testIds: ['1201'], runIds: [], simulated: false };
const never = new AbortController().signal;

function outcome(word: StepOutcome['word'], fails: boolean, reason = 'Because.'): StepOutcome {
  return { word, cause: 'passed', fails, simulated: false, reason, runs: [] };
}

type Send = (status: CommitStatus, nth: number) => Promise<void>;

interface Reported {
  readonly sent: string[];
  readonly owed: (OwedStatus | undefined)[];
  readonly warnings: string[];
  readonly reporter: ReturnType<typeof statusReporter>;
}

/** A reporter whose writer does as `send` says. */
function reported(send: Send = () => Promise.resolve()): Reported {
  const [sent, owed, warnings]: [string[], (OwedStatus | undefined)[], string[]] = [[], [], []];
  const write = async (commit: string, status: CommitStatus): Promise<void> => {
    expect(commit).toBe(COMMIT);
    await send(status, sent.push(`${status.state}: ${status.description}`));
  };
  const reporter = statusReporter({
    writer: () => Promise.resolve({ commit: () => Promise.resolve(COMMIT), write }),
    save: (one) => owed.push(one),
    clock: manualClock(),
    redact: (text) => text.replaceAll(SECRET, '***'),
    warn: (sentence) => warnings.push(sentence),
    debug: () => undefined,
  });
  return { sent, owed, warnings, reporter };
}

/** A whole step: one run is started, and the step comes to `last`. */
async function step(last: StepOutcome, send?: Send, plan = PLAN): Promise<Reported> {
  const all = reported(send);
  all.reporter.opened?.(plan);
  all.reporter.runStarted?.(aSettledRun({}));
  await all.reporter.closed?.(last, never);
  return all;
}

const PENDING = 'pending: The load test is in progress.';

describe('the commit status', () => {
  it.each([
    ['passed', false, 'success'],
    ['failed', true, 'failure'],
    ['failed', false, 'success'],
    ['error', true, 'error'],
    ['error', false, 'success'],
    ['aborted', true, 'error'],
    ['timeout', true, 'error'],
    ['cancelled', true, 'error'],
  ] as const)('of %s (job fails: %s) is pending first, then %s', async (word, fails, state) => {
    const { sent, owed } = await step(outcome(word, fails));
    expect(sent).toEqual([PENDING, `${state}: Because.`]);
    expect(owed.at(-1)).toBeUndefined();
  });

  it('of a step that only started its tests stays pending, and post has nothing to do', async () => {
    const { sent, owed } = await step(outcome('started', false));
    expect(sent).toEqual([PENDING]);
    expect(owed.at(-1)).toBeUndefined();
  });

  it('is an error at once where there never was a run', async () => {
    const { sent, reporter } = reported();
    reporter.opened?.(PLAN);
    await reporter.closed?.(outcome('error', true), never);
    expect(sent).toEqual(['error: Because.']);
  });

  it('says of a simulation what it is', async () => {
    const { sent } = await step(outcome('passed', false), undefined, { ...PLAN, simulated: true });
    expect(sent).toEqual(['pending: Simulation: The load test is in progress.', 'success: Simulation: Because.']);
  });

  it.each(['😀'.repeat(200), 'x'.repeat(141), `${'x '.repeat(70)}${SECRET}`])(
    'is one line of at most 140 characters without secrets: %s',
    async (reason) => {
      const { sent } = await step(outcome('failed', true, `\u0007${reason}\n::error::x`));
      const description = (sent[1] ?? '').replace('failure: ', '');
      expect(description.length).toBeLessThanOrEqual(140);
      expect(description).toMatch(/^\P{Cc}+…$/u);
      expect(description).not.toContain('made-up');
      expect(description).not.toMatch(/\p{Surrogate}/u);
    },
  );
});

describe('what is left to post', () => {
  it('is an error until there is a verdict, on the commit as soon as that is known', async () => {
    let announced = (): void => undefined;
    const first = new Promise<void>((settle) => (announced = settle));
    const { owed, reporter } = reported(() => {
      announced();
      return Promise.resolve();
    });
    reporter.opened?.(PLAN);
    reporter.runStarted?.(aSettledRun({}));
    await first;
    await reporter.closed?.(outcome('passed', false), never);
    const unfinished = { state: 'error', description: expect.stringContaining('without a verdict') };
    expect(owed).toEqual([
      { status: unfinished, commit: undefined },
      { status: unfinished, commit: COMMIT },
      { status: { state: 'success', description: 'Because.' }, commit: COMMIT },
      undefined,
    ]);
  });

  it('is the verdict where GitHub did not take it', async () => {
    const all = reported((_, nth) => (nth === 1 ? Promise.resolve() : Promise.reject(new Error('HTTP 502'))));
    all.reporter.opened?.(PLAN);
    all.reporter.runStarted?.(aSettledRun({}));
    await expect(all.reporter.closed?.(outcome('failed', true), never)).rejects.toThrow('HTTP 502');
    expect(all.owed.at(-1)).toEqual({ status: { state: 'failure', description: 'Because.' }, commit: COMMIT });
  });
});

describe('a status that cannot be written', () => {
  it('is one warning where GitHub refuses it, and it is not tried again', async () => {
    const { sent, owed, warnings } = await step(outcome('passed', false), () =>
      Promise.reject(new StatusRefused('GitHub refused the commit status.')),
    );
    expect(sent).toEqual([PENDING]);
    expect(warnings).toEqual(['GitHub refused the commit status.']);
    expect(owed.at(-1)).toBeUndefined();
  });

  it.each([
    ['passed', `success: Because.`],
    ['started', 'pending: Because.'],
  ] as const)('is tried again at the end where the first try failed (%s)', async (word, last) => {
    const { sent, warnings } = await step(outcome(word, false), (_, nth) =>
      nth === 1 ? Promise.reject(new Error('HTTP 502')) : Promise.resolve(),
    );
    expect(sent).toEqual([PENDING, last]);
    expect(warnings).toEqual([]);
  });

  it('is never overtaken: the last one waits for the first', async () => {
    const order: string[] = [];
    let answer = (): void => undefined;
    const first = new Promise<void>((settle) => (answer = settle));
    const all = reported(async ({ state }, nth) => {
      if (nth === 1) await first;
      order.push(state);
    });
    all.reporter.opened?.(PLAN);
    all.reporter.runStarted?.(aSettledRun({}));
    const closing = all.reporter.closed?.(outcome('passed', false), never);
    expect(order).toEqual([]);
    answer();
    await closing;
    expect(order).toEqual(['pending', 'success']);
  });
});
