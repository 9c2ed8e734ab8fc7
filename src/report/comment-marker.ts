/** Pure: the hidden first line of the comment, by which it is found again and known as older or newer. */
import { createHash } from 'node:crypto';
import type { RunNumber } from '../runner/workflow.ts';
import type { StepOutcome } from '../test-run/outcome.ts';
import { runOf } from '../test-run/outcome.ts';

const LONGEST_KEY = 200;
const BEGINNING = '<!-- k6-cloud-gate ';
const WORKFLOW_DIGITS = 12;

/** The line. One that was written without a number is still found, and any run may replace it. */
export function marker(key: string, number?: RunNumber): string {
  return number === undefined
    ? `${opening(key)} -->`
    : `${opening(key)} run=${number.run}.${number.attempt} workflow=${digest(number.workflow).slice(0, WORKFLOW_DIGITS)} -->`;
}

/** Whether a comment begins with the marker of any key. */
export function isMarked(body: string): boolean {
  return body.startsWith(BEGINNING);
}

/** What the marker of a comment says. */
export interface MarkedRun {
  readonly run: number;
  readonly attempt: number;
  /** The workflow run that wrote it is newer than the one that asks. */
  readonly isNewer: boolean;
}

/**
 * Reads the marker of a comment: `undefined` without this key at its very beginning, `unnumbered` where no run is
 * named. Numbers of another workflow cannot be compared, so its comments are never newer.
 */
export function readMarker(
  body: string,
  key: string,
  mine: RunNumber | undefined,
): MarkedRun | 'unnumbered' | undefined {
  const start = opening(key);
  if (!body.startsWith(`${start} `)) return undefined;
  const rest = body.slice(start.length, start.length + 100);
  if (rest.startsWith(' -->')) return 'unnumbered';
  const groups = /^ run=(?<run>\d{1,15})\.(?<attempt>\d{1,15}) workflow=(?<workflow>[0-9a-f]{12}) -->/u.exec(
    rest,
  )?.groups;
  if (groups === undefined) return undefined;
  const [run, attempt] = [Number(groups['run']), Number(groups['attempt'])];
  const isSame = mine !== undefined && digest(mine.workflow).startsWith(groups['workflow'] ?? ' ');
  return { run, attempt, isNewer: isSame && (run > mine.run || (run === mine.run && attempt > mine.attempt)) };
}

/** The key of a step that sets none: workflow, job, and the tests as the runs name them. */
export function defaultKey(workflow: string, { runs }: StepOutcome): string {
  const tests = runs.map((run) => run.testId ?? runOf(run)?.testId);
  const known = tests.filter((test) => test !== undefined);
  return known.length === 0 || known.length < tests.length
    ? workflow
    : `${workflow} / ${[...new Set(known)].join(' ')}`;
}

/**
 * The key can't end the line: every sign but letters, digits and a few others is written as `%XX`, the dash and the
 * space included.
 */
function opening(key: string): string {
  const sound = key.replace(/\p{Surrogate}/gu, '\u{FFFD}');
  const written = encodeURIComponent(sound).replace(
    /[^\w.%]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${BEGINNING}${written.length <= LONGEST_KEY ? written : digest(sound)}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
