/** The real runner: the Actions toolkit behind the port. */
import * as core from '@actions/core';
import type { Runner } from './runner.ts';
import { createRedactor } from '../text/redactor.ts';
import { safeLine, safeOutput } from '../text/safe-text.ts';

/** The runner of this very process. */
export function githubRunner(): Runner {
  ignoreLogErrors();
  const redactor = createRedactor();
  const line = (text: string): string => safeLine(redactor.redact(text));
  return {
    input: (name) => core.getInput(name),
    env: (name) => {
      const value = process.env[name];
      return value === '' ? undefined : value;
    },
    hide: (secret) => {
      redactor.hide(secret).forEach((form) => {
        core.setSecret(form);
      });
    },
    redact: redactor.redact,
    log: (text) => {
      core.info(line(text));
    },
    debug: (text) => {
      if (core.isDebug()) core.debug(line(text));
    },
    group: (title, lines) => {
      core.startGroup(line(title));
      lines.forEach((one) => {
        core.info(line(one));
      });
      core.endGroup();
    },
    annotate: (level, message, title) => {
      core[level](line(message), title === undefined ? {} : { title: line(title) });
    },
    output: (name, value) => {
      core.setOutput(name, safeOutput(value, redactor.redact));
    },
    saveState: (name, value) => {
      core.saveState(name, redactor.redact(value));
    },
    state: (name) => core.getState(name),
    summarize: (markdown) => summarize(redactor.redact(markdown)),
  };
}

/**
 * Nobody may read the log any more, or its disk may be full. Without a listener each line would be a fault, and what
 * says so another line; the verdict, the outputs and a stop need no log.
 */
function ignoreLogErrors(): void {
  if (!process.stdout.listeners('error').includes(ignored)) process.stdout.on('error', ignored);
}

function ignored(): void {
  // See above: there is nowhere to tell it.
}

async function summarize(markdown: string): Promise<boolean> {
  if ((process.env['GITHUB_STEP_SUMMARY'] ?? '') === '') return false;
  await core.summary.addRaw(markdown, true).write();
  return true;
}
