import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { clearPictures } from '#shell/workspaces/clearPictures.ts';

function someFolder(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'perch-pictures-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

test('all cached pictures go, and nothing beside them', async () => {
  const dir = someFolder();
  mkdirSync(path.join(dir, 'cache', 'media'), { recursive: true });
  writeFileSync(path.join(dir, 'cache', 'media', 'picture'), 'x');
  writeFileSync(path.join(dir, 'settings.json'), '{}');
  const events: string[] = [];
  await clearPictures(path.join(dir, 'cache'), (event) => void events.push(event));
  expect(existsSync(path.join(dir, 'cache'))).toBe(false);
  expect(existsSync(path.join(dir, 'settings.json'))).toBe(true);
  await clearPictures(path.join(dir, 'cache'), (event) => void events.push(event));
  expect(events).toEqual([]);
});
