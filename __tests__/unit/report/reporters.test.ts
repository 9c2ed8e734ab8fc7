/** The fan-out, outputs, annotations and summary: what is said, and that one that breaks harms nothing. */
import { describe, expect, it } from '@jest/globals';
import { annotationsReporter } from '../../../src/report/annotations.ts';
import { outputsOf, outputsReporter } from '../../../src/report/outputs.ts';
import type { Reporter } from '../../../src/report/reporter.ts';
import { fanOut } from '../../../src/report/reporter.ts';
import type { RunOutcome } from '../../../src/test-run/outcome.ts';
import { stepOutcome } from '../../../src/test-run/outcome.ts';
import type { Problem } from '../../../src/test-run/test-run.ts';
import { reasonFor } from '../../../src/test-run/wording.ts';
import { anOutcome } from '../../support/an-outcome.ts';
import { aSettledRun } from '../../support/a-run.ts';

const signal = new AbortController().signal;
const failOn = new Set(['failed', 'aborted', 'error', 'timeout'] as const);
const failed = anOutcome({ run: aSettledRun({ id: '2', result: 'failed' }), testId: '1202' });
const passed = anOutcome({ run: aSettledRun({ id: '1' }), testId: '1201' });

describe('fanOut', () => {
  it('leaves a broken reporter out, with one warning, and goes on with the others', async () => {
    const events: string[] = [];
    const warnings: string[] = [];
    const broken: Reporter = {
      name: 'thing',
      polled: () => {
        throw new Error('no room');
      },
      closed: () => {
        events.push('broken closed');
      },
    };
    const sound: Reporter = {
      name: 'log',
      polled: () => events.push('polled'),
      closed: () => void events.push('closed'),
    };
    const late: Reporter = { name: 'summary', closed: () => Promise.reject(new Error('disk full')) };
    const all = fanOut([broken, late, sound], (sentence) => warnings.push(sentence));
    all.polled(aSettledRun({}));
    all.polled(aSettledRun({}));
    await all.closed(stepOutcome([passed], failOn), signal);
    expect(events).toEqual(['polled', 'polled', 'closed']);
    expect(warnings).toEqual(['The thing failed: no room', 'The summary failed: disk full']);
  });
});

describe('the words of a failure', () => {
  it.each([
    ['x'.repeat(210_000), `${'x'.repeat(1000)}…`],
    ['😀'.repeat(1001), `${'😀'.repeat(1000)}…`],
    ['😀'.repeat(1000), '😀'.repeat(1000)],
    ['<html>\n<p>\u0007 down', '<html> <p> down'],
    [`${'x'.repeat(995)}made-up-secret`, `${'x'.repeat(995)}***`],
  ])('are one line of some length (row %#)', async (message, words) => {
    const warnings: string[] = [];
    const broken: Reporter = { name: 'thing', closed: () => Promise.reject(new Error(message)) };
    const redact = (text: string): string => text.replaceAll('made-up-secret', '***');
    const all = fanOut([broken], (sentence) => warnings.push(sentence), redact);
    await all.closed(stepOutcome([passed], failOn), signal);
    expect(warnings).toEqual([`The thing failed: ${words}`]);
  });
});

describe('reporters of one group', () => {
  it('close side by side, before those behind them, and one that fails harms no other', async () => {
    const told: string[] = [];
    const warnings: string[] = [];
    let finishSlow = (): void => undefined;
    const slow: Reporter = {
      name: 'status',
      closed: () => new Promise<void>((done) => (finishSlow = done)).then(() => void told.push('slow')),
    };
    const quick: Reporter = {
      name: 'comment',
      closed: () => {
        told.push('quick');
        finishSlow(); // it has begun, though its neighbour has not ended
      },
    };
    const broken: Reporter = { name: 'note', closed: () => Promise.reject(new Error('503')) };
    const log: Reporter = { name: 'log', closed: () => void told.push('verdict') };
    const all = fanOut([[slow, broken, quick], log], (sentence) => warnings.push(sentence));
    await all.closed(stepOutcome([passed], failOn), signal);
    expect(told).toEqual(['quick', 'slow', 'verdict']);
    expect(warnings).toEqual(['The note failed: 503']);
  });
});

