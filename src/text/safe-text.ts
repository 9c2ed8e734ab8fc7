/** Makes text from anywhere harmless for the runner, which reads every line of the log for commands. */

/** Everything that some reader takes for the end of a line; `\n-\r` has the vertical tab and the form feed in it. */
const LINE_ENDS = /\r\n|[\n-\r\u0085\u2028\u2029]/gu;
/** Terminal escapes and the like. */
const CONTROLS = /\p{Cc}/gu;
/** Marks that turn the direction of text around, and so can make a line read as another. */
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * One line that the runner takes for text. It honours `::command::` at a line's start behind white space, and
 * `##[command]` anywhere in a line (actions/runner, ActionCommand); both are broken by a zero-width joiner of words.
 */
export function safeLine(text: string): string {
  return text
    .replace(LINE_ENDS, ' ')
    .replace(/\t/gu, ' ')
    .replace(CONTROLS, '')
    .replace(DIRECTION_MARKS, '')
    .replace(/##\[/gu, '#\u2060#[')
    .replace(/^(\s*):(?=:)/u, '$1:\u2060');
}

/** Hides secrets in text: as they are, as base64, and as they look in a URL. */
export interface Redactor {
  readonly hide: (secret: string) => readonly string[];
  readonly redact: (text: string) => string;
}

/** Starts with nothing to hide. */
export function createRedactor(): Redactor {
  const hidden: string[] = [];
  return {
    hide: (secret) => {
      const forms = [secret, encodeURIComponent(secret), Buffer.from(secret, 'utf8').toString('base64')];
      const fresh = [...new Set(forms)].filter((form) => form !== '' && !hidden.includes(form));
      hidden.push(...fresh);
      hidden.sort((a, b) => b.length - a.length); // a form inside another must not break it up
      return fresh;
    },
    redact: (text) => hidden.reduce((left, form) => left.replaceAll(form, '***'), text),
  };
}
