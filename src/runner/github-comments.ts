/** The comments of a pull request page by page, in smaller pages where they are long. */
import { githubFailure } from './github-errors.ts';
import { TOO_LARGE } from './github-fetch.ts';

/** One page: `page` counts from 1. */
export type ReadPage<T> = (size: number, page: number) => Promise<readonly T[]>;

/** Each size divides the one before it, so that a smaller page can start wherever a larger one was too large. */
const SIZES = [100, 20, 4, 1] as const;
/** GitHub takes 2,500 comments on a pull request. */
const MOST_COMMENTS = 3000;
const MOST_REQUESTS = 100;

/** All items in order. No link of a response is followed: pages are counted. */
export async function* inPages<T>(read: ReadPage<T>): AsyncGenerator<T> {
  let place = 0;
  let largest: number = SIZES[0];
  for (let request = 0; request < MOST_REQUESTS && place < MOST_COMMENTS; request += 1) {
    const size = SIZES.find((one) => one <= largest && place % one === 0) ?? 1;
    const items = await readUnlessTooLarge(read, size, place / size + 1);
    if (items === 'too-large') {
      largest = size - 1;
      continue;
    }
    yield* items;
    if (items.length < size) return;
    place += size;
    largest = SIZES[0];
  }
}

async function readUnlessTooLarge<T>(
  read: ReadPage<T>,
  size: number,
  page: number,
): Promise<readonly T[] | 'too-large'> {
  try {
    return await read(size, page);
  } catch (error) {
    if (size > 1 && githubFailure(error)?.status === TOO_LARGE) return 'too-large';
    throw error;
  }
}
