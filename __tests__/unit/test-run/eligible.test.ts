/** Which earlier run counts as a baseline: a row for each rule, and the sentence that the reasons make. */
import { describe, expect, it } from '@jest/globals';
import type { Eligibility, Exclusion, JudgedRun } from '../../../src/test-run/eligible.ts';
import { eligibleRuns, exclusionsSentence, isOtherLoad, markedRuns } from '../../../src/test-run/eligible.ts';
import type { EarlierRun } from '../../../src/test-run/metrics.ts';
import type { NoteTail } from '../../../src/test-run/note-tail.ts';
import type { SettledRun } from '../../../src/test-run/test-run.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';

const MAIN: NoteTail = {
  repository: 'acme/shop',
  branch: 'main',
  commit: '0123456789ab',
  pullRequest: undefined,
  workflowRun: '99',
  marks: [],
};
const PULL_9: NoteTail = { ...MAIN, pullRequest: 9 };
const OF_PULL_12: JudgedRun = {
  run: aSettledRun({ id: '1000' }),
  origin: { ...MAIN, pullRequest: 12, defaultBranch: 'main' },
};
const OF_MAIN: JudgedRun = { ...OF_PULL_12, origin: { ...MAIN, defaultBranch: 'main' } };
const OF_FIX: JudgedRun = { ...OF_MAIN, origin: { ...MAIN, branch: 'fix', defaultBranch: 'main' } };

const earlier = (id: number, tail?: EarlierRun['tail'], run: Partial<SettledRun> = {}, marked = false): EarlierRun => ({
  run: aSettledRun({ id: String(id), ...run }),
  marked,
  ...(tail === undefined ? {} : { tail }),
});
const starred = (id: number, tail?: EarlierRun['tail'], run: Partial<SettledRun> = {}): EarlierRun =>
  earlier(id, tail, run, true);
const ids = ({ eligible }: Eligibility): readonly string[] => eligible.map(({ run }) => run.id);

describe('an earlier run', () => {
  const rows: readonly (readonly [string, EarlierRun, Exclusion | undefined])[] = [
    ['of the branch', earlier(1, MAIN), undefined],
    ['without a tail', earlier(1, 'none'), undefined],
    ['of an API without notes', earlier(1), undefined],
    ['that goes on', { run: aPendingRun({ id: '1' }), marked: false }, 'not-finished'],
    ['that was aborted', earlier(1, MAIN, { ending: { kind: 'aborted', by: 'user' } }), 'not-passed'],
    ['that timed out and says that it passed', earlier(1, MAIN, { ending: { kind: 'timed-out' } }), 'not-passed'],
    ['that failed', earlier(1, MAIN, { result: 'failed' }), 'not-passed'],
    ['whose metrics had an error', earlier(1, MAIN, { metrics: 'incomplete' }), 'metrics-incomplete'],
    ['that is the judged run', earlier(1000, MAIN), 'not-older'],
    ['that is younger', earlier(1001, MAIN), 'not-older'],
    ['of 5 % more VUs', earlier(1, MAIN, { vus: 210 }), undefined],
    ['of 6 % more VUs', earlier(1, MAIN, { vus: 213 }), 'other-load'],
    ['of a tenth of the VUs', earlier(1, MAIN, { vus: 20 }), 'other-load'],
    ['of another planned duration', earlier(1, MAIN, { plannedMs: 60_000 }), 'other-load'],
    ['of an unknown load', earlier(1, MAIN, { vus: undefined, plannedMs: undefined }), undefined],
    ['with a tail of a later version', earlier(1, 'unreadable'), 'unreadable-note'],
    ['of another repository', earlier(1, { ...MAIN, repository: 'acme/other' }), 'other-repository'],
    ['of the repository in other letters', earlier(1, { ...MAIN, repository: 'Acme/Shop' }), undefined],
    ['of the same pull request', earlier(1, { ...MAIN, pullRequest: 12 }), 'pull-request'],
    ['of another pull request', earlier(1, PULL_9), 'pull-request'],
    ['of a pull request of unknown number', earlier(1, { ...MAIN, pullRequest: 'unknown' }), 'pull-request'],
    ['that was worse than its baseline', earlier(1, { ...MAIN, marks: ['regressed'] }), 'regressed'],
    ['that was not sound', earlier(1, { ...MAIN, marks: ['unsound'] }), 'unsound'],
    ['of another branch', earlier(1, { ...MAIN, branch: 'fix' }), 'other-branch'],
    ['of an unknown branch', earlier(1, { ...MAIN, branch: undefined }), 'other-branch'],
  ];

  it.each(rows)('%s', (_, one, why) => {
    // A second run of the branch, so that no run of a pull request takes its place.
    const { eligible, excluded } = eligibleRuns([one, earlier(0, MAIN)], OF_PULL_12);
    expect(excluded).toEqual(why === undefined ? [] : [{ earlier: one, why }]);
    expect(eligible).toHaveLength(why === undefined ? 2 : 1);
  });

  it('has a row for each reason', () => {
    const reasons = new Set(rows.flatMap(([, , why]) => why ?? []));
    expect([...reasons, 'before-star', 'not-marked']).toHaveLength(13);
  });
});

