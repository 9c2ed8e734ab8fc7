/** The workflow and action files of this repository, and of a document's examples, as plain data. */
import { globSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { Source } from './lint-workflow.ts';

const words = v.record(v.string(), v.unknown());
const Step = v.looseObject({
  id: v.optional(v.string()),
  uses: v.optional(v.string()),
  run: v.optional(v.string()),
  with: v.optional(words, {}),
});
/** A step of a job, as far as the rules look at it. */
export type Step = v.InferOutput<typeof Step>;

const Job = v.looseObject({
  name: v.optional(v.string()),
  permissions: v.optional(v.union([v.string(), words])),
  'runs-on': v.optional(v.string()),
  'timeout-minutes': v.optional(v.number()),
  outputs: v.optional(words, {}),
  steps: v.optional(v.array(Step), []),
});
const Workflow = v.looseObject({
  name: v.optional(v.string()),
  permissions: v.optional(v.union([v.string(), words])),
  concurrency: v.optional(v.union([v.string(), words])),
  jobs: v.record(v.string(), Job),
});
/** A workflow, as far as the rules look at it. */
export type Workflow = v.InferOutput<typeof Workflow>;

/** The data of a workflow's text. */
export function workflowOf(text: string): Workflow {
  return v.parse(Workflow, parse(text));
}

/** The files that a glob pattern names, from the root of the repository, with `/` on every system. */
export function sources(pattern: string): readonly Source[] {
  return globSync(pattern)
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => a.path.localeCompare(b.path));
}
