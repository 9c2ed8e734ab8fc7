/** The real commit status, over Octokit; loaded only when a status is written. */
import type { StatusCommit, WorkflowContext } from './event-pull-request.ts';
import { textAt } from './event-payload.ts';
import { isCommit, statusCommit } from './event-pull-request.ts';
import { StatusRefused } from './commit-status.ts';
import type { StatusWriter } from './commit-status.ts';
import type { ClientSettings, GithubClient } from './github-client.ts';
import { githubClient } from './github-client.ts';
import { refusable, STATUS } from './github-errors.ts';

/** What a status needs. */
export interface StatusSettings extends ClientSettings {
  /** GitHub calls it `context`. */
  readonly name: string;
  readonly context: WorkflowContext;
  /** The page of the workflow run; `undefined` where it is not known. */
  readonly targetUrl: string | undefined;
  /** Secrets out of the text that is sent, and out of GitHub's words. */
  readonly redact: (text: string) => string;
}

/** The way to the statuses of one name, with a token. */
export function githubStatus(settings: StatusSettings): StatusWriter {
  const { name, context, targetUrl, redact, ...clientSettings } = settings;
  const client = githubClient(clientSettings);
  const [owner = '', repo = ''] = context.repository.split('/');
  return {
    commit: (signal) => commitOf({ client, owner, repo, redact }, statusCommit(context), signal),
    write: (sha, { state, description }, signal) =>
      refusable(
        redact,
        async () => {
          await client.rest.repos.createCommitStatus({
            owner,
            repo,
            sha,
            state,
            context: redact(name),
            description: redact(description),
            ...(targetUrl === undefined ? {} : { target_url: targetUrl }),
            request: { signal }, // the newest status of a name counts, so that a repeat changes nothing
          });
        },
        STATUS,
      ),
  };
}

interface Place {
  readonly client: GithubClient;
  readonly owner: string;
  readonly repo: string;
  readonly redact: (text: string) => string;
}

async function commitOf(
  { client, owner, repo, redact }: Place,
  source: StatusCommit,
  signal: AbortSignal,
): Promise<string> {
  if (source.kind === 'commit') return source.commit;
  if (source.kind === 'none') throw new StatusRefused(`No commit status is written: ${source.why}.`);
  const wanted = { owner, repo, pull_number: source.number, request: { signal } };
  const { data } = await refusable(redact, () => client.rest.pulls.get(wanted), STATUS);
  const sha = textAt(data, 'head', 'sha');
  if (sha !== undefined && isCommit(sha)) return sha;
  throw new StatusRefused(
    `No commit status is written: GitHub does not name the head of pull request ${source.number}.`,
  );
}
