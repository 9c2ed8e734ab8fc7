/** The defaults of the inputs. Written by `npm run format` from action.yml. */

/** The default of each input that has one, by the name of the input. */
export const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ['api', 'auto'],
  ['api-url', 'https://api.k6.io'],
  ['wait', 'true'],
  ['poll-interval', 'auto'],
  ['timeout', '2h'],
  ['queue-timeout', '0'],
  ['processing-timeout', '5m'],
  ['outage-timeout', '5m'],
  ['request-timeout', '15s'],
  ['on-timeout', 'stop'],
  ['on-cancel', 'stop'],
  ['fail-on', 'failed, aborted, error, timeout'],
  ['processing-error', 'fail'],
  ['require-thresholds', 'false'],
  ['missing-token', 'fail'],
  ['note', 'auto'],
  ['summary', 'true'],
  ['comment', 'never'],
  ['baseline', 'none'],
  ['require-comparison', 'false'],
  ['mark-as-baseline', 'false'],
]);
