import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { projectFolder } from '../../scripts/projectFolder.ts';

const text = readFileSync(join(projectFolder, 'CONTRIBUTING.md'), 'utf8');

it('mentions only files that exist in CONTRIBUTING.md', () => {
  const paths = [...text.matchAll(/\b(?:tests|tools|shared|src-\w+|docs)\/[\w./-]*\w/g)].map(
    ([path]) => path,
  );
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !existsSync(join(projectFolder, path)))).toEqual([]);
});

it('mentions only npm scripts that exist in CONTRIBUTING.md', () => {
  const names = [...text.matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name);
  expect(names.filter((name) => name === undefined || !(name in manifest.scripts))).toEqual([]);
});
