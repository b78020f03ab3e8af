import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot, readModules } from './sourceTree.ts';

/** The places that read a person's name: what marks its invisible characters, and what only asks whether there are any. */
const readers = ['src-renderer/features/Person/PersonHead.tsx', 'src-renderer/ui/shownName.ts'];

/** Reading the name of somebody on X, as `person.name` or `{ name } = row.author`. */
const reading = /\b(?:person|author|account)\??\.name\b|\bname\b[^}]*\}\s*=\s*(?:\w+\.)?(?:person|author)\b/;

it('shows the names of people through `toName` only, which marks invisible characters', () => {
  const files = readModules(['src-renderer']).map(({ file }) => file);
  const found = files.filter((file) => reading.test(readFileSync(path.join(projectRoot, file), 'utf8')));
  expect(found.toSorted()).toEqual(readers);
});

it('finds each way of reading a name', () => {
  const ways = ['<Bidi text={person.name} />', 'message.author.name', 'const { id, name } = row.person;'];
  expect(ways.filter((way) => !reading.test(way))).toEqual([]);
});
