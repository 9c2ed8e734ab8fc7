/** Prints the notes of a version tag from CHANGELOG.md; fails where package.json names another version or nothing is said. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** The notes of a version; empty where the change log says nothing under it. */
export function notesOf(version, changelog) {
  const sections = changelog.split(/^## /mu).slice(1);
  const section = sections.find((text) => text.split(/\s/u, 1)[0] === version);
  return section?.slice(section.indexOf('\n')).trim() ?? '';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const tag = process.argv[2] ?? '';
  const version = tag.replace(/^v/u, '');
  const packaged = JSON.parse(readFileSync('package.json', 'utf8')).version;
  const notes = notesOf(version, readFileSync('CHANGELOG.md', 'utf8'));
  const problem =
    packaged !== version
      ? `the tag is ${tag}, and package.json has version ${packaged}`
      : notes === '' && `CHANGELOG.md says nothing under "## ${version}"`;
  if (problem) {
    console.error(`No notes: ${problem}.`);
    process.exitCode = 1;
  } else console.log(notes);
}
