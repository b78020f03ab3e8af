import { describe, expect, test } from 'vitest';
import type { Channel } from '#shared/domain/reply.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { createRule, createTag, type SomeRule } from './support.ts';

async function createCanned(engine: TestEngine, channel: Channel | null = null, isPromise = false) {
  const texts = [
    { language: 'en' as const, channel, text: 'Hello {firstName}, we look into it.' },
    { language: 'fr' as const, channel, text: 'Bonjour {firstName}, nous regardons cela.' },
  ];
  return (await engine.call('library.create', { title: 'Looking', texts, isPromise })).id;
}

/** An engine with a rule that drafts a canned response for everybody who writes. */
async function startDrafting(more: SomeRule = {}) {
  const engine = await startTestEngine();
  const draft = await createCanned(engine);
  const rule = await createRule(engine, { name: 'Look', ...more, steps: { ...more.steps, draft } });
  return { engine, draft, rule };
}

async function read(engine: TestEngine, conversationId: string) {
  await engine.clock.advance(100);
  const drafts = await engine.call('drafts.list', { conversationId });
  const { activities } = await engine.call('conversations.get', { id: conversationId });
  const runs = activities.filter(({ kind }) => kind === 'ruleRun').map(({ facts }) => facts);
  return { drafts: drafts.items, runs, drafted: activities.filter(({ kind }) => kind === 'replyDrafted') };
}

describe('a rule that drafts a canned response', () => {
  test('fills it in the language of the person on their channel, sends nothing, and its undo takes it away', async () => {
    const { engine, draft } = await startDrafting();
    engine.control.dm({ from: 'anna', text: 'Bonjour, où est ma commande ? Merci beaucoup' });
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(100);
    const { items } = await engine.call('conversations.list', { view: 'all' });
    expect(items).toMatchObject([{ hasDraft: true }]);
    const id = items[0]?.id ?? '';
    const { drafts, runs, drafted } = await read(engine, id);
    const text = 'Bonjour Anna, nous regardons cela.';
    expect(drafts).toMatchObject([{ channel: 'dm', text, rule: 'Look' }]);
    expect(drafted).toMatchObject([{ agent: null, facts: { rule: 'Look', cannedId: draft, channel: 'dm' } }]);
    expect((await engine.call('outbox.list', { conversationId: id })).items).toEqual([]);
    await engine.call('bulk.undo', { id: String(runs[0]?.runId) });
    expect((await read(engine, id)).drafts).toEqual([]);
    const [run] = (await engine.call('rules.runs', {})).items;
    expect(run).toMatchObject({ isUndone: true, steps: { draft } });
  });

  test('is its author only until somebody changes the draft, which undoing then leaves', async () => {
    const { engine } = await startDrafting();
    const { id } = await openConversation(engine);
    const { runs } = await read(engine, id);
    const draft = { conversationId: id, channel: 'public' as const, text: 'Hello, I look into it.' };
    await engine.call('drafts.save', draft);
    const { left } = await engine.call('bulk.undo', { id: String(runs[0]?.runId) });
    expect(left).toEqual([{ id, code: 'changedSince' }]);
    const [kept] = (await read(engine, id)).drafts;
    expect(kept).toMatchObject({ text: draft.text });
    expect(kept).not.toHaveProperty('rule');
  });

  test('leaves what somebody has begun, on either channel', async () => {
    const { engine } = await startDrafting();
    const { id } = await openConversation(engine);
    const { runs } = await read(engine, id);
    await engine.call('bulk.undo', { id: String(runs[0]?.runId) });
    await engine.call('drafts.save', { conversationId: id, channel: 'dm', text: 'Mine' });
    engine.control.mention({ from: 'anna', text: 'And now?' });
    await engine.call('capture.pollNow', {});
    expect((await read(engine, id)).drafts).toMatchObject([{ channel: 'dm', text: 'Mine' }]);
    expect((await engine.call('rules.runs', {})).items).toHaveLength(1);
  });

  test('keeps private words out of public drafts', async () => {
    const engine = await startTestEngine();
    await createRule(engine, { steps: { draft: await createCanned(engine, 'dm') } });
    const { id } = await openConversation(engine);
    expect(await read(engine, id)).toEqual({ drafts: [], runs: [], drafted: [] });
  });

  test('only records it while it is tried', async () => {
    const { engine, rule } = await startDrafting({ mode: 'log' });
    const { id } = await openConversation(engine);
    expect((await read(engine, id)).drafts).toEqual([]);
    expect((await engine.call('rules.runs', { id: rule.id })).items).toMatchObject([{ isLogged: true }]);
  });

  test('does the rest and says why where promises are frozen', async () => {
    const engine = await startTestEngine();
    const [tag, draft] = [await createTag(engine, 'Seen'), await createCanned(engine, null, true)];
    await createRule(engine, { steps: { addTags: [tag], draft } });
    await engine.call('crisis.start', { title: 'Payments fail' });
    const { id } = await openConversation(engine);
    const { drafts, runs } = await read(engine, id);
    expect(drafts).toEqual([]);
    expect(runs).toMatchObject([{ refused: 'promiseFrozen' }]);
    expect((await engine.call('conversations.get', { id })).conversation.tags).toEqual([tag]);
  });

  test('is paused when the canned response is deleted', async () => {
    const { engine, draft, rule } = await startDrafting();
    await engine.call('library.delete', { id: draft });
    const { id } = await openConversation(engine);
    expect((await read(engine, id)).drafts).toEqual([]);
    const problem = { missing: 'cannedResponse', id: draft };
    expect((await engine.call('rules.list', {})).items).toMatchObject([{ id: rule.id, problem }]);
    const refused = await engine.fail('rules.update', { id: rule.id, name: 'Other' });
    expect(refused).toEqual({ code: 'notFound', what: 'cannedResponse', id: draft });
  });
});
