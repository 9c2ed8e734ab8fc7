/** The reporters of a step together: what one of them cannot do is not said of another. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { reporters } from '../../../src/app/reporters.ts';
import { readInputs } from '../../../src/inputs/inputs.ts';
import { aFailure, aStep } from '../../support/a-run-metrics.ts';
import { DEFAULT_INPUTS } from '../../support/default-inputs.ts';
import { githubApi } from '../../support/github-api.ts';
import { memoryRunner } from '../../support/memory-runner.ts';
import { scriptedCloud } from '../../support/scripted-cloud.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

it('outputs that cannot be written are one warning, beside a comment and report files that were made', async () => {
  const api = await githubApi({});
  try {
    const folder = temporaryFolder();
    const event = join(folder, 'event.json');
    writeFileSync(event, JSON.stringify({ pull_request: { number: 7, head: { sha: 'a'.repeat(40) } } }));
    const github = { GITHUB_REPOSITORY: 'octo/shop', GITHUB_API_URL: api.url, GITHUB_EVENT_PATH: event };
    const asked = { 'test-id': '1201', comment: 'always', 'github-token': 'ghs_made-up-token', 'report-dir': folder };
    const memory = memoryRunner({ ...DEFAULT_INPUTS, token: 'made-up-token-0123456789', ...asked }, github);
    const unwritable = (): never => {
      throw new Error('no room');
    };
    const runner = { ...memory, output: unwritable };
    const { cloud } = scriptedCloud({});
    const all = reporters(readInputs(runner), runner, { cloud, notes: undefined, stepStartMs: 0 });
    all.opened({ apiName: 'legacy API', testIds: ['1201'], runIds: [], simulated: false });
    await all.closed(aStep(aFailure()), new AbortController().signal);
    expect(api.comments).toHaveLength(1);
    expect(existsSync(join(folder, 'junit.xml'))).toBe(true);
    expect(memory.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)).toEqual([
      'The outputs failed: no room',
    ]);
  } finally {
    await api.close();
  }
});
