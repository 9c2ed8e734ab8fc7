/** Makes text from anywhere harmless for the runner, which reads every line of the log for commands. */
import { oneLine } from './characters.ts';
import { redactedJson } from './safe-json.ts';

/**
 * One line that the runner takes for text. It honours `::command::` at a line's start behind white space, and
 * `##[command]` anywhere in a line (actions/runner, ActionCommand); both are broken by a zero-width joiner of words.
 */
export function safeLine(text: string): string {
  return withoutCommands(oneLine(text));
}

/** Text of any number of lines of which none is a workflow command. */
export function withoutCommands(text: string): string {
  return text.replaceAll('##[', '#\u2060#[').replace(/(?<=^|\u0085)([\s\u0085]*):(?=:)/gmu, '$1:\u2060');
}

/**
 * The value of an output: one line without secrets, controls and commands, since workflows echo it. JSON stays JSON of
 * the same meaning.
 */
export function safeOutput(value: string, redact: (text: string) => string): string {
  const json = /^[[{]/u.test(value) ? compactJson(value) : undefined;
  return json === undefined ? safeLine(redact(value)) : redactedJson(json, redact);
}

function compactJson(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined; // text that begins like JSON
  }
}