describe('the eligible runs', () => {
  it('stay in their order, newest first', () => {
    expect(ids(eligibleRuns([earlier(3), earlier(2, PULL_9), earlier(1, MAIN)], OF_MAIN))).toEqual(['3', '1']);
  });

  it('never have an attempt of the same pull request among them', () => {
    const attempts = [5, 4, 3, 2].map((id) => earlier(id, { ...MAIN, pullRequest: 12 }));
    expect(ids(eligibleRuns([...attempts, earlier(1, MAIN)], OF_PULL_12))).toEqual(['1']);
    expect(ids(eligibleRuns(attempts, OF_PULL_12))).toEqual([]);
  });

  it('are of every branch and repository outside of GitHub, and still of no pull request', () => {
    const outside = { run: OF_MAIN.run, origin: undefined };
    const all = [earlier(3, PULL_9), earlier(2, { ...MAIN, branch: 'fix' }), earlier(1, MAIN)];
    expect(ids(eligibleRuns(all, outside))).toEqual(['2', '1']);
  });

  it('are of the pushed branch, else of the default branch', () => {
    const fix = { ...MAIN, branch: 'fix' };
    const both = eligibleRuns([earlier(3, MAIN), earlier(2, fix), earlier(1, MAIN)], OF_FIX);
    expect([ids(both), both.branch]).toEqual([['2'], 'fix']);
    const first = eligibleRuns([earlier(3, MAIN), earlier(1, MAIN)], OF_FIX);
    expect([ids(first), first.branch]).toEqual([['3', '1'], 'main']);
    const regressed = earlier(2, { ...fix, marks: ['regressed'] });
    expect(ids(eligibleRuns([regressed, earlier(1, MAIN)], OF_FIX))).toEqual(['1']);
  });

  it('are none where nothing passed, within GitHub or outside', () => {
    const failed = earlier(3, undefined, { result: 'failed' });
    const outside = { run: OF_MAIN.run, origin: undefined };
    for (const judged of [OF_MAIN, OF_FIX, OF_PULL_12, outside]) {
      expect(eligibleRuns([], judged)).toMatchObject({ eligible: [], excluded: [], fromPullRequest: false });
      expect(eligibleRuns([failed], judged)).toMatchObject({
        eligible: [],
        excluded: [{ earlier: failed, why: 'not-passed' }],
        fromPullRequest: false,
      });
    }
  });

  it('of a pull request are of its base branch alone', () => {
    const ofRelease = { ...OF_PULL_12, origin: { ...MAIN, branch: 'release', pullRequest: 12, defaultBranch: 'main' } };
    expect(ids(eligibleRuns([earlier(3, MAIN)], ofRelease))).toEqual([]);
  });
});

describe('a team that runs on pull requests alone', () => {
  it('compares with the newest run of another pull request', () => {
    const all = [earlier(4, { ...MAIN, pullRequest: 12 }), earlier(3, PULL_9), earlier(2, { ...MAIN, pullRequest: 8 })];
    const found = eligibleRuns(all, OF_PULL_12);
    expect([ids(found), found.fromPullRequest]).toEqual([['3'], true]);
    expect(found.excluded.map(({ earlier: { run } }) => run.id)).toEqual(['4', '2']);
  });

  it.each<readonly [string, EarlierRun]>([
    ['regressed', earlier(3, { ...PULL_9, marks: ['regressed'] })],
    ['not sound', earlier(3, { ...PULL_9, marks: ['unsound'] })],
    ['of another base branch', earlier(3, { ...PULL_9, branch: 'release' })],
    ['of another repository', earlier(3, { ...PULL_9, repository: 'acme/other' })],
    ['of another load', earlier(3, PULL_9, { vus: 20 })],
    ['perhaps of the same pull request', earlier(3, { ...PULL_9, pullRequest: 'unknown' })],
  ])('does not compare with a run that is %s', (_, one) => {
    expect(ids(eligibleRuns([one], OF_PULL_12))).toEqual([]);
  });

  it('compares a run of no pull request with a run of any, known or not', () => {
    const found = eligibleRuns([earlier(3, { ...PULL_9, pullRequest: 'unknown' })], OF_MAIN);
    expect([ids(found), found.fromPullRequest]).toEqual([['3'], true]);
    const outside = eligibleRuns([earlier(3, PULL_9)], { run: OF_MAIN.run, origin: undefined });
    expect([ids(outside), outside.fromPullRequest]).toEqual([['3'], true]);
    expect(eligibleRuns([earlier(3, PULL_9), earlier(2, MAIN)], OF_MAIN).fromPullRequest).toBe(false);
  });

  it('has no baseline if the number of its own pull request is not known', () => {
    const unknown = { ...OF_PULL_12, origin: { ...MAIN, pullRequest: 'unknown' as const } };
    expect(ids(eligibleRuns([earlier(3, PULL_9)], unknown))).toEqual([]);
  });
});

