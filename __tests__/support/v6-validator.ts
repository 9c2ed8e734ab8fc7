/** Says what is wrong with one exchange with v6, by the operations given; ajv judges every value. */
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { ApiReply, ApiRequest } from '../../src/emulator/routing.ts';
import type { Operation, Parameter, Schema } from './v6-schema.ts';

/** A request and what it was answered with. */
export interface Exchange {
  readonly request: ApiRequest;
  readonly reply: ApiReply;
}

/** Headers that HTTP itself, or authorization, brings to every request. */
const COMMON = new Set([
  'accept',
  'accept-encoding',
  'authorization',
  'connection',
  'content-length',
  'content-type',
  'host',
  'user-agent',
]);

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);

/** Every way in which the exchange is not as described; none for a good one. */
export function faultsOf({ request, reply }: Exchange, operations: readonly Operation[]): readonly string[] {
  const operation = operations.find(
    ({ method, path }) =>
      method === request.method && new RegExp(`^${path.replace('{id}', '\\d+')}$`, 'u').test(request.path),
  );
  if (operation === undefined) return ['no such operation'];
  const { headers, query, body, answers } = operation;
  const own = Object.entries(request.headers).filter(([name]) => !COMMON.has(name));
  return [
    ...(/^Bearer \S+$/u.test(request.headers['authorization'] ?? '') ? [] : ['no bearer token']),
    ...parameterFaults('header', headers, own),
    ...parameterFaults('query', query, [...request.query]),
    ...(request.body === '' ? (body === undefined ? [] : ['no body']) : bodyFaults(body, request.body)),
    ...answerFaults(reply, answers),
  ];
}

/** Compiling takes far longer than validating. */
const compiled = new WeakMap<Schema, ValidateFunction>();

/** What ajv finds wrong with a value. */
export function schemaFaults(schema: Schema, value: unknown): readonly string[] {
  const validate = compiled.get(schema) ?? ajv.compile({ ...schema });
  compiled.set(schema, validate);
  const valid = validate(value);
  return valid ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

function parameterFaults(
  place: string,
  described: Readonly<Record<string, Parameter>>,
  given: readonly (readonly [string, string])[],
): readonly string[] {
  const missing = Object.entries(described)
    .filter(([name, { required }]) => required && !given.some(([one]) => one === name))
    .map(([name]) => `${place} ${name} is missing`);
  const odd = given.flatMap(([name, text]) => {
    const parameter = described[name];
    if (parameter === undefined) return [`${place} ${name} is not described`];
    const value = parameter.schema.type === 'integer' && /^\d+$/u.test(text) ? Number(text) : text;
    return schemaFaults(parameter.schema, value).map((fault) => `${place} ${name}${fault}`);
  });
  return [...missing, ...odd];
}

function bodyFaults(schema: Schema | undefined, text: string): readonly string[] {
  return schema === undefined ? ['a body is not described'] : schemaFaults(schema, JSON.parse(text));
}

function answerFaults({ status, json }: ApiReply, answers: Operation['answers']): readonly string[] {
  if (!(status in answers)) return [`status ${status} is not described`];
  const schema = answers[status];
  if (schema === undefined) return json === undefined ? [] : [`${status} has a body`];
  return schemaFaults(schema, json).map((fault) => `${status}${fault}`);
}
