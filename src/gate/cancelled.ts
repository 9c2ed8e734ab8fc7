/** The reason that the step's signal is aborted with when the runner asks the process to end. */

/** The workflow was cancelled, or the job ran into its own time limit: both reach the step as a signal. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';

  constructor(signalName: string) {
    super(`the runner sent ${signalName}`);
  }
}
