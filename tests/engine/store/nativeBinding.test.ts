import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nativeBinding } from '#engine/store/nativeBinding.ts';
import { projectFolder } from '../../../scripts/projectFolder.ts';

describe('the build of SQLite', () => {
  test.each([
    ['its own where Node is new enough', { napi: 10, node: '24.0.0', binding: undefined }, {}],
    ['its own also where another is named', { napi: 10, node: '24.0.0', binding: '/a.node' }, {}],
    [
      'the named one for an older Node',
      { napi: 9, node: '20.0.0', binding: '/a.node' },
      { nativeBinding: '/a.node' },
    ],
  ])('is %s', (_, runtime, value) => {
    expect(nativeBinding('store', runtime)).toEqual({ ok: true, value });
  });

  test('is missing on an older Node, with the reason', () => {
    const result = nativeBinding('store', { napi: 9, node: '20.1.0', binding: undefined });
    expect(result).toMatchObject({ ok: false, error: { code: 'storeUnwritable' } });
    expect(JSON.stringify(result)).toContain('Node.js 20.1.0 is too old');
  });

  // Any other connection would end the process on an older Node, as under an older Electron.
  test('is chosen in one place', () => {
    const cwd = join(projectFolder, 'src-main');
    const files = globSync('**/*.ts', { cwd }).filter((file) =>
      readFileSync(join(cwd, file), 'utf8').includes('new Database('),
    );
    expect(files).toEqual(['engine/store/nativeBinding.ts']);
  });
});
