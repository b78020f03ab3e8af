import { describe, expect, test } from 'vitest';
import type { RuleSteps } from '#shared/domain/rule.ts';
import { DAY_MS } from '#shared/time.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { createRule as create, createTag, toDraft } from './support.ts';

async function read(engine: TestEngine, id: string) {
  await engine.clock.advance(100);
  const { conversation, activities } = await engine.call('conversations.get', { id });
  return {
    tags: conversation.tags,
    status: conversation.status,
    priority: conversation.priority,
    agent: conversation.agent,
    runs: activities.filter(({ kind }) => kind === 'ruleRun').map(({ facts }) => facts.rule),
  };
}

describe('a rule', () => {
  test('acts on a message that meets its conditions, under its name and by nobody, and is undone as one', async () => {
    const engine = await startTestEngine();
    const tag = await createTag(engine, 'Refund');
    await create(engine, {
      name: 'Refunds',
      when: { kind: 'newConversation' },
      conditions: [
        { kind: 'words', words: ['remboursement', 'money back'], not: false },
        { kind: 'channel', channel: 'public' },
      ],
      steps: { addTags: [tag], status: 'open', priority: 'high' },
    });
    const other = await openConversation(engine, 'bob', 'Money is back in my account, thanks');
    const { id } = await openConversation(engine, 'anna', 'I want my MONEY back!');
    expect(await read(engine, other.id)).toMatchObject({ tags: [], priority: 'normal', runs: [] });
    expect(await read(engine, id)).toMatchObject({
      ...{ tags: [tag], status: 'open', priority: 'high' },
      runs: ['Refunds'],
    });
    const { activities } = await engine.call('conversations.get', { id });
    const ran = activities.find(({ kind }) => kind === 'ruleRun');
    expect(activities.filter(({ kind }) => kind === 'tagged').map(({ agent }) => agent)).toEqual([null]);
    await engine.call('bulk.undo', { id: String(ran?.facts.runId) });
    expect(await read(engine, id)).toMatchObject({ tags: [], status: 'new', priority: 'normal' });
  });

  test('runs once for each message, also when its page is read again', async () => {
    const engine = await startTestEngine();
    const tag = await createTag(engine, 'Hello');
    const rule = await create(engine, { steps: { addTags: [tag] } });
    const { id } = await openConversation(engine);
    await read(engine, id);
    await engine.call('conversations.tag', { id, add: [], remove: [tag] });
    await engine.call('capture.pollNow', {});
    expect(await read(engine, id)).toMatchObject({ tags: [] });
    engine.control.mention({ from: 'anna', text: 'And now?' });
    await engine.call('capture.pollNow', {});
    expect(await read(engine, id)).toMatchObject({ tags: [tag] });
    expect((await engine.call('rules.runs', { id: rule.id })).items).toHaveLength(2);
  });

  test('knows the language of a private message from its words', async () => {
    const engine = await startTestEngine();
    const tag = await createTag(engine, 'French');
    await create(engine, {
      conditions: [
        { kind: 'language', languages: ['fr'] },
        { kind: 'channel', channel: 'dm' },
      ],
      steps: { addTags: [tag] },
    });
    engine.control.dm({ from: 'anna', text: 'Bonjour, où est ma commande ? Merci beaucoup' });
    engine.control.dm({ from: 'bob', text: 'Hello, where is my order? Thank you very much' });
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(100);
    const { items } = await engine.call('conversations.list', { view: 'all' });
    const tagged = items.filter(({ tags }) => tags.includes(tag)).map(({ person }) => person.handle);
    expect(tagged).toEqual(['anna']);
  });

  test('knows how a message sounds, and does not run where that is in doubt', async () => {
    const engine = await startTestEngine();
    const tag = await createTag(engine, 'Complaint');
    await create(engine, {
      conditions: [{ kind: 'sentiment', sentiment: 'negative' }],
      steps: { addTags: [tag] },
    });
    engine.control.dm({ from: 'anna', text: 'This is the worst service, I am still waiting for my order' });
    engine.control.dm({ from: 'bob', text: 'Hello, where can I find my order?' });
    engine.control.mention({ from: 'cem', text: 'Das ist der schlechteste Laden', lang: 'de' });
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(100);
    const { items } = await engine.call('conversations.list', { view: 'all' });
    const tagged = items.filter(({ tags }) => tags.includes(tag)).map(({ person }) => person.handle);
    expect(tagged).toEqual(['anna']);
  });

  test('sees what the rules above it have done, and runs no more below one that stops', async () => {
    const engine = await startTestEngine();
    const [first, second, third] = [
      await createTag(engine, 'First'),
      await createTag(engine, 'Second'),
      await createTag(engine, 'Third'),
    ];
    await create(engine, { name: 'One', steps: { addTags: [first] } });
    await create(engine, {
      name: 'Two',
      conditions: [{ kind: 'tag', tag: first, not: false }],
      steps: { addTags: [second] },
      stops: true,
    });
    const last = await create(engine, { name: 'Three', steps: { addTags: [third] } });
    const { id } = await openConversation(engine);
    expect(await read(engine, id)).toMatchObject({ tags: [first, second].toSorted(), runs: ['One', 'Two'] });
    await engine.call('rules.update', { id: last.id, position: 0 });
    const other = await openConversation(engine, 'bob');
    expect(await read(engine, other.id)).toMatchObject({ runs: ['Three', 'One', 'Two'] });
  });

  test('that leads to others ends after three, each once', async () => {
    const engine = await startTestEngine();
    const tags = await Promise.all(['A', 'B', 'C', 'D', 'E'].map((name) => createTag(engine, name)));
    const [a = '', b = '', c = '', d = '', e = ''] = tags;
    await create(engine, { name: 'to B', when: { kind: 'tagAdded', tag: a }, steps: { addTags: [b] } });
    await create(engine, {
      name: 'and back',
      when: { kind: 'tagAdded', tag: b },
      steps: { addTags: [c], removeTags: [a] },
    });
    await create(engine, { name: 'to A', when: { kind: 'tagAdded', tag: c }, steps: { addTags: [a, d] } });
    await create(engine, { name: 'to E', when: { kind: 'tagAdded', tag: d }, steps: { addTags: [e] } });
    const { id } = await openConversation(engine);
    await engine.call('conversations.tag', { id, add: [a], remove: [] });
    await engine.clock.advance(1_000);
    const { tags: found, runs } = await read(engine, id);
    expect(runs).toEqual(['to B', 'and back', 'to A']);
    expect(found.toSorted()).toEqual([a, b, c, d].toSorted());
  });

  test('that only logs changes nothing and says what it would have done', async () => {
    const engine = await startTestEngine();
    const tag = await createTag(engine, 'Hello');
    const rule = await create(engine, { mode: 'log', steps: { addTags: [tag] }, stops: true });
    const { id } = await openConversation(engine);
    expect(await read(engine, id)).toMatchObject({ tags: [], runs: [] });
    const { items } = await engine.call('rules.runs', { id: rule.id });
    expect(items).toMatchObject([{ conversationId: id, isLogged: true, steps: { addTags: [tag] } }]);
  });

  test('whose tag is gone says so and waits', async () => {
    const engine = await startTestEngine();
    const tag = await createTag(engine, 'Hello');
    const rule = await create(engine, { steps: { addTags: [tag], status: 'open' } });
    await engine.call('tags.delete', { id: tag });
    const { id } = await openConversation(engine);
    expect(await read(engine, id)).toMatchObject({ status: 'new', runs: [] });
    const { items } = await engine.call('rules.list', {});
    expect(items).toMatchObject([{ id: rule.id, mode: 'on', problem: { missing: 'tag', id: tag } }]);
    const error = await engine.fail('rules.update', { id: rule.id, name: 'Other' });
    expect(error).toEqual({ code: 'notFound', what: 'tag', id: tag });
    await engine.call('rules.update', { id: rule.id, mode: 'off' });
  });

  test('resolves what it has seen, but not what came after that', async () => {
    const engine = await startTestEngine();
    await create(engine, {
      conditions: [{ kind: 'words', words: ['newsletter'], not: false }],
      steps: { status: 'resolved' },
    });
    const alone = await openConversation(engine, 'bob', 'Subscribe to my newsletter');
    expect(await read(engine, alone.id)).toMatchObject({ status: 'resolved' });
    engine.control.mention({ from: 'anna', text: 'Subscribe to my newsletter' });
    engine.control.mention({ from: 'anna', text: 'Where is my order?' });
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(100);
    const { items } = await engine.call('conversations.list', { view: 'queue' });
    expect(items.map(({ person, status }) => [person.handle, status])).toEqual([['anna', 'new']]);
    const { activities } = await engine.call('conversations.get', { id: items[0]?.id ?? '' });
    const ran = activities.filter(({ kind }) => kind === 'ruleRun');
    expect(ran.map(({ facts }) => facts.refused)).toEqual(['unseenMessages']);
  });

  test('that waits when the engine ends runs once in the next one', async () => {
    const engine = await startTestEngine();
    const tag = await createTag(engine, 'Hello');
    const rule = await create(engine, { steps: { addTags: [tag] } });
    const { id } = await openConversation(engine);
    await engine.restart();
    expect(await read(engine, id)).toMatchObject({ tags: [tag], runs: ['Some rule'] });
    await engine.restart();
    await engine.clock.advance(1_000);
    expect((await engine.call('rules.runs', { id: rule.id })).items).toHaveLength(1);
  });
});

