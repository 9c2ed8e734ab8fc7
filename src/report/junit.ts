/** `junit.xml`: a suite a run, with the verdict, the thresholds and the checks as its cases. */
import type { Check, Threshold } from '../test-run/metrics.ts';
import type { RunOutcome, StepOutcome } from '../test-run/outcome.ts';
import { runOf } from '../test-run/outcome.ts';
import { quantity } from '../test-run/quantity.ts';
import { thresholdSentence, thresholdValue } from '../test-run/threshold-sentences.ts';
import { iso, secondsOf } from './run-facts.ts';
import { nameOf } from './headline.ts';
import { element, xmlText } from '../text/xml.ts';

type Result = 'ok' | 'failure' | 'error' | 'skipped';

interface Case {
  readonly name: string;
  readonly group: 'verdict' | 'thresholds' | 'checks';
  readonly result: Result;
  readonly message: string;
}

/** The document. A suite is never empty: its verdict is a case. */
export function junit(outcome: StepOutcome): string {
  const suites = outcome.runs.map((run) => ({ run, cases: casesOf(run) }));
  const all = suites.flatMap(({ cases }) => cases);
  const root = element('testsuites', { name: 'k6 Cloud gate', ...counts(all) }, suites.map(suite));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function suite({ run: outcome, cases }: { readonly run: RunOutcome; readonly cases: readonly Case[] }): string {
  const run = runOf(outcome);
  const name = `${nameOf(outcome)} (run ${run?.id ?? 'n/a'})`;
  const seconds = run === undefined ? undefined : secondsOf(run);
  const attributes = {
    name,
    ...counts(cases),
    time: seconds ?? 0,
    timestamp: iso(run?.startedMs)?.replace(/(?:\.\d+)?Z$/u, ''),
  };
  const properties = Object.entries({
    'run-id': run?.id,
    'run-url': run?.url,
    'test-id': outcome.testId ?? run?.testId,
  });
  const known = properties.flatMap(([key, value]) =>
    value === undefined ? [] : [element('property', { name: key, value })],
  );
  return element('testsuite', attributes, [
    ...(known.length === 0 ? [] : [element('properties', {}, known)]),
    ...cases.map((one) => testcase(one, nameOf(outcome), one.group === 'verdict' ? (seconds ?? 0) : 0)),
  ]);
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
  const message = thresholdSentence(threshold) ?? `the value is ${thresholdValue(threshold)}`;
  return { name: name || 'threshold', group: 'thresholds', result: threshold.failed ? 'failure' : 'ok', message };
}

/** A check by itself fails no run, so a failed one must not turn a report red whose run has passed. */
function checkCase({ name, passes, fails }: Check): Case {
  const message = `${quantity(fails, 'count')} of ${quantity(passes + fails, 'count')} evaluations failed; checks alone fail no run`;
  return { name: name || 'check', group: 'checks', result: fails > 0 ? 'skipped' : 'ok', message };
}

function testcase({ name, group, result, message }: Case, test: string, seconds: number): string {
  const attributes = { name, classname: `${test}.${group}`, time: seconds };
  if (result === 'ok') return element('testcase', attributes);
  if (result === 'skipped') return element('testcase', attributes, [element('skipped', { message })]);
  const told = `<${result} message="${xmlText(message)}" type="${group}">${xmlText(message)}</${result}>`;
  return element('testcase', attributes, [told]);
}

function counts(cases: readonly Case[]): Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped', number>> {
  const count = (result: Result): number => cases.filter((one) => one.result === result).length;
  return { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
}
