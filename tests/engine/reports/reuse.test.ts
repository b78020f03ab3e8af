import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { EngineInput } from '#shared/contract/engine.ts';
import type { ListedFigure } from '#shared/domain/workReport.ts';
import { DAY_MS } from '#shared/time.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { untilState } from '../../support/untilState.ts';
import { createRule } from '../rules/support.ts';

const period = ({ clock }: TestEngine) => ({ from: clock.now() - DAY_MS, to: clock.now() + DAY_MS });

/** How many replies were reused, from what. */
async function reuse(engine: TestEngine) {
  const { figures } = await engine.call('reports.work', period(engine));
  const { fromLibrary, fromReplies, reused, replies } = figures;
  expect([fromLibrary.cases, fromReplies.cases, reused.cases]).toEqual([replies, replies, replies]);
  return { library: fromLibrary.hits, replies: fromReplies.hits, either: reused.hits, of: replies };
}

const listed = async (engine: TestEngine, figure: ListedFigure) =>
  (await engine.call('reports.workConversations', { ...period(engine), figure, limit: 50 })).items
    .map(({ conversationId }) => conversationId)
    .toSorted();

/** The same figures from the tables alone: replies that X has, each by what it is linked to. */
function countInStore({ dir }: TestEngine) {
  const db = new Database(join(dir, 'perch.sqlite'), { readonly: true });
  const links = db
    .prepare(
      `SELECT o.id, (SELECT count(*) FROM canned_uses WHERE outbox_id = o.id) AS canned,
        (SELECT count(*) FROM reply_uses WHERE reply_id = o.id) AS earlier FROM outbox o WHERE o.state = 'sent'`,
    )
    .all() as { canned: number; earlier: number }[];
  db.close();
  return {
    library: links.filter(({ canned }) => canned > 0).length,
    replies: links.filter(({ earlier }) => earlier > 0).length,
    either: links.filter(({ canned, earlier }) => canned + earlier > 0).length,
    of: links.length,
  };
}

async function send(engine: TestEngine, reply: Omit<EngineInput<'replies.send'>, 'undoMs'>) {
  const { outboxId } = await engine.call('replies.send', { ...reply, undoMs: 0 });
  await untilState(engine, outboxId, 'sent');
  return outboxId;
}

const createCanned = async (engine: TestEngine) =>
  (
    await engine.call('library.create', {
      title: 'Late',
      texts: [{ language: null, channel: null, text: 'Sorry, your parcel is late.' }],
    })
  ).id;

/** An engine in which Anna got a reply that can be suggested, and Bob waits for one. */
async function begin() {
  const engine = await startTestEngine();
  const anna = await openConversation(engine, 'anna', 'My parcel has not come');
  await send(engine, { conversationId: anna.id, channel: 'public', text: 'We look where your parcel is.' });
  const { messages } = await engine.call('conversations.get', { id: anna.id });
  const earlier = messages.find(({ direction }) => direction === 'out')?.id ?? '';
  const { id: conversationId } = await openConversation(engine, 'bob', 'Where is my parcel?');
  const draft = { conversationId, channel: 'public' as const, text: 'We look where your parcel is, Bob.' };
  const save = (more: Partial<EngineInput<'drafts.save'>> = {}) =>
    engine.call('drafts.save', { ...draft, ...more });
  const none = { library: 0, replies: 0, either: 0, of: 1 };
  expect(await reuse(engine)).toEqual(none);
  return { engine, anna, earlier, draft, save, none };
}

