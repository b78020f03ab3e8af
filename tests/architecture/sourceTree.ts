import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Program, parseSync, Visitor } from 'oxc-parser';
import manifest from '../../package.json' with { type: 'json' };

export const projectRoot = path.resolve(import.meta.dirname, '../..');

/** One source file with everything that it imports, type-only imports included. */
export interface Module {
  /** Path from the project's root, with forward slashes. */
  readonly file: string;
  readonly lines: number;
  readonly imports: readonly string[];
  readonly functions: readonly SourceFunction[];
}

/** A function of any kind, from its first line to its last. */
export interface SourceFunction {
  readonly firstLine: number;
  readonly lines: number;
}

/** The folders of the product, without its tests and tools. */
export const productFolders = ['shared', 'src-main', 'src-renderer'];

/** Reads every TypeScript file of these folders. */
export function readModules(folders: readonly string[] = productFolders): readonly Module[] {
  return folders.flatMap(listSources).map(readModule);
}

/** The subpath imports of package.json: their prefix, and the folder that it stands for. */
const subpaths = Object.entries(manifest.imports).map(
  ([name, target]) => [name.replace('*', ''), target.replace(/^\.\/|\*$/g, '')] as const,
);

/** The path from the root that a relative or `#` import leads to; the bare name for a package. */
export function resolveImport(from: string, specifier: string): string {
  const subpath = subpaths.find(([prefix]) => specifier.startsWith(prefix));
  if (subpath) return subpath[1] + specifier.slice(subpath[0].length);
  if (!specifier.startsWith('.')) return specifier;
  return path.posix.join(path.posix.dirname(from), specifier);
}

/** The TypeScript files of a folder, by their paths from the project's root. */
export function listSources(folder: string): string[] {
  return readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')));
}

function readModule(file: string): Module {
  const text = readFileSync(path.join(projectRoot, file), 'utf8');
  const { module, program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const staticImports = module.staticImports.map((found) => found.moduleRequest.value);
  const reExports = module.staticExports.flatMap((found) =>
    found.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
  );
  const dynamicImports = module.dynamicImports.map((found) =>
    text.slice(found.moduleRequest.start, found.moduleRequest.end).replaceAll(/['"`]/g, ''),
  );
  const requires = [...text.matchAll(/\brequire\(\s*['"]([^'"]+)['"]\s*\)/g)].flatMap((hit) => hit[1] ?? []);
  const imports = [...new Set([...staticImports, ...reExports, ...dynamicImports, ...requires])];
  return { file, lines: text.split('\n').length - 1, imports, functions: listFunctions(program, text) };
}

function listFunctions(program: Program, text: string): readonly SourceFunction[] {
  const found: SourceFunction[] = [];
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  const note = ({ start, end }: { readonly start: number; readonly end: number }) => {
    const firstLine = lineOf(start);
    found.push({ firstLine, lines: lineOf(end) - firstLine + 1 });
  };
  new Visitor({
    FunctionDeclaration: note,
    FunctionExpression: note,
    ArrowFunctionExpression: note,
  }).visit(program);
  return found;
}
