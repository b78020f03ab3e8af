import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toSchemaPage } from '../../../scripts/docs/schemaPage.ts';

test('docs/schema.sql is up to date; `npm run docs` writes it', () => {
  const page = readFileSync(new URL('../../../docs/schema.sql', import.meta.url), 'utf8');
  expect(page).toBe(toSchemaPage());
  expect(page.match(/^CREATE TABLE/gm)?.length).toBeGreaterThan(15);
});
