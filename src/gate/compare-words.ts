/** The sentences about what a run is compared with. */
import type { ComparisonInputs } from '../inputs/reports.ts';
import type { MetricName, SelectedValues } from '../test-run/baseline.ts';
import { METRICS } from '../test-run/baseline.ts';
import type { Eligibility } from '../test-run/eligible.ts';
import type { Usual } from '../test-run/noise.ts';
import { FEWEST_RUNS, noiseOf, ruleInEffect } from '../test-run/noise.ts';
import { significant } from '../test-run/quantity.ts';
import { ruleText, ruleTitle } from '../test-run/regression-rule.ts';

/** `median of 8 runs of main` */
export function severalName(count: number, branch: string | undefined): string {
  return `median of ${count} runs${branch === undefined ? '' : ` of ${branch}`}`;
}

/** `No baseline: 12 earlier runs passed, 10 of pull requests, 2 of another load` */
export function noBaseline(kind: ComparisonInputs['baseline']['kind'], excluded: string, eligible: number): string {
  const few =
    kind === 'recent' && eligible > 0
      ? `; \`baseline: recent\` needs ${FEWEST_RUNS} runs, and ${eligible} of them can be used`
      : '';
  return `No baseline: ${excluded}${few}`;
}

/** `No baseline: run 7650009 did not pass` */
export function notABaseline(runId: string, clause: string): string {
  return `No baseline: run ${runId} ${clause}`;
}

/** What the user should know of a comparison. */
export function warningsOf(
  { eligible, fromPullRequest }: Eligibility,
  { baseline, maxRegression, origin, hasNotes }: ComparisonInputs & { readonly hasNotes: boolean },
  usual: ReadonlyMap<MetricName, Usual> = new Map(),
  selected: ReadonlyMap<string, SelectedValues> = new Map(),
): readonly string[] {
  const isSearched = baseline.kind === 'previous' || baseline.kind === 'recent';
  const cannotTell = isSearched && !hasNotes && origin?.pullRequest !== undefined;
  const [newest] = eligible;
  return [
    ...(cannotTell
      ? [
          'The legacy API has no notes, so earlier attempts of this pull request cannot be told apart from other runs. ' +
            'Use `baseline: marked`, with `mark-as-baseline: true` on the default branch.',
        ]
      : []),
    ...(fromPullRequest && newest !== undefined
      ? [
          `The baseline, run ${newest.run.id}, is of another pull request, because no run of the base branch was found: a slow drift is not seen.`,
        ]
      : []),
    ...maxRegression.flatMap((rule) => {
      if (rule.of === undefined) return noiseWarning(rule, usual.get(rule.metric));
      const { metric = rule.metric, usual: own } = selected.get(ruleText(rule)) ?? {};
      return noiseWarning({ ...rule, metric }, own);
    }),
  ];
}

/** `max-regression` p95=10% is below the noise of this test (±14 % over 8 runs). */
function noiseWarning(rule: ComparisonInputs['maxRegression'][number], usual: Usual | undefined): readonly string[] {
  if (usual === undefined) return [];
  const { asked, unit } = ruleInEffect(rule, usual, METRICS[rule.metric].unit === 'share');
  const noise = noiseOf(usual, unit);
  if (asked === undefined || noise === undefined) return [];
  return [
    `\`max-regression\`: ${asked.size} ${asked.unit} of ${ruleTitle(rule)} is below the noise of this test (±${significant(noise)} ${unit} over ${usual.count} runs).`,
  ];
}