describe('the end of the time for reports', () => {
  it('leaves out a reporter that never finishes, and lets those behind it have their last word', async () => {
    const events: string[] = [];
    const warnings: string[] = [];
    const hanging: Reporter = { name: 'comment', closed: () => new Promise(() => undefined) };
    const log: Reporter = { name: 'log', closed: () => void events.push('verdict') };
    const ending = new AbortController();
    const all = fanOut([hanging, log], (sentence) => warnings.push(sentence));
    const closing = all.closed(stepOutcome([passed], failOn), ending.signal);
    ending.abort(new Error('the time for reports is over'));
    await closing;
    expect(events).toEqual(['verdict']);
    expect(warnings).toEqual(['The comment failed: the time for reports is over']);
  });
});

describe('outputs', () => {
  it('sets ids and addresses at once, in the order of the input', () => {
    const set = new Map<string, string>();
    const reporter = outputsReporter((name, value) => set.set(name, value));
    reporter.opened?.({ apiName: 'x', testIds: ['1201', '1202'], runIds: [], simulated: false });
    reporter.runStarted?.(aSettledRun({ id: '9', testId: '1202', url: 'https://x/9' }));
    expect(set.get('run-id')).toBe('9');
    reporter.runStarted?.(aSettledRun({ id: '8', testId: '1201', url: 'https://x/8' }));
    expect(set.get('run-id')).toBe('8,9');
    expect(set.get('run-url')).toBe('https://x/8,https://x/9');
  });

  it('gives the worst verdict, and each value in order', () => {
    const outputs = outputsOf(stepOutcome([passed, failed], failOn));
    expect(outputs).toMatchObject({
      verdict: 'failed',
      'run-id': '1,2',
      'run-status': 'FINISHED,FINISHED',
      'started-at': '1970-01-01T00:17:03Z,1970-01-01T00:17:03Z',
      duration: '124,124',
    });
    expect(JSON.parse(outputs.runs)).toMatchObject([{ verdict: 'passed' }, { verdict: 'failed', 'test-id': '1202' }]);
  });

  it('is empty where nothing is known, never 0', () => {
    const unknown = aSettledRun({ startedMs: undefined, endedMs: undefined });
    expect(outputsOf(stepOutcome([anOutcome({ run: unknown })], failOn))).toMatchObject({
      'started-at': '',
      duration: '',
    });
  });
});

describe('annotations', () => {
  const shown = async (outcomes: readonly ReturnType<typeof anOutcome>[], on = failOn): Promise<string[]> => {
    const all: string[] = [];
    const reporter = annotationsReporter((level, message) => all.push(`${level}: ${message.slice(0, 40)}`), on);
    await reporter.closed?.(stepOutcome(outcomes, on), signal);
    return all;
  };

  it('has one error for each run that fails the job, and one notice for a pass', async () => {
    expect((await shown([passed, failed])).map((one) => one.split(':')[0])).toEqual(['error', 'notice']);
  });

  it('warns of what does not fail the job', async () => {
    expect((await shown([failed], new Set())).map((one) => one.split(':')[0])).toEqual(['warning']);
  });

  it('keeps within the ten that GitHub shows', async () => {
    const many = Array.from({ length: 50 }, (_, place) => {
      return anOutcome({ run: aSettledRun({ id: String(place), result: 'failed' }) });
    });
    const all = await shown(many);
    expect(all).toHaveLength(10);
    expect(all.at(-1)).toMatch(/^error: 41 more test runs are/u);
    expect((await shown(many.slice(0, 10))).at(-1)).toMatch(/^error: 1 more test run is/u);
    expect(await shown(many.slice(0, 9))).toHaveLength(9);
  });

  it('has one error for one cause, however many tests it stopped, and one each for what differs', async () => {
    const ended = (testId: string, failure: string, problem: Problem): RunOutcome => {
      const pollResult = { kind: 'not-started', failure, problem } as const;
      const verdict = { word: 'error', cause: 'start-failed', always: true } as const;
      const reason = reasonFor({ pollResult, verdict });
      return { testId, pollResult, verdict, reason, stopOutcome: undefined, phases: [] };
    };
    const rejected = ['1', '2', '3'].map((id) => ended(id, 'The token was rejected', 'token-rejected'));
    expect(await shown(rejected)).toEqual(['error: The token was rejected. No test was star']);
    const others = [ended('4', 'The token was rejected', 'other'), ended('5', 'No test 5', 'not-found')];
    expect(await shown([...rejected, ...others])).toHaveLength(3);
    expect(await shown([failed, { ...failed, testId: '1203' }])).toHaveLength(1);
    expect(await shown([failed, passed])).toHaveLength(2);
  });
});

describe('stepOutcome', () => {
  it('is red without any run', () => {
    expect(stepOutcome([], failOn)).toMatchObject({ word: 'error', fails: true });
  });
});
