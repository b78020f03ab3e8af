import { describe, expect, test } from 'vitest';
import type { RuleTrigger } from '#shared/domain/rule.ts';
import { startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { poll, post, save } from '../listening/support.ts';
import { createRule, createTag, type SomeRule, toDraft } from './support.ts';

const anyHit: RuleTrigger = { kind: 'hit', search: null };
const words = (...wanted: string[]) => [{ kind: 'words' as const, words: wanted, not: false }];

/** An engine with a saved search that has read its first page, and a rule for what it finds. */
async function startListening(rule: SomeRule) {
  const engine = await startTestEngine();
  const search = await save(engine, 'parcel');
  await poll(engine);
  const created = await createRule(engine, { name: 'Found', when: anyHit, ...rule });
  return { engine, search, rule: created };
}

async function find(engine: TestEngine, text: string, from = 'bea') {
  const { id } = post(engine, text, from);
  await poll(engine);
  await engine.clock.advance(100);
  return `post-${id}`;
}

const listRuns = async (engine: TestEngine) => (await engine.call('rules.runs', {})).items;
const listHits = async (engine: TestEngine) =>
  (await engine.call('listening.list', { withHidden: true })).items;

describe('a rule that takes posts into the queue', () => {
  test('does its steps there, for what matches, under its name, and says so to the team', async () => {
    const { engine, rule } = await startListening({ conditions: words('late'), steps: { hit: 'take' } });
    const tag = await createTag(engine, 'Watch');
    const steps = { ...rule.steps, addTags: [tag], priority: 'high' as const, notify: true };
    await engine.call('rules.update', { id: rule.id, steps });
    const messageId = await find(engine, 'My parcel is late');
    await find(engine, 'My parcel is here', 'cem');
    const taken = (await listHits(engine)).flatMap(({ takenAs }) => takenAs ?? []);
    expect(taken).toHaveLength(1);
    const [id = ''] = taken;
    const { conversation, activities } = await engine.call('conversations.get', { id });
    expect(conversation).toMatchObject({ reason: 'keyword', tags: [tag], priority: 'high', status: 'new' });
    expect(activities.filter(({ agent }) => agent !== null)).toEqual([]);
    expect(activities.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['hitTaken', 'ruleRun']));
    const sent = engine.events.filter(({ name }) => /^(rules.notified|conversations.opened)$/.test(name));
    expect(sent).toHaveLength(2);
    const [run] = await listRuns(engine);
    expect(run).toMatchObject({ conversationId: id, messageId, person: { handle: 'bea' }, isLogged: false });
    await engine.call('bulk.undo', { id: run?.id ?? '' });
    // It stays in the queue, as one that an agent has taken.
    const after = (await engine.call('conversations.get', { id })).conversation;
    expect(after).toMatchObject({ tags: [], priority: 'normal', waitingSince: expect.any(Number) });
    expect(await listRuns(engine)).toMatchObject([{ isUndone: true }]);
  });

  test('leaves no undo where it did nothing but take it', async () => {
    const { engine } = await startListening({ steps: { hit: 'take' } });
    await find(engine, 'My parcel is late');
    const [{ takenAs } = { takenAs: null }] = await listHits(engine);
    const { activities } = await engine.call('conversations.get', { id: takenAs ?? '' });
    const ran = activities.filter(({ kind }) => kind === 'ruleRun');
    expect(ran).toMatchObject([{ facts: { rule: 'Found', changedNothing: true } }]);
  });

  test('leads to no rule for messages, but to one for the tag that it adds', async () => {
    const { engine, rule } = await startListening({ steps: { hit: 'take' } });
    const [first, second] = [await createTag(engine, 'First'), await createTag(engine, 'Second')];
    await engine.call('rules.update', { id: rule.id, steps: { ...rule.steps, addTags: [first] } });
    await createRule(engine, { when: { kind: 'newConversation' }, steps: { priority: 'low' } });
    await createRule(engine, { when: { kind: 'tagAdded', tag: first }, steps: { addTags: [second] } });
    await find(engine, 'My parcel is late');
    await engine.clock.advance(100);
    const { items } = await engine.call('conversations.list', { view: 'all' });
    expect(items).toMatchObject([{ tags: expect.arrayContaining([first, second]), priority: 'normal' }]);
  });

  test('runs in the queue for a search that adds every post to it', async () => {
    const { engine, search, rule } = await startListening({ steps: { hit: 'take', priority: 'high' } });
    const { id, name, terms } = search;
    await engine.call('savedSearches.save', { id, name, terms, takesAll: true });
    await find(engine, 'My parcel is late');
    const { items } = await engine.call('conversations.list', { view: 'all' });
    expect(items).toMatchObject([{ priority: 'high', reason: 'keyword' }]);
    expect(await listRuns(engine)).toMatchObject([{ ruleId: rule.id, conversationId: items[0]?.id }]);
  });
});

