import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/time.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';

const countLookups = (engine: TestEngine) => engine.control.state().requests['GET /2/tweets'] ?? 0;

/** Writes a thread of other people, each post a reply to the one before. Returns the ids, root first. */
function thread(engine: TestEngine, length: number): string[] {
  const ids: string[] = [];
  for (let n = 0; n < length; n += 1) {
    const replyToId = ids.at(-1);
    const at = engine.clock.now() - (length - n) * MINUTE_MS;
    ids.push(
      engine.control.post({
        from: n % 2 ? 'bea' : 'carl',
        text: `step ${n}`,
        at,
        ...(replyToId ? { replyToId } : {}),
      }).id,
    );
  }
  return ids;
}

const texts = async (engine: TestEngine, id: string) =>
  (await engine.call('conversations.get', { id })).messages.map(({ author, text, context }) => [
    author.handle,
    text.replace(/^(@\w+ )+/, ''),
    context,
  ]);

describe('the posts above a mention', () => {
  test('are fetched up to the root and shown as context of their authors', async () => {
    const engine = await startTestEngine();
    const above = thread(engine, 5);
    const { id } = engine.control.mention({ from: 'anna', text: 'Same here', replyToId: above.at(-1) ?? '' });
    await engine.call('capture.pollNow', {});
    expect(await texts(engine, `c${id}`)).toEqual([
      ['carl', 'step 0', true],
      ['bea', 'step 1', true],
      ['carl', 'step 2', true],
      ['bea', 'step 3', true],
      ['carl', 'step 4', true],
      ['anna', 'Same here', false],
    ]);
    const before = countLookups(engine);
    engine.control.mention({ from: 'dora', text: 'Me too', replyToId: above.at(-1) ?? '' });
    await engine.call('capture.pollNow', {});
    expect(countLookups(engine)).toBe(before);
    expect((await engine.call('conversations.counts', {})).counts.all).toBe(2);
  });

  test('are fetched 20 steps up and no further', async () => {
    const engine = await startTestEngine();
    const above = thread(engine, 30);
    const { id } = engine.control.mention({ from: 'anna', text: 'Same here', replyToId: above.at(-1) ?? '' });
    await engine.call('capture.pollNow', {});
    const shown = await texts(engine, `c${id}`);
    expect(shown.length).toBeGreaterThanOrEqual(21);
    expect(shown.length).toBeLessThanOrEqual(22);
  });

  test('are looked up only once if X does not show them', async () => {
    const engine = await startTestEngine();
    const above = thread(engine, 3);
    engine.control.deletePost({ id: above[0] ?? '' });
    const { id } = engine.control.mention({ from: 'anna', text: 'Same here', replyToId: above[2] ?? '' });
    await engine.call('capture.pollNow', {});
    expect((await texts(engine, `c${id}`)).map(([, text]) => text)).toEqual([
      'step 1',
      'step 2',
      'Same here',
    ]);
    const before = countLookups(engine);
    await engine.call('capture.pollNow', {});
    await engine.restart();
    await engine.call('capture.pollNow', {});
    expect(countLookups(engine)).toBe(before);
  });

  test('are fetched in the next poll cycle if X fails', async () => {
    const engine = await startTestEngine();
    const above = thread(engine, 3);
    const { id } = engine.control.mention({ from: 'anna', text: 'Same here', replyToId: above[2] ?? '' });
    engine.control.addFault({ kind: 'serverError', status: 503, match: { path: '/2/tweets' }, count: 1 });
    await engine.call('capture.pollNow', {});
    expect(await texts(engine, `c${id}`)).toHaveLength(2);
    await engine.call('capture.pollNow', {});
    expect(await texts(engine, `c${id}`)).toHaveLength(4);
  });
});

describe('own posts', () => {
  test('a reply that a colleague gave elsewhere is shown in the thread, and the customer waits no more', async () => {
    const engine = await startTestEngine();
    const { id, postId } = await openConversation(engine);
    for (let n = 0; n < 120; n += 1) {
      engine.clock.jump(1_000);
      engine.control.ownPost(n === 3 ? { text: 'On its way', replyToId: postId } : { text: `news ${n}` });
    }
    await engine.call('capture.pollNow', {});
    const { conversation, messages } = await engine.call('conversations.get', { id });
    expect(messages.map(({ direction }) => direction)).toEqual(['in', 'out']);
    expect(conversation.status).toBe('pending');
    expect((await engine.call('conversations.counts', {})).counts).toMatchObject({ queue: 0, all: 1 });
  });

  test('and retweets of them open no conversation', async () => {
    const engine = await startTestEngine();
    const own = engine.control.ownPost({ text: 'We are open' });
    engine.clock.jump(1_000);
    engine.control.post({ from: 'anna', text: 'RT @harbourhelp: We are open', repostOfId: own.id });
    await engine.call('capture.pollNow', {});
    expect((await engine.call('conversations.counts', {})).counts.all).toBe(0);
  });
});
