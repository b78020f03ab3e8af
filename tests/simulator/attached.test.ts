import { describe, expect, it } from 'vitest';
import { startTestSimulator } from './startTestSimulator.ts';

const everything = {
  'tweet.fields': 'attachments,entities,referenced_tweets',
  'poll.fields': 'duration_minutes,end_datetime,id,options,voting_status',
  expansions: 'attachments.poll_ids,referenced_tweets.id',
};

describe('a poll', () => {
  it('counts its votes, and closes at its end', async () => {
    const simulator = await startTestSimulator();
    const { id } = simulator.control.post({
      from: 'ann',
      text: 'which one?',
      poll: { options: ['Red', 'Blue'], durationMinutes: 60 },
    });
    simulator.control.vote({ id, position: 2, votes: 3 });
    const open = await simulator.get('/2/tweets', { ids: id, ...everything });
    const polls = [
      { voting_status: 'open', duration_minutes: 60, options: [{ votes: 0 }, { label: 'Blue', votes: 3 }] },
    ];
    expect(open.body).toMatchObject({ includes: { polls } });
    simulator.clock.jump(3_600_000);
    const closed = await simulator.get('/2/tweets', { ids: id, ...everything });
    expect(closed.body).toMatchObject({ includes: { polls: [{ voting_status: 'closed' }] } });
    expect(() => simulator.control.vote({ id, position: 3 })).toThrow('no poll with an option 3');
  });

  it('comes only with the fields and the expansion that a request names', async () => {
    const simulator = await startTestSimulator();
    const poll = { options: ['Red', 'Blue'] };
    const { id } = simulator.control.post({ from: 'ann', text: 'which one?', poll });
    const none = await simulator.get('/2/tweets', { ids: id });
    expect(none.body).not.toHaveProperty('includes');
    expect(none.data[0]).not.toHaveProperty('attachments');
    const few = await simulator.get('/2/tweets', { ids: id, expansions: 'attachments.poll_ids' });
    expect(Object.keys((few.body as { includes: { polls: [object] } }).includes.polls[0])).toEqual([
      'id',
      'options',
    ]);
  });
});

describe('a link to a post at the end of a text', () => {
  it('quotes that post, and is not sent twice', async () => {
    const simulator = await startTestSimulator();
    const { id } = simulator.control.post({ from: 'bob', text: 'It broke' });
    const quote = simulator.control.post({ from: 'ann', text: `Look https://x.com/bob/status/${id}` });
    const { data } = await simulator.get('/2/tweets', { ids: quote.id, ...everything });
    expect(data).toMatchObject([
      {
        text: expect.stringMatching(/^Look https:\/\/t\.co\/\w+$/),
        referenced_tweets: [{ type: 'quoted', id }],
        entities: { urls: [{ expanded_url: `https://x.com/bob/status/${id}` }] },
      },
    ]);
  });
});

it('says that it may not show a quoted post of a protected author', async () => {
  const simulator = await startTestSimulator();
  simulator.control.person({ handle: 'bob', isProtected: true });
  const { id } = simulator.control.post({ from: 'bob', text: 'secret' });
  const quote = simulator.control.post({ from: 'ann', text: 'Look', quotedId: id });
  const { body } = await simulator.get('/2/tweets', { ids: quote.id, ...everything });
  expect(body).toMatchObject({ errors: [{ title: 'Authorization Error', resource_id: id }] });
  expect(JSON.stringify(body)).not.toContain('secret');
});
