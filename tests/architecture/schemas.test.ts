import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type CallExpression, parseSync, Visitor } from 'oxc-parser';
import { expect, it } from 'vitest';
import { projectRoot, readModules } from './sourceTree.ts';

/** Where a schema is made only to parse one value, as `Settings.partial().parse(value)`: calls, by their beginnings in the text. */
function listPassingSchemas(text: string): string[] {
  const found: string[] = [];
  new Visitor({
    CallExpression: (call) => {
      if (toParser(call)?.type === 'CallExpression') found.push(text.slice(call.start, call.end));
    },
  }).visit(parseSync('file.ts', text).program);
  return found;
}

/** What parses, in `schema.parse(value)` and `parseColumn(schema, json)`. */
function toParser({ callee, arguments: [first] }: CallExpression) {
  if (callee.type === 'Identifier') return callee.name === 'parseColumn' ? first : undefined;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return undefined;
  return /^(safeParse|parse)(Async)?$/.test(callee.property.name) ? callee.object : undefined;
}

// Zod compiles a schema at its first use, which takes more than a hundred times as long as parsing a small value.
it('makes each schema once, and not for each value that it parses', () => {
  const found = readModules().flatMap(({ file }) =>
    listPassingSchemas(readFileSync(path.join(projectRoot, file), 'utf8')).map((call) => `${file}: ${call}`),
  );
  expect(found).toEqual([]);
});

it('finds each way of making one', () => {
  const ways = [
    'Settings.partial().safeParse({ [name]: value });',
    'z.array(Part).min(1).parse(value);',
    'parseColumn(z.array(Part), json, []);',
  ];
  expect(ways.filter((way) => listPassingSchemas(way).length === 0)).toEqual([]);
  expect(
    listPassingSchemas('Settings.parse(value); parseColumn(Parts, json, []); JSON.parse(text())'),
  ).toEqual([]);
});