describe('the reuse in a report', () => {
  test('counts each reply by what it was written from, and lists their conversations', async () => {
    const { engine, earlier, draft } = await begin();
    const canned = await createCanned(engine);
    await send(engine, { ...draft, replyIds: [earlier, earlier, 'post-1', 'nonsense'] });
    const carl = await openConversation(engine, 'carl', 'And mine?');
    await send(engine, { ...draft, conversationId: carl.id, cannedIds: [canned], replyIds: [earlier] });
    const dora = await openConversation(engine, 'dora', 'And mine?');
    await send(engine, { ...draft, conversationId: dora.id, cannedIds: [canned] });
    expect(await reuse(engine)).toEqual({ library: 2, replies: 2, either: 3, of: 4 });
    expect(await reuse(engine)).toEqual(countInStore(engine));
    expect(await listed(engine, 'fromLibrary')).toEqual([carl.id, dora.id].toSorted());
    expect(await listed(engine, 'fromReplies')).toEqual([carl.id, draft.conversationId].toSorted());
    const all = [dora.id, carl.id, draft.conversationId].toSorted();
    expect(await listed(engine, 'reused')).toEqual(all);
    const table = await engine.call('reports.exportWork', { ...period(engine), groupBy: 'month' });
    const [names = '', row = ''] = table.content.split(/\r?\n/);
    const at = (name: string) => row.split(',')[names.split(',').indexOf(name)];
    const columns = ['from_library', 'from_earlier_replies', 'reused', 'reused_share'];
    expect(columns.map(at)).toEqual(['2', '2', '3', '0.75']);
  });

  test('knows after a restart from what a draft was begun, however it was changed since', async () => {
    const { engine, earlier, draft, save } = await begin();
    await save({ replyIds: [earlier] });
    await save({ cannedIds: [await createCanned(engine)] });
    await engine.restart();
    await save({ text: 'Your parcel: we have found it.' });
    await engine.restart();
    await send(engine, { ...draft, text: 'Your parcel: we have found it!' });
    expect(await reuse(engine)).toEqual({ library: 1, replies: 1, either: 1, of: 2 });
    await send(engine, { ...draft, text: 'And another one, in my own words.' });
    expect(await reuse(engine)).toEqual({ library: 1, replies: 1, either: 1, of: 3 });
    expect(await reuse(engine)).toEqual(countInStore(engine));
  });

  test('forgets it with the text of the draft', async () => {
    const { engine, earlier, draft, save, none } = await begin();
    await save({ replyIds: [earlier], cannedIds: [await createCanned(engine)] });
    await save({ text: '' });
    await save({ text: 'My own words' });
    await send(engine, { ...draft, text: 'My own words' });
    expect(await reuse(engine)).toEqual({ ...none, of: 2 });
  });

  test('follows a draft that goes out on the other channel, and leaves that of another reply', async () => {
    const { engine, earlier, draft, save } = await begin();
    engine.control.dm({ from: 'bob', text: 'Or here' });
    await engine.call('capture.pollNow', {});
    const { items } = await engine.call('conversations.list', { view: 'all' });
    const conversationId = items.find(({ person }) => person.handle === 'bob')?.id ?? '';
    await save({ conversationId, replyIds: [earlier] });
    await send(engine, { conversationId, channel: 'dm', text: 'Something else' });
    expect(await reuse(engine)).toMatchObject({ replies: 0, of: 2 });
    await send(engine, { conversationId, channel: 'dm', text: `${draft.text} ` });
    expect(await reuse(engine)).toMatchObject({ replies: 1, of: 3 });
  });

  test('gives it back to the draft with a reply that is cancelled, and not with one that is discarded', async () => {
    const { engine, earlier, draft, save, none } = await begin();
    const uses = { cannedIds: [await createCanned(engine)], replyIds: [earlier] };
    const hold = async () => (await engine.call('replies.send', { ...draft, undoMs: 10_000 })).outboxId;
    await save(uses);
    await engine.call('outbox.cancel', { id: await hold() });
    await engine.restart();
    const again = await hold();
    await save({ text: 'My own words' });
    await engine.call('outbox.cancel', { id: again, discard: true });
    const { items } = await engine.call('drafts.list', { conversationId: draft.conversationId });
    expect(items).toMatchObject([{ text: 'My own words' }]);
    await send(engine, { ...draft, text: 'My own words' });
    expect(await reuse(engine)).toEqual({ ...none, of: 2 });
    await save(uses);
    await engine.call('outbox.cancel', { id: await hold() });
    await send(engine, draft);
    expect(await reuse(engine)).toEqual({ library: 1, replies: 1, either: 1, of: 3 });
    expect(await reuse(engine)).toEqual(countInStore(engine));
  });

  test('stays with a draft that cannot be sent, and follows a reply that X refuses back to its draft', async () => {
    const { engine, earlier, draft, save, none } = await begin();
    await save({ replyIds: [earlier] });
    expect(await engine.fail('replies.send', { ...draft, text: 'Hi {name}', undoMs: 0 })).toMatchObject({
      code: 'unfilledVariable',
    });
    engine.control.addFault({
      kind: 'forbidden',
      detail: 'Reply to this conversation is not allowed.',
      match: { method: 'POST' },
    });
    const { outboxId } = await engine.call('replies.send', { ...draft, undoMs: 0 });
    await untilState(engine, outboxId, 'refused');
    expect(await reuse(engine)).toEqual(none);
    await engine.call('outbox.dismiss', { id: outboxId });
    await engine.restart();
    await send(engine, draft);
    expect(await reuse(engine)).toMatchObject({ replies: 1, of: 2 });
  });

  test('follows a reply that a colleague approves, and one that they return', async () => {
    const { engine, earlier, draft, save } = await begin();
    const [me] = (await engine.call('agents.list', {})).agents;
    const { id: robin } = await engine.call('agents.add', { name: 'Robin' });
    const be = (id = '') => engine.call('agents.switch', { id });
    const ask = async () => {
      await be(me?.id);
      const { id } = await engine.call('approvals.ask', { reply: draft, approver: null });
      await be(robin);
      return id;
    };
    await save({ replyIds: [earlier], cannedIds: [await createCanned(engine)] });
    await engine.call('approvals.return', { id: await ask(), note: 'Shorter' });
    await engine.restart();
    const { outboxId } = await engine.call('approvals.approve', { id: await ask() });
    await engine.call('outbox.cancel', { id: outboxId });
    const [waiting] = (await engine.call('approvals.list', {})).items;
    const approved = await engine.call('approvals.approve', { id: waiting?.id ?? '' });
    await engine.call('outbox.sendNow', { id: approved.outboxId });
    await untilState(engine, approved.outboxId, 'sent');
    expect(await reuse(engine)).toEqual({ library: 1, replies: 1, either: 1, of: 2 });
  });

  test('a macro neither takes it from a draft nor loses it', async () => {
    const { engine, earlier, draft, save } = await begin();
    await save({ replyIds: [earlier] });
    const { id } = await engine.call('macros.create', {
      name: 'Thanks',
      reply: { text: 'Thank you' },
      channel: 'public',
      addTags: [],
      removeTags: [],
      status: null,
      snoozeMinutes: null,
      assignee: null,
      priority: null,
    });
    const ran = await engine.call('macros.run', { id, conversationId: draft.conversationId });
    await engine.call('outbox.sendNow', { id: ran.outboxId ?? '' });
    await untilState(engine, ran.outboxId ?? '', 'sent');
    expect(await reuse(engine)).toMatchObject({ replies: 0, of: 2 });
    await send(engine, draft);
    expect(await reuse(engine)).toMatchObject({ replies: 1, of: 3 });
  });

  test('counts a reply that is sent from the draft of a rule, until somebody empties it', async () => {
    const { engine, none } = await begin();
    const canned = await createCanned(engine);
    await createRule(engine, { steps: { draft: canned } });
    const writeTo = async (from: string, isEmptied = false) => {
      const { id: conversationId } = await openConversation(engine, from, 'Late again');
      await engine.clock.advance(100);
      const [found] = (await engine.call('drafts.list', { conversationId })).items;
      expect(found).toMatchObject({ text: 'Sorry, your parcel is late.', rule: 'Some rule' });
      const draft = { conversationId, channel: 'public' as const };
      if (isEmptied) await engine.call('drafts.save', { ...draft, text: '' });
      await send(engine, { ...draft, text: 'Sorry, your parcel is late. We look into it.' });
    };
    await writeTo('dora');
    expect(await reuse(engine)).toEqual({ library: 1, replies: 0, either: 1, of: 2 });
    expect(await engine.call('library.get', { id: canned })).toMatchObject({ uses: 1 });
    await writeTo('eve', true);
    expect(await reuse(engine)).toEqual({ ...none, library: 1, either: 1, of: 3 });
  });

  test('keeps its figure, and no trace, once the person of the earlier reply is erased', async () => {
    const { engine, anna, earlier, draft, save } = await begin();
    await send(engine, { ...draft, replyIds: [earlier] });
    await save({ text: 'Once more', replyIds: [earlier] });
    const erase = { id: anna.personId, handle: 'anna', deletesBackups: false };
    const erased = await engine.call('people.erase', erase);
    expect(erased).toMatchObject({ proof: { found: 0 } });
    expect(await reuse(engine)).toEqual({ library: 0, replies: 1, either: 1, of: 1 });
    await send(engine, { ...draft, text: 'Once more' });
    expect(await reuse(engine)).toEqual({ library: 0, replies: 2, either: 2, of: 2 });
    expect(await reuse(engine)).toEqual(countInStore(engine));
  });
});
