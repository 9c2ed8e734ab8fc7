/** Regression: how often each way to compare is red without a change, and finds a real one, over noise and outliers. */
import { compare } from '../src/test-run/baseline.ts';
import type { RegressionRule } from '../src/test-run/regression-rule.ts';
import type { Numbers } from '../src/test-run/metrics.ts';
import { NO_NUMBERS } from '../src/test-run/metrics.ts';
import { usualOf } from '../src/test-run/noise.ts';
import type { Random } from '../src/clock.ts';
import { mean, table } from './table.ts';
import { seeded } from './world.ts';

const DRAWS = 20_000;
const LIMIT: RegressionRule = { metric: 'p95', size: 10, unit: '%' };
const NOISES = [0.03, 0.05, 0.08, 0.12] as const;
/** One run in ten of a service that shares its machine is half as slow again. */
const OUTLIERS = [0, 0.1] as const;
const MOST_ATTEMPTS = 50;

/** Judges a value against earlier values, newest first. */
type Method = (now: number, earlier: readonly number[]) => boolean;

const METHODS: Readonly<Record<string, Method>> = {
  previous: (now, [newest = now]) => isRed(now, newest),
  'median of 10, no widening': (now, earlier) => isRed(now, usualOf(earlier.slice(0, 10))?.median ?? now),
  'recent (median of 10, widened)': (now, earlier) => isRed(now, undefined, earlier.slice(0, 10)),
  'median of 7, widened': (now, earlier) => isRed(now, undefined, earlier.slice(0, 7)),
};

/** The figures of the methods, by noise and share of outliers. */
export interface RegressionFigures {
  readonly seed: number;
  readonly draws: number;
  readonly worlds: Readonly<Record<string, Readonly<Record<string, MethodFigures>>>>;
}

interface MethodFigures {
  /** Share of runs that are red without a change. */
  readonly falseRed: number;
  /** Share of runs that are red where the service became 20 % slower. */
  readonly found: number;
  /** Attempts until a change of 30 % is green by repetition, 50 at most. */
  readonly attempts: number;
}

/** Prints one table for each world. */
export function benchRegression(seed: number, say: (text: string) => void): RegressionFigures {
  const worlds: Record<string, Record<string, MethodFigures>> = {};
  for (const noise of NOISES) {
    for (const outliers of OUTLIERS) {
      const name = `noise ${noise * 100} %${outliers === 0 ? '' : `, ${outliers * 100} % outliers`}`;
      const random = seeded(seed);
      const figures = Object.entries(METHODS).map(
        ([method, judge]) => [method, figuresOf(judge, drawer(random, noise, outliers))] as const,
      );
      worlds[name] = Object.fromEntries(figures);
      const rows = figures.map(([method, { falseRed, found, attempts }]) => ({
        name: method,
        figures: { 'red, no change %': falseRed * 100, 'red, +20 % %': found * 100, 'attempts, +30 %': attempts },
      }));
      say(table(`Regression, p95=10%, ${name}`, rows));
    }
  }
  return { seed, draws: DRAWS, worlds };
}

function figuresOf(judge: Method, draw: () => number): MethodFigures {
  const history = (): readonly number[] => Array.from({ length: 10 }, draw);
  const share = (factor: number): number =>
    mean(Array.from({ length: DRAWS }, () => Number(judge(draw() * factor, history()))));
  const attempts = Array.from({ length: DRAWS / 20 }, () => {
    const earlier = history(); // red runs are marked `regressed`, so the baseline of a repeat stays as it was
    let count = 1;
    while (count < MOST_ATTEMPTS && judge(draw() * 1.3, earlier)) count++;
    return count;
  });
  return { falseRed: share(1), found: share(1.2), attempts: mean(attempts) };
}

/** Log-normal noise around 300 ms, and outliers. */
function drawer(random: Random, noise: number, outliers: number): () => number {
  return () => {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return 300 * Math.exp(noise * normal) * (random() < outliers ? 1.5 : 1);
  };
}

function isRed(now: number, then: number | undefined, several: readonly number[] = []): boolean {
  const usual = usualOf(several);
  const numbers = numbersOf(usual?.median ?? then ?? now);
  const widening = usual === undefined ? {} : { usual: new Map([['p95', usual]] as const) };
  const baseline = { runId: '1', url: '', numbers, ...widening };
  return compare([LIMIT], numbersOf(now), baseline).regressions.length > 0;
}

function numbersOf(p95Ms: number): Numbers {
  return { ...NO_NUMBERS, p95Ms };
}
