import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cancelExports, exportConversations } from '#engine/export/exportConversations.ts';
import { exportWords } from '#engine/export/exportWords.ts';
import { readExported } from '#engine/export/readExported.ts';
import { toReplyTimes } from '#engine/export/replyTimes.ts';
import { toJson } from '#engine/export/toJson.ts';
import { toWaits } from '#engine/export/waits.ts';
import { toWriter } from '#engine/export/writers.ts';
import { get } from '#engine/store/sql.ts';
import { engineContract } from '#shared/contract/engine.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { openConversation, startTestEngine } from '../../support/startTestEngine.ts';
import { testEngine } from '../../support/testEngine.ts';
import { canMount, mountDisk } from '../../support/tmpfs.ts';

const read = (file: string) => readFileSync(file, 'utf8');

/** Two conversations, one of them with a reply and tags. */
async function withConversations() {
  const engine = await startTestEngine();
  const anna = await openConversation(engine, 'anna', '<img src=x onerror=alert(1)> & where is my "parcel"?');
  const bo = await openConversation(engine, 'bo', '=HYPERLINK("http://evil.example/";"win")');
  await engine.clock.advance(20 * MINUTE_MS);
  await engine.send(anna.id, 'On its way');
  await engine.clock.advance(5_000);
  await engine.call('capture.pollNow', {});
  const tag = await engine.call('tags.create', { name: 'Parcels & <b>', colour: 'red' });
  await engine.call('conversations.tag', { id: anna.id, add: [tag.id] });
  return { engine, anna, bo, folder: testFolder() };
}

