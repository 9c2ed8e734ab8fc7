/** The port to the GitHub runner: what this action uses of it, and nothing about how it is done. */

/** How loud an annotation is. */
type AnnotationLevel = 'error' | 'warning' | 'notice';

/**
 * The runner of the job. Every text that leaves through it is made harmless on the way: secrets that were hidden are
 * replaced, and no line can be a workflow command.
 */
export interface Runner {
  /** The raw value of an input, trimmed; empty where it is absent. */
  readonly input: (name: string) => string;
  /** An environment variable; `undefined` where it is absent or empty. */
  readonly env: (name: string) => string | undefined;
  /** Masks a secret from here on, in this process and in the runner's log. */
  readonly hide: (secret: string) => void;
  /** The text without the secrets that were hidden, for what leaves by another way than this port. */
  readonly redact: (text: string) => string;
  /** One line of the log. */
  readonly log: (line: string) => void;
  /** One line of the debug log, seen where the user has switched it on. */
  readonly debug: (line: string) => void;
  /** Lines under a title that folds. */
  readonly group: (title: string, lines: readonly string[]) => void;
  readonly annotate: (level: AnnotationLevel, message: string, title?: string) => void;
  readonly output: (name: string, value: string) => void;
  /** Keeps a value for the post step of this very step; written through at once. */
  readonly saveState: (name: string, value: string) => void;
  /** What the main step kept; empty where nothing was. */
  readonly state: (name: string) => string;
  /** Appends Markdown to the job summary; `false` where this runner has none. */
  readonly summarize: (markdown: string) => Promise<boolean>;
}
