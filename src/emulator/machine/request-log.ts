/** What was asked of the emulator, in order: for tests to count, and for people to read. */

/** One request. Everything about its answer appears once it is known. */
interface LoggedRequest {
  /** Epoch ms by the machine's clock. */
  readonly atMs: number;
  readonly method: string;
  /** As it was sent, without the query; percent-encoding kept. */
  readonly path: string;
  /** In the order sent, decoded; a name may occur several times. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Lower-case names. The token is not in it: `authorization` reads `token (right)`, `bearer (wrong)` or the like. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** 1 for the first TCP connection, and so on; 0 where there was none. */
  readonly connection: number;
  readonly testId: number | undefined;
  readonly runId: number | undefined;
  /** Whether the machine acted on it. */
  readonly acted: boolean;
  /** The status, the name of the fault that came instead of an answer, or '' while there is none yet. */
  readonly answer: string;
}

/** What becomes known while a request is being answered. */
export type LoggedResponse = Partial<Pick<LoggedRequest, 'testId' | 'runId' | 'acted' | 'answer'>>;

/** The requests that came in, oldest first, up to a bound. */
export interface RequestLog {
  /** Adds one and gives the way to complete it. */
  readonly add: (request: Omit<LoggedRequest, keyof LoggedResponse>) => (answered: LoggedResponse) => void;
  readonly requests: () => readonly LoggedRequest[];
  /** Each as `GET /loadtests/v2/runs/7650001?$select=… -> 200`. */
  readonly lines: () => readonly string[];
  readonly clear: () => void;
}

/** Values past this length are shown as an ellipsis. */
const LONGEST_VALUE = 24;

/** An empty log that keeps the last `keep` requests. */
export function createRequestLog(keep: number): RequestLog {
  let entries: LoggedRequest[] = [];
  return {
    add: (request) => {
      const entry = { ...request, testId: undefined, runId: undefined, acted: false, answer: '' };
      entries.push(entry);
      if (entries.length > keep) entries.shift();
      return (answered) => {
        Object.assign(entry, answered);
      };
    },
    requests: () => [...entries],
    lines: () => entries.map(requestLine),
    clear: () => {
      entries = [];
    },
  };
}

/** The short form of one request. */
function requestLine({ method, path, query, answer }: LoggedRequest): string {
  const words = query.map(([name, value]) => `${name}=${value.length > LONGEST_VALUE ? '…' : value}`).join('&');
  return `${method} ${path}${words === '' ? '' : `?${words}`} -> ${answer === '' ? 'no answer' : answer}`;
}

/** The Authorization header with the token replaced by whether it is right. */
export function maskedAuthorization(header: string, token: string): string {
  const [, scheme = '', given = ''] = /^(\S+) (.*)$/u.exec(header) ?? [];
  return scheme === '' ? '(no scheme)' : `${scheme} (${given === token ? 'right' : 'wrong'})`;
}