describe('a star', () => {
  it('opens a new series, whatever the tail of the starred run says', () => {
    const star = starred(2, { ...PULL_9, marks: ['regressed', 'unsound'] });
    const found = eligibleRuns([earlier(4, MAIN), earlier(3, PULL_9), star, earlier(1, MAIN)], OF_PULL_12);
    expect(ids(found)).toEqual(['4', '2']);
    expect(found.starred).toBe(star);
    expect(found.excluded.map(({ why }) => why)).toEqual(['pull-request', 'before-star']);
  });

  it('is no run of the pushed branch: the runs of the default branch since then count too', () => {
    const found = eligibleRuns([earlier(4, MAIN), starred(3, MAIN), earlier(2, MAIN)], OF_FIX);
    expect([ids(found), found.branch]).toEqual([['4', '3'], 'main']);
    const alone = eligibleRuns([starred(3, MAIN)], OF_FIX);
    expect([ids(alone), alone.branch]).toEqual([['3'], 'main']);
  });

  it('counts if it is the newest one', () => {
    expect(ids(eligibleRuns([starred(3), earlier(2), starred(1)], OF_MAIN))).toEqual(['3']);
  });

  it.each<readonly [string, EarlierRun]>([
    ['failed', starred(3, MAIN, { result: 'failed' })],
    ['had another load', starred(3, MAIN, { vus: 20 })],
    ['is not older', starred(2000, MAIN)],
  ])('on a run that %s opens none', (_, star) => {
    const found = eligibleRuns([star, earlier(2, MAIN), earlier(1, MAIN)], OF_MAIN);
    expect([ids(found), found.starred]).toEqual([['2', '1'], undefined]);
  });
});

describe('`marked`', () => {
  it('heeds the load and the result, not the branch', () => {
    const all = [
      earlier(5, MAIN),
      starred(4, MAIN, { vus: 20 }),
      starred(3, MAIN, { result: 'failed' }),
      starred(2, { ...PULL_9, repository: 'acme/other', marks: ['regressed'] }),
    ];
    const found = markedRuns(all, OF_MAIN);
    expect(ids(found)).toEqual(['2']);
    expect(found).toMatchObject({ branch: undefined, starred: undefined, fromPullRequest: false });
    expect(exclusionsSentence(markedRuns(all.slice(0, 3), OF_MAIN))).toBe(
      '2 earlier runs passed, 1 of another load, 1 not marked',
    );
  });
});

describe('two loads', () => {
  it.each([
    [{ plannedMs: 100, vus: 100 }, { plannedMs: 105, vus: 96 }, false],
    [{ plannedMs: 1000, vus: 1000 }, { plannedMs: 1052, vus: 949 }, true],
    [{ plannedMs: 1000, vus: 1000 }, { plannedMs: 1052, vus: 950 }, false],
    [{ plannedMs: 100, vus: 100 }, { plannedMs: 106, vus: 100 }, true],
    [{ plannedMs: 100, vus: undefined }, { plannedMs: undefined, vus: 5 }, false],
    [{ plannedMs: 0, vus: 0 }, { plannedMs: 0, vus: 0 }, false],
    [{ plannedMs: 0, vus: 0 }, { plannedMs: 0, vus: 1 }, true],
  ])('%j and %j differ: %j', (a, b, differ) => {
    expect([isOtherLoad(a, b), isOtherLoad(b, a)]).toEqual([differ, differ]);
  });
});

describe('the sentence', () => {
  it('counts what passed, and why it is left out', () => {
    const pulls = Array.from({ length: 10 }, (_, place) => earlier(20 - place, { ...MAIN, pullRequest: 12 }));
    const loads = [
      earlier(5, MAIN, { vus: 20 }),
      earlier(4, MAIN, { vus: 20 }),
      earlier(3, MAIN, { result: 'failed' }),
    ];
    expect(exclusionsSentence(eligibleRuns([...pulls, ...loads], OF_PULL_12))).toBe(
      '12 earlier runs passed, 10 of pull requests, 2 of another load',
    );
    expect(exclusionsSentence(eligibleRuns([earlier(3, MAIN, { vus: 2 })], OF_MAIN))).toBe(
      '1 earlier run passed, 1 of another load',
    );
    expect(exclusionsSentence(eligibleRuns([earlier(3, MAIN, { result: 'failed' })], OF_MAIN))).toBe(
      'no earlier run that passed was found',
    );
  });
});
