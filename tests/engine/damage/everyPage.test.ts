import { copyFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore, STORE_FILE } from '#engine/store/open.ts';
import { recoverStore } from '#engine/store/recoverStore.ts';
import { fillAndStop, spoilPage } from '../../support/damagedStore.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { startTestEngine } from '../../support/startTestEngine.ts';

const EVERY = 3;

test('whichever page is damaged, salvaging makes a sound store of the rest', async () => {
  const engine = await startTestEngine();
  const sound = await fillAndStop(engine, 200);
  const pages = statSync(sound).size / 4_096;
  const lost: number[] = [];
  for (let page = 2; page <= pages; page += EVERY) {
    const dir = testFolder();
    const file = join(dir, STORE_FILE);
    copyFileSync(sound, file);
    spoilPage(file, page);
    expect([page, recoverStore(dir, 'salvage', 0)]).toEqual([page, { ok: true, value: null }]);
    const opened = openStore(dir);
    if (!opened.ok) throw new Error(`${page}: ${JSON.stringify(opened.error)}`);
    expect([page, opened.value.pragma('integrity_check', { simple: true })]).toEqual([page, 'ok']);
    expect([page, opened.value.pragma('foreign_key_check')]).toEqual([page, []]);
    lost.push(200 - Number(opened.value.prepare('SELECT count(*) FROM messages').pluck().get()));
    opened.value.close();
    rmSync(dir, { recursive: true });
  }
  // The root of the messages, or the part of the schema that names it, is one page each: without it none is found.
  expect(lost.filter((rows) => rows > 30).length).toBeLessThanOrEqual(2);
  expect(lost.filter((rows) => rows === 0).length).toBeGreaterThan(lost.length / 2);
});
