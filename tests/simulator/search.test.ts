import { describe, expect, it } from 'vitest';
import { startTestSimulator, type TestSimulator } from './startTestSimulator.ts';

async function startWithPosts(): Promise<TestSimulator> {
  const simulator = await startTestSimulator({ limits: false });
  const { control } = simulator;
  const first = control.post({ from: 'ann', text: 'My harbour parcel is late #help' });
  control.post({ from: 'bob', text: '@ann the Harbour parcel desk is closed', replyToId: first.id });
  control.post({ from: 'carl', text: 'Mijn pakje van Harbour is te laat', lang: 'nl' });
  control.post({ from: 'dora', text: '@harbourhelp café is closed, see https://example.com/menu' });
  control.post({ from: 'eve', text: 'harbours are nice' });
  return simulator;
}

describe('recent search', () => {
  it.each([
    ['harbour', ['ann', 'bob', 'carl']],
    ['HARBOUR parcel', ['ann', 'bob']],
    ['"parcel desk"', ['bob']],
    ['"desk parcel"', []],
    ['parcel OR pakje', ['ann', 'bob', 'carl']],
    ['harbour (late OR laat)', ['ann', 'carl']],
    ['harbour -parcel', ['carl']],
    ['harbour -(parcel OR pakje)', []],
    ['harbour lang:nl', ['carl']],
    ['from:ann', ['ann']],
    ['from:@ann OR from:eve', ['ann', 'eve']],
    ['to:ann', ['bob']],
    ['@harbourhelp', ['dora']],
    ['#help', ['ann']],
    ['cafe', ['dora']],
    ['harbour is:reply', ['bob']],
    ['harbour -is:retweet -is:reply', ['ann', 'carl']],
    ['closed has:links', ['dora']],
    ['url:example.com', ['dora']],
  ])('finds %s', async (query, authors) => {
    const simulator = await startWithPosts();
    const seen = await simulator.get('/2/tweets/search/recent', { query, expansions: 'author_id' });
    const includes = seen.body.includes;
    const users = includes && typeof includes === 'object' && 'users' in includes ? includes.users : [];
    const names = Array.isArray(users) ? users.map(({ username }) => username) : [];
    expect(seen.status).toBe(200);
    expect(names.sort()).toEqual(authors);
  });

  it('takes no handle in a link for a mention', async () => {
    const simulator = await startTestSimulator({ limits: false });
    const { id } = simulator.control.post({
      from: 'ann',
      text: 'see example.com/@harbourhelp and https://x.test/@bob',
    });
    simulator.control.post({ from: 'bob', text: 'hi @harbourhelp, and (@ann)' });
    const query = { query: '@harbourhelp', 'tweet.fields': 'entities' };
    const found = await simulator.get('/2/tweets/search/recent', query);
    expect(found.data.map(({ text }) => text)).toEqual(['hi @harbourhelp, and (@ann)']);
    const bob = await simulator.get('/2/tweets/search/recent', { query: '@bob' });
    expect(bob.data).toEqual([]);
    const mentions = await simulator.get(`/2/users/${simulator.accountId}/mentions`);
    expect(mentions.data.map((post) => post.id)).not.toContain(id);
  });

  it('shortens what X links, also where twitter-text does not know the domain', async () => {
    const simulator = await startTestSimulator({ limits: false });
    simulator.control.post({ from: 'ann', text: 'see https://a.example/?$& and https://foo.music' });
    const query = { query: 'from:ann has:links url:foo.music', 'tweet.fields': 'entities' };
    const { data } = await simulator.get('/2/tweets/search/recent', query);
    expect(data[0]?.text).toMatch(/^see https:\/\/t\.co\/\w+ and https:\/\/t\.co\/\w+$/);
    expect(data[0]?.entities).toMatchObject({
      urls: [{ expanded_url: 'https://a.example/?$&' }, { expanded_url: 'https://foo.music' }],
    });
  });

  it('finds all posts of a conversation', async () => {
    const simulator = await startWithPosts();
    const root = await simulator.get('/2/tweets/search/recent', { query: 'from:ann' });
    const thread = await simulator.get('/2/tweets/search/recent', {
      query: `conversation_id:${root.data[0]?.id}`,
    });
    expect(thread.data).toHaveLength(2);
  });

  it.each(['is:retweet', '-harbour', 'harbour (late', 'near:utrecht', 'harbour )', 'x'.repeat(513)])(
    'rejects %s',
    async (query) => {
      const simulator = await startWithPosts();
      expect((await simulator.get('/2/tweets/search/recent', { query })).status).toBe(400);
    },
  );

  it('finds reposts only when they are not excluded', async () => {
    const simulator = await startWithPosts();
    const root = await simulator.get('/2/tweets/search/recent', { query: 'from:ann' });
    simulator.control.post({ from: 'fay', text: 'RT @ann: harbour', repostOfId: String(root.data[0]?.id) });
    expect((await simulator.get('/2/tweets/search/recent', { query: 'from:fay' })).data).toHaveLength(1);
    expect((await simulator.get('/2/tweets/search/recent', { query: 'from:fay -is:retweet' })).data).toEqual(
      [],
    );
  });
});
