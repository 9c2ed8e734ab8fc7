/** The entry of the post step: it stops and finishes what main could not, can start nothing, and never fails the job. */

process.exitCode = 0;

// Nearly always nothing is owed. Then the process ends here, before it imports anything: it runs in every job.
const owed = Object.entries(process.env).some(
  ([name, value]) => /^STATE_(?:start-|note-|status$)/u.test(name) && value !== '',
);
if (owed) {
  await import('./app/post-step.ts')
    .then(({ postStep }) => postStep(process))
    .catch(() => {
      process.stdout.write(
        '::warning::The post step failed: a run that main started may still be running. Check k6 Cloud.\n',
      );
    });
}

export {};
