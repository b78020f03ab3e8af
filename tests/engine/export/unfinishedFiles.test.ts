import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { exportConversations } from '#engine/export/exportConversations.ts';
import { deleteLeftFiles, EXPORTS_FILE } from '#engine/export/unfinishedFiles.ts';
import { engineContract } from '#shared/contract/engine.ts';
import { storeLongHistory } from '../../e2e/support/longHistory.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { spawnEngine } from '../../support/spawnEngine.ts';
import { testEngine } from '../../support/testEngine.ts';

const never = new AbortController().signal;
const own = 'chats.html.3f9a1c2e.unfinished';

/** A workspace that records these files as left by killed exports. */
function recording(files: readonly unknown[]): string {
  const dir = testFolder();
  writeFileSync(join(dir, EXPORTS_FILE), JSON.stringify(files));
  return dir;
}

const readRecord = (dir: string) => JSON.parse(readFileSync(join(dir, EXPORTS_FILE), 'utf8'));

test('what a killed export left is deleted by the next engine, and nothing beside it', async () => {
  const userData = testFolder();
  await storeLongHistory(
    userData,
    Array.from({ length: 2_000 }, (_, n) => `Parcel ${n}`),
  );
  const dir = join(userData, 'workspaces', 'demo');
  const folder = testFolder();
  writeFileSync(join(folder, 'chats.html.unfinished'), 'of the user');
  writeFileSync(join(folder, 'chats.html.0a1b2c3d.unfinished'), 'of another workspace');
  const engine = spawnEngine(['--data', dir, '--poll-seconds', '0']);
  const path = join(folder, 'chats.html');
  void engine.call('conversations.export', { view: 'all', format: 'html', path }).catch(() => null);
  const options = { timeout: 20_000, interval: 1 };
  await expect.poll(() => readdirSync(folder).length, options).toBe(3);
  await engine.kill();
  const [left] = readRecord(dir);
  expect(readdirSync(folder)).toContain(basename(left));

  const next = spawnEngine(['--data', dir, '--poll-seconds', '0']);
  await expect.poll(() => readdirSync(folder), options).not.toContain(basename(left));
  expect(readdirSync(folder)).toEqual(['chats.html.0a1b2c3d.unfinished', 'chats.html.unfinished']);
  await expect.poll(() => existsSync(join(dir, EXPORTS_FILE)), options).toBe(false);
  expect(await next.end()).toBe(0);
});

test('what has the name of a left file by now stays if it is a link or a folder, and what is gone is forgotten', async () => {
  const folder = testFolder();
  writeFileSync(join(folder, 'letter.txt'), 'of the user');
  const names = ['a', 'b', 'c', 'd'].map((name) => `${name}.csv.3f9a1c2e.unfinished`);
  const [link = '', place = '', gone = '', left = ''] = names.map((name) => join(folder, name));
  symlinkSync(join(folder, 'letter.txt'), link);
  mkdirSync(place);
  writeFileSync(join(place, 'inside.txt'), 'of the user');
  writeFileSync(left, 'half');
  const dir = recording([link, place, gone, left]);
  await deleteLeftFiles(dir, never);
  expect(readdirSync(folder)).toEqual([basename(link), basename(place), 'letter.txt']);
  expect(readdirSync(place)).toEqual(['inside.txt']);
  expect(readFileSync(link, 'utf8')).toBe('of the user');
  expect(existsSync(join(dir, EXPORTS_FILE))).toBe(false);
});

test('a file on a disk that is away is deleted once the disk is back', async () => {
  const disk = join(testFolder(), 'disk');
  mkdirSync(disk);
  const left = join(disk, own);
  writeFileSync(left, 'half');
  renameSync(disk, `${disk}-away`);
  const dir = recording([left]);
  await deleteLeftFiles(dir, never);
  expect(readRecord(dir)).toEqual([left]);
  renameSync(`${disk}-away`, disk);
  await deleteLeftFiles(dir, never);
  expect(existsSync(left)).toBe(false);
  expect(existsSync(join(dir, EXPORTS_FILE))).toBe(false);
});

test('a record of anything else deletes nothing', async () => {
  const folder = testFolder();
  const letter = join(folder, 'letter.txt');
  writeFileSync(letter, 'of the user');
  writeFileSync(join(folder, 'letter.txt.unfinished'), 'of the user');
  const dir = recording([letter, `${letter}.unfinished`, own, 7, null, { file: letter }]);
  await deleteLeftFiles(dir, never);
  expect(readdirSync(folder)).toEqual(['letter.txt', 'letter.txt.unfinished']);
  writeFileSync(join(dir, EXPORTS_FILE), '{');
  await deleteLeftFiles(dir, never);
  expect(readdirSync(folder)).toHaveLength(2);
});

test('two exports to the same file and a start meanwhile leave each other alone', async () => {
  const { ctx, capture } = testEngine();
  await capture(Array.from({ length: 1_200 }, (_, n) => someMessage({ personId: '1', at: MORNING + n })));
  const folder = testFolder();
  const path = join(folder, 'chats.json');
  const input = engineContract['conversations.export'].input.parse({ view: 'all', format: 'json', path });
  const exports = [exportConversations(ctx, input), exportConversations(ctx, input)];
  await expect.poll(() => readdirSync(folder).length, { interval: 1 }).toBe(2);
  await deleteLeftFiles(ctx.dataDir, never);
  expect(readdirSync(folder)).toHaveLength(2);
  expect(readRecord(ctx.dataDir)).toHaveLength(2);
  for (const exported of exports) expect(await exported).toMatchObject({ value: { messages: 1_200 } });
  expect(readdirSync(folder)).toEqual(['chats.json']);
  expect(JSON.parse(readFileSync(path, 'utf8')).conversations).toHaveLength(1);
  expect(existsSync(join(ctx.dataDir, EXPORTS_FILE))).toBe(false);
});

test('nothing is recorded of a file that could not be created', async () => {
  const { ctx } = testEngine();
  const path = join(testFolder(), 'gone', 'chats.csv');
  const input = engineContract['conversations.export'].input.parse({ view: 'all', format: 'csv', path });
  expect(await exportConversations(ctx, input)).toMatchObject({ error: { code: 'fileNotSaved' } });
  expect(existsSync(join(ctx.dataDir, EXPORTS_FILE))).toBe(false);
});