describe('rules', () => {
  test('leave old news alone', async () => {
    const engine = await startTestEngine();
    const tag = await createTag(engine, 'Hello');
    await create(engine, { steps: { addTags: [tag] } });
    const { id } = await openConversation(engine);
    await read(engine, id);
    engine.control.mention({ from: 'bob', text: 'Written while Perch was away' });
    engine.clock.jump(8 * DAY_MS);
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(100);
    const { items } = await engine.call('conversations.list', { view: 'all' });
    const tagged = items.filter(({ tags }) => tags.includes(tag)).map(({ person }) => person.handle);
    expect([items.length, tagged]).toEqual([2, ['anna']]);
  });

  test('are refused if they do nothing, contradict themselves, or need what does not exist', async () => {
    const engine = await startTestEngine();
    const fail = (steps: Partial<RuleSteps>) => engine.fail('rules.create', toDraft({ steps }));
    expect(await fail({})).toMatchObject({ code: 'invalid', path: 'rule' });
    expect(await fail({ status: 'open', snoozeMinutes: 5 })).toMatchObject({ code: 'invalid' });
    expect(await fail({ addTags: ['gone'] })).toEqual({ code: 'notFound', what: 'tag', id: 'gone' });
    expect(await fail({ assignee: { agent: 'x' } })).toMatchObject({ code: 'notFound', what: 'agent' });
  });

  test('are at most fifty, and can be deleted', async () => {
    const engine = await startTestEngine();
    for (let n = 0; n < 50; n += 1) await create(engine, { name: `Rule ${n}`, steps: { status: 'open' } });
    const error = await engine.fail('rules.create', toDraft({ steps: { status: 'open' } }));
    expect(error).toMatchObject({ code: 'invalid', reason: expect.stringContaining('50') });
    const [first] = (await engine.call('rules.list', {})).items;
    await engine.call('rules.delete', { id: first?.id ?? '' });
    expect((await engine.call('rules.list', {})).items).toHaveLength(49);
    expect(await engine.fail('rules.runs', { id: first?.id ?? '' })).toMatchObject({ what: 'rule' });
  });
});

test('a condition looks at the priority as the rules above it and agents have left it', async () => {
  const engine = await startTestEngine();
  const [raised, other] = [await createTag(engine, 'Raised'), await createTag(engine, 'Other')];
  const words = { kind: 'words' as const, words: ['fire'], not: false };
  await create(engine, { conditions: [words], steps: { priority: 'urgent' } });
  await create(engine, {
    conditions: [{ kind: 'priority', priority: 'urgent' }],
    steps: { addTags: [raised] },
  });
  await create(engine, { conditions: [{ kind: 'priority', priority: 'low' }], steps: { addTags: [other] } });
  const urgent = await openConversation(engine, 'anna', 'My phone is on fire');
  const normal = await openConversation(engine, 'bob', 'Hello');
  expect((await read(engine, urgent.id)).tags).toEqual([raised]);
  expect((await read(engine, normal.id)).tags).toEqual([]);
  await engine.call('conversations.setPriority', { id: normal.id, priority: 'low' });
  engine.control.mention({ from: 'bob', text: 'Anybody there?' });
  await engine.call('capture.pollNow', {});
  expect((await read(engine, normal.id)).tags).toEqual([other]);
});
