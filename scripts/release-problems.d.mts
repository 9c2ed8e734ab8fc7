/** Types of release-problems.mjs for the tests. */
interface ReleaseFiles {
  readonly packageJson: string;
  readonly lock: string;
  readonly changelog: string;
  readonly action: string;
  readonly documents: Readonly<Record<string, string>>;
}
export function releaseProblems(files: ReleaseFiles): readonly string[];
