import { readFileSync } from 'node:fs';
import { type Declaration, parseSync } from 'oxc-parser';
import type { Plugin } from 'vite';

const prefix = '\0lazy:';

/**
 * Has a bundle run a module below one of `folders` that exports nothing but functions when the first of them is called, not when the
 * bundle starts. Importers get a function that runs the module and gives its place to the real one, so only the first call takes longer.
 */
export function lazyModules(folders: readonly string[]): Plugin {
  const known = new Map<string, readonly string[]>();
  const functionsOf = (file: string) => {
    const functions = known.get(file) ?? findFunctions(readFileSync(file, 'utf8'));
    known.set(file, functions);
    return functions;
  };
  return {
    name: 'perch:lazy-modules',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (importer === undefined) return null;
      if (importer.startsWith(prefix)) return source;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      const id = resolved?.id ?? '';
      const isOwn = id.endsWith('.ts') && folders.some((folder) => id.startsWith(folder));
      return isOwn && functionsOf(id).length > 0 ? `${prefix}${id}.js` : resolved;
    },
    load: (id) => {
      if (!id.startsWith(prefix)) return null;
      const file = id.slice(prefix.length, -'.js'.length);
      return { code: toStandIn(file, functionsOf(file)), moduleType: 'js' };
    },
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk') chunk.code = toUncompiled(chunk.code);
      }
    },
  };
}

/** The code of a module that stands in for `file` until one of its functions is called. */
function toStandIn(file: string, functions: readonly string[]): string {
  const stubs = functions.map(
    (name) => `export let ${name} = (...args) => { ${name} = __run().${name}; return ${name}(...args); };`,
  );
  return `let __module;
const __run = () => (__module ??= require(${JSON.stringify(file)}));
${stubs.join('\n')}
`;
}

// V8 compiles a function in parentheses at once, and so would keep in the code cache what no start runs: a quarter of it.
const toUncompiled = (code: string): string => code.replaceAll('__esmMin((() => {', '__esmMin((0, () => {');

/** The names of the functions that a module exports; none if it exports anything else but types. */
export function findFunctions(code: string): readonly string[] {
  const { body } = parseSync('module.ts', code).program;
  const names = body.flatMap((statement) => {
    if (statement.type === 'ExportNamedDeclaration')
      return statement.exportKind === 'type' ? [] : toFunctions(statement.declaration);
    return statement.type.startsWith('Export') ? null : [];
  });
  const functions = names.filter((name) => name !== null);
  return functions.length === names.length ? functions : [];
}

/** The functions that a declaration declares; null stands for anything else. */
function toFunctions(declaration: Declaration | null): readonly (string | null)[] {
  if (declaration?.type === 'FunctionDeclaration') return [declaration.id?.name ?? null];
  if (declaration?.type !== 'VariableDeclaration') return [null];
  return declaration.declarations.map(({ id, init }) =>
    id.type === 'Identifier' && init?.type === 'ArrowFunctionExpression' ? id.name : null,
  );
}
