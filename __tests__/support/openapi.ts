/** Reads operations out of an OpenAPI 3.1 document, in the form in which this project keeps its own. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { Operation, Parameter, Schema } from './v6-schema.ts';

type Node = Readonly<Record<string, unknown>>;

/** Where the description lies beside a clone in our own workshop; it may not be copied into the project. */
const PLACE = resolve(import.meta.dirname, '../../../shared/reference/k6-cloud-v6.openapi.yaml');

/** The public description of v6, where it is at hand. */
export function v6Description(): Node | undefined {
  return existsSync(PLACE) ? node(parse(readFileSync(PLACE, 'utf8'))) : undefined;
}

/** One operation of a document; its schemas have no `$ref` left, and unions with null are types. */
export function operationIn(document: Node, method: string, path: string): Operation {
  const found = node(node(node(document['paths'])[path])[method.toLowerCase()]);
  const all = list(found['parameters']).map((parameter) => resolved(document, node(parameter)));
  const body = node(node(node(found['requestBody'])['content'])['application/json'])['schema'];
  const parameters = (place: string): Record<string, Parameter> =>
    Object.fromEntries(
      all
        .filter((parameter) => parameter['in'] === place)
        .map(({ name, required, schema }) => [
          place === 'header' ? String(name).toLowerCase() : String(name),
          { required: required === true, schema: plain(document, schema) },
        ]),
    );
  const answers = Object.entries(node(found['responses'])).map(([status, answer]) => {
    const schema = node(node(resolved(document, node(answer))['content'])['application/json'])['schema'];
    return [status, schema === undefined ? undefined : plain(document, schema)] as const;
  });
  return {
    method,
    path,
    headers: parameters('header'),
    query: parameters('query'),
    body: body === undefined ? undefined : plain(document, body),
    answers: Object.fromEntries(answers),
  };
}

/** All examples of the 200 answers of an operation. */
export function examplesIn(document: Node, method: string, path: string): readonly unknown[] {
  const found = node(node(node(document['paths'])[path])[method.toLowerCase()]);
  const examples = node(node(node(node(node(found['responses'])['200'])['content'])['application/json'])['examples']);
  return Object.values(examples).map((example) => node(example)['value']);
}

const KEPT = ['format', 'minLength', 'maxLength', 'maximum', 'required'] as const;

/** A schema in the few words that this project uses. */
function plain(document: Node, given: unknown): Schema {
  const schema = resolved(document, node(given));
  const union = [...list(schema['oneOf']), ...list(schema['anyOf'])].map((one) => plain(document, one));
  if (union.length > 0) {
    const [first = {}] = union;
    return { ...first, type: union.flatMap(({ type = [] }) => type) };
  }
  const { type, properties, items, additionalProperties } = schema;
  return {
    ...Object.fromEntries(KEPT.flatMap((word) => (word in schema ? [[word, schema[word]]] : []))),
    ...(type === undefined ? {} : { type: typeof type === 'string' ? type : list(type).map(String) }),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(node(properties)).map(([name, one]) => [name, plain(document, one)]),
          ),
        }),
    ...(items === undefined ? {} : { items: plain(document, items) }),
    ...(additionalProperties === undefined
      ? {}
      : {
          additionalProperties:
            typeof additionalProperties === 'boolean' ? additionalProperties : plain(document, additionalProperties),
        }),
  };
}

function resolved(document: Node, given: Node): Node {
  const { $ref: ref, ...rest } = given;
  if (typeof ref !== 'string') return given;
  const target = ref
    .replace(/^#\//u, '')
    .split('/')
    .reduce<unknown>((at, name) => node(at)[name], document);
  return { ...resolved(document, node(target)), ...rest };
}

function node(value: unknown): Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
