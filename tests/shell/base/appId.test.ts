import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { APP_ID } from '#shell/base/appId.ts';

test('is the id that the installer gives to the shortcut', () => {
  const installer = readFileSync(new URL('../../../electron-builder.yml', import.meta.url), 'utf8');
  expect(installer).toContain(`appId: ${APP_ID}\n`);
});
