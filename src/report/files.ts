/** The report files in `report-dir`, for test-report actions, uploads and programs. */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
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
  /** Told where the files are. */
  readonly onWritten: (folder: string) => void;
}

/** The reporter of files. A relative folder is taken from the working directory, where the other steps look too. */
export function filesReporter(folder: string, { redact, onWritten }: FilePorts): Reporter {
  let simulated = false;
  return {
    name: 'report files',
    opened: (plan) => {
      simulated = plan.simulated;
    },
    closed: async (outcome) => {
      const place = resolve(folder);
      await mkdir(place, { recursive: true });
      const files = {
        'report.json': reportJson(outcome, simulated),
        'report.md': summary(outcome, simulated),
        'junit.xml': junit(outcome),
      };
      for (const [name, text] of Object.entries(files)) {
        // Written beside and moved: a pipe of that name would block for ever, and a link lead elsewhere.
        const fresh = join(place, `.${name}.${randomUUID()}`);
        await writeFile(fresh, name.endsWith('.json') ? redactedJson(text, redact) : redact(text), { flag: 'wx' });
        await rename(fresh, join(place, name));
      }
      onWritten(place);
    },
  };
}
