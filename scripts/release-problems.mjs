/** What keeps a version from being tagged, as far as the files of the repository tell. */
import { notesOf } from './release-notes.mjs';

const VERSION = /^(?<major>\d+)\.\d+\.\d+(?:-[\w.]+)?$/u;

/**
 * The problems, a sentence each; empty: the version can be tagged.
 * @param files the texts of package.json, package-lock.json, CHANGELOG.md and action.yml, and each document by its path
 */
export function releaseProblems({ packageJson, lock, changelog, action, documents }) {
  const { version } = JSON.parse(packageJson);
  const { major } = VERSION.exec(version)?.groups ?? {};
  if (major === undefined) return [`package.json: "${version}" is no version such as 1.2.0.`];
  return [
    ...lockProblems(version, JSON.parse(lock)),
    ...changelogProblems(version, changelog),
    ...Object.entries(documents).flatMap(([path, text]) => documentProblems(major, path, text)),
    ...actionProblems(action),
  ];
}

function lockProblems(version, lock) {
  const named = [lock.version, lock.packages?.['']?.version];
  return named.every((one) => one === version)
    ? []
    : [`package-lock.json has version ${named.join(' and ')}, package.json has ${version}. Run npm install.`];
}

function changelogProblems(version, changelog) {
  const heading = changelog.split('\n').find((line) => line.startsWith('## ') && line.split(' ')[1] === version);
  const problems = [];
  if (notesOf(version, changelog) === '') problems.push(`CHANGELOG.md says nothing under "## ${version}".`);
  else if (!/ – \d{4}-\d{2}-\d{2}$/u.test(heading ?? '')) {
    problems.push(`CHANGELOG.md: the heading of ${version} has no day, such as "## ${version} – 2026-11-30".`);
  }
  if (notesOf('Unreleased', changelog) !== '') {
    problems.push('CHANGELOG.md still says something under "## Unreleased": it would not be in the notes.');
  }
  return problems;
}

/** Examples name the major version; a pinned commit names none. */
function documentProblems(major, path, text) {
  const named = [...text.matchAll(/k6-cloud-gate\/k6-cloud-gate@v(?<named>\d+)/gu)].map((match) => match.groups.named);
  const others = [...new Set(named.filter((one) => one !== major))];
  const missing = path === 'README.md' && !named.includes(major) ? [`README.md has no example with @v${major}.`] : [];
  return [...missing, ...others.map((one) => `${path} names @v${one}; this is version ${major}.`)];
}

/** The Marketplace cuts off a longer description. */
const LONGEST_DESCRIPTION = 125;

function actionProblems(action) {
  const description = /^description: (?<text>.+)$/mu.exec(action)?.groups?.text ?? '';
  const wanted = ['using: node24', 'main: dist/main/index.js', 'post: dist/post/index.js'];
  return [
    ...(description === '' || description.length > LONGEST_DESCRIPTION
      ? [`action.yml: the description has ${description.length} characters; it needs 1 to ${LONGEST_DESCRIPTION}.`]
      : []),
    ...wanted.filter((line) => !action.includes(line)).map((line) => `action.yml does not say "${line}".`),
  ];
}
