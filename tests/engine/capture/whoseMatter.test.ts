import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/time.ts';
import { startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';

const queueOf = async (engine: TestEngine) =>
  (await engine.call('conversations.list', { view: 'queue' })).items.map(({ person }) => person.handle);

async function openOne(engine: TestEngine, text = 'Where is it?') {
  const { id: postId } = engine.control.mention({ from: 'anna', text });
  await engine.call('capture.pollNow', {});
  const { items } = await engine.call('conversations.list', { view: 'all' });
  const id = items.find(({ person }) => person.handle === 'anna')?.id ?? '';
  return { id, postId };
}

describe('a post of the account itself', () => {
  test('that replies to its own reply to a customer stands in that history', async () => {
    const engine = await startTestEngine();
    const { id, postId } = await openOne(engine);
    const first = engine.control.ownPost({ text: '@anna On it', replyToId: postId });
    engine.control.ownPost({ text: 'It leaves today', replyToId: first.id });
    await engine.clock.advance(MINUTE_MS);
    await engine.call('capture.pollNow', {});
    const { messages } = await engine.call('conversations.get', { id });
    expect(messages.map(({ text }) => text)).toEqual([
      '@harbourhelp Where is it?',
      '@anna On it',
      'It leaves today',
    ]);
    expect(await queueOf(engine)).toEqual([]);
  });

  test('alone takes the conversation off the queue, and stops a reply that is held', async () => {
    const engine = await startTestEngine();
    const { id, postId } = await openOne(engine);
    const first = engine.control.ownPost({ text: '@anna On it', replyToId: postId });
    await engine.clock.advance(MINUTE_MS);
    await engine.call('capture.pollNow', {});
    engine.control.mention({ from: 'anna', text: 'And?' });
    await engine.clock.advance(MINUTE_MS);
    await engine.call('capture.pollNow', {});
    expect(await queueOf(engine)).toEqual(['anna']);
    const outboxId = await engine.send(id, 'Tomorrow', 'public', 5 * MINUTE_MS);
    engine.control.ownPost({ text: 'It leaves today', replyToId: first.id });
    await engine.clock.advance(MINUTE_MS);
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(5 * MINUTE_MS);
    await until('it is stopped', async () => (await engine.entry(outboxId))?.status.kind === 'stopped');
    expect((await engine.entry(outboxId))?.status).toMatchObject({ reason: 'answeredElsewhere' });
  });

  test('that quotes a customer stands in that history and takes the conversation off the queue', async () => {
    const engine = await startTestEngine();
    const { id, postId } = await openOne(engine);
    engine.control.ownPost({ text: 'We have found it', quotedId: postId });
    await engine.clock.advance(MINUTE_MS);
    await engine.call('capture.pollNow', {});
    const { messages } = await engine.call('conversations.get', { id });
    expect(messages.at(-1)).toMatchObject({ direction: 'out', text: 'We have found it' });
    expect(await queueOf(engine)).toEqual([]);
  });
});

test('a quote of a customer by the account stops a reply that is held', async () => {
  const engine = await startTestEngine();
  const { id, postId } = await openOne(engine);
  const outboxId = await engine.send(id, 'Tomorrow', 'public', 5 * MINUTE_MS);
  engine.control.ownPost({ text: 'We have found it', quotedId: postId });
  await engine.clock.advance(MINUTE_MS);
  await engine.call('capture.pollNow', {});
  await engine.clock.advance(5 * MINUTE_MS);
  await until('it is stopped', async () => (await engine.entry(outboxId))?.status.kind === 'stopped');
  expect((await engine.entry(outboxId))?.status).toMatchObject({ reason: 'answeredElsewhere' });
});

describe('the reason of a conversation', () => {
  const reasonOf = async (engine: TestEngine) => {
    await engine.call('capture.pollNow', {});
    return (await engine.call('conversations.list', { view: 'all' })).items[0]?.reason;
  };

  test('is mention for a post that only begins with the handle', async () => {
    const engine = await startTestEngine();
    const raw = { in_reply_to_user_id: engine.control.state().account.id };
    engine.control.mention({ from: 'anna', text: 'hello', raw });
    expect(await reasonOf(engine)).toBe('mention');
  });

  test('is mention for a quote of somebody else', async () => {
    const engine = await startTestEngine();
    const { id } = engine.control.post({ from: 'bob', text: 'I am angry' });
    engine.control.mention({ from: 'anna', text: 'me too', quotedId: id });
    expect(await reasonOf(engine)).toBe('mention');
  });

  test.each([
    ['quote', 'quotedId'],
    ['reply', 'replyToId'],
  ])('is %s where the post is the account’s own', async (reason, field) => {
    const engine = await startTestEngine();
    const { id } = engine.control.ownPost({ text: 'We are open' });
    engine.control.mention({ from: 'anna', text: 'great', [field]: id });
    expect(await reasonOf(engine)).toBe(reason);
  });

  test('is mention for a reply to somebody else', async () => {
    const engine = await startTestEngine();
    const { id } = engine.control.post({ from: 'bob', text: 'I am angry' });
    engine.control.mention({ from: 'anna', text: 'me too', replyToId: id });
    expect(await reasonOf(engine)).toBe('mention');
  });
});

test('a post with three wordings stands once above the reply to its middle one, and is bought once', async () => {
  const engine = await startTestEngine();
  const first = engine.control.post({ from: 'bob', text: 'wording one' });
  await engine.clock.advance(MINUTE_MS);
  const second = engine.control.editPost({ id: first.id, text: 'wording two' });
  await engine.clock.advance(MINUTE_MS);
  const { id: replyId } = engine.control.mention({ from: 'anna', text: 'about that', replyToId: second.id });
  await engine.clock.advance(MINUTE_MS);
  engine.control.editPost({ id: first.id, text: 'wording three' });
  await engine.call('capture.pollNow', {});
  engine.control.mention({ from: 'anna', text: 'again', replyToId: second.id });
  await engine.clock.advance(MINUTE_MS);
  await engine.call('capture.pollNow', {});
  const { items } = await engine.call('conversations.list', { view: 'all' });
  const { messages } = await engine.call('conversations.get', { id: items[0]?.id ?? '' });
  expect(messages.filter(({ context }) => context)).toHaveLength(1);
  expect(messages[0]).toMatchObject({ context: true, author: { handle: 'bob' } });
  expect(messages.findIndex(({ xId }) => xId === replyId)).toBe(1);
  const lookups = engine.control
    .state()
    .requestLog.filter(({ path, query }) => path === '/2/tweets' && query.includes(second.id));
  expect(lookups).toEqual([]);
});

describe('a post of the account whose thread is not captured', () => {
  test('goes to the person to whom the own reply above it was written, which only the page includes', async () => {
    const engine = await startTestEngine();
    const { id, postId } = await openOne(engine);
    const first = engine.control.ownPost({ text: '@anna On it', replyToId: postId });
    engine.control.ownPost({ text: 'It leaves today', replyToId: first.id });
    // X no longer lists the reply itself, as with one that is older than what it lists.
    for (let n = 0; n < 100; n += 1) engine.control.ownPost({ text: `news ${n}` });
    await engine.clock.advance(MINUTE_MS);
    engine.control.ownPost({ text: 'It left', replyToId: first.id });
    await engine.clock.advance(MINUTE_MS);
    await engine.call('capture.pollNow', {});
    const { messages } = await engine.call('conversations.get', { id });
    expect(messages.at(-1)?.text).toBe('It left');
    expect(await queueOf(engine)).toEqual([]);
  });

  test('goes to the person once the posts above it are fetched, and nothing above them is bought', async () => {
    const engine = await startTestEngine();
    const asked = engine.control.mention({ from: 'anna', text: 'Where is it?' });
    await engine.clock.advance(MINUTE_MS);
    const own = [engine.control.ownPost({ text: '@anna On it', replyToId: asked.id }).id];
    for (const text of ['Still on it', 'Nearly there']) {
      await engine.clock.advance(MINUTE_MS);
      own.push(engine.control.ownPost({ text, replyToId: own.at(-1) ?? '' }).id);
    }
    await engine.clock.advance(MINUTE_MS);
    // The first read of own posts takes one page, which shows none of these.
    for (let n = 0; n < 100; n += 1) engine.control.ownPost({ text: `news ${n}` });
    engine.control.ownPost({ text: 'It left', replyToId: own.at(-1) ?? '' });
    await engine.call('capture.pollNow', {});
    const { items } = await engine.call('conversations.list', { view: 'all' });
    const { messages } = await engine.call('conversations.get', { id: items[0]?.id ?? '' });
    expect(messages.map(({ text }) => text)).toEqual([
      '@harbourhelp Where is it?',
      '@anna On it',
      'Still on it',
      'Nearly there',
      'It left',
    ]);
    expect(await queueOf(engine)).toEqual([]);
    const lookups = engine.control.state().requestLog.filter(({ path }) => path === '/2/tweets');
    expect(lookups.map(({ query }) => new URLSearchParams(query).get('ids'))).not.toContain(asked.id);
  });
});

test('a reply to a post with three wordings goes to the newest one, and is found again if its response is lost', async () => {
  const engine = await startTestEngine();
  const first = engine.control.mention({ from: 'anna', text: 'wording one' });
  await engine.call('capture.pollNow', {});
  const { items } = await engine.call('conversations.list', { view: 'all' });
  const id = items[0]?.id ?? '';
  await engine.clock.advance(MINUTE_MS);
  engine.control.editPost({ id: first.id, text: '@harbourhelp wording two' });
  await engine.clock.advance(MINUTE_MS);
  const third = engine.control.editPost({ id: first.id, text: '@harbourhelp wording three' });
  await engine.call('capture.pollNow', {});
  engine.control.addFault({ kind: 'reset', when: 'after', match: { method: 'POST', path: '^/2/tweets$' } });
  const outboxId = await engine.send(id, 'Found it');
  await until('it is unknown or sent', async () =>
    ['unknown', 'sent'].includes((await engine.entry(outboxId))?.status.kind ?? ''),
  );
  for (let n = 0; n < 10; n += 1) await engine.clock.advance(MINUTE_MS);
  await until('it is sent', async () => (await engine.entry(outboxId))?.status.kind === 'sent');
  const sent = engine.control.state().sentPosts;
  expect(sent.map(({ inReplyToId }) => inReplyToId)).toEqual([third.id]);
});
