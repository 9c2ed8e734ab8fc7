/** The walls of docs/internals/architecture.md as lint rules: which room imports which, and which file touches which effect. */
import { posix, relative } from 'node:path';
import { closureOf } from './import-graph.mjs';

const BELOW_GATE = ['poll', 'inputs', 'cloud', 'report', 'runner', 'text', 'test-run', 'clock.ts'];

/** The rooms that a room imports. What is not listed is refused. */
export const ROOMS = {
  'main.ts': ['app', 'gate', 'runner', 'clock.ts'],
  'post.ts': ['app'],
  app: ['gate', ...BELOW_GATE],
  gate: BELOW_GATE,
  poll: ['inputs', 'cloud', 'text', 'test-run', 'clock.ts'],
  inputs: ['cloud', 'runner', 'text', 'test-run', 'clock.ts'],
  cloud: ['text', 'test-run', 'clock.ts'],
  report: ['runner', 'text', 'test-run', 'clock.ts'],
  runner: ['text', 'test-run', 'clock.ts'],
  text: ['test-run'],
  'test-run': [],
  'clock.ts': [],
  emulator: [],
};

/** Packages without an effect: every room imports them. */
const PURE = ['valibot', 'p-limit', 'node:crypto', 'node:events', 'node:path', 'node:url', 'node:util'];
/** Packages with an effect, and the files that import them. */
const PACKAGES = [
  { files: /^cloud\/http\//u, packages: ['@actions/http-client', 'node:http', 'node:https', 'node:zlib'] },
  { files: /^emulator\/(?:serve|faults\/misbehave)\.ts$/u, packages: ['node:http', 'node:net'] },
  { files: /^runner\//u, packages: ['@actions/core', '@actions/github', '@actions/github/lib/utils', 'node:fs'] },
  { files: /^runner\//u, packages: ['@octokit/plugin-retry', '@octokit/plugin-throttling'] },
  { files: /^report\//u, packages: ['node:fs/promises'] },
];

/** Files of `cloud/` below its first floor that other rooms import. */
const PUBLIC_CLOUD = ['cloud/http/best-effort.ts', 'cloud/v6/stack.ts'];
/** Files of `cloud/` that know all APIs. */
const CLOUD_SWITCHES = ['cloud/connect.ts', 'cloud/connect-stopper.ts', 'cloud/connection.ts'];
/** Files that know the names of the wire. Only their own folder imports them. */
const WIRE = /^cloud\/.+\/(?:translate|schemas)\.ts$/u;
/** Files that are loaded only when they are needed, because they are big. */
const LAZY = ['app/post-step.ts', 'app/simulate.ts', 'runner/github-pull-request.ts', 'runner/github-status.ts'];
/** Files that can start a run. */
export const STARTS =
  /^(?:app\/(?:step|simulate)|gate\/(?:gate|run-test|start)|cloud\/connect|.+\/(?:start|adapter))\.ts$/u;

const roomOf = (file) => file.split('/', 1)[0];
const cloudFloorOf = (file) => (file.startsWith('cloud/') && file.split('/').length > 2 ? file.split('/')[1] : '');

/** Why a file of src may not import another file of src; nothing if it may. */
function refusedFile(from, to, isEager) {
  const [room, target] = [roomOf(from), roomOf(to)];
  if (to.startsWith('..')) return 'Source files import nothing outside src/.';
  if (target === 'emulator' && from === 'app/simulate.ts') return undefined;
  if (room !== target && !ROOMS[room]?.includes(target)) return `${room} does not import ${target}.`;
  if (LAZY.includes(to) && isEager) return `${to} is loaded with import() when it is needed.`;
  if (WIRE.test(to) && posix.dirname(to) !== posix.dirname(from)) return `Only its own folder imports ${to}.`;
  if (target === 'cloud') return refusedInCloud(from, to);
  return undefined;
}

function refusedInCloud(from, to) {
  const floor = cloudFloorOf(to);
  if (floor === '' || floor === cloudFloorOf(from)) return undefined;
  if (roomOf(from) !== 'cloud') return PUBLIC_CLOUD.includes(to) ? undefined : 'Other rooms import cloud/*.ts.';
  if (floor === 'v2' || floor === 'v6')
    return CLOUD_SWITCHES.includes(from) ? undefined : `Only ${CLOUD_SWITCHES.join(', ')} import ${floor}/.`;
  return cloudFloorOf(from) === 'http' ? 'cloud/http imports no adapter and no metrics.' : undefined;
}

function refusedPackage(from, name) {
  const allowed = PACKAGES.filter(({ files }) => files.test(from)).flatMap(({ packages }) => packages);
  return [...PURE, ...allowed].includes(name) ? undefined : `${from} does not import ${name}.`;
}

let post;
/** Whether post reaches a file. Read once: a start behind a start is no file of post's. */
function isOfPost(file) {
  post ??= closureOf('src/post.ts', (one) => STARTS.test(posix.relative('src', one)));
  return post.includes(`src/${file}`);
}

/** Why an import is refused; nothing if it is allowed. */
function refusal(from, specifier, isEager) {
  if (typeof specifier !== 'string') return 'The name of an imported file is written out, so that lint can read it.';
  if (!specifier.startsWith('.')) return refusedPackage(from, specifier);
  const to = posix.join(posix.dirname(from), specifier);
  if (STARTS.test(to) && isOfPost(from)) return `The post step reaches this file, and ${to} can start a run.`;
  return refusedFile(from, to, isEager);
}

const importRule = {
  create(context) {
    const from = relative(`${context.cwd}/src`, context.filename).replaceAll('\\', '/');
    const check = (node, specifier, isEager) => {
      const message = refusal(from, specifier, isEager);
      if (message !== undefined) context.report({ node, message });
    };
    const checkStatic = (node) => {
      const isType = (node.importKind ?? node.exportKind) === 'type';
      if (node.source) check(node, node.source.value, !isType);
    };
    return {
      ImportDeclaration: checkStatic,
      ExportNamedDeclaration: checkStatic,
      ExportAllDeclaration: checkStatic,
      ImportExpression: (node) => check(node, node.source.value, false),
      TSImportType: (node) => check(node, node.source?.value ?? node.argument?.literal?.value, false),
      TSExternalModuleReference: (node) => check(node, undefined, true),
    };
  },
};

const TIME = ['performance', 'setTimeout', 'setInterval', 'setImmediate'];
const restrictGlobals = (...names) => [
  'error',
  ...names.map((name) => ({ name, message: `Only the file named in scripts/walls.mjs uses ${name}.` })),
];
/** Other ways to the same effects: no file needs them. */
const NOWHERE = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'crypto', 'require', 'globalThis', 'global'];
const properties = (...pairs) => [
  'error',
  ...pairs.map(([object, property, message]) => ({ object, property, message })),
];
const CLOCK = [
  ['Date', 'now', 'Only src/clock.ts reads the clock.'],
  ['Math', 'random', 'Randomness is a parameter; see src/clock.ts.'],
  ['AbortSignal', 'timeout', 'Only src/clock.ts sets a timer.'],
];
const ENV = ['process', 'env', 'Only src/runner/github-runner.ts and src/post.ts read the environment.'];
const EXIT = ['process', 'exit', 'Only src/main.ts and src/post.ts end the process.'];
const SET_FAILED = ['core', 'setFailed', 'Only src/main.ts fails the job, with its exit code.'];
const DATE = [
  'error',
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Only src/clock.ts reads the clock.' },
  {
    selector: ":not(NewExpression, MemberExpression, TSTypeReference) > Identifier[name='Date']",
    message: 'Date is used as new Date(ms), Date.parse or Date.UTC; only src/clock.ts reads the clock.',
  },
];

/** A call such as `run(tests, true, signal)` does not say what is true: a boolean comes last, or in an object. */
const booleanLastRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { middle: 'A boolean parameter is the last one, or part of an object.' },
  },
  create: (context) => ({
    ':function': ({ params }) => {
      for (const param of params.slice(0, -1)) {
        const type = (param.left ?? param).typeAnnotation?.typeAnnotation.type;
        if (type === 'TSBooleanKeyword') context.report({ node: param, messageId: 'middle' });
      }
    },
  }),
};

/** The walls as parts of an ESLint configuration; later parts name the exceptions. */
export const walls = [
  {
    files: ['src/**/*.ts'],
    plugins: { walls: { rules: { imports: importRule, 'boolean-last': booleanLastRule } } },
    rules: {
      'walls/imports': 'error',
      'walls/boolean-last': 'error',
      'no-restricted-globals': restrictGlobals('process', ...TIME, ...NOWHERE),
      'no-restricted-properties': properties(...CLOCK, ENV, EXIT, SET_FAILED),
      'no-restricted-syntax': DATE,
    },
  },
  {
    files: ['bench/**/*.ts'],
    ignores: ['bench/soak.ts'], // runs for hours on the computer's own clock
    rules: {
      'no-restricted-globals': restrictGlobals('setTimeout', 'setInterval', 'setImmediate', 'fetch'),
      'no-restricted-properties': properties(...CLOCK, EXIT),
    },
  },
  {
    files: ['src/clock.ts'],
    rules: {
      'no-restricted-globals': restrictGlobals('process', ...NOWHERE),
      'no-restricted-properties': properties(ENV, EXIT, SET_FAILED),
      'no-restricted-syntax': 'off',
    },
  },
  {
    files: ['src/emulator/**'],
    rules: {
      'no-restricted-globals': restrictGlobals('process', ...NOWHERE),
      'no-restricted-properties': properties(ENV, EXIT, SET_FAILED),
      'no-restricted-syntax': 'off',
    },
  },
  {
    files: ['src/main.ts'],
    rules: {
      'no-restricted-globals': restrictGlobals(...TIME, ...NOWHERE),
      'no-restricted-properties': properties(...CLOCK, ENV, SET_FAILED),
    },
  },
  {
    files: ['src/post.ts'],
    rules: {
      'no-restricted-globals': restrictGlobals(...TIME, ...NOWHERE),
      'no-restricted-properties': properties(...CLOCK, SET_FAILED),
    },
  },
  {
    files: ['src/runner/github-runner.ts'],
    rules: {
      'no-restricted-globals': restrictGlobals(...TIME, ...NOWHERE),
      'no-restricted-properties': properties(...CLOCK, EXIT, SET_FAILED),
    },
  },
];
