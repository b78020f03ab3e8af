import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/time.ts';
import { idsOf, startTestSimulator } from './startTestSimulator.ts';

async function startWithQuotes() {
  const simulator = await startTestSimulator();
  const { control, clock } = simulator;
  const post = control.ownPost({ text: 'Our new app is here' });
  await clock.advance(MINUTE_MS);
  const first = control.post({ from: 'anna', text: 'It crashes', quotedId: post.id });
  await clock.advance(MINUTE_MS);
  const second = control.post({ from: 'bob', text: 'It works', quotedId: post.id, replyToId: first.id });
  return { simulator, post, first, second, path: `/2/tweets/${post.id}/quote_tweets` };
}

describe('the quotes of a post', () => {
  test('are listed newest first, whichever wording they quote', async () => {
    const { simulator, post, first, second, path } = await startWithQuotes();
    simulator.control.editPost({ id: post.id, text: 'Our new app is out' });
    expect(idsOf(await simulator.get(path))).toEqual([second.id, first.id]);
  });

  test('can leave out replies, and no deleted one is listed', async () => {
    const { simulator, first, path } = await startWithQuotes();
    expect(idsOf(await simulator.get(path, { exclude: 'replies' }))).toEqual([first.id]);
    simulator.control.deletePost({ id: first.id });
    expect(idsOf(await simulator.get(path, { exclude: 'replies' }))).toEqual([]);
  });

  test('have no range, and pages of at least ten', async () => {
    const { simulator, first, path } = await startWithQuotes();
    expect((await simulator.get(path, { since_id: first.id })).status).toBe(400);
    expect((await simulator.get(path, { max_results: '9' })).status).toBe(400);
  });

  test('are counted in the metrics of the post only if those are requested', async () => {
    const { simulator, post } = await startWithQuotes();
    const counted = await simulator.get('/2/tweets', { ids: post.id, 'tweet.fields': 'public_metrics' });
    expect(counted.data[0]?.public_metrics).toMatchObject({ quote_count: 2 });
    expect((await simulator.get('/2/tweets', { ids: post.id })).data[0]).not.toHaveProperty('public_metrics');
  });

  test('of a post that does not exist are an error', async () => {
    const { simulator } = await startWithQuotes();
    const { body } = await simulator.get('/2/tweets/1/quote_tweets');
    expect(body).toMatchObject({ errors: [{ title: 'Not Found Error' }] });
  });
});
