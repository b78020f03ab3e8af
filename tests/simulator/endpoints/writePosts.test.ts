import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '#shared/time.ts';
import { expectValid } from '../schemas/expectValid.ts';
import { PROBLEM } from '../schemas/responses.ts';
import { startTestSimulator, type TestSimulator } from '../startTestSimulator.ts';

const reply = (id: string) => ({ in_reply_to_tweet_id: id });

async function personId(simulator: TestSimulator, handle: string): Promise<string> {
  const seen = await simulator.get(`/2/users/by/username/${handle}`);
  return String(seen.data[0]?.id);
}

describe('creating a post', () => {
  it('adds it to the account’s timeline once, dated by the clock', async () => {
    const simulator = await startTestSimulator();
    const created = await simulator.send('POST', '/2/tweets', { text: 'Hello' });
    const timeline = await simulator.get(`/2/users/${simulator.accountId}/tweets`, {
      'tweet.fields': 'created_at',
    });
    expect(timeline.data).toMatchObject([
      { id: created.data[0]?.id, text: 'Hello', created_at: new Date(simulator.clock.now()).toISOString() },
    ]);
    expect(simulator.control.state().sentPosts).toMatchObject([{ text: 'Hello', inReplyToId: null }]);
  });

  it('starts a reply with the person’s handle and adds it to the conversation', async () => {
    const simulator = await startTestSimulator();
    const question = simulator.control.mention({ from: 'annadv', text: 'where is it?' });
    const text = 'On its way';
    const created = await simulator.send('POST', '/2/tweets', { text, reply: reply(question.id) });
    const seen = await simulator.get(`/2/tweets/${created.data[0]?.id}`, {
      'tweet.fields': 'conversation_id,in_reply_to_user_id,referenced_tweets',
    });
    expect(seen.data[0]).toMatchObject({
      text: '@annadv On its way',
      conversation_id: question.id,
      in_reply_to_user_id: await personId(simulator, 'annadv'),
      referenced_tweets: [{ type: 'replied_to', id: question.id }],
    });
  });

  it('does not repeat a handle that the reply already has', async () => {
    const simulator = await startTestSimulator();
    const question = simulator.control.mention({ from: 'annadv', text: 'where is it?' });
    await simulator.send('POST', '/2/tweets', { text: '@AnnaDV soon', reply: reply(question.id) });
    expect(simulator.control.state().sentPosts[0]?.text).toBe('@AnnaDV soon');
  });

  it('returns the text escaped and with short links', async () => {
    const simulator = await startTestSimulator();
    const created = await simulator.send('POST', '/2/tweets', { text: 'A & <b> https://example.com/long' });
    expect(created.data[0]?.text).toMatch(/^A &amp; &lt;b&gt; https:\/\/t\.co\/[a-z0-9]{10}$/);
    const seen = await simulator.get(`/2/tweets/${created.data[0]?.id}`, { 'tweet.fields': 'entities' });
    expect(seen.data[0]?.entities).toMatchObject({
      urls: [{ expanded_url: 'https://example.com/long', start: 18, end: 41 }],
    });
  });

  it('appends a link to a direct message', async () => {
    const simulator = await startTestSimulator();
    const link = `https://x.com/messages/compose?recipient_id=${simulator.accountId}`;
    const created = await simulator.send('POST', '/2/tweets', {
      text: 'Write us',
      direct_message_deep_link: link,
    });
    expect(created.status).toBe(201);
    expect(simulator.control.state().sentPosts[0]?.text).toBe(`Write us ${link}`);
  });

  it.each([
    ['is empty', { text: ' ' }, 400],
    ['is too long', { text: 'x'.repeat(281) }, 400],
    ['is too long in wide letters', { text: '語'.repeat(141) }, 400],
    ['has an unknown field', { text: 'a', colour: 'red' }, 400],
    ['has two cashtags', { text: '$AAA and $BBB' }, 400],
    [
      'links elsewhere instead of to a message',
      { text: 'a', direct_message_deep_link: 'https://example.com' },
      400,
    ],
    ['has unknown media', { text: 'a', media: { media_ids: ['1'] } }, 400],
    ['quotes', { text: 'a', quote_tweet_id: '1' }, 403],
    ['replies to a post that does not exist', { text: 'a', reply: reply('1') }, 403],
  ])('is refused when it %s', async (_what, body, status) => {
    const simulator = await startTestSimulator();
    const seen = await simulator.send('POST', '/2/tweets', body);
    expect(seen.status).toBe(status);
    expectValid(PROBLEM, seen.body);
    expect(simulator.control.state().sentPosts).toEqual([]);
  });

  it.each([['x'.repeat(280)], [`${'x'.repeat(256)} https://example.com/${'y'.repeat(200)}`]])(
    'accepts 280 weighted characters',
    async (text) => {
      const simulator = await startTestSimulator();
      expect((await simulator.send('POST', '/2/tweets', { text })).status).toBe(201);
    },
  );

  it('is refused as a duplicate within a day', async () => {
    const simulator = await startTestSimulator();
    await simulator.send('POST', '/2/tweets', { text: 'Thanks!' });
    const again = await simulator.send('POST', '/2/tweets', { text: 'Thanks!' });
    expect(again.status).toBe(403);
    expect(again.body.detail).toBe('You are not allowed to create a Tweet with duplicate content.');
    simulator.clock.jump(25 * HOUR_MS);
    expect((await simulator.send('POST', '/2/tweets', { text: 'Thanks!' })).status).toBe(201);
  });

  it('accepts the same text to two people', async () => {
    const simulator = await startTestSimulator();
    for (const from of ['ann', 'bob']) {
      const { id } = simulator.control.mention({ from, text: 'hello?' });
      const seen = await simulator.send('POST', '/2/tweets', { text: 'Hi!', reply: reply(id) });
      expect(seen.status).toBe(201);
    }
  });
});

describe('deleting a post', () => {
  it('deletes an own post, and refuses for those of others', async () => {
    const simulator = await startTestSimulator();
    const own = simulator.control.ownPost({ text: 'Oops' });
    const other = simulator.control.mention({ from: 'ann', text: 'hi' });
    expect((await simulator.send('DELETE', `/2/tweets/${own.id}`)).body).toEqual({ data: { deleted: true } });
    expect((await simulator.send('DELETE', `/2/tweets/${other.id}`)).status).toBe(403);
    expect((await simulator.get('/2/tweets', { ids: `${own.id},${other.id}` })).data).toMatchObject([
      { id: other.id },
    ]);
  });
});
