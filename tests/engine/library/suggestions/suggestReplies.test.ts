import { expect, it } from 'vitest';
import { removeMessage } from '#engine/conversations/removeMessage.ts';
import { libraryHandlers } from '#engine/handlers/library.ts';
import { replyHandlers } from '#engine/handlers/replies.ts';
import { deriveQueued } from '#engine/library/suggestions/deriveExchanges.ts';
import { all, get, run } from '#engine/store/sql.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage, someUser } from '../../../support/builders.ts';
import { type TestEngine, testEngine } from '../../../support/testEngine.ts';

let person = 0;

/** A conversation of a new person: what they ask, and the account's replies to it. */
async function converse(engine: TestEngine, asked: string, replies: string[], facts: Facts = {}) {
  person += 1;
  const personId = String(person);
  const at = MORNING + person * MINUTE_MS;
  const { name = `Person ${person}`, ...message } = facts;
  const messages = [asked, ...replies].map((text, n) => {
    const role = n === 0 ? ('wanted' as const) : ('own' as const);
    return someMessage({
      text,
      personId,
      role,
      at: at + n * 1_000,
      reason: n === 0 ? 'mention' : null,
      ...message,
    });
  });
  await engine.capture(messages, [someUser(personId, { name })]);
  const found = get<{ id: string }>(
    engine.ctx.db,
    'SELECT id FROM conversations WHERE person_id = ?',
    personId,
  );
  return { id: found?.id ?? '', personId, at };
}

interface Facts {
  readonly name?: string;
  readonly lang?: string | null;
  readonly kind?: 'post' | 'dm';
}

async function suggest({ ctx }: TestEngine, conversationId: string, limit = 5) {
  deriveQueued(ctx.db, () => false);
  const suggested = await replyHandlers['replies.suggest'](ctx, { conversationId, limit });
  if (!suggested.ok) throw new Error(suggested.error.code);
  return suggested.value.items;
}

const texts = async (engine: TestEngine, id: string) => (await suggest(engine, id)).map(({ text }) => text);

it('suggests the reply to the most similar question, adapted, with where it comes from', async () => {
  const engine = testEngine();
  await converse(engine, 'how do I reset my password?', ['Hi Bob, see https://h.example/password ^TP'], {
    name: 'Bob',
  });
  const old = await converse(
    engine,
    'my parcel is late',
    ['@person2 Hi Sue, order 12345678 is on its way.'],
    { name: 'Sue Lee' },
  );
  const open = await converse(engine, 'where is my parcel? it is so late', [], { name: 'Mia Maes' });
  const [first, second] = await suggest(engine, open.id);
  expect(first).toMatchObject({
    text: 'Hi Mia, order {orderNumber} is on its way.',
    source: {
      kind: 'reply',
      conversationId: old.id,
      handle: `person${old.personId}`,
      agent: null,
      at: old.at + 1_000,
    },
    uses: 1,
    missing: [{ variable: 'orderNumber', start: 14, end: 27 }],
  });
  expect(second?.text).toBe('Hi Mia, see https://h.example/password');
  expect(first?.score).toBeGreaterThan(second?.score ?? 1);
});

it('shows nearly the same replies once, and how often they were sent', async () => {
  const engine = testEngine();
  const replied = (name: string) =>
    `Hi ${name}, please restart your router and wait for five minutes, then try once more.`;
  await converse(engine, 'internet is down', [replied('Bob')], { name: 'Bob' });
  await converse(engine, 'no internet again', [replied('Sue')], { name: 'Sue' });
  await converse(engine, 'internet down?', [replied('Ann').replace('once more', 'again')], { name: 'Ann' });
  const open = await converse(engine, 'my internet is down', [], { name: 'Mia' });
  expect(await suggest(engine, open.id)).toMatchObject([
    { uses: 3, text: expect.stringContaining('Hi Mia, please restart') },
  ]);
});

it('never suggests what was said in the conversation itself', async () => {
  const engine = testEngine();
  const { id } = await converse(engine, 'internet is down', ['Please restart it.']);
  expect(await suggest(engine, id)).toEqual([]);
});

it('suggests what was said in private in private conversations only', async () => {
  const engine = testEngine();
  await converse(engine, 'my refund is late', ['Your refund was late because of us.'], {
    kind: 'dm',
    lang: null,
  });
  const open = await converse(engine, 'my refund is late', []);
  const inPrivate = await converse(engine, 'my refund is late', [], { kind: 'dm', lang: null });
  expect(await texts(engine, open.id)).toEqual([]);
  expect(await texts(engine, inPrivate.id)).toEqual(['Your refund was late because of us.']);
});

it('suggests replies in the language of the person first', async () => {
  const engine = testEngine();
  await converse(engine, 'router router router broken', ['Please restart the router.'], { lang: 'en' });
  await converse(engine, 'mijn router is stuk', ['Wil je de router herstarten?'], { lang: 'nl' });
  const open = await converse(engine, 'router router router broken', [], { lang: 'nl' });
  expect(await texts(engine, open.id)).toEqual([
    'Wil je de router herstarten?',
    'Please restart the router.',
  ]);
});