describe('an exported page', () => {
  test('has a cover of facts, and nothing that runs, loads or breaks out of its text', async () => {
    const { engine, anna, folder } = await withConversations();
    const path = join(folder, 'anna.html');
    const result = await engine.call('conversations.export', { ids: [anna.id], format: 'html', path });
    expect(result).toEqual({ conversations: 1, messages: 2, missingPictures: 0, isCancelled: false });
    const page = read(path);
    expect(page).toContain('&#60;img src=x onerror=alert(1)&#62; &#38; where is my &#34;parcel&#34;?');
    expect(page).not.toMatch(/<img|<script|<link|<a |<iframe|src="http|url\(/i);
    expect(page).toMatch(/default-src 'none'; style-src 'sha256-[^']+'; img-src data:;/);
    for (const fact of [
      '<dd>20 min</dd>',
      'Parcels &#38; &#60;b&#62;',
      '<dd><bdi>Mia</bdi></dd>',
      'On its way',
    ])
      expect(page, fact).toContain(fact);
    expect(page).toContain('<dt>Messages</dt><dd>2</dd>');
    expect(page).toMatch(/<dt>From – to<\/dt><dd>[^–]+ – [^–]+<\/dd>/);
  });

  test('says the time of a single message once', async () => {
    const { engine, bo, folder } = await withConversations();
    const path = join(folder, 'bo.html');
    await engine.call('conversations.export', { ids: [bo.id], format: 'html', path });
    expect(read(path)).toMatch(/<dt>From – to<\/dt><dd>[^–]+<\/dd>/);
  });

  test.each(['en', 'nl', 'fr'] as const)('is in the language of the window: %s', async (language) => {
    const { engine, anna, folder } = await withConversations();
    const path = join(folder, 'anna.html');
    await engine.call('conversations.export', { ids: [anna.id], format: 'html', path, language });
    expect(read(path)).toContain(`<html lang="${language}">`);
    expect(read(path)).toContain(exportWords[language].firstReply);
  });
});

test('nobody is named as a person on the cover', async () => {
  const engine = await startTestEngine();
  const dana = await openConversation(engine, 'dana', 'Where is my parcel?');
  const path = join(testFolder(), 'dana.html');
  await engine.call('conversations.export', { ids: [dana.id], format: 'html', path, language: 'fr' });
  expect(read(path)).toContain('<dt>Agents</dt><dd>Personne</dd>');
  expect(read(path)).toContain('<dt>Attribuée à</dt><dd>Personne</dd>');
});

test('texts are in the direction of their words', async () => {
  const engine = await startTestEngine();
  const dana = await openConversation(engine, 'dana', 'מתי תגיע ההזמנה שלי? a.b@example.com');
  const path = join(testFolder(), 'dana.html');
  await engine.call('conversations.export', { ids: [dana.id], format: 'html', path });
  // A browser leaves out what is isolated when it looks for the direction.
  expect(read(path)).toMatch(/<p dir="auto"><bdi>@\w+<\/bdi> מתי תגיע ההזמנה שלי\? a\.b@example\.com<\/p>/);
});

test('the cover lists few waits, and of many says what was usual', () => {
  expect(toWaits([], 'en')).toBe('None');
  expect(toWaits([5 * MINUTE_MS, 26 * HOUR_MS, 61 * MINUTE_MS], 'en')).toBe('5 min, 1 day 2 hr, 1 hr 1 min');
  const many = Array.from({ length: 3_001 }, (_, n) => n * MINUTE_MS);
  expect(toWaits(many, 'en')).toBe('1 day 1 hr (median of 3,001), 2 days 2 hr at most');
  expect(toWaits(many, 'nl')).toBe('1 dag 1 uur (mediaan van 3.001), hoogstens 2 dagen 2 uur');
  expect(toWaits(many, 'fr').replaceAll(/\s/g, ' ')).toBe(
    '1 j 1 h (médiane de 3 001 délais), 2 j 2 h au plus',
  );
});

describe('an export for other programs', () => {
  test('as a table has a row for each message, and no formula', async () => {
    const { engine, anna, bo, folder } = await withConversations();
    const path = join(folder, 'both.csv');
    const ids = [anna.id, bo.id];
    expect(await engine.call('conversations.export', { ids, format: 'csv', path })).toMatchObject({
      conversations: 2,
      messages: 3,
    });
    const lines = read(path).trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^\uFEFFconversation,status,priority,assignee,tags,/);
    expect(lines[3]).toContain(`"'@harbourhelp =HYPERLINK`);
    expect(read(path)).not.toMatch(/(^|,)"?=/m);
  });

  test('as JSON has everything once, in the order of the selection', async () => {
    const { engine, anna, bo, folder } = await withConversations();
    const path = join(folder, 'both.json');
    await engine.call('conversations.export', { ids: [bo.id, anna.id, bo.id], format: 'json', path });
    const { account, conversations } = JSON.parse(read(path));
    expect(account).toBe('@harbourhelp');
    expect(conversations).toMatchObject([
      { id: bo.id, priority: 'normal', firstReplyMs: null, messages: [{ direction: 'in' }] },
      { id: anna.id, tags: ['Parcels & <b>'], agents: ['Mia'], messages: [{}, { agent: 'Mia' }] },
    ]);
  });

  test('is written in pieces of which none is long, and is as a whole what it would be at once', async () => {
    const { ctx, capture } = testEngine();
    const text = 'line one\nline two, "quoted"';
    await capture(
      Array.from({ length: 1_030 }, (_, n) => someMessage({ personId: '1', at: MORNING + n, text })),
    );
    const id = String(get<{ id: string }>(ctx.db, 'SELECT id FROM conversations')?.id);
    const exported = await readExported(ctx, id);
    if (!exported) throw new Error('it is missing');
    for (const format of ['html', 'csv', 'json'] as const) {
      const pieces = [...toWriter(ctx, { format, language: 'en', delimiter: ',' }).add(exported)];
      expect(pieces.length, format).toBeGreaterThan(10);
      expect(Math.max(...pieces.map(({ length }) => length)), format).toBeLessThan(100_000);
      if (format === 'csv') expect(pieces.join('').match(/\r\n/g)).toHaveLength(1_030);
      if (format === 'json') {
        const whole = JSON.parse(pieces.join(''));
        expect(whole.messages).toHaveLength(1_030);
        expect(pieces.join('').trim()).toBe(JSON.stringify(whole, null, 1));
      }
    }
    const none = [...toJson({ ...exported, messages: [] })].join('');
    expect(none).toBe(JSON.stringify(JSON.parse(none), null, 1));
  });

  test('selects by view and filter, as the list does', async () => {
    const { engine, bo, folder } = await withConversations();
    const path = join(folder, 'queue.json');
    await engine.call('conversations.export', { view: 'queue', format: 'json', path });
    expect(JSON.parse(read(path)).conversations).toMatchObject([{ id: bo.id }]);
  });

  test('notifies of each conversation', async () => {
    const { engine, anna, bo, folder } = await withConversations();
    const path = join(folder, 'both.json');
    await engine.call('conversations.export', { ids: [anna.id, bo.id], format: 'json', path });
    const steps = engine.events.filter(({ name }) => name === 'conversations.exporting');
    expect(steps.map(({ params }) => params)).toEqual([
      { done: 1, total: 2 },
      { done: 2, total: 2 },
    ]);
  });
});

describe('an export that does not come to its end', () => {
  test('leaves the file of before and nothing else', async () => {
    const { engine, anna, folder } = await withConversations();
    const path = join(folder, 'a.json');
    await engine.call('conversations.export', { ids: [anna.id], format: 'json', path });
    const before = read(path);
    const missing = { ids: [anna.id, 'none'], format: 'json' as const, path };
    expect(await engine.fail('conversations.export', missing)).toEqual({
      code: 'notFound',
      what: 'conversation',
      id: 'none',
    });
    expect(readdirSync(folder)).toEqual(['a.json']);
    expect(read(path)).toBe(before);
  });

  test.each(['html', 'csv', 'json'] as const)('is cancelled within a long one: %s', async (format) => {
    const { ctx, capture } = testEngine();
    const messages = Array.from({ length: 1_200 }, (_, n) => someMessage({ personId: '1', at: MORNING + n }));
    await capture(messages);
    const folder = testFolder();
    const wanted = { ids: [`c${messages[0]?.xId}`], format, path: join(folder, `a.${format}`) };
    const input = engineContract['conversations.export'].input.parse(wanted);
    expect(await exportConversations(ctx, input)).toMatchObject({ value: { messages: 1_200 } });
    const whole = read(wanted.path);
    let turns = 0;
    const count = setInterval(() => {
      turns += 1;
    });
    setTimeout(() => cancelExports(ctx.db), 1);
    expect(await exportConversations(ctx, input)).toMatchObject({
      value: { conversations: 0, messages: 0, isCancelled: true },
    });
    clearInterval(count);
    expect(turns).toBeGreaterThan(0);
    expect(read(wanted.path)).toBe(whole);
    expect(readdirSync(folder)).toEqual([`a.${format}`]);
  });

  test('is cancelled while a large view is listed', async () => {
    const { ctx, capture } = testEngine();
    await capture(
      Array.from({ length: 450 }, (_, n) => someMessage({ personId: String(n + 1), at: MORNING + n })),
    );
    const path = join(testFolder(), 'a.csv');
    const input = engineContract['conversations.export'].input.parse({ view: 'queue', format: 'csv', path });
    expect(await exportConversations(ctx, input)).toMatchObject({ value: { conversations: 450 } });
    const whole = read(path);
    setImmediate(() => cancelExports(ctx.db));
    expect(await exportConversations(ctx, input)).toMatchObject({
      value: { conversations: 0, isCancelled: true },
    });
    expect(read(path)).toBe(whole);
  });

  test.skipIf(!canMount)('of a full disk is said, and leaves no part of a table', async () => {
    const { ctx, capture } = testEngine();
    await capture(
      Array.from({ length: 900 }, (_, n) =>
        someMessage({ personId: '1', at: MORNING + n, text: 'x'.repeat(200) }),
      ),
    );
    const wanted = { view: 'queue', format: 'csv' } as const;
    const input = (path: string) => engineContract['conversations.export'].input.parse({ ...wanted, path });
    const whole = join(testFolder(), 'a.csv');
    await exportConversations(ctx, input(whole));
    // All but the last piece finds room, of which the system then writes a part without failing.
    const pages = Math.floor(statSync(whole).size / 4_096);
    for (const kilobytes of [pages * 4, 64]) {
      const disk = mountDisk(kilobytes);
      const path = join(disk, 'a.csv');
      expect(await exportConversations(ctx, input(path)), `${kilobytes} KB`).toMatchObject({
        error: { code: 'fileNotSaved', file: path, detail: expect.stringContaining('ENOSPC') },
      });
      expect(readdirSync(disk)).toEqual([]);
    }
  });

  test('is cancelled between two conversations', async () => {
    const { engine, anna, bo, folder } = await withConversations();
    const path = join(folder, 'a.json');
    const stop = engine.engine.onEvent(({ name }) => {
      if (name === 'conversations.exporting') void engine.call('conversations.cancelExport', {});
    });
    const ids = [anna.id, bo.id];
    expect(await engine.call('conversations.export', { ids, format: 'json', path })).toMatchObject({
      conversations: 1,
      isCancelled: true,
    });
    stop();
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['a relative path', () => 'a.json', { code: 'invalid', path: 'path' }],
    ['another ending', (folder: string) => join(folder, 'perch.sqlite'), { code: 'invalid', path: 'path' }],
    [
      'a folder that is not there',
      (folder: string) => join(folder, 'no', 'a.json'),
      { code: 'fileNotSaved' },
    ],
  ] as const)('fails for %s', async (_, toPath, error) => {
    const { engine, anna, folder } = await withConversations();
    const path = toPath(folder);
    expect(await engine.fail('conversations.export', { ids: [anna.id], format: 'json', path })).toMatchObject(
      error,
    );
    expect(existsSync(join(dirname(path), basename(path)))).toBe(false);
  });
});

test('waits are counted from the first message without a reply', () => {
  const at = (minutes: number, direction: 'in' | 'out', context = false) => ({
    at: minutes * MINUTE_MS,
    direction,
    context,
  });
  const messages = [at(0, 'out'), at(5, 'in'), at(8, 'out', true), at(9, 'in'), at(25, 'out'), at(26, 'out')];
  expect(toReplyTimes(messages)).toEqual({ firstReplyMs: 20 * MINUTE_MS, nextReplyMs: [] });
  expect(toReplyTimes([...messages, at(60, 'in'), at(120, 'out')])).toEqual({
    firstReplyMs: 20 * MINUTE_MS,
    nextReplyMs: [HOUR_MS],
  });
  expect(toReplyTimes([at(0, 'in')])).toEqual({ firstReplyMs: null, nextReplyMs: [] });
});
