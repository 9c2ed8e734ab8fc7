/** The machine-readable tail of a run's note: where the run came from and what is known against it. Written and parsed. */

/** Where a run came from. */
export interface RunOrigin {
  /** `owner/name` */
  readonly repository: string;
  /** The branch whose level the run shows: of a pull request its base branch. `undefined`: not known. */
  readonly branch: string | undefined;
  /** The first digits of the commit. */
  readonly commit: string | undefined;
  /** The pull request that the run was made for; `unknown` if its number is not known, `undefined` if there is none. */
  readonly pullRequest: number | 'unknown' | undefined;
  /** Id of the workflow run. */
  readonly workflowRun: string | undefined;
}

/** What is known against a run: worse than its baseline, or not a sound measurement. */
export type NoteMark = 'regressed' | 'unsound';

/** What a tail says. */
export interface NoteTail extends RunOrigin {
  readonly marks: readonly NoteMark[];
}

/** `none`: the note has no tail. `unreadable`: it has one that this version cannot read, or more than one. */
export type ParsedTail = NoteTail | 'none' | 'unreadable';

/** Every tail begins so, whatever its version. */
const OPENING = '[k6-cloud-gate/';
const MARKS: readonly NoteMark[] = ['regressed', 'unsound'];
/** A branch of GitHub has 255 bytes at most. */
const LONGEST_BRANCH = 255 * 3;
const WORD = /[^\s[\]]{1,765}/u.source;
const TAIL = new RegExp(
  String.raw`\[k6-cloud-gate/1 repository=(?<repository>[\w.-]{1,100}/[\w.-]{1,100})` +
    String.raw`(?: branch=(?<branch>${WORD}))?` +
    String.raw`(?: commit=(?<commit>[0-9a-f]{7,64}))?` +
    String.raw`(?: pull-request=(?<pull>[1-9]\d{0,14}|unknown))?` +
    String.raw`(?: workflow-run=(?<run>[1-9]\d{0,14}))?` +
    String.raw`(?<regressed> regressed)?(?<unsound> unsound)?\]`,
  'u',
);

/** `[k6-cloud-gate/1 repository=acme/shop branch=main commit=0123abc pull-request=12 workflow-run=99 regressed]` */
export function tailText({ repository, branch, commit, pullRequest, workflowRun, marks }: NoteTail): string {
  const encoded = branch === undefined ? undefined : encodedBranch(branch);
  const parts = [
    `${OPENING}1 repository=${repository}`,
    encoded === undefined ? '' : ` branch=${encoded}`,
    commit === undefined ? '' : ` commit=${commit}`,
    pullRequest === undefined ? '' : ` pull-request=${pullRequest}`,
    workflowRun === undefined ? '' : ` workflow-run=${workflowRun}`,
    ...MARKS.filter((mark) => marks.includes(mark)).map((mark) => ` ${mark}`),
  ];
  return `${parts.join('')}]`;
}

/** Reads the tail of a note. People may write around it; the tail itself is read exactly as it is written, or not at all. */
export function parseTail(note: string | undefined): ParsedTail {
  const openings = (note ?? '').split(OPENING).length - 1;
  if (openings === 0) return 'none';
  const groups = openings > 1 ? undefined : TAIL.exec(note ?? '')?.groups;
  if (groups === undefined) return 'unreadable';
  const { repository = '', branch, commit, pull, run: workflowRun } = groups;
  const decoded = branch === undefined ? undefined : decodedBranch(branch);
  if (branch !== undefined && decoded === undefined) return 'unreadable';
  const pullRequest = pull === undefined || pull === 'unknown' ? pull : Number(pull);
  const marks = MARKS.filter((mark) => groups[mark] !== undefined);
  return { repository, branch: decoded, commit, pullRequest, workflowRun, marks };
}

/** A text of other people that cannot be taken for a tail. */
export function withoutTails(text: string): string {
  return text.replaceAll(OPENING, OPENING.replace('[', '('));
}

/** What the note of a run has to say. */
export interface WantedNote {
  /** The whole note of a run that this step started, tail included; `undefined`: the run is one of `run-id`. */
  readonly text: string | undefined;
  readonly marks: readonly NoteMark[];
  /** Only tails of this repository are ours; `undefined`: it is not known, and any tail is. */
  readonly repository: string | undefined;
}

/**
 * The note as it has to be; what people wrote around its tail stays. A tail that is missing is added to the note of a run
 * that this step started.
 * @returns `undefined` if there is nothing to write: the note says it already, or it is not ours to change
 */
export function finishedNote(note: string, { text, marks, repository }: WantedNote): string | undefined {
  const known = parseTail(note);
  if (known === 'unreadable') return undefined;
  if (known === 'none') {
    const own = parseTail(text);
    if (text === undefined || typeof own === 'string') return undefined;
    const tail = tailText({ ...own, marks });
    return note.trim() === '' ? text.replace(TAIL, () => tail) : `${note} ${tail}`;
  }
  const isOurs = repository === undefined || known.repository.toLowerCase() === repository.toLowerCase();
  if (!isOurs || marks.every((mark) => known.marks.includes(mark))) return undefined;
  return note.replace(TAIL, () => tailText({ ...known, marks: [...known.marks, ...marks] }));
}

/** Whether a text is a mark of a tail. */
export function isNoteMark(text: unknown): text is NoteMark {
  return (MARKS as readonly unknown[]).includes(text);
}

function encodedBranch(branch: string): string | undefined {
  try {
    const text = encodeURIComponent(branch).replaceAll('%2F', '/');
    return text === '' || text.length > LONGEST_BRANCH ? undefined : text;
  } catch {
    return undefined; // half of a character pair is no name of a branch
  }
}

/** Only what is encoded as this action encodes it. */
function decodedBranch(text: string): string | undefined {
  try {
    const branch = decodeURIComponent(text);
    return encodedBranch(branch) === text ? branch : undefined;
  } catch {
    return undefined;
  }
}
