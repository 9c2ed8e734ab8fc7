/** `junit.xml`: one suite for each run. The verdict, the thresholds and the checks are its cases. */
import type { Check, Threshold } from '../test-run/metrics.ts';
import type { RunOutcome, StepOutcome } from '../test-run/outcome.ts';
import { runOf } from '../test-run/outcome.ts';
import { quantity } from '../test-run/quantity.ts';
import { thresholdSentence, thresholdValue } from '../test-run/threshold-sentences.ts';
import type { ThresholdState } from '../test-run/thresholds.ts';
import { stateOf } from '../test-run/thresholds.ts';
import { iso, secondsOf } from './run-facts.ts';
import { nameOf } from './headline.ts';
import { oneLine } from '../text/characters.ts';
import { element, xmlText } from '../text/xml.ts';

type Result = 'ok' | 'failure' | 'error' | 'skipped';

interface Case {
  readonly name: string;
  readonly group: 'verdict' | 'thresholds' | 'checks';
  readonly result: Result;
  readonly message: string;
}

/** One run as its suite shows it. */
interface Suite {
  readonly outcome: RunOutcome;
  /** What tells this run's cases from those of every other run. */
  readonly label: string;
  readonly cases: readonly Case[];
}

/** The document. A suite is never empty: its verdict is a case. */
export function junit(outcome: StepOutcome): string {
  const labels = labelsOf(outcome.runs);
  const suites = outcome.runs.map((run, place) => ({
    outcome: run,
    label: labels[place] ?? 'test',
    cases: casesOf(run),
  }));
  // Jenkins' schema has no attribute `skipped` here, only at the suite.
  const { tests, failures, errors } = counts(suites.flatMap(({ cases }) => cases));
  const root = element('testsuites', { name: 'k6 Cloud gate', tests, failures, errors }, suites.map(suiteElement));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/**
 * The name of each test. Where two are called the same, the test id is added, and where that is the same too, a number:
 * reporters show the last part of a class name or the case's name alone, and the run id would break their history.
 */
function labelsOf(runs: readonly RunOutcome[]): readonly string[] {
  const names = runs.map((run) => lineOf(nameOf(run)) || 'test');
  const withIds = names.map((name, place) => {
    const testId = runs[place]?.testId;
    return testId !== undefined && isRepeated(names, name) ? `${name} (test ${testId})` : name;
  });
  return withIds.map((name, place) => {
    const before = withIds.slice(0, place).filter((other) => other === name).length;
    return isRepeated(withIds, name) ? `${name} #${before + 1}` : name;
  });
}

function isRepeated(names: readonly string[], name: string): boolean {
  return names.indexOf(name) !== names.lastIndexOf(name);
}

/** Names and messages stand on one line each; what is printed of them is no command, see `xmlText`. */
function lineOf(text: string): string {
  return oneLine(text).trim();
}

function suiteElement({ outcome, label, cases }: Suite): string {
  const run = runOf(outcome);
  const seconds = (run === undefined ? undefined : secondsOf(run)) ?? 0;
  const attributes = {
    name: `${label} (run ${run?.id ?? 'n/a'})`,
    ...counts(cases),
    time: inSeconds(seconds),
    timestamp: iso(run?.startedMs)?.replace(/(?:\.\d+)?Z$/u, ''),
  };
  const properties = Object.entries({
    'run-id': run?.id,
    'run-url': run?.url,
    'test-id': outcome.testId ?? run?.testId,
  });
  const known = properties.flatMap(([name, value]) =>
    value === undefined ? [] : [element('property', { name, value: lineOf(value) })],
  );
  return element('testsuite', attributes, [
    ...(known.length === 0 ? [] : [element('properties', {}, known)]),
    ...cases.map((one) => testcase(one, label, { seconds: one.group === 'verdict' ? seconds : 0, runId: run?.id })),
  ]);
}

/** The schema takes no exponent. */
function inSeconds(seconds: number): string {
  return String(Number(seconds.toFixed(3)));
}

function casesOf({ verdict, reason, metrics }: RunOutcome): readonly Case[] {
  const { thresholds = [], checks = [] } = metrics ?? {};
  return [
    { name: 'verdict', group: 'verdict', result: RESULT[verdict.word], message: reason },
    ...thresholds.map(thresholdCase),
    ...checks.map(checkCase),
  ];
}

/** A run that says nothing about the system under test is an error, not a failure of it. */
const RESULT: Readonly<Record<StepOutcome['word'], Result>> = {
  passed: 'ok',
  failed: 'failure',
  aborted: 'error',
  error: 'error',
  timeout: 'error',
  cancelled: 'error',
  started: 'skipped',
  skipped: 'skipped',
};

function thresholdCase(threshold: Threshold): Case {
  const name = [threshold.metric, threshold.condition].filter((part) => part !== undefined && part !== '').join(': ');
  const state = stateOf(threshold);
  const sentence = thresholdSentence(threshold) ?? `the value is ${thresholdValue(threshold)}`;
  const message = state === 'not-evaluated' ? 'no sample, so the threshold was not evaluated' : sentence;
  return { name: name || 'threshold', group: 'thresholds', result: THRESHOLD_RESULT[state], message };
}

const THRESHOLD_RESULT: Readonly<Record<ThresholdState, Result>> = {
  met: 'ok',
  'not-met': 'failure',
  'not-evaluated': 'skipped',
};

/** A check by itself fails no run, so a failed one must not turn a report red whose run has passed. */
function checkCase({ name, passes, fails }: Check): Case {
  const message = `${quantity(fails, 'count')} of ${quantity(passes + fails, 'count')} evaluations failed; checks alone fail no run`;
  return { name: name || 'check', group: 'checks', result: fails > 0 ? 'skipped' : 'ok', message };
}

interface CaseFacts {
  readonly seconds: number;
  readonly runId: string | undefined;
}

function testcase({ name, group, result, message }: Case, label: string, { seconds, runId }: CaseFacts): string {
  const attributes = {
    name: `${label}: ${lineOf(name) || group}`,
    // Many reporters show only what follows the last dot.
    classname: `${group}.${label.replaceAll('.', '\u2024')}`,
    time: inSeconds(seconds),
  };
  if (result === 'ok') return element('testcase', attributes);
  const sentence = lineOf(message);
  const full = runId === undefined || sentence.includes(`run ${runId}`) ? sentence : `${sentence} (run ${runId})`;
  if (result === 'skipped') return element('testcase', attributes, [element('skipped', { message: full })]);
  const problem = `<${result} message="${xmlText(full)}" type="${group}">${xmlText(full)}</${result}>`;
  return element('testcase', attributes, [problem]);
}

function counts(cases: readonly Case[]): Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped', number>> {
  const count = (result: Result): number => cases.filter((one) => one.result === result).length;
  return { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
}
