/** Prints the notes of a version tag from CHANGELOG.md; fails where package.json names another version or nothing is said. */
import { readFileSync } from 'node:fs';

const tag = process.argv[2] ?? '';
const version = tag.replace(/^v/u, '');
const packaged = JSON.parse(readFileSync('package.json', 'utf8')).version;
const sections = readFileSync('CHANGELOG.md', 'utf8').split(/^## /mu).slice(1);
const section = sections.find((text) => text.split(/\s/u, 1)[0] === version);
const notes = section?.slice(section.indexOf('\n')).trim() ?? '';

const problem =
  packaged !== version
    ? `the tag is ${tag}, and package.json has version ${packaged}`
    : notes === '' && `CHANGELOG.md says nothing under "## ${version}"`;
if (problem) {
  console.error(`No notes: ${problem}.`);
  process.exitCode = 1;
} else console.log(notes);
