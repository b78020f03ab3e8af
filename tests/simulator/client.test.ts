import { Agent } from 'node:http';
import { ApiResponseError, type ITwitterApiClientPlugin, TwitterApi } from 'twitter-api-v2';
import { expect, it } from 'vitest';
import { startTestSimulator } from './startTestSimulator.ts';

const AGENT = new Agent();

function clientFor(url: string): TwitterApi {
  const redirect: ITwitterApiClientPlugin = {
    onBeforeRequestConfig: ({ params }) => {
      params.url = params.url.replace('https://api.x.com', url);
    },
  };
  return new TwitterApi('demo-token', { plugins: [redirect], httpAgent: AGENT });
}

it('works with twitter-api-v2: me, mentions, a reply and a direct message', async () => {
  const simulator = await startTestSimulator();
  for (let index = 0; index < 12; index += 1) {
    simulator.clock.jump(1000);
    simulator.control.mention({ from: 'annadv', text: `question ${index}` });
  }
  const { v2 } = clientFor(simulator.url);

  const me = await v2.me({ 'user.fields': ['profile_image_url'] });
  expect(me.data).toMatchObject({ id: simulator.accountId, username: 'harbourhelp' });

  const mentions = await v2.userMentionTimeline(me.data.id, {
    max_results: 5,
    'tweet.fields': ['conversation_id', 'author_id', 'created_at'],
    expansions: ['author_id'],
  });
  expect(mentions.tweets).toHaveLength(5);
  await mentions.fetchNext();
  expect(mentions.tweets).toHaveLength(10);
  const [newest] = mentions.tweets;
  expect(newest?.text).toBe('@harbourhelp question 11');
  expect(newest && mentions.includes.author(newest)?.username).toBe('annadv');
  expect(mentions.rateLimit.limit).toBe(300);

  const created = await v2.reply('On its way', newest?.id ?? '');
  const sent = await v2.sendDmToParticipant(newest?.author_id ?? '', { text: 'Hello' });
  const state = simulator.control.state();
  expect(state.sentPosts).toMatchObject([{ id: created.data.id, inReplyToId: newest?.id }]);
  expect(state.sentDms).toMatchObject([{ to: 'annadv', text: 'Hello' }]);
  expect(sent).toMatchObject({ data: { dm_event_id: state.sentDms[0]?.id } });

  const messages = await v2.listDmEvents({ 'dm_event.fields': ['sender_id', 'created_at'] });
  expect(messages.events).toMatchObject([{ text: 'Hello', sender_id: simulator.accountId }]);
});

it('refuses a reply so that twitter-api-v2 reports it as X’s', async () => {
  const simulator = await startTestSimulator();
  const { id } = simulator.control.post({ from: 'ann', text: 'harbour is slow' });
  const refused = clientFor(simulator.url).v2.reply('Sorry!', id);
  const failure = await refused.catch((cause: unknown) => cause);
  expect(failure).toBeInstanceOf(ApiResponseError);
  expect(failure).toMatchObject({
    code: 403,
    data: { detail: expect.stringContaining('not been mentioned') },
    rateLimit: { limit: 100, remaining: 99 },
  });
});
