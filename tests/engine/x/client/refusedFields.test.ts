import { describe, expect, test } from 'vitest';
import { findRefusedFields } from '#engine/x/client/refusedFields.ts';
import { dmQuery } from '#engine/x/client/requests.ts';
import { openSimulatedX } from '../../../support/openSimulatedX.ts';

/** What X's OpenAPI files of both namings have in common. */
const documented = {
  fields: ['attachments', 'created_at', 'dm_conversation_id', 'entities', 'event_type', 'id', 'text'],
  /** The last one has another name since August 2026. */
  expansions: ['attachments.media_keys', 'participant_ids', 'sender_id', 'referenced_tweets.id'],
};

async function openForgetfulX(options: Parameters<typeof openSimulatedX>[0] = {}) {
  const lines: string[] = [];
  const x = await openSimulatedX(options, {
    log: (event, facts) => lines.push(`${event} ${facts?.fields ?? ''}`),
  });
  const countRequests = (path: string) => x.control.state().requests[path] ?? 0;
  const refused = () => lines.filter((line) => line.startsWith('x.fieldsRefused'));
  return { ...x, countRequests, refused };
}

test('direct messages are requested with documented fields only', () => {
  expect(dmQuery['dm_event.fields'].split(',')).toEqual(documented.fields);
  expect(dmQuery.expansions.split(',').toSorted()).toEqual(documented.expansions.toSorted());
});

describe('a field that X does not know any more', () => {
  test.each([
    ['dm_event.fields', ['entities']],
    ['expansions', ['participant_ids', 'attachments.media_keys']],
    ['user.fields', ['protected']],
    ['media.fields', ['variants', 'duration_ms']],
  ])('in %s costs no direct message, and is left out from then on', async (parameter, fields) => {
    const { x, control, countRequests, refused } = await openForgetfulX();
    const dm = control.dm({ from: 'annadv', text: 'in private' });
    control.forgetFields({ parameter, fields });
    const first = await x.listDms({ maxResults: 10 });
    expect(first.ok && first.value.dms.map(({ id, text }) => [id, text])).toEqual([[dm.id, 'in private']]);
    expect(countRequests('GET /2/dm_events')).toBe(2);
    expect((await x.listDms({ maxResults: 10 })).ok).toBe(true);
    expect(countRequests('GET /2/dm_events')).toBe(3);
    const logged = refused().map((line) => line.replace('x.fieldsRefused ', '').split(', ').toSorted());
    expect(logged).toEqual([fields.map((field) => `${parameter} ${field}`).toSorted()]);
  });

  test.each([
    ['tweet.fields', 'note_tweet'],
    ['expansions', 'referenced_tweets.id.author_id'],
    ['user.fields', 'receives_your_dm'],
    ['media.fields', 'alt_text'],
  ])('in %s costs no post', async (parameter, field) => {
    const { x, control } = await openForgetfulX();
    const mention = control.mention({ from: 'annadv', text: 'hello' });
    control.forgetFields({ parameter, fields: [field] });
    const userId = control.state().account.id;
    const page = await x.listMentions({ userId, maxResults: 10 });
    expect(page.ok && page.value.posts.map(({ id }) => id)).toEqual([mention.id]);
    expect((await x.getPosts([mention.id])).ok).toBe(true);
    expect((await x.searchRecent({ query: 'hello', maxResults: 10 })).ok).toBe(true);
  });

  test('is found out for the account itself, too', async () => {
    const { x, control } = await openForgetfulX();
    control.forgetFields({ parameter: 'user.fields', fields: ['verified', 'location'] });
    expect(await x.getMe()).toMatchObject({ ok: true, value: { handle: 'harbourhelp', verified: null } });
  });
});

test('another 400 is an error, and nothing is asked twice', async () => {
  const { x, countRequests, refused } = await openForgetfulX();
  const page = await x.searchRecent({ query: '(', maxResults: 10 });
  expect(page).toMatchObject({ ok: false, error: { code: 'refusedByX', status: 400 } });
  expect(countRequests('GET /2/tweets/search/recent')).toBe(1);
  expect(refused()).toEqual([]);
});

describe('findRefusedFields', () => {
  const query = { max_results: 10, 'dm_event.fields': 'id,sender_id', expansions: 'sender_id' };
  const find = (errors: unknown, status = 400) =>
    findRefusedFields(query, { kind: 'responded', status, headers: {}, body: { errors } });

  test('takes all of a parameter that X does not know', () => {
    const message = 'The query parameter [dm_event.fields] is not one of [id,max_results,expansions]';
    expect(find([{ parameters: { 'dm_event.fields': ['id,sender_id'] }, message }])).toEqual([
      'dm_event.fields id',
      'dm_event.fields sender_id',
    ]);
  });

  test('never takes a parameter that decides what is returned', () => {
    const message = 'The `max_results` query parameter value [10] is not between 1 and 5';
    expect(find([{ parameters: { max_results: ['10'] }, message }])).toEqual([]);
  });

  test.each([[null], [[]], [[null]], [[{ message: 7 }]], ['no list']])('takes nothing from %j', (errors) => {
    expect(find(errors)).toEqual([]);
  });

  test('takes nothing from another status', () => {
    const message = 'The `expansions` query parameter value [sender_id] is not one of [id]';
    expect(find([{ parameters: { expansions: ['sender_id'] }, message }], 403)).toEqual([]);
  });
});

describe('an X with new names', () => {
  test('is asked once with the old ones, and everything is captured', async () => {
    const { x, control, countRequests } = await openForgetfulX({ names: 'new' });
    const userId = control.state().account.id;
    const parent = control.post({ from: 'bob', text: 'first' });
    const mention = control.mention({ from: 'annadv', text: 'hello '.repeat(60), replyToId: parent.id });
    const own = control.ownPost({ text: 'We are open' });
    const dm = control.dm({ from: 'annadv', text: 'in private', sharedId: parent.id });
    const page = await x.listMentions({ userId, maxResults: 10 });
    expect(page.ok && page.value.posts).toMatchObject([
      {
        id: mention.id,
        references: [{ type: 'replied_to', id: parent.id }],
        text: expect.stringMatching(/.{300}/),
      },
    ]);
    expect(page.ok && page.value.users.map(({ handle }) => handle)).toContain('annadv');
    const requests = countRequests(`GET /2/users/:id/mentions`);
    await x.listMentions({ userId, maxResults: 10 });
    expect(countRequests(`GET /2/users/:id/mentions`)).toBe(requests + 1);
    const dms = await x.listDms({ maxResults: 10 });
    expect(dms.ok && dms.value.dms).toMatchObject([{ id: dm.id, shared: [parent.id] }]);
    const owns = await x.listOwnPosts({ userId, maxResults: 10 });
    expect(owns.ok && owns.value.posts.map(({ id }) => id)).toEqual([own.id]);
    const found = await x.searchRecent({ query: 'from:annadv', maxResults: 10 });
    expect(found.ok && found.value.posts.map(({ id }) => id)).toEqual([mention.id]);
    const looked = await x.getPosts([mention.id]);
    expect(looked.ok && looked.value.posts.map(({ authorId }) => authorId)).toHaveLength(1);
  });
});
