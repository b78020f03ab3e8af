import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { APP_ID } from '#shell/base/appId.ts';

test('is the id that the installer gives to the shortcut', () => {
  const installer = readFileSync(new URL('../../../electron-builder.yml', import.meta.url), 'utf8');
  expect(/^appId: (\S+)/m.exec(installer)?.[1]).toBe(APP_ID);
});
