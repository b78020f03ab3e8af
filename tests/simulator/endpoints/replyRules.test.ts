import { describe, expect, it } from 'vitest';
import { startTestSimulator } from '../startTestSimulator.ts';

const reply = (id: string) => ({ in_reply_to_tweet_id: id });

describe('the reply restriction', () => {
  const detail =
    'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.';

  it('refuses a reply to somebody who never mentioned the account', async () => {
    const simulator = await startTestSimulator();
    const { id } = simulator.control.post({ from: 'ann', text: 'harbour is slow today' });
    const seen = await simulator.send('POST', '/2/tweets', { text: 'Sorry!', reply: reply(id) });
    expect(seen.status).toBe(403);
    expect(seen.body).toEqual({ title: 'Forbidden', type: 'about:blank', status: 403, detail });
  });

  it.each(['mentioned', 'quoted'])('allows a reply to somebody who %s the account', async (how) => {
    const simulator = await startTestSimulator();
    const own = simulator.control.ownPost({ text: 'We have news' });
    if (how === 'mentioned') simulator.control.mention({ from: 'ann', text: 'hi' });
    else simulator.control.post({ from: 'ann', text: 'look at this', quotedId: own.id });
    const { id } = simulator.control.post({ from: 'ann', text: 'harbour is slow today' });
    expect((await simulator.send('POST', '/2/tweets', { text: 'Hi!', reply: reply(id) })).status).toBe(201);
  });

  it('allows a reply to the account’s own post', async () => {
    const simulator = await startTestSimulator();
    const own = simulator.control.ownPost({ text: 'One' });
    expect((await simulator.send('POST', '/2/tweets', { text: 'Two', reply: reply(own.id) })).status).toBe(
      201,
    );
  });
});
