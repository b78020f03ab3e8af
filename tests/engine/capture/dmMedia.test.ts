import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { migrations } from '#engine/store/migrations/index.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { readCopy } from '../../support/readCopy.ts';
import { snowflake } from '../../support/snowflake.ts';
import { startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { xClientFor } from '../../support/xClientFor.ts';

const jpg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const voice = Buffer.from('\0\0\0\x20ftypM4A voice');
const CALL = 'GET /2/dm_conversations/media/:dm_id/:media_id/:resource_id';

async function startWithFiles(): Promise<TestEngine & { readonly photosDir: string }> {
  const photosDir = testFolder();
  writeFileSync(join(photosDir, 'A.jpg'), jpg);
  writeFileSync(join(photosDir, 'voice.m4a'), voice);
  return { ...(await startTestEngine({}, { photosDir })), photosDir };
}

const photo = { file: 'A.jpg' };
const countCalls = ({ control }: TestEngine) => control.state().requests[CALL] ?? 0;

async function firstMedia(engine: TestEngine) {
  const { items } = await engine.call('conversations.list', { view: 'all' });
  const { messages } = await engine.call('conversations.get', { id: items[0]?.id ?? '' });
  const message = messages[0];
  const item = message?.media[0];
  return { messageId: message?.id ?? '', url: item?.url ?? item?.playUrl ?? '', item };
}

describe('a file of a private message', () => {
  test.each([
    ['picture', photo, jpg],
    ['voice message', { type: 'audio', file: 'voice.m4a' } as const, voice],
  ])('that is a %s is fetched with the token, and shows offline and years later', async (_, file, bytes) => {
    const engine = await startWithFiles();
    engine.control.dm({ from: 'anna', text: '', photos: [file] });
    await engine.call('capture.pollNow', {});
    expect(countCalls(engine)).toBe(1);
    const { messageId, url } = await firstMedia(engine);
    expect(url).toMatch(/^https:\/\/ton\.twitter\.com\/1\.1\/ton\/data\/dm\/\d+\/\d+\/\w+\.\w+$/);
    await engine.restart({ credentials: null }, () => engine.clock.jump(3 * 365 * 86_400_000));
    const stored = await engine.call('media.get', { messageId, url });
    expect(readFileSync(stored.file)).toEqual(bytes);
    expect(statSync(stored.file).mode & 0o077).toBe(process.platform === 'win32' ? expect.any(Number) : 0);
    expect(countCalls(engine)).toBe(1);
  });

  test('is fetched again if its file was removed', async () => {
    const engine = await startWithFiles();
    engine.control.dm({ from: 'anna', text: '', photos: [photo] });
    await engine.call('capture.pollNow', {});
    const media = await firstMedia(engine);
    rmSync(join(engine.dir, 'media'), { recursive: true });
    const { file } = await engine.call('media.get', { messageId: media.messageId, url: media.url });
    expect(readFileSync(file)).toEqual(jpg);
  });

  test.each([
    ['among the backups of its workspace', 'copies'],
    ['beside its files, as somebody else’s copy', ''],
  ])('shows in a backup that is only read, %s', async (_, folder) => {
    const engine = await startWithFiles();
    engine.control.dm({ from: 'anna', text: '', photos: [photo] });
    await engine.call('capture.pollNow', {});
    const { messageId, url } = await firstMedia(engine);
    const { name } = await engine.call('backups.make', {});
    const file = join(engine.dir, folder, name);
    if (folder === '') copyFileSync(join(engine.dir, 'copies', name), file);
    const reader = readCopy(engine, file);
    if (!reader.ok) throw new Error(JSON.stringify(reader.error));
    const stored = (input: object) => reader.value.handle('media.stored', input);
    expect(await stored({ messageId, url })).toEqual({
      ok: true,
      value: { file: expect.stringContaining(join(engine.dir, 'media')) },
    });
    rmSync(join(engine.dir, 'media'), { recursive: true });
    expect(await stored({ messageId, url })).toEqual({ ok: true, value: { file: null } });
    expect(await stored({ messageId: 'dm-1', url })).toEqual({ ok: true, value: { file: null } });
    expect(countCalls(engine)).toBe(1);
  });

  test('that X does not have any more is asked for once', async () => {
    const engine = await startWithFiles();
    rmSync(join(engine.photosDir, 'A.jpg'));
    engine.control.dm({ from: 'anna', text: 'look', photos: [photo] });
    await engine.call('capture.pollNow', {});
    await engine.call('capture.pollNow', {});
    const { messageId, url } = await firstMedia(engine);
    expect(await engine.fail('media.get', { messageId, url })).toMatchObject({
      code: 'notFound',
      what: 'media',
    });
    expect(countCalls(engine)).toBe(1);
  });

  test('is not lost by a failure, and does not stop capture', async () => {
    const engine = await startWithFiles();
    engine.control.addFault({ kind: 'serverError', match: { path: '/dm_conversations/media/' } });
    engine.control.addFault({ kind: 'truncated', match: { path: '/dm_conversations/media/' } });
    engine.control.dm({ from: 'anna', text: 'look', photos: [photo] });
    expect((await engine.call('capture.pollNow', {})).newMessages).toBe(1);
    await engine.call('capture.pollNow', {});
    expect(existsSync(join(engine.dir, 'media'))).toBe(false);
    await engine.call('capture.pollNow', {});
    const { messageId, url } = await firstMedia(engine);
    expect(readFileSync((await engine.call('media.get', { messageId, url })).file)).toEqual(jpg);
  });

  test('that fails does not hold up the others', async () => {
    const engine = await startWithFiles();
    engine.control.addFault({ kind: 'serverError', match: { path: '/dm_conversations/media/' } });
    engine.control.dm({ from: 'anna', text: 'look', photos: [photo] });
    engine.control.dm({ from: 'bob', text: 'look', photos: [photo] });
    await engine.call('capture.pollNow', {});
    expect(readdirSync(join(engine.dir, 'media'))).toHaveLength(1);
  });

  test('costs a call in the ledger, and none once the cap is spent', async () => {
    const engine = await startWithFiles();
    engine.control.dm({ from: 'anna', text: 'look', photos: [photo] });
    await engine.call('capture.pollNow', {});
    const now = engine.clock.now();
    const { sources } = await engine.call('reports.costs', { from: 0, to: now + 1 });
    expect(sources).toContainEqual({ source: 'media', calls: 1, items: 0, usd: 0 });
    rmSync(join(engine.dir, 'media'), { recursive: true });
    await engine.call('budget.set', { monthlyCapUsd: 0 });
    const { messageId, url } = await firstMedia(engine);
    expect(await engine.fail('media.get', { messageId, url })).toMatchObject({ code: 'budgetSpent' });
  });

  test('is given out for its own message only', async () => {
    const engine = await startWithFiles();
    engine.control.dm({ from: 'anna', text: 'look', photos: [photo] });
    await engine.call('capture.pollNow', {});
    const { messageId, url } = await firstMedia(engine);
    for (const input of [
      { messageId: 'dm-1', url },
      { messageId, url: url.replace('A.jpg', 'B.jpg') },
      { messageId, url: 'file:///etc/passwd' },
      { messageId: '../../etc', url },
    ]) {
      expect(await engine.fail('media.get', input)).toMatchObject({ code: 'notFound' });
    }
  });

  test('waits for the next poll cycle beyond ten', async () => {
    const engine = await startWithFiles();
    for (let n = 0; n < 12; n += 1) engine.control.dm({ from: `p${n}`, text: 'look', photos: [photo] });
    await engine.call('capture.pollNow', {});
    expect(readdirSync(join(engine.dir, 'media'))).toHaveLength(10);
    await engine.call('capture.pollNow', {});
    expect(readdirSync(join(engine.dir, 'media'))).toHaveLength(12);
  });
});

describe('the message of the issue, from X itself', () => {
  const me = '795372667';
  const dmId = snowflake(Date.UTC(2026, 10, 23, 8), 0);
  const media = [
    { media_key: '3_11', type: 'photo', url: 'https://ton.twitter.com/1.1/ton/data/dm/1/11/A.jpg' },
    { media_key: '16_12', type: 'audio' },
  ];
  const event = {
    id: dmId,
    event_type: 'MessageCreate',
    sender_id: '5001',
    dm_conversation_id: `5001-${me}`,
    attachments: { media_keys: ['3_11', '16_12'] },
  };

  async function startX(respond: (path: string, response: ServerResponse) => void) {
    const server = createServer((request, response) => {
      if (request.headers.authorization !== 'Bearer demo-token') response.writeHead(401).end();
      else respond(request.url ?? '', response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  }

  test('is read, and its picture downloaded byte by byte', async () => {
    const bytes = Buffer.from(Array.from({ length: 3_000 }, (_, n) => n % 256));
    const paths: string[] = [];
    const url = await startX((path, response) => {
      paths.push(path.split('?')[0] ?? '');
      if (path.startsWith('/2/dm_conversations/media/')) {
        response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes);
      } else {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ data: [event], includes: { media }, meta: { result_count: 1 } }));
      }
    });
    const x = xClientFor(url, fakeClock());
    const page = await x.listDms({ maxResults: 10 });
    expect(page.ok && page.value.dms).toMatchObject([
      { participantId: '5001', unreadable: false, media: [{ type: 'photo' }, { type: 'audio', url: null }] },
    ]);
    const file = await x.getDmMedia({ dmId, mediaId: '11', resourceId: 'A.jpg' });
    expect(file.ok && Buffer.from(file.value)).toEqual(bytes);
    expect(paths[1]).toBe(`/2/dm_conversations/media/${dmId}/11/A.jpg`);
  });

  test('is not taken for complete if the picture breaks off', async () => {
    const url = await startX((_, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      response.write(jpg, () => response.socket?.destroy());
    });
    const x = xClientFor(url, fakeClock());
    expect(await x.getDmMedia({ dmId, mediaId: '11', resourceId: 'A.jpg' })).toMatchObject({
      ok: false,
      error: { code: 'xFailed' },
    });
  });

  test.each([
    [404, { code: 'refusedByX', status: 404 }],
    [401, { code: 'unauthorised' }],
    [429, { code: 'outOfCredits' }],
  ])('says why a picture with status %i cannot be had', async (status, error) => {
    const body = JSON.stringify({ title: 'UsageCapExceeded', detail: 'x', type: 'x/usage-capped' });
    const url = await startX((_, response) => {
      response.writeHead(status, { 'content-type': 'application/problem+json' });
      response.end(status === 429 ? body : '{}');
    });
    const x = xClientFor(url, fakeClock());
    expect(await x.getDmMedia({ dmId, mediaId: '11', resourceId: 'A.jpg' })).toMatchObject({
      ok: false,
      error,
    });
  });
});