it('says how the conversation went on', async () => {
  const engine = testEngine();
  const settled = await converse(engine, 'the app crashes', ['Please update the app to the newest version.']);
  run(engine.ctx.db, `UPDATE conversations SET status = 'resolved' WHERE id = ?`, settled.id);
  const again = await converse(engine, 'the app crashes', ['Could you tell us which phone you have?']);
  const more = { text: 'still crashes', personId: again.personId, at: again.at + 9_000 };
  await engine.capture([someMessage(more)]);
  const open = await converse(engine, 'the app crashes', []);
  const outcomes = (await suggest(engine, open.id)).map(({ text, outcome }) => [text.slice(0, 6), outcome]);
  expect(Object.fromEntries(outcomes)).toEqual({ Please: 'resolved', 'Could ': 'askedAgain' });
});

it('forgets what was erased or rewritten at once', async () => {
  const engine = testEngine();
  const { db } = engine.ctx;
  await converse(engine, 'where is my zebra?', ['Your zebra is in the garden.']);
  const open = await converse(engine, 'where is the zebra', []);
  expect(await texts(engine, open.id)).toEqual(['Your zebra is in the garden.']);
  const reply = get<{ id: number }>(db, `SELECT id FROM messages WHERE text LIKE '%garden%'`);
  removeMessage(engine.ctx, reply?.id ?? 0);
  const left = `SELECT 1 FROM exchanges UNION ALL SELECT 1 FROM exchanges_fts WHERE exchanges_fts MATCH 'garde' UNION ALL SELECT 1 FROM answers`;
  expect(all(db, left)).toEqual([]);
  expect(await texts(engine, open.id)).toEqual([]);
});

it('suggests an edited reply as it is now', async () => {
  const engine = testEngine();
  const { personId, at } = await converse(engine, 'when do you open?', []);
  const reply = { personId, role: 'own' as const, reason: null, at: at + 1_000, xId: '900001' };
  await engine.capture([someMessage({ ...reply, text: 'We open at nine.' })]);
  const open = await converse(engine, 'when do you open', []);
  expect(await texts(engine, open.id)).toEqual(['We open at nine.']);
  await engine.capture([someMessage({ ...reply, versionXId: '900002', text: 'We open at ten.' })]);
  expect(await texts(engine, open.id)).toEqual(['We open at ten.']);
});

it('suggests canned responses among them, filled for this person', async () => {
  const engine = testEngine();
  const texts = [
    { language: null, channel: 'public' as const, text: 'Hi {firstName}, your refund takes five days.' },
    { language: null, channel: 'dm' as const, text: 'In private, {firstName}: five days.' },
  ];
  const input = { title: 'Refund', shortcut: null, folder: '', texts, images: [] };
  const created = await libraryHandlers['library.create'](engine.ctx, input);
  if (!created.ok) throw new Error(created.error.code);
  await converse(engine, 'the shop is closed', ['We open at nine, see you.']);
  const open = await converse(engine, 'when do I get my refund', [], { name: 'Mia Maes' });
  const canned = (await suggest(engine, open.id)).find(({ source }) => source.kind === 'canned');
  expect(canned).toMatchObject({
    text: 'Hi Mia, your refund takes five days.',
    source: { kind: 'canned', id: created.value.id },
    uses: 0,
    missing: [],
  });
  const onlyPrivate = { id: created.value.id, texts: texts.slice(1) };
  await libraryHandlers['library.update'](engine.ctx, onlyPrivate);
  const left = await suggest(engine, open.id);
  expect(left.filter(({ source }) => source.kind === 'canned')).toEqual([]);
});

it('suggests a canned response by the words that it has now', async () => {
  const engine = testEngine();
  const wording = (text: string) => [{ language: null, channel: null, text }];
  const input = { title: 'Parcels', shortcut: null, folder: '', texts: wording('By van.'), images: [] };
  const created = await libraryHandlers['library.create'](engine.ctx, input);
  if (!created.ok) throw new Error(created.error.code);
  const { id } = created.value;
  const open = await converse(engine, 'where is my zebra', []);
  expect(await texts(engine, open.id)).toEqual([]);
  await libraryHandlers['library.update'](engine.ctx, { id, texts: wording('Your zebra comes by van.') });
  expect(await texts(engine, open.id)).toEqual(['Your zebra comes by van.']);
  await libraryHandlers['library.update'](engine.ctx, { id, texts: wording('By van.') });
  expect(await texts(engine, open.id)).toEqual([]);
});

it('fails for a conversation that does not exist', async () => {
  const { ctx } = testEngine();
  const failed = await replyHandlers['replies.suggest'](ctx, { conversationId: 'nowhere', limit: 5 });
  expect(failed).toEqual({ ok: false, error: { code: 'notFound', what: 'conversation', id: 'nowhere' } });
});
