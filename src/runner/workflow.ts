/** The workflow run that this step is a part of, as the environment describes it. */
import { readFileSync, statSync } from 'node:fs';
import type { Runner } from './runner.ts';
import type { WorkflowContext } from './event-pull-request.ts';
import { isCommit } from './event-pull-request.ts';

/** Which run of its workflow this is; an older one must not overwrite what a newer one wrote. */
export interface RunNumber {
  /** `GITHUB_WORKFLOW`: numbers of two workflows cannot be compared. */
  readonly workflow: string;
  readonly run: number;
  readonly attempt: number;
}

/** A workflow run. */
export interface Workflow {
  /** `undefined` outside of GitHub. */
  readonly context: WorkflowContext | undefined;
  /** Where GitHub's API is, for Enterprise Servers too. */
  readonly apiUrl: string;
  /** The page of this very attempt, which has the job summaries. */
  readonly runUrl: string | undefined;
  /** `undefined` where GitHub's variables are missing or odd. */
  readonly runNumber: RunNumber | undefined;
  /** `workflow / job`, as far as it is known. */
  readonly name: string;
}

/** Reads it; what is missing, odd or unreadable is as if it were not there. */
export function readWorkflow({ env }: Pick<Runner, 'env'>): Workflow {
  const repository = matching(env('GITHUB_REPOSITORY'), /^[\w.-]+\/[\w.-]+$/u);
  const sha = env('GITHUB_SHA')?.toLowerCase();
  const apiUrl = httpUrl(env('GITHUB_API_URL') ?? 'https://api.github.com');
  const context = repository !== undefined &&
    apiUrl !== undefined && {
      repository,
      eventName: matching(env('GITHUB_EVENT_NAME'), /^[a-z_]{1,50}$/u),
      ref: env('GITHUB_REF'),
      sha: sha !== undefined && isCommit(sha) ? sha : undefined,
      event: eventAt(env('GITHUB_EVENT_PATH')),
    };
  return {
    context: context === false ? undefined : context,
    apiUrl: apiUrl ?? '',
    runUrl: pageOf(env, repository),
    runNumber: runNumber(env),
    name: [env('GITHUB_WORKFLOW'), env('GITHUB_JOB')].filter((part) => part !== undefined).join(' / '),
  };
}

function pageOf(env: Runner['env'], repository: string | undefined): string | undefined {
  const server = httpUrl(env('GITHUB_SERVER_URL') ?? '');
  const runId = matching(env('GITHUB_RUN_ID'), COUNT);
  const attempt = matching(env('GITHUB_RUN_ATTEMPT'), COUNT);
  if (repository === undefined || server === undefined || runId === undefined) return undefined;
  const page = `${server}/${repository}/actions/runs/${runId}`;
  return attempt === undefined ? page : `${page}/attempts/${attempt}`;
}

function runNumber(env: Runner['env']): RunNumber | undefined {
  const run = matching(env('GITHUB_RUN_NUMBER'), COUNT);
  const attempt = matching(env('GITHUB_RUN_ATTEMPT'), COUNT);
  return run === undefined || attempt === undefined
    ? undefined
    : { workflow: env('GITHUB_WORKFLOW') ?? '', run: Number(run), attempt: Number(attempt) };
}

const COUNT = /^[1-9]\d{0,14}$/u;

function matching(value: string | undefined, pattern: RegExp): string | undefined {
  return value !== undefined && pattern.test(value) ? value : undefined;
}

/** An address without slashes at its end; `undefined` for anything else. */
function httpUrl(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url?.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return isPlain && /^https?:$/u.test(url.protocol) ? url.href.replace(/\/+$/u, '') : undefined;
}

/** GitHub's own limit for a payload. */
const LARGEST_EVENT = 25 * 1024 * 1024;

function eventAt(path: string | undefined): unknown {
  if (path === undefined) return undefined;
  try {
    const found = statSync(path);
    return found.isFile() && found.size <= LARGEST_EVENT ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  } catch {
    return undefined; // then the event is not known
  }
}
