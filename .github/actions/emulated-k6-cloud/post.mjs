/** Runs after the post step of the gate, which was started later: by now no run may be going on. */
import { get } from 'node:http';
import { text } from 'node:stream/consumers';

const { STATE_url: url, STATE_token: token, STATE_pid: pid } = process.env;
const testId = process.env['STATE_test-id'];
const headers = { authorization: `Token ${token}` };

const answer = await new Promise((done, fail) => {
  get(`${url}/loadtests/v2/runs?test_id=${testId}`, { headers }, (response) => done(text(response))).on('error', fail);
});
process.kill(Number(pid));

const ABORTED_BY_USER = 5;
const runs = JSON.parse(answer)['k6-runs'];
const going = runs.filter((run) => run.run_status !== ABORTED_BY_USER);
if (runs.length === 1 && going.length === 0) console.log(`Run ${runs[0].id} was stopped, and it was the only one.`);
else {
  const found = runs.map((run) => `${run.id} with run_status ${run.run_status}`).join(', ') || 'none';
  console.log(`::error::Expected one run, stopped; found ${found}.`);
  process.exitCode = 1;
}
