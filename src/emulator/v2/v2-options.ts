/** What the legacy API's documents leave open, or what differs between services: each can be chosen. */

/** Read at every request, so a test may change it while serving. */
export interface V2Options {
  /** `micros`: `2020-08-18T13:33:41.123000Z`; `zoneless`: `2020-08-18T13:33:41`; `seconds`: `2020-08-18T13:33:41Z`. */
  timestamps?: 'micros' | 'zoneless' | 'seconds';
  /** Both are documented: `field_errors`, and the older `details`. */
  errorShape?: 'field_errors' | 'details';
  /** `result_status` of a run that is not over, or whose metrics are in processing, where its scenario gives none. */
  pendingResult?: 0 | null;
  stopAnswer?: 200 | 204;
  /** For a run that is over. */
  stopWhenOver?: 200 | 204 | 400;
  /** `k6_runtime_config.testRunDetails`; `raw` sends anything in its place. */
  runUrl?: 'present' | 'absent' | 'empty' | { readonly raw: unknown };
  /** `documented`: 400 for a name that the documents do not have; `refused`: 400 for any. */
  select?: 'honoured' | 'documented' | 'refused' | 'ignored';
  /** `ignored`: ascending by id. */
  orderBy?: 'honoured' | 'ignored';
  pageSize?: number;
  largestPage?: number;
  pastLastPage?: 'empty' | 'not-found';
  unauthorized?: 401 | 403;
  /** The API is gone: every path answers with a web page. */
  removed?: 404 | 410;
  /** Statuses as digits in a string. */
  statusesAs?: 'numbers' | 'strings';
}
