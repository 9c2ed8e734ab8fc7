/** Durations as people read them; milliseconds in, words out. */

const SECOND_MS = 1000;

/** `2m 04s`, `1h 02m`, `8s`, `350ms`: short enough for a log column. */
export function formatDuration(durationMs: number): string {
  const wholeMs = Math.round(durationMs);
  if (wholeMs > 0 && wholeMs < SECOND_MS) return `${wholeMs}ms`;
  const { hours, minutes, seconds } = split(durationMs);
  if (hours > 0) return `${hours}h ${pad(minutes)}m`;
  if (minutes > 0) return `${minutes}m ${pad(seconds)}s`;
  return `${seconds}s`;
}

/** `2:04`, `1:02:04`: time since the start of the step, for the log's first column. */
export function formatClock(durationMs: number): string {
  const { hours, minutes, seconds } = split(durationMs);
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds)}` : `${minutes}:${pad(seconds)}`;
}

function split(durationMs: number): { hours: number; minutes: number; seconds: number } {
  const whole = Math.max(0, Math.round(durationMs / SECOND_MS));
  return { hours: Math.floor(whole / 3600), minutes: Math.floor(whole / 60) % 60, seconds: whole % 60 };
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
