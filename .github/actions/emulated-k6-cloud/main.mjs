/** Starts the emulator beside the job, and tells the job where it is. */
import { fork } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

const server = fork(join(import.meta.dirname, 'server.mjs'), { detached: true, stdio: 'ignore' });
const facts = await new Promise((ready, fail) => {
  server.once('message', ready);
  server.once('error', fail);
  server.once('exit', (code) => fail(new Error(`the emulator ended with ${code} before it served`)));
});
server.removeAllListeners('exit');
server.unref();

const lines = (values) =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
appendFileSync(process.env.GITHUB_OUTPUT, lines(facts));
appendFileSync(process.env.GITHUB_STATE, lines({ ...facts, pid: server.pid }));
console.log(`k6 Cloud is emulated at ${facts.url}`);
