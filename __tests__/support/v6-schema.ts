/**
 * What of v6 this project uses, as an operation list with JSON Schemas: written from the public OpenAPI description
 * in our own words and compared with it wherever that is at hand (docs/internals/decisions-v6.md).
 */

/** A JSON Schema; `$ref` is not used, so that a shape can be read off it. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
}

/** A parameter of a request: whether it must be there, and what its text must read as. */
export interface Parameter {
  readonly required: boolean;
  readonly schema: Schema;
}

/** One operation of the API. */
export interface Operation {
  readonly method: string;
  /** With `{id}` in the place of a number. */
  readonly path: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, Parameter>>;
  readonly query: Readonly<Record<string, Parameter>>;
  /** `undefined`: no body. */
  readonly body: Schema | undefined;
  /** By status; `undefined`: an answer without a body. */
  readonly answers: Readonly<Record<string, Schema | undefined>>;
}

const text: Schema = { type: 'string' };
const textOrNull: Schema = { type: ['string', 'null'] };
const whole: Schema = { type: 'integer' };
const wholeOrNull: Schema = { type: ['integer', 'null'] };
const key: Schema = { type: 'integer', format: 'int64' };
const time: Schema = { type: 'string', format: 'date-time' };
const timeOrNull: Schema = { type: ['string', 'null'], format: 'date-time' };
const mailOrNull: Schema = { type: ['string', 'null'], format: 'email' };
const amount: Schema = { type: ['number', 'string'] };

/** An object whose properties are all required, but for those named. */
function object(properties: Readonly<Record<string, Schema>>, ...spare: readonly string[]): Schema {
  return { type: 'object', properties, required: Object.keys(properties).filter((name) => !spare.includes(name)) };
}

function orNull(schema: Schema): Schema {
  return { ...schema, type: [...[schema.type ?? []].flat(), 'null'] };
}

const explanation = { message: textOrNull, code: wholeOrNull };
const status = object(
  { type: text, entered: time, extra: orNull(object({ by_user: mailOrNull, ...explanation })) },
  'extra',
);
const cost = object({
  total_vuh: amount,
  breakdown: object({
    protocol_vuh: amount,
    browser_vuh: amount,
    base_total_vuh: amount,
    reduction_rate: amount,
    reduction_rate_breakdown: { type: ['object', 'null'], additionalProperties: amount },
  }),
});

const RUN = {
  id: key,
  test_id: key,
  project_id: key,
  started_by: mailOrNull,
  created: time,
  ended: timeOrNull,
  note: text,
  retention_expiry: timeOrNull,
  cost: orNull(cost),
  status: text,
  status_details: status,
  status_history: { type: 'array', items: status },
  distribution: { type: ['array', 'null'], items: object({ load_zone: text, percent: whole }) },
  result: textOrNull,
  result_details: orNull(object({ type: text, ...explanation }, 'message', 'code')),
  options: { type: ['object', 'null'], additionalProperties: true },
  k6_dependencies: { type: 'object', additionalProperties: text },
  k6_versions: { type: 'object', additionalProperties: text },
  max_vus: wholeOrNull,
  max_browser_vus: wholeOrNull,
  estimated_duration: wholeOrNull,
  execution_duration: whole,
  is_starred: { type: 'boolean' },
} satisfies Record<string, Schema>;

const run = object(RUN);
const startedRun = object({ ...RUN, test_run_details_page_url: text });
const runs = object(
  { value: { type: 'array', items: run }, '@count': whole, '@nextLink': { type: 'string', format: 'uri' } },
  '@count',
  '@nextLink',
);

const oneError = { message: text, code: text, target: textOrNull };
const problem = object({
  error: object(
    { ...oneError, details: { type: ['array', 'null'], items: object(oneError, 'target') } },
    'target',
    'details',
  ),
});

const stackId: Readonly<Record<string, Parameter>> = { 'x-stack-id': { required: true, schema: whole } };
const spare = (schema: Schema): Parameter => ({ required: false, schema });
const problems = (...statuses: readonly number[]): Readonly<Record<string, Schema>> =>
  Object.fromEntries(statuses.map((one) => [String(one), problem]));

/** Every operation that the action uses. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: 'GET',
    path: '/cloud/v6/auth',
    headers: { 'x-stack-url': { required: true, schema: text } },
    query: {},
    body: undefined,
    answers: { '200': object({ stack_id: key, default_project_id: key }), ...problems(401, 403, 500) },
  },
  {
    method: 'GET',
    path: '/cloud/v6/load_tests/{id}/test_runs',
    headers: stackId,
    query: {
      $orderby: spare(text),
      $skip: spare(whole),
      $top: spare({ type: 'integer', maximum: 1000 }),
    },
    body: undefined,
    answers: { '200': runs, ...problems(400, 401, 403, 404, 500) },
  },
  {
    method: 'POST',
    path: '/cloud/v6/load_tests/{id}/start',
    headers: { ...stackId, 'k6-idempotency-key': spare({ type: 'string', minLength: 1, maxLength: 36 }) },
    query: {},
    body: undefined,
    answers: { '200': startedRun, ...problems(401, 403, 404, 500) },
  },
  {
    method: 'GET',
    path: '/cloud/v6/test_runs/{id}',
    headers: stackId,
    query: {},
    body: undefined,
    answers: { '200': run, ...problems(401, 403, 404, 500) },
  },
  {
    method: 'PATCH',
    path: '/cloud/v6/test_runs/{id}',
    headers: stackId,
    query: {},
    body: { ...object({ note: text }), additionalProperties: false },
    answers: { '204': undefined, ...problems(400, 401, 403, 404, 500) },
  },
  {
    method: 'POST',
    path: '/cloud/v6/test_runs/{id}/abort',
    headers: stackId,
    query: {},
    body: undefined,
    answers: { '204': undefined, ...problems(401, 403, 404, 409, 500) },
  },
];
