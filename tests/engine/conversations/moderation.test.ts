import { describe, expect, test } from 'vitest';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';

const history = async (engine: TestEngine, id: string) => await engine.call('conversations.get', { id });

/** A conversation with a reply of the account that X has; returns the message id of that reply. */
async function withReply(engine: TestEngine) {
  const { id, postId } = await openConversation(engine, 'anna', 'Where is my order?');
  await engine.send(id, 'The courier says marzipan', 'public', 0);
  await expect.poll(() => engine.control.state().sentPosts.length).toBe(1);
  await expect
    .poll(async () => (await history(engine, id)).messages.at(-1)?.status)
    .toEqual({ kind: 'sent' });
  const own = (await history(engine, id)).messages.at(-1)?.id ?? '';
  return { id, own, theirs: `post-${postId}` };
}

const spent = async (engine: TestEngine) =>
  (await engine.call('reports.costs', { from: 0, to: Number.MAX_SAFE_INTEGER })).sources.find(
    ({ source }) => source === 'moderation',
  )?.usd;

describe('deleting an own post', () => {
  test('deletes it on X and empties it here, by whom and for how much is recorded', async () => {
    const engine = await startTestEngine();
    const { id, own } = await withReply(engine);
    await engine.call('messages.delete', { id: own });
    expect(engine.control.state().sentPosts[0]?.deletedAt).not.toBeNull();
    const { messages, activities } = await history(engine, id);
    expect(messages.at(-1)).toMatchObject({ id: own, text: '', deletedAt: engine.clock.now() });
    expect(activities.at(-1)).toMatchObject({ kind: 'messageDeleted', facts: { messageId: own } });
    expect(activities.at(-1)?.agent).not.toBeNull();
    expect((await engine.call('search.messages', { text: 'marzipan' })).items).toEqual([]);
    expect(JSON.stringify(await engine.call('outbox.list', {}))).not.toContain('marzipan');
    expect(await spent(engine)).toBeCloseTo(0.01);
  });

  test('twice at once succeeds twice and is recorded once, and once more makes no call', async () => {
    const engine = await startTestEngine();
    const { id, own } = await withReply(engine);
    await Promise.all([
      engine.call('messages.delete', { id: own }),
      engine.call('messages.delete', { id: own }),
    ]);
    const calls = engine.control.state().requests['DELETE /2/tweets/:id'];
    await engine.call('messages.delete', { id: own });
    expect(engine.control.state().requests['DELETE /2/tweets/:id']).toBe(calls);
    const { activities } = await history(engine, id);
    expect(activities.filter(({ kind }) => kind === 'messageDeleted')).toHaveLength(1);
  });

  test('changes nothing here while X cannot be reached, and works after', async () => {
    const engine = await startTestEngine();
    const { id, own } = await withReply(engine);
    engine.control.addFault({ match: { method: 'DELETE' }, kind: 'reset' });
    expect(await engine.fail('messages.delete', { id: own })).toMatchObject({ code: expect.any(String) });
    expect((await history(engine, id)).messages.at(-1)?.deletedAt).toBeNull();
    await engine.call('messages.delete', { id: own });
    expect((await history(engine, id)).messages.at(-1)?.deletedAt).not.toBeNull();
  });

  test('refuses posts of others and private messages', async () => {
    const engine = await startTestEngine();
    const { theirs } = await withReply(engine);
    const notFound = { code: 'notFound', what: 'message' };
    expect(await engine.fail('messages.delete', { id: theirs })).toMatchObject(notFound);
    expect(await engine.fail('messages.delete', { id: 'dm-1' })).toMatchObject(notFound);
    expect(await engine.fail('messages.delete', { id: 'post-1' })).toMatchObject(notFound);
    expect(engine.control.state().requests['DELETE /2/tweets/:id']).toBeUndefined();
  });

  test('goes on at the cap, which stops reading only', async () => {
    const engine = await startTestEngine();
    const { own } = await withReply(engine);
    await engine.call('budget.set', { monthlyCapUsd: 0 });
    await engine.call('messages.delete', { id: own });
    expect(engine.control.state().sentPosts[0]?.deletedAt).not.toBeNull();
  });
});

