import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { needs, shared } from '../support/needs.ts';

interface Operation {
  method: string;
  path: string;
  success: number | number[];
  body: string | null;
  response: string | null;
}

export interface Conforming {
  send: typeof fetch;
  /** What was sent or answered in another way than Microsoft documents. */
  problems: string[];
  /** How many answers were compared with a schema. */
  compared: number;
}

let graph: ReturnType<typeof describedGraph>;

/** Compares everything that goes through `send` with Microsoft's own description of Graph, where this machine has it. */
export function conforming(send: typeof fetch): Conforming {
  graph ??= describedGraph();
  const described = graph;
  const conforms: Conforming = { send, problems: [], compared: 0 };
  if (!described) return conforms;
  conforms.send = async (input, init) => {
    const url = new URL(String(input));
    const response = await send(input, init);
    if (url.hostname !== 'graph.microsoft.com') return response;
    const method = init?.method ?? 'GET';
    const operation = described.find(method, url.pathname);
    if (!operation) {
      conforms.problems.push(`${method} ${url.pathname} is not among the documented operations`);
      return response;
    }
    if (typeof init?.body === 'string') compareBody(JSON.parse(init.body));
    const answer = () => response.clone().json();
    // A gateway's own page is no answer of Graph's.
    if (!response.ok && response.headers.get('content-type')?.startsWith('text/html')) return response;
    if (!response.ok && response.status !== 302) compare('microsoft.graph.ODataErrors.ODataError', await answer(), 'error');
    else if (![operation.success].flat().includes(response.status)) note('answer', `${response.status} is not documented`);
    else if (operation.response?.startsWith('microsoft.graph.')) compare(operation.response, await answer(), 'answer');
    else if (operation.response?.startsWith(deltaOf)) {
      const { value, ...links } = (await answer()) as { value: object[] };
      compare('BaseDeltaFunctionResponse', links, 'answer');
      // The facet of what is gone is documented for list items too, though the metadata gives it to drive items only.
      for (const { deleted: _, ...one } of value as { deleted?: unknown }[])
        compare(operation.response.slice(deltaOf.length), one, 'answer');
    } else if (operation.response?.startsWith(collectionOf)) {
      const { value, ...rest } = (await answer()) as { value: object[] };
      compare('BaseCollectionPaginationCountResponse', rest, 'answer');
      for (const one of value) compare(operation.response.slice(collectionOf.length), one, 'answer');
    }
    return response;

    /** The parameters of an action have no type of their own. */
    function compareBody(body: Record<string, unknown>): void {
      if (operation?.body !== 'inline') compare(operation?.body ?? null, body, 'request');
      else compareParameters(body, described?.parametersOf(operation) ?? {});
    }

    function compareParameters(body: Record<string, unknown>, parameters: Record<string, string>): void {
      for (const [name, value] of Object.entries(body)) {
        const type = parameters[name];
        if (type === undefined) note('request', `${name} is no parameter`);
        else if (type !== '') compare(type, value, 'request');
      }
    }

    function compare(type: string | null, body: unknown, what: string): void {
      const validate = type === null ? undefined : described?.schema(type);
      conforms.compared++;
      if (!validate) note(what, `no schema for ${type}`);
      else if (!validate(body)) note(what, JSON.stringify(validate.errors));
    }

    function note(what: string, problem: string): void {
      conforms.problems.push(`${method} ${url.pathname}, ${what}: ${problem}`);
    }
  };
  return conforms;
}

const deltaOf = 'inline:BaseDeltaFunctionResponse+value:';
const collectionOf = 'inline:BaseCollectionPaginationCountResponse+value:';

/** In what a message differs from Microsoft's description of its type; nothing where this machine has no description. */
export function unlike(type: string, body: unknown): string[] {
  graph ??= describedGraph();
  const validate = graph?.schema(type);
  if (!graph || validate?.(body)) return [];
  return [`${type}: ${JSON.stringify(validate?.errors ?? 'no schema')}`];
}

/** Operations that Microsoft documents and that the cut of the description leaves out. */
const alsoDocumented: Operation[] = [
  {
    method: 'GET',
    path: '/chats/{chat-id}/messages',
    success: 200,
    body: null,
    response: 'microsoft.graph.chatMessageCollectionResponse',
  },
  {
    // The description writes the cast `graph.user`; the reference pages and the service write it out.
    method: 'GET',
    path: '/groups/{group-id}/members/microsoft.graph.user',
    success: 200,
    body: null,
    response: 'microsoft.graph.userCollectionResponse',
  },
];

interface Parameter {
  anyOf?: { $ref?: string }[];
}
interface OpenApi {
  paths: Record<
    string,
    Record<string, { requestBody: { content: { 'application/json': { schema: { properties: Record<string, Parameter> } } } } }>
  >;
}

function describedGraph() {
  if (!needs('shared')) return undefined;
  let openapi: OpenApi | undefined;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(read('schemas.strict.json') as object, 'graph');
  const { operations } = read('operations.json') as { operations: Operation[] };
  const placeholders = ({ path }: Operation) => path.split('{').length;
  // `…/items/delta` is no item called delta: the address with the fewest placeholders is meant.
  const patterns = [...operations, ...alsoDocumented]
    .toSorted((a, b) => placeholders(a) - placeholders(b))
    .map((operation) => ({ operation, pattern: patternOf(operation.path) }));
  return {
    find: (method: string, path: string) =>
      patterns.find(({ operation, pattern }) => operation.method === method && pattern.test(path))?.operation,
    /** Parameters of an action: name → its type, '' where it is no type of Graph's. */
    parametersOf: ({ method, path }: Operation): Record<string, string> => {
      openapi ??= read('openapi.json') as OpenApi;
      const { properties } = openapi.paths[path]![method.toLowerCase()]!.requestBody.content['application/json'].schema;
      const typeOf = (one: Parameter) =>
        one.anyOf
          ?.find(({ $ref }) => $ref)
          ?.$ref?.split('/')
          .at(-1) ?? '';
      return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, typeOf(one)]));
    },
    schema: (type: string): ValidateFunction | undefined => ajv.getSchema(`graph#/$defs/${type}`),
  };
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(`${shared}/contracts/graph/${name}`, 'utf8'));
}

/** `{item-path}` may hold slashes, other placeholders may not; a colon never stands unencoded inside any of them. */
function patternOf(path: string): RegExp {
  const pattern = path
    .split(/(\{[^}]+\})/)
    .map((part) =>
      /^\{.*path\}$/.test(part) ? '[^:]+' : part.startsWith('{') ? '[^/:]+' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('');
  return new RegExp(`^/v1\\.0${pattern}$`);
}
