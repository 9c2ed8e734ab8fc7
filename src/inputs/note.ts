/** The note on a started run: it links the run in k6 Cloud to the workflow run. */

/** Longer notes are cut. */
const LONGEST = 500;

/** Reads an environment variable; `undefined` where it is absent or empty. */
export type Env = (name: string) => string | undefined;

/**
 * The note for the input of the same name: `auto` is the line below, `none` is no note, any other text is used on one
 * line.
 */
export function noteFor(input: string, env: Env): string | undefined {
  if (input === 'none') return undefined;
  const text = input === 'auto' ? workflowLine(env) : input;
  const line = text
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();
  return line === '' ? undefined : line.slice(0, LONGEST);
}

/** `acme/shop, pull request 12, commit 0123abc, https://github.com/acme/shop/actions/runs/99` */
function workflowLine(env: Env): string {
  const repository = env('GITHUB_REPOSITORY');
  const runId = env('GITHUB_RUN_ID');
  const pull = /^refs\/pull\/(\d+)\//u.exec(env('GITHUB_REF') ?? '')?.[1];
  const commit = env('GITHUB_SHA')?.slice(0, 12);
  const server = env('GITHUB_SERVER_URL') ?? 'https://github.com';
  const attempt = env('GITHUB_RUN_ATTEMPT') ?? '1';
  const parts = [
    repository,
    pull === undefined ? undefined : `pull request ${pull}`,
    commit === undefined ? undefined : `commit ${commit}`,
    repository === undefined || runId === undefined
      ? undefined
      : `${server}/${repository}/actions/runs/${runId}${attempt === '1' ? '' : `/attempts/${attempt}`}`,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}
