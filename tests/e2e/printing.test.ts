import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { choose, openLastByKeys, patiently } from './support/theWindow.ts';

test('a conversation is saved as a PDF file, in light colours on a dark window', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  const file = path.join(freshUserData(), 'anna.pdf');
  const suggested = await app.evaluate(({ dialog, nativeTheme }, filePath) => {
    nativeTheme.themeSource = 'dark';
    dialog.showSaveDialog = async (...args: unknown[]) => {
      const { defaultPath } = args.at(-1) as { defaultPath: string };
      Object.assign(globalThis, { suggestedPath: defaultPath });
      return { canceled: false, filePath };
    };
    return true;
  }, file);
  expect(suggested).toBe(true);
  await openLastByKeys(page, 'Anna');
  await choose(page, 'Save conversation as PDF');
  await expect.poll(() => existsSync(file), patiently).toBe(true);
  await expect.poll(() => readFileSync(file).length, patiently).toBeGreaterThan(5_000);
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  const name = await app.evaluate(() => (globalThis as { suggestedPath?: string }).suggestedPath);
  expect(path.basename(name ?? '')).toBe('Conversation with Anna de Vries.pdf');
  // The pages leave the window as they came.
  await expect.poll(() => page.locator('body > article').count(), patiently).toBe(0);
});
