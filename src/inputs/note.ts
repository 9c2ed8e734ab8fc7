/** The note on a started run: it links the run in k6 Cloud to the workflow run, and carries the tail for comparisons. */
import type { NoteTail, RunOrigin } from '../test-run/note-tail.ts';
import { tailText, withoutTails } from '../test-run/note-tail.ts';
import { cutText } from '../text/characters.ts';

/** Longer notes are cut. */
const LONGEST = 500;

/** Reads an environment variable; `undefined` where it is absent or empty. */
export type Env = (name: string) => string | undefined;

type Origin = Pick<RunOrigin, 'pullRequest' | 'commit'>;

/**
 * The note for the input of the same name: `auto` is the line below, `none` is no note, any other text is used on one
 * line.
 * @param origin names pull request and commit as the tail does; `undefined` outside of GitHub
 */
export function noteFor(input: string, env: Env, origin: Origin | undefined): string | undefined {
  if (input === 'none') return undefined;
  const text = input === 'auto' ? workflowLine(env, origin) : input;
  const line = text
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();
  return line === '' ? undefined : cutText(withoutTails(line), LONGEST);
}

/** The note with its tail at the end; the text is cut to make room for it. */
export function withTail(text: string | undefined, tail: NoteTail | undefined): string | undefined {
  if (tail === undefined) return text;
  const ending = tailText(tail);
  const room = Math.max(0, LONGEST - ending.length - 1);
  return `${cutText(text ?? '', room)} ${ending}`.trimStart();
}

/** `acme/shop, pull request 12, commit 0123abc, https://github.com/acme/shop/actions/runs/99` */
function workflowLine(env: Env, { pullRequest, commit }: Partial<Origin> = {}): string {
  const repository = env('GITHUB_REPOSITORY');
  const runId = env('GITHUB_RUN_ID');
  const server = env('GITHUB_SERVER_URL') ?? 'https://github.com';
  const attempt = env('GITHUB_RUN_ATTEMPT') ?? '1';
  const parts = [
    repository,
    typeof pullRequest === 'number' ? `pull request ${pullRequest}` : undefined,
    commit === undefined ? undefined : `commit ${commit}`,
    repository === undefined || runId === undefined
      ? undefined
      : `${server}/${repository}/actions/runs/${runId}${attempt === '1' ? '' : `/attempts/${attempt}`}`,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}
