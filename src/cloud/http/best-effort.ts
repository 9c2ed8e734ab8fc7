/** Asks for decoration: a few tries, each with its own bound, and `undefined` with a word on it where nothing came. */
import type * as v from 'valibot';
import type { Clock, Random } from '../../clock.ts';
import { toError, withDeadline } from '../../clock.ts';
import { decode } from './decode.ts';
import type { CloudErrorCode } from '../errors.ts';
import { CloudError } from '../errors.ts';
import { LIST_PAGE_BYTES } from './body.ts';
import type { ApiRequest, Http } from './http.ts';
import type { ApiResponse } from './response.ts';
import { retryUntil } from './retry.ts';

/** What asking needs. */
export interface BestEffortPorts {
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  /** Sent with every question; the v6 API wants its stack named. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** How long it may take, and who is called with what failed. */
export interface BestEffortOptions {
  readonly signal: AbortSignal;
  /** Told of a source that did not answer, and by which error of ours; never thrown. */
  readonly onFailure: (failure: string, code?: CloudErrorCode) => void;
  /** The page of a list: it can be larger than other responses, and this one is requested where it is too large. */
  readonly smallerPage?: string;
  /** Called where the smaller page is requested. */
  readonly onTooLarge?: () => void;
}

/** Asks for `path`; `undefined` where all tries failed or the signal ended them. Never throws. */
export type BestEffortGet = <const Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
  asking: BestEffortOptions,
) => Promise<v.InferOutput<Schema> | undefined>;

const MAX_TRIES = 3;
const ONE_TRY_MS = 10_000;
/** A longer wish of the service is not granted: the caller's bound is near. */
const MAX_BACKOFF_MS = 5000;

/** An asker over the given connection. */
export function bestEffortGet({ http, clock, random, headers }: BestEffortPorts): BestEffortGet {
  const tryOnce = async (path: string, signal: AbortSignal, isPage: boolean): Promise<ApiResponse> => {
    const request = `GET ${path.replace(/\?.*$/u, '')}`;
    const late = (): Error =>
      new CloudError('late', { request, response: `no complete response within ${ONE_TRY_MS / 1000} s` });
    const asked: ApiRequest = {
      method: 'GET',
      path,
      bestEffort: true,
      ...(headers === undefined ? {} : { headers }),
      ...(isPage ? { maxBytes: LIST_PAGE_BYTES } : {}),
    };
    return withDeadline(clock, { limitMs: ONE_TRY_MS, signal }, late, (within) => http.send(asked, within));
  };
  const bounds = { clock, random, budgetMs: Infinity, maxBackoffMs: MAX_BACKOFF_MS, maxTries: MAX_TRIES, fewTries: 1 };
  return async (path, schema, { signal, onFailure, smallerPage, onTooLarge }) => {
    let page = path;
    try {
      return await retryUntil(bounds, signal, async () => {
        try {
          return decode(schema, await tryOnce(page, signal, smallerPage !== undefined));
        } catch (error) {
          if (!(error instanceof CloudError) || error.code !== 'too-large') throw error;
          if (smallerPage === undefined || page === smallerPage) throw error;
          page = smallerPage;
          onTooLarge?.();
          return decode(schema, await tryOnce(page, signal, true));
        }
      });
    } catch (error) {
      const code = error instanceof CloudError ? error.code : undefined;
      onFailure(firstSentence(toError(error).message), code);
      return undefined;
    }
  };
}

/** What is advised for a request that matters does not hold for decoration. */
function firstSentence(text: string): string {
  return text.replace(/\.\s[\s\S]*$/u, '.');
}
