/** What the environment tells of the workflow that this step is a part of. */
import { readFileSync } from 'node:fs';
import type { Runner } from './runner.ts';
import type { WorkflowContext } from './pull-request.ts';

/** A workflow run. */
export interface Workflow {
  /** `undefined` outside of GitHub. */
  readonly context: WorkflowContext | undefined;
  /** Where GitHub's API is, for Enterprise Servers too. */
  readonly apiUrl: string;
  /** The page of this very attempt, which has the job summaries. */
  readonly runUrl: string | undefined;
  /** `workflow / job`, as far as it is known. */
  readonly name: string;
}

/** Reads it; what is missing or unreadable is as if it were not there. */
export function readWorkflow({ env }: Pick<Runner, 'env'>): Workflow {
  const repository = env('GITHUB_REPOSITORY');
  const server = env('GITHUB_SERVER_URL');
  const runId = env('GITHUB_RUN_ID');
  const attempt = env('GITHUB_RUN_ATTEMPT');
  const page =
    repository === undefined || server === undefined || runId === undefined
      ? undefined
      : `${server}/${repository}/actions/runs/${runId}`;
  const sha = env('GITHUB_SHA');
  const known = repository !== undefined && /^[\w.-]+\/[\w.-]+$/u.test(repository) && sha !== undefined;
  return {
    context: known ? { repository, sha, event: eventAt(env('GITHUB_EVENT_PATH')) } : undefined,
    apiUrl: env('GITHUB_API_URL') ?? 'https://api.github.com',
    runUrl: page === undefined || attempt === undefined ? page : `${page}/attempts/${attempt}`,
    name: [env('GITHUB_WORKFLOW'), env('GITHUB_JOB')].filter((part) => part !== undefined).join(' / '),
  };
}

function eventAt(path: string | undefined): unknown {
  if (path === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined; // then the pull request is looked up from the commit
  }
}
