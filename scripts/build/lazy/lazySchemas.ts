import { join } from 'node:path';
import { type Expression, parseSync, Visitor } from 'oxc-parser';
import { normalizePath, type Plugin } from 'vite';

const helper = normalizePath(join(import.meta.dirname, 'lazy.ts'));

/** What makes a schema of another one. */
const deriving =
  /^(array|catchall|default|extend|max|min|nonempty|nullable|nullish|omit|optional|partial|pick|refine|required|strict|transform|unwrap)$/;
/** What makes one even of something whose name does not look like a schema. */
const loosening = /^(nullable|nullish|optional)$/;
/** What uses a schema at once, so that nothing is gained by waiting. */
const using = /^(config|encode|decode|parse|safeParse|toJSONSchema)(Async)?$/;

/**
 * Has a bundle make the schemas of its modules when they are first used, not when their modules run: of more than a thousand, the start
 * of an engine uses a few dozen.
 */
export function lazySchemas(): Plugin {
  return {
    name: 'perch:lazy-schemas',
    transform(code, id) {
      if (id.includes('node_modules') || id === helper || !/\bz\b/.test(code)) return null;
      return { code: toLazySchemas(code), map: null };
    },
  };
}

/** The code of a module, line by line, whose schemas at the top level are lazy. */
export function toLazySchemas(code: string): string {
  const schemas = findSchemas(code);
  if (schemas.length === 0) return code;
  let done = 0;
  const parts = schemas.map(({ start, end }) => {
    const part = `${code.slice(done, start)}__lazy(() => ${code.slice(start, end)})`;
    done = end;
    return part;
  });
  return `import { lazy as __lazy } from ${JSON.stringify(helper)};${parts.join('')}${code.slice(done)}`;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the top level of a module makes schemas that are not parts of others, in order. */
function findSchemas(code: string): readonly Span[] {
  const found: Span[] = [];
  let functions = 0;
  const enter = () => {
    functions += 1;
  };
  const leave = () => {
    functions -= 1;
  };
  new Visitor({
    FunctionDeclaration: enter,
    'FunctionDeclaration:exit': leave,
    FunctionExpression: enter,
    'FunctionExpression:exit': leave,
    ArrowFunctionExpression: enter,
    'ArrowFunctionExpression:exit': leave,
    CallExpression: (call) => {
      const isPart = call.start < (found.at(-1)?.end ?? 0);
      if (functions === 0 && !isPart && isSchema(call)) found.push(call);
    },
  }).visit(parseSync('module.ts', code).program);
  return found;
}

/** Whether an expression makes a schema: `z.object({})`, `z.string().min(1)`, `Settings.partial()`. */
function isSchema(expression: Expression): boolean {
  const methods: string[] = [];
  let root = expression;
  while (root.type === 'CallExpression' || root.type === 'MemberExpression') {
    if (root.type === 'MemberExpression' && root.property.type === 'Identifier')
      methods.push(root.property.name);
    root = root.type === 'CallExpression' ? root.callee : root.object;
  }
  if (root.type !== 'Identifier' || methods.some((name) => using.test(name))) return false;
  if (root.name === 'z') return true;
  return methods.some((name) => (/^[A-Z]/.test(root.name) ? deriving : loosening).test(name));
}