test('files of messages that an earlier version captured are fetched, and what X had not described is no photo', () => {
  const dir = testFolder();
  mkdirSync(dir, { recursive: true });
  const db = new Database(join(dir, 'old.sqlite'));
  onTestFinished(() => {
    db.close();
  });
  for (const step of migrations.filter(({ version }) => version < 10)) db.exec(step.sql);
  db.exec(
    `INSERT INTO people (x_id, handle, name, first_seen_at, updated_at) VALUES ('1', 'anna', 'Anna', 1, 1)`,
  );
  const insert =
    db.prepare(`INSERT INTO messages (id, kind, x_id, version_x_id, role, author_id, person_id, threaded, text, at,
    media, captured_at) VALUES (?, ?, ?, ?, 'wanted', '1', '1', 1, '', 1, ?, 1)`);
  const url = 'https://ton.twitter.com/1.1/ton/data/dm/1/11/A.jpg';
  const undescribed = (key: string) => ({
    key,
    type: 'photo',
    url: null,
    alt: null,
    width: null,
    height: null,
  });
  insert.run(1, 'dm', '1', '1', JSON.stringify([{ ...undescribed('3_11'), url }, undescribed('16_12')]));
  insert.run(
    2,
    'post',
    '2',
    '2',
    JSON.stringify([{ ...undescribed('3_1'), url: 'https://pbs.twimg.com/1.jpg' }, undescribed('3_2')]),
  );
  db.exec(migrations.find(({ version }) => version === 10)?.sql ?? '');
  expect(db.prepare('SELECT * FROM dm_media').all()).toEqual([
    { message_id: 1, url, media_key: '3_11', state: 'wanted' },
  ]);
  const types = db.prepare('SELECT media FROM messages ORDER BY id').pluck().all();
  expect(types.map((media) => JSON.parse(String(media)).map((item: { type: string }) => item.type))).toEqual([
    ['photo', 'other'],
    ['photo', 'photo'],
  ]);
});
