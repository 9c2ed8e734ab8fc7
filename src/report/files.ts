/** The report files in `report-dir`, for test-report actions, uploads and programs. */
import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { junit } from './junit.ts';
import type { Reporter } from './reporter.ts';
import { reportJson } from './report-json.ts';
import { summary } from './summary.ts';
import { redactedJson } from '../text/safe-json.ts';

/** What the files need of the runner. */
export interface FilePorts {
  /** Secrets out of a text that leaves the process. */
  readonly redact: (text: string) => string;
  /** Called with one line about files that are replaced. */
  readonly note: (sentence: string) => void;
  /** Called with the folder once all files are written. */
  readonly onWritten: (folder: string) => void;
}

const JSON_REPORT = 'report.json';

/**
 * Why a folder is not what it seems; `undefined` for a usable one. No shell reads the input, so `~` and `$NAME` would
 * become folders of that very name.
 */
export function reportDirProblem(folder: string): string | undefined {
  const advice =
    'Use a path relative to the workspace, an absolute path, or an expression such as `${{ runner.temp }}`.';
  if (/^~(?:$|[/\\\w])/u.test(folder)) return `\`report-dir\` begins with \`~\`, which is not expanded. ${advice}`;
  if (/\$(?:\w|\{)/u.test(folder)) return `\`report-dir\` contains a shell variable, which is not expanded. ${advice}`;
  return undefined;
}

/** The reporter of files. A relative folder is taken from the working directory, where the other steps look too. */
export function filesReporter(folder: string, { redact, note, onWritten }: FilePorts): Reporter {
  return {
    name: 'report files',
    closed: async (outcome) => {
      const problem = reportDirProblem(folder);
      if (problem !== undefined) throw new Error(problem);
      const place = resolve(folder);
      await mkdir(place, { recursive: true });
      const files = {
        [JSON_REPORT]: reportJson(outcome),
        'report.md': summary(outcome),
        'junit.xml': junit(outcome),
      };
      const replaced = await replacedReport(place, Object.keys(files));
      for (const [name, text] of Object.entries(files)) {
        // Written beside and moved: a pipe of that name would block for ever, and a link lead elsewhere.
        const fresh = join(place, `.${name}.${randomUUID()}`);
        await writeFile(fresh, name.endsWith('.json') ? redactedJson(text, redact) : redact(text), { flag: 'wx' });
        await rename(fresh, join(place, name));
      }
      if (replaced !== undefined) note(replaced);
      onWritten(place);
    },
  };
}

/** One line about an earlier report in the folder; `undefined` where there is none. */
async function replacedReport(folder: string, names: readonly string[]): Promise<string | undefined> {
  const sizes = await Promise.all(names.map((name) => sizeOf(join(folder, name))));
  if (sizes.every((size) => size === undefined)) return undefined;
  const runIds = await runIdsIn(join(folder, JSON_REPORT));
  const earlier = runIds.length === 0 ? 'An earlier report' : `The report of run ${runIds.join(', ')}`;
  return `${earlier} in \`report-dir\` was replaced. Use a different folder for each step to keep both.`;
}

const LARGEST_REPORT = 4 * 1024 * 1024;
const MOST_RUNS = 50;

/** The runs of an earlier report; empty where it cannot be read or is not ours. */
async function runIdsIn(file: string): Promise<readonly string[]> {
  const size = await sizeOf(file);
  if (size === undefined || size > LARGEST_REPORT) return [];
  try {
    const report: unknown = JSON.parse(await readFile(file, 'utf8'));
    const runs = field(report, 'runs');
    const ids = Array.isArray(runs) ? runs.slice(0, MOST_RUNS).map((run: unknown) => field(run, 'runId')) : [];
    return ids.filter((id) => typeof id === 'string').filter((id) => /^\d{1,19}$/u.test(id));
  } catch {
    return [];
  }
}

/** `undefined` for anything but a file: to read a pipe would block for ever. */
async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const found = await lstat(path);
    return found.isFile() ? found.size : undefined;
  } catch {
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}
