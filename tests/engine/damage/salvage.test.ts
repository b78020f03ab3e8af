import { existsSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { recoverStore } from '#engine/store/recoverStore.ts';
import { salvage } from '#engine/store/salvage.ts';
import { fillAndStop, leafPages, overwrite, spoilPage } from '../../support/damagedStore.ts';
import { startTestEngine } from '../../support/startTestEngine.ts';

const count = (file: string, table: string, what = 'count(*)'): number => {
  const db = new Database(file, { readonly: true });
  try {
    return Number(db.prepare(`SELECT ${what} FROM ${table}`).pluck().get());
  } finally {
    db.close();
  }
};

const check = (file: string) => {
  const db = new Database(file);
  try {
    return {
      integrity: db.pragma('integrity_check', { simple: true }),
      orphans: db.pragma('foreign_key_check'),
    };
  } finally {
    db.close();
  }
};

describe('salvaging', () => {
  test('loses only what was on unreadable pages of messages', async () => {
    const engine = await startTestEngine();
    const file = await fillAndStop(engine, 600);
    const all = count(file, 'messages');
    const pages = leafPages(file, 'messages');
    expect(pages.length).toBeGreaterThan(20);
    // Two neighbours in the middle, and the first and the last page.
    for (const page of [pages[0], pages[9], pages[10], pages.at(-1)]) spoilPage(file, page ?? 0);
    const damaged = readFileSync(file);
    expect(recoverStore(engine.dir, 'salvage', engine.clock.now())).toEqual({ ok: true, value: null });
    const perPage = Math.ceil(all / pages.length) + 3;
    expect(count(file, 'messages')).toBeGreaterThanOrEqual(all - 4 * perPage);
    expect(count(file, 'messages')).toBeLessThan(all);
    expect(check(file)).toEqual({ integrity: 'ok', orphans: [] });
    const kept = `${engine.dir}/perch-damaged-${new Date(engine.clock.now()).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.sqlite`;
    expect(readFileSync(kept).equals(damaged)).toBe(true);
    await engine.restart();
    const { hits } = await engine
      .call('search.messages', { text: 'message 300' })
      .then((found) => ({ hits: found }));
    expect(JSON.stringify(hits)).toContain('message 300');
  });

  test.each(['people', 'conversations', 'activities'])(
    'keeps the messages when pages of %s are lost',
    async (table) => {
      const engine = await startTestEngine();
      const file = await fillAndStop(engine, 600);
      const [messages, conversations] = [count(file, 'messages'), count(file, 'conversations')];
      const pages = leafPages(file, table);
      spoilPage(file, pages[Math.floor(pages.length / 2)] ?? 0);
      expect(recoverStore(engine.dir, 'salvage', engine.clock.now())).toMatchObject({ ok: true });
      expect(count(file, 'messages')).toBe(messages);
      expect(count(file, 'conversations')).toBe(conversations);
      expect(check(file)).toEqual({ integrity: 'ok', orphans: [] });
      await engine.restart();
      expect((await engine.call('conversations.counts', {})).counts.all).toBe(conversations);
    },
  );

  test('tells what it saved and where something is missing, until somebody has read that', async () => {
    const engine = await startTestEngine();
    const file = await fillAndStop(engine, 600);
    const pages = leafPages(file, 'messages');
    spoilPage(file, pages[5] ?? 0);
    spoilPage(file, leafPages(file, 'activities')[0] ?? 0);
    const at = engine.clock.now();
    expect(recoverStore(engine.dir, 'salvage', at)).toMatchObject({ ok: true });
    const messages = count(file, 'messages');
    await engine.restart();
    const { salvaged } = await engine.call('system.info', {});
    expect(salvaged).toEqual({
      at,
      rows: expect.any(Number),
      tables: expect.any(Number),
      damaged: ['activities', 'messages'],
    });
    expect(salvaged?.rows).toBeGreaterThan(messages);
    expect(salvaged?.tables).toBeGreaterThan(20);
    await engine.restart();
    expect((await engine.call('system.info', {})).salvaged).toEqual(salvaged);
    await engine.call('system.dismissSalvaged', {});
    expect((await engine.call('system.info', {})).salvaged).toBeUndefined();
  });

  test('tells that everything was readable', async () => {
    const engine = await startTestEngine();
    const file = await fillAndStop(engine, 5);
    overwrite(file, 0, Buffer.alloc(100, 0xff));
    expect(recoverStore(engine.dir, 'salvage', engine.clock.now())).toMatchObject({ ok: true });
    await engine.restart();
    expect((await engine.call('system.info', {})).salvaged).toMatchObject({ damaged: [] });
  });

  test('repairs a header', async () => {
    const engine = await startTestEngine();
    const file = await fillAndStop(engine, 100);
    const messages = count(file, 'messages');
    overwrite(file, 0, Buffer.alloc(100, 0xff));
    expect(recoverStore(engine.dir, 'salvage', engine.clock.now())).toMatchObject({ ok: true });
    expect(count(file, 'messages')).toBe(messages);
    expect(check(file)).toEqual({ integrity: 'ok', orphans: [] });
  });

  test('says so where nothing is readable, and changes nothing', async () => {
    const engine = await startTestEngine();
    const file = await fillAndStop(engine, 10);
    spoilPage(file, 1);
    const before = readFileSync(file);
    expect(recoverStore(engine.dir, 'salvage', engine.clock.now())).toEqual({
      ok: false,
      error: { code: 'notRecovered', file, how: 'salvage' },
    });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(`${file}.recovered`)).toBe(false);
  });

  test('loses nothing of an undamaged store', async () => {
    const engine = await startTestEngine();
    const file = await fillAndStop(engine, 100);
    const target = `${file}.whole`;
    expect(salvage(file, target).damaged).toEqual([]);
    for (const table of ['messages', 'people', 'conversations', 'sources', 'calls', 'settings', 'agents']) {
      expect(count(target, table)).toBe(count(file, table));
    }
    expect(count(target, 'facets', 'sum(n)')).toBe(count(file, 'conversations'));
  });
});
