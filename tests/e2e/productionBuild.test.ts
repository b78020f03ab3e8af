import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../scripts/projectFolder.ts';

// Tests set NODE_ENV, with which Vite would take the development build: twice as slow, and not what users have.
test('the window that is tested has the production build of React', () => {
  const assets = join(projectFolder, 'out/renderer/assets');
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const code = scripts.map((name) => readFileSync(join(assets, name), 'utf8')).join('\n');
  expect(code).toContain('react.memo');
  expect(code).not.toContain('jsxDEV');
});
