/** Builds into a folder. A build that fails throws, and leaves what was there before. */
export function build(folder: string): Promise<void>;
