import { type EcmaScriptModule, type Expression, type Program, parseSync, Visitor } from 'oxc-parser';

/** Modules with which a host can be contacted. */
const modules =
  /^(?:node:)?(?:https?|http2|net|tls|dgram|dns(?:\/promises)?)$|^(?:undici|axios|got|ws|node-fetch|twitter-api-v2|electron-updater)$/;

const ofElectron = new Set(['net', 'autoUpdater', 'crashReporter']);

const globals = new Set([
  'fetch',
  'WebSocket',
  'XMLHttpRequest',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
]);

/** Whose method of this name contacts a host; feeds of the engine have one too. */
const owners = /(?:^|\.)(?:globalThis|window|self|net|fetcher|session|\w*[sS]ession)$/;

/** What in a source file contacts hosts, or could: imports of values, global functions, and methods of Electron's sessions. */
export function findContacts(file: string, source: string): readonly string[] {
  const { program, module } = parseSync(file, source);
  return [...findImports(module, source), ...findCalls(program, source)];
}

function findImports({ staticImports, dynamicImports }: EcmaScriptModule, source: string): readonly string[] {
  const named = staticImports.flatMap(({ moduleRequest: { value }, entries }) => {
    const values = entries.filter((entry) => !entry.isType).map(({ importName }) => importName.name ?? '');
    if (value === 'electron') return values.filter((name) => ofElectron.has(name));
    return modules.test(value) && (values.length > 0 || entries.length === 0) ? [value] : [];
  });
  const loaded = dynamicImports.map(({ moduleRequest }) =>
    source.slice(moduleRequest.start, moduleRequest.end).replaceAll(/['"`]/g, ''),
  );
  return [...named, ...loaded.filter((name) => modules.test(name))];
}

function findCalls(program: Program, source: string): readonly string[] {
  const found: string[] = [];
  const seeCallee = ({ callee }: { readonly callee: Expression }) => {
    if (callee.type === 'Identifier' && globals.has(callee.name)) found.push(callee.name);
  };
  new Visitor({
    CallExpression: seeCallee,
    NewExpression: seeCallee,
    MemberExpression: ({ object, property }) => {
      if (property.type !== 'Identifier') return;
      const owner = source.slice(object.start, object.end);
      if (isContact(owner, property.name)) found.push(`${owner}.${property.name}`);
    },
  }).visit(program);
  return found;
}

function isContact(owner: string, property: string): boolean {
  if (owner === 'electron') return ofElectron.has(property);
  return property === 'fetch' ? owners.test(owner) : property === 'sendBeacon';
}
