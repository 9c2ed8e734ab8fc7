/** The note on a started run: it links the run in k6 Cloud to the workflow run, and carries the tail for comparisons. */
import type { NoteTail } from '../test-run/note-tail.ts';
import { tailText, withoutTails } from '../test-run/note-tail.ts';

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
  return line === '' ? undefined : withoutTails(line).slice(0, LONGEST);
}

/** The note with its tail at the end; the text is cut to make room for it. */
export function withTail(text: string | undefined, tail: NoteTail | undefined): string | undefined {
  if (tail === undefined) return text;
  const ending = tailText(tail);
  const room = Math.max(0, LONGEST - ending.length - 1);
  return `${(text ?? '').slice(0, room)} ${ending}`.trimStart();
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
