/** The Markdown files of this repository: their examples, their commands and their links. */
import type { Source } from './lint-workflow.ts';
import { sources } from './workflow-files.ts';

/** All Markdown files of the project; a pattern for each place, so that no installed package is among them. */
export const documents: readonly Source[] = [
  '*.md',
  '.github/*.md',
  'docs/**/*.md',
  'src/**/*.md',
  '__tests__/**/*.md',
  'bench/**/*.md',
].flatMap(sources);

/** A fenced block of code. */
export interface Block {
  /** `docs/recipes.md:42`: where the code begins. */
  readonly at: string;
  readonly language: string;
  readonly code: string;
}

/** The fenced blocks of a document; those in a list lose its indentation. */
export function blocks({ path, text }: Source): readonly Block[] {
  return [...text.matchAll(/^(?<indent> *)```(?<language>\w+)\r?\n(?<code>[\s\S]*?)^\k<indent>```$/gmu)].map(
    (match) => {
      const { indent = '', language = '', code = '' } = match.groups ?? {};
      const line = text.slice(0, match.index).split('\n').length + 1;
      return { at: `${path}:${line}`, language, code: code.replaceAll(new RegExp(`^${indent}`, 'gmu'), '') };
    },
  );
}

/** An example as a whole workflow; a list of steps is put into a job. */
export function asWorkflow(code: string): string {
  if (!/^- /mu.test(code) || /^\w/mu.test(code.replace(/^#.*$/gmu, ''))) return code;
  const job = ['on: push', 'jobs:', '  example:', '    runs-on: ubuntu-latest', '    steps:'];
  return [...job, ...code.split('\n').map((line) => (line === '' ? '' : `      ${line}`))].join('\n');
}

const FENCED = /^( *)```[\s\S]*?^\1```$/gmu;
const SPAN = /`(?<code>[^`\n]+)`/gu;

/** What a reader could type: the code in a document's lines, and the lines of its shell blocks. */
export function commandsOf(source: Source): readonly string[] {
  const shell = blocks(source).filter(({ language }) => language === 'sh' || language === 'bash');
  const spans = [...source.text.replaceAll(FENCED, '').matchAll(SPAN)].map((match) => match.groups?.['code'] ?? '');
  return [...spans, ...shell.flatMap(({ code }) => code.split('\n'))];
}

/** Targets of the links inside the repository, without those in code. */
export function links({ text }: Source): readonly string[] {
  const prose = text.replaceAll(FENCED, '').replaceAll(SPAN, '');
  return [...prose.matchAll(/\]\((?<target>[^)\s]+)\)/gu)]
    .map((match) => match.groups?.['target'] ?? '')
    .filter((target) => !/^[a-z]+:/u.test(target));
}

/** The anchors of a document, as GitHub makes them of its headings. */
export function anchors(text: string): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}
