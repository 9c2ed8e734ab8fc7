/** Waits for something that another process brings about. */

/** Waits until `seen` holds; the time limit is that of the test. */
export async function until(seen: () => boolean): Promise<void> {
  while (!seen()) await new Promise((again) => setTimeout(again, 20));
}
