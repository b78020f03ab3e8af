import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { idTimeMs } from '#simulator/base/ids.ts';
import { startTestSimulator } from './startTestSimulator.ts';

describe('the control API', () => {
  it('creates people, posts and messages over HTTP', async () => {
    const simulator = await startTestSimulator();
    await simulator.send('POST', '/_control/person', { handle: 'ann', name: 'Ann' });
    const mention = await simulator.send('POST', '/_control/mention', { from: 'ann', text: 'hello?' });
    const own = await simulator.send('POST', '/_control/own-post', {
      text: 'Hi',
      replyToId: mention.body.id,
    });
    await simulator.send('POST', '/_control/dm', { from: 'ann', text: 'psst' });
    await simulator.send('POST', '/_control/own-dm', { to: 'ann', text: 'yes?' });
    await simulator.send('POST', '/_control/post', { from: 'bob', text: 'nothing to do with it' });
    const { data } = await simulator.get(`/2/users/${simulator.accountId}/mentions`);
    expect(data).toMatchObject([{ id: mention.body.id, text: '@harbourhelp hello?' }]);
    expect((await simulator.get(`/2/users/${simulator.accountId}/tweets`)).data).toMatchObject([
      { id: own.body.id },
    ]);
    expect((await simulator.get('/2/dm_events')).data).toHaveLength(2);
    const state = await simulator.get('/_control/state');
    expect(state.body).toMatchObject({ counts: { people: 3, posts: 3, dms: 2 }, sentPosts: [], sentDms: [] });
  });

  it('adds, lists and removes fault rules', async () => {
    const simulator = await startTestSimulator();
    await simulator.send('POST', '/_control/faults', { kind: 'forbidden', count: 3 });
    expect((await simulator.get('/2/users/me')).status).toBe(403);
    expect((await simulator.get('/_control/faults')).body).toMatchObject({ faults: [{ left: 2 }] });
    await simulator.send('POST', '/_control/clear-faults', {});
    expect((await simulator.get('/2/users/me')).status).toBe(200);
  });

  it('issues and expires tokens', async () => {
    const simulator = await startTestSimulator();
    const { body } = await simulator.send('POST', '/_control/issue-tokens', {
      scopes: ['tweet.read', 'users.read'],
    });
    expect((await simulator.get('/2/users/me', {}, String(body.accessToken))).status).toBe(200);
    await simulator.send('POST', '/_control/expire-tokens', {});
    expect((await simulator.get('/2/users/me', {}, String(body.accessToken))).status).toBe(401);
  });

  it.each([
    ['POST', '/_control/mention', { from: 'not a handle', text: 'a' }, 400],
    ['POST', '/_control/mention', { from: 'ann' }, 400],
    ['POST', '/_control/delete-post', { id: '1' }, 400],
    ['POST', '/_control/faults', { kind: 'gremlins' }, 400],
    ['POST', '/_control/dance', {}, 404],
    ['POST', '/_control/constructor', {}, 404],
  ])('reports what is wrong with %s %s %o', async (method, path, body, status) => {
    const simulator = await startTestSimulator();
    const seen = await simulator.send(method, path, body);
    expect(seen.status).toBe(status);
    expect(String(seen.body.error).length).toBeGreaterThan(10);
  });
});

describe('control commands', () => {
  it.each([
    ['a web page', { origin: 'https://evil.example' }],
    ['a page of this machine', { origin: 'http://127.0.0.1:3000' }],
    ['a name that was rebound to this machine', { host: 'evil.example' }],
  ])('are refused for %s', async (_, headers) => {
    const { url } = await startTestSimulator();
    const status = await new Promise((resolve, reject) => {
      const options = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
      request(`${url}/_control/expire-tokens`, options, (response) => resolve(response.statusCode))
        .on('error', reject)
        .end('{}');
    });
    expect(status).toBe(403);
  });
});

describe('what others do on X', () => {
  it('gives an edited post a new id and lists the new version only', async () => {
    const simulator = await startTestSimulator();
    const first = simulator.control.mention({ from: 'ann', text: 'where is my oder?' });
    simulator.clock.jump(60_000);
    const second = simulator.control.editPost({ id: first.id, text: '@harbourhelp where is my order?' });
    const { data } = await simulator.get(`/2/users/${simulator.accountId}/mentions`);
    expect(data).toMatchObject([{ id: second.id, edit_history_tweet_ids: [first.id, second.id] }]);
    const old = await simulator.get(`/2/tweets/${first.id}`);
    expect(old.data[0]?.edit_history_tweet_ids).toEqual([first.id, second.id]);
  });

  it('removes a deleted post from lists and lookups', async () => {
    const simulator = await startTestSimulator();
    const { id } = simulator.control.mention({ from: 'ann', text: 'oops' });
    simulator.control.deletePost({ id });
    expect((await simulator.get(`/2/users/${simulator.accountId}/mentions`)).data).toEqual([]);
    expect((await simulator.get('/2/tweets', { ids: id })).body).toMatchObject({
      errors: [{ resource_id: id }],
    });
  });

  it('encodes the time in ids, which are unique within a millisecond', async () => {
    const simulator = await startTestSimulator();
    const at = simulator.clock.now() - 90_000;
    const ids = [1, 2, 3].map((n) => simulator.control.mention({ from: 'ann', text: `${n}`, at }).id);
    expect(new Set(ids).size).toBe(3);
    expect(ids.map(idTimeMs)).toEqual([at, at, at]);
  });

  it('updates a person with a known handle, who keeps their id', async () => {
    const simulator = await startTestSimulator();
    const first = simulator.control.person({ handle: 'ann', name: 'Ann' });
    expect(simulator.control.person({ handle: 'ANN', name: 'Annie' }).id).toBe(first.id);
    expect((await simulator.get('/2/users', { ids: first.id })).data).toMatchObject([{ name: 'Annie' }]);
  });
});
