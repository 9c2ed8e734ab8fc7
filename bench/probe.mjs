/**
 * Loaded into a measured process before anything else (`node --import`): makes its clock run BENCH_SPEED times as fast,
 * and at its end writes what it used to BENCH_PROBE. The measured code itself is not changed.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const { BENCH_SPEED = '1', BENCH_PROBE = '' } = process.env;
const speed = Number(BENCH_SPEED);
const timeout = globalThis.setTimeout;
const now = Date.now;

if (speed !== 1) {
  const startMs = now();
  const elapsed = performance.now.bind(performance);
  const readyMs = elapsed();
  Date.now = () => startMs + (now() - startMs) * speed;
  Object.defineProperty(performance, 'now', { value: () => readyMs + (elapsed() - readyMs) * speed });
  globalThis.setTimeout = Object.assign((work, ms = 0, ...given) => timeout(work, ms / speed, ...given), timeout);
}

if (BENCH_PROBE !== '') {
  const samples = [];
  const sample = () => {
    const { rss, heapUsed } = process.memoryUsage();
    samples.push({ rss, heapUsed });
    timeout(sample, 50).unref();
  };
  timeout(sample, 50).unref();
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    const peakBytes = peakKib() * 1024;
    writeFileSync(BENCH_PROBE, JSON.stringify({ cpuMs: (user + system) / 1000, peakBytes, samples }));
  });
}

/** A process inherits the `maxRSS` of the one that started it, here the whole bench; Linux also counts its own. */
function peakKib() {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
