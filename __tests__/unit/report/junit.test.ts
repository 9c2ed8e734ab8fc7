/** `junit.xml` is sound XML of the JUnit shape, and says of a run what its verdict says. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { junit } from '../../../src/report/junit.ts';
import { xmlText } from '../../../src/text/xml.ts';
import { aFailure, someMetrics, anOutcome, aStep, runMetrics } from '../../support/a-run-metrics.ts';
import { hostile } from '../../support/hostile.ts';
import { junitProblems } from '../../support/junit-schema.ts';

describe('junit', () => {
  it('has a suite a run, the verdict first, crossed thresholds as failures, failed checks as skipped', async () => {
    const xml = junit(aStep(aFailure(), anOutcome({ id: '7650002' }, undefined)));
    expect(await junitProblems(xml)).toEqual([]);
    expect(xml).toContain('<testsuites name="k6 Cloud gate" tests="6" failures="2" errors="0" skipped="1">');
    expect(xml).toContain('<testsuite name="Checkout API (run 7650001)" tests="5" failures="2" errors="0" skipped="1"');
    expect(xml).toContain(
      '<testcase name="http_req_duration: p(95)&lt;400" classname="Checkout API.thresholds" time="0">',
    );
    expect(xml).toContain('<testsuite name="test 1201 (run 7650002)" tests="1" failures="0" errors="0" skipped="0"');
  });

  it('calls a run without a result an error, not a failure', async () => {
    const xml = junit(
      aStep(anOutcome({ ending: { kind: 'aborted', by: 'limit' }, metrics: 'not-awaited' }, undefined)),
    );
    expect(await junitProblems(xml)).toEqual([]);
    expect(xml).toContain('tests="1" failures="0" errors="1"');
    expect(xml).toContain('<error message="The run was aborted by a limit');
  });

  it('is never without a case, even where there never was a run', async () => {
    const watched = { kind: 'not-started', failure: 'no' } as const;
    const verdict = { word: 'error', cause: 'start-failed', always: true } as const;
    const xml = junit(
      aStep({ testId: '1201', pollResult: watched, verdict, reason: 'no.', stopOutcome: undefined, phases: [] }),
    );
    expect(await junitProblems(xml)).toEqual([]);
    expect(xml).toContain('<testcase name="verdict"');
  });

  it('stays sound whatever the names hold', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (name, other) => {
        const insight = someMetrics({
          checks: [{ name, passes: 1, fails: 2 }],
          thresholds: [
            { metric: other, stat: name, condition: name, limit: undefined, value: undefined, failed: true },
          ],
        });
        const xml = junit(aStep(aFailure(runMetrics({ testName: other, ...insight }))));
        expect(await junitProblems(xml)).toEqual([]);
        expect(xml.match(/<testcase /gu)).toHaveLength(3);
      }),
      { numRuns: 30 },
    );
  });

  it('the schema of these tests can say no', async () => {
    expect(
      await junitProblems('<testsuites tests="0" failures="0" errors="0" skipped="0"><testsuite/></testsuites>'),
    ).not.toEqual([]);
  });
});

describe('xmlText', () => {
  it('keeps text as text', () => {
    expect(xmlText('a < b & "c" > \'d\'\n\u0000\ud800x')).toBe(
      'a &lt; b &amp; &quot;c&quot; &gt; &apos;d&apos;&#10;\ufffd\ufffdx',
    );
  });
});