describe('a rule that hides posts', () => {
  test('hides what matches, in no conversation, and its undo shows it again', async () => {
    const { engine, rule } = await startListening({ conditions: words('giveaway'), steps: { hit: 'hide' } });
    const hidden = await find(engine, 'Parcel giveaway!');
    const shown = await find(engine, 'My parcel is late');
    const read = async () => new Map((await listHits(engine)).map((hit) => [hit.message.id, hit.hidden]));
    expect(await read()).toEqual(
      new Map([
        [shown, false],
        [hidden, true],
      ]),
    );
    const [run] = await listRuns(engine);
    const expected = { ruleId: rule.id, conversationId: null, messageId: hidden, person: { handle: 'bea' } };
    expect(run).toMatchObject({ ...expected, isUndone: false });
    await engine.call('bulk.undo', { id: run?.id ?? '' });
    expect([...(await read()).values()]).toEqual([false, false]);
    expect(await listRuns(engine)).toMatchObject([{ isUndone: true }]);
    expect((await engine.call('conversations.list', { view: 'all' })).items).toEqual([]);
  });

  test('stops the rules below it, but not one above that has taken the post', async () => {
    const { engine } = await startListening({ conditions: words('refund'), steps: { hit: 'take' } });
    await createRule(engine, { when: anyHit, steps: { hit: 'hide' } });
    await createRule(engine, { when: anyHit, steps: { hit: 'take' } });
    await find(engine, 'I want a refund for my parcel');
    await find(engine, 'Parcel giveaway!', 'cem');
    expect((await listHits(engine)).map(({ hidden, takenAs }) => [hidden, takenAs !== null])).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});

describe('a rule for posts', () => {
  test('only records what it would have done while it is tried', async () => {
    const { engine } = await startListening({ mode: 'log', steps: { hit: 'take', priority: 'high' } });
    const messageId = await find(engine, 'My parcel is late');
    expect(await listHits(engine)).toMatchObject([{ takenAs: null, hidden: false }]);
    expect(await listRuns(engine)).toMatchObject([{ isLogged: true, conversationId: null, messageId }]);
  });

  test('waits for the finds of its own search, and for each post once', async () => {
    const { engine, search } = await startListening({ mode: 'log', steps: { hit: 'take' } });
    const other = await save(engine, 'late');
    await poll(engine);
    for (const { id } of [search, other]) {
      const when = { kind: 'hit' as const, search: id };
      await createRule(engine, { mode: 'log', name: id, when, steps: { hit: 'take' } });
    }
    await find(engine, 'My parcel is late');
    await find(engine, 'My parcel is here');
    const rules = (await engine.call('rules.list', {})).items;
    const names = (await listRuns(engine)).map(({ ruleId }) => rules.find(({ id }) => id === ruleId)?.name);
    const expected = ['Found', search.id, other.id, 'Found', search.id];
    expect(names.toSorted()).toEqual(expected.toSorted());
  });

  test('leaves alone what a new search finds of the past, and blocked authors', async () => {
    const { engine } = await startListening({ steps: { hit: 'take' } });
    post(engine, 'A strike at the depot');
    await save(engine, 'strike');
    await poll(engine);
    await find(engine, 'My parcel is late', 'spammer');
    const spammer = (await listHits(engine)).find(({ message }) => message.author.handle === 'spammer');
    await engine.call('listening.block', { personId: spammer?.message.author.id ?? '', blocked: true });
    await find(engine, 'My parcel is late again', 'spammer');
    expect((await listRuns(engine)).map(({ messageId }) => messageId)).toEqual([spammer?.message.id]);
  });

  test('counts the posts of the last 30 days in its preview', async () => {
    const { engine, search } = await startListening({ mode: 'off', steps: { hit: 'take' } });
    await find(engine, 'My parcel is late');
    await find(engine, 'My parcel is here', 'cem');
    const preview = (when: RuleTrigger, text = 'parcel') =>
      engine.call('rules.preview', { when, conditions: words(text) });
    const both = [{ person: { handle: 'cem' } }, { conversationId: null, person: { handle: 'bea' } }];
    expect(await preview(anyHit)).toMatchObject({ matches: 2, isExact: true, conversations: both });
    expect(await preview({ kind: 'hit', search: search.id }, 'late')).toMatchObject({ matches: 1 });
    expect(await preview({ kind: 'hit', search: 'other' })).toMatchObject({ matches: 0 });
  });

  test('is paused when its search is removed', async () => {
    const { engine, search, rule } = await startListening({ steps: { hit: 'take' } });
    await engine.call('rules.update', { id: rule.id, when: { kind: 'hit', search: search.id } });
    await engine.call('savedSearches.remove', { id: search.id });
    const problem = { missing: 'savedSearch', id: search.id };
    expect((await engine.call('rules.list', {})).items).toMatchObject([{ problem }]);
  });

  test.each([
    [anyHit, { priority: 'high' as const }, 'whether it takes the post'],
    [anyHit, { hit: 'hide' as const, priority: 'high' as const }, 'no conversation for its other steps'],
    [{ kind: 'message' } as const, { hit: 'take' as const }, 'only one for the trigger `hit`'],
  ])('is refused if it makes no sense: %o, %o', async (when, steps, reason) => {
    const engine = await startTestEngine();
    const refused = await engine.fail('rules.create', toDraft({ when, steps }));
    expect(refused).toMatchObject({ code: 'invalid', reason: expect.stringContaining(reason) });
  });
});
