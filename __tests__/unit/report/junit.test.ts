/** `junit.xml` is sound XML of the JUnit shape, and says of a run what its verdict says. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { junit } from '../../../src/report/junit.ts';
import { xmlText } from '../../../src/text/xml.ts';
import type { RunOutcome } from '../../../src/test-run/outcome.ts';
import { aFailure, someMetrics, anOutcome, aStep, runMetrics } from '../../support/a-run-metrics.ts';
import { hostile, KNOWN_HOSTILE } from '../../support/hostile.ts';
import { junitProblems } from '../../support/junit-schema.ts';

describe('junit', () => {
  it('has a suite a run, the verdict first, crossed thresholds as failures, failed checks as skipped', async () => {
    const xml = junit(aStep(aFailure(), anOutcome({ id: '7650002' }, undefined)));
    expect(await junitProblems(xml)).toEqual([]);
    expect(xml).toContain('<testsuites name="k6 Cloud gate" tests="6" failures="2" errors="0">');
    expect(xml).toContain('<testsuite name="Checkout API (run 7650001)" tests="5" failures="2" errors="0" skipped="1"');
    expect(xml).toContain(
      '<testcase name="Checkout API: http_req_duration: p(95)&lt;400" classname="thresholds.Checkout API" time="0">',
    );
    expect(xml).toContain('<testsuite name="test 1201 (run 7650002)" tests="1" failures="0" errors="0" skipped="0"');
  });

  it('calls a run without a result an error, not a failure', async () => {
    const xml = junit(
      aStep(anOutcome({ ending: { kind: 'aborted', by: 'limit' }, metrics: 'not-awaited' }, undefined)),
    );
    expect(await junitProblems(xml)).toEqual([]);
    expect(xml).toContain('tests="1" failures="0" errors="1"');
    expect(xml).toContain('<error message="A limit of the script');
  });

  it('skips a threshold that was never evaluated', async () => {
    const unevaluated = { metric: 'checks', stat: 'rate', condition: 'rate>=0.9', limit: 0.9, value: undefined };
    const thresholds = [{ ...unevaluated, failed: false }];
    const xml = junit(aStep(anOutcome({}, runMetrics({ thresholds, checks: [] }))));
    expect(await junitProblems(xml)).toEqual([]);
    expect(xml).toContain('<testsuite name="Checkout API (run 7650001)" tests="2" failures="0" errors="0" skipped="1"');
    expect(xml).toContain('<skipped message="no sample, so the threshold was not evaluated (run 7650001)"/>');
  });

  it('is never without a case, even where there never was a run', async () => {
    const watched = { kind: 'not-started', failure: 'no', problem: 'other' } as const;
    const verdict = { word: 'error', cause: 'start-failed', always: true } as const;
    const xml = junit(
      aStep({ testId: '1201', pollResult: watched, verdict, reason: 'no.', stopOutcome: undefined, phases: [] }),
    );
    expect(await junitProblems(xml)).toEqual([]);
    expect(xml).toContain('<testcase name="test 1201: verdict"');
  });

  it('tells two tests, and two runs of one test, apart by the case names and by the last part of the class names', async () => {
    const named = (testId: string, id: string): RunOutcome => ({
      ...aFailure(),
      ...anOutcome({ id }, runMetrics()),
      testId,
    });
    const xml = junit(aStep(named('1201', '1'), named('1202', '2'), named('1202', '3')));
    expect(await junitProblems(xml)).toEqual([]);
    const cases = [...xml.matchAll(/<testcase name="(.*?)" classname="(.*?)"/gu)];
    expect(cases).toHaveLength(15);
    expect(new Set(cases.map(([, name]) => name)).size).toBe(15);
    const lastParts = new Set(cases.map(([, , classname = '']) => classname.split('.').at(-1)));
    expect([...lastParts]).toEqual([
      'Checkout API (test 1201)',
      'Checkout API (test 1202) #1',
      'Checkout API (test 1202) #2',
    ]);
  });

  it('keeps a name with dots as one part of the class name', () => {
    const xml = junit(aStep(aFailure(runMetrics({ testName: 'shop.example v1.2' }))));
    expect(xml).toContain('classname="verdict.shop\u2024example v1\u20242"');
  });

  it('names the run in every message', () => {
    const messages = [...junit(aStep(aFailure())).matchAll(/ message="(.*?)"/gu)].map(([, message]) => message);
    expect(messages).toHaveLength(3);
    for (const message of messages) expect(message).toContain('run 7650001');
  });

  it('keeps names and messages on one line that is no workflow command', async () => {
    const checks = [{ name: 'a\n::error::x\r\n##[error]y', passes: 1, fails: 2 }];
    const xml = junit(aStep(aFailure(runMetrics({ testName: '::warning::\u2028z', ...someMetrics({ checks }) }))));
    expect(await junitProblems(xml)).toEqual([]);
    expect(xml).not.toMatch(/&#1[03];|\u2028|##\[|"::/u);
  });

  it('stays sound whatever the names hold', async () => {
    // Many names in a document, since each validation costs as much as a hundred of them.
    const pairs = fc.array(fc.tuple(hostile, hostile), { minLength: 10, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(pairs, async (names) => {
        const runs = names.map(([name, other], place) => {
          const checks = [{ name, passes: 1, fails: 2 }];
          const threshold = { metric: other, stat: name, condition: name, limit: undefined, value: undefined };
          const metrics = someMetrics({ checks, thresholds: [{ ...threshold, failed: true }] });
          const of = { metric: other, tags: [[name, other] as const] };
          const rule = { metric: 'p95', size: 10, unit: '%', of } as const;
          const regressions = [{ rule, now: 431, then: 362, baselineRunId: '7', baselineName: name }];
          const known = runMetrics({ testName: other, ...metrics, regressions });
          return place % 2 === 0 ? aFailure(known) : anOutcome({}, known); // of which the rule is the reason
        });
        const xml = junit(aStep(...runs));
        expect(await junitProblems(xml)).toEqual([]);
        expect(xml.match(/<testcase /gu)).toHaveLength(3 * names.length);
        expect(xml).not.toMatch(/&#(?:9|10|13);|##\[/u);
      }),
      { numRuns: 5, examples: [[KNOWN_HOSTILE.map((text): [string, string] => [text, text])]] },
    );
  });

  it('the schema of these tests can say no', async () => {
    const counts = 'tests="0" failures="0" errors="0"';
    expect(await junitProblems(`<testsuites ${counts}/>`)).toEqual([]);
    expect(await junitProblems(`<testsuites ${counts} skipped="0"/>`)).not.toEqual([]);
    expect(await junitProblems(`<testsuites ${counts} name="a&#10;b"/>`)).not.toEqual([]);
    expect(await junitProblems(`<testsuites ${counts}><testsuite/></testsuites>`)).not.toEqual([]);
  });
});

describe('xmlText', () => {
  it('keeps text as text', () => {
    expect(xmlText('a < b & "c" > \'d\'\n\u0000\ud800x')).toBe(
      'a &lt; b &amp; &quot;c&quot; &gt; &apos;d&apos;&#10;\ufffd\ufffdx',
    );
  });
});