describe('hiding a reply', () => {
  test('hides it on X and marks it here until it is shown again', async () => {
    const engine = await startTestEngine();
    const { id: root } = engine.control.ownPost({ text: 'News of the week' });
    const { id: postId } = engine.control.mention({ from: 'rude', text: 'Rubbish', replyToId: root });
    await engine.call('capture.pollNow', {});
    const { items } = await engine.call('conversations.list', { view: 'all' });
    const id = items[0]?.id ?? '';
    const shown = async () =>
      (await history(engine, id)).messages.find((message) => message.xId === postId)?.isHidden ?? false;
    await engine.call('messages.hide', { id: `post-${postId}`, hidden: true });
    expect(engine.control.state().moderated).toEqual([`hidden:${postId}`]);
    expect(await shown()).toBe(true);
    await engine.call('messages.hide', { id: `post-${postId}`, hidden: false });
    expect(engine.control.state().moderated).toEqual([]);
    expect(await shown()).toBe(false);
  });

  test('says why X refuses it in the thread of somebody else', async () => {
    const engine = await startTestEngine();
    const { theirs } = await withReply(engine);
    expect(await engine.fail('messages.hide', { id: theirs, hidden: true })).toMatchObject({
      code: 'refusedByX',
      status: 403,
    });
    expect(await spent(engine)).toBe(0);
  });
});

describe('muting and blocking', () => {
  test.each([
    ['people.mute', 'muted', 'isMuted'],
    ['people.blockDms', 'blocked', 'areDmsBlocked'],
  ] as const)('%s holds on X and here until it is taken back', async (method, word, known) => {
    const engine = await startTestEngine();
    const { id } = await withReply(engine);
    const person = (await history(engine, id)).conversation.person.id;
    const set = (holds: boolean) => engine.call(method, { id: person, [word]: holds } as never);
    const isKnown = async () => (await engine.call('people.get', { id: person })).restrictions?.[known];
    await set(true);
    await set(true);
    expect(engine.control.state().moderated).toHaveLength(1);
    expect(await isKnown()).toBe(true);
    await set(false);
    expect(engine.control.state().moderated).toEqual([]);
    expect(await isKnown()).toBe(false);
    expect(engine.events).toContainEqual({ name: 'conversations.changed', params: { ids: [id] } });
    expect(await spent(engine)).toBeCloseTo(0.045);
  });

  test('stands in the history of that person only, by whom', async () => {
    const engine = await startTestEngine();
    const { id } = await withReply(engine);
    const other = await openConversation(engine, 'ben', 'Where is mine?');
    const person = (await history(engine, id)).conversation.person.id;
    await engine.call('people.mute', { id: person, muted: true });
    await engine.call('people.blockDms', { id: person, blocked: true });
    const { activities } = await history(engine, id);
    expect(activities.slice(-2)).toMatchObject([
      { kind: 'personMuted', conversationId: null, facts: { muted: true }, agent: expect.any(String) },
      { kind: 'dmsBlocked', conversationId: null, facts: { blocked: true }, agent: expect.any(String) },
    ]);
    const kinds = (await history(engine, other.id)).activities.map(({ kind }) => kind);
    expect(kinds).not.toContain('personMuted');
  });

  test('says which permission an older login lacks, and nothing changes', async () => {
    const engine = await startTestEngine();
    const { id } = await withReply(engine);
    const person = (await history(engine, id)).conversation.person.id;
    const { accessToken } = engine.control.issueTokens({
      scopes: ['tweet.read', 'tweet.write', 'users.read', 'dm.read', 'dm.write'],
    });
    await engine.call('account.useToken', { token: accessToken });
    expect(await engine.fail('people.mute', { id: person, muted: true })).toEqual({
      code: 'permissionMissing',
      scope: 'mute.write',
    });
    expect(engine.control.state().moderated).toEqual([]);
    expect((await engine.call('people.get', { id: person })).restrictions?.isMuted).toBe(false);
  });

  test('fails for a person that is not known', async () => {
    const engine = await startTestEngine();
    expect(await engine.fail('people.mute', { id: '1', muted: true })).toMatchObject({ what: 'person' });
  });
});
