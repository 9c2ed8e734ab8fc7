/** The JSON examples of the page "Test Runs Legacy API", value by value. */

const listed = {
  config: {},
  created: '2020-08-18T13:33:41',
  duration: 120,
  ended: '2020-08-18T13:36:02',
  error_code: null,
  error_detail: null,
  id: 0,
  is_baseline: false,
  k6_archive: 'string',
  load_time: 75.0,
  note: '',
  organization_id: 0,
  processing_status: 2,
  project_id: 0,
  public_id: null,
  request_builder_config: null,
  result_status: 1,
  run_process: 'k6 to Cloud',
  run_status: 3,
  script: '',
  started: '2020-08-18T13:34:04',
  stopped_by_id: 0,
  test_id: 0,
  user_id: 0,
  version: 2,
  vus: 200,
  vus_per_instance: 0,
};

/** "Read load test run": what a list shows, and `export`. */
export const READ = { 'k6-run': { ...listed, export: null } };
/** "List load test runs" */
export const LISTED = { 'k6-runs': [listed], meta: { count: 1 } };
/** "Start load test run" */
export const STARTED = {
  'k6-run': {
    config: {},
    created: '2020-08-13T18:28:45Z',
    duration: 0,
    ended: '2020-08-13T18:28:45Z',
    error_code: 0,
    error_detail: 'string',
    id: 0,
    k6_archive: 'string',
    load_time: 0,
    note: 'string',
    organization_id: 0,
    processing_status: 0,
    project_id: 0,
    public_id: 0,
    result_status: 0,
    run_process: 'string',
    run_status: 0,
    script: 'string',
    started: '2020-08-13T18:28:45Z',
    stopped_by_id: 0,
    test_id: 0,
    user_id: 0,
    version: 'string',
    vus: 0,
  },
};
