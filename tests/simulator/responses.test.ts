import { describe, expect, it } from 'vitest';
import type { Naming } from '#simulator/render/fields.ts';
import { expectValid } from './schemas/expectValid.ts';
import { responseSchemas } from './schemas/responses.ts';
import { startTestSimulator } from './startTestSimulator.ts';

const NAMES = {
  old: { fields: 'tweet.fields', referenced: 'referenced_tweets', note: 'note_tweet', posts: 'tweets' },
  new: { fields: 'post.fields', referenced: 'referenced_posts', note: 'note_post', posts: 'posts' },
} as const;

const SHARED_FIELDS =
  'conversation_id,created_at,entities,attachments,edit_controls,reply_settings,lang,public_metrics,possibly_sensitive,display_text_range';

/** All fields; in the new naming some come through their expansions only. */
function everything(naming: Naming): Record<string, string> {
  const { fields, referenced, note } = NAMES[naming];
  const isNew = naming === 'new';
  const more = isNew ? note : `in_reply_to_user_id,${referenced},author_id,${note}`;
  const references = isNew ? referenced : `${referenced}.id,${referenced}.id.author_id`;
  return {
    [fields]: `${SHARED_FIELDS},${more}`,
    expansions: `author_id,in_reply_to_user_id,${references},attachments.media_keys,entities.mentions.username`,
    'user.fields':
      'username,name,profile_image_url,receives_your_dm,public_metrics,verified,verified_type,protected,created_at,description,location,url',
    'media.fields': 'url,width,height,alt_text',
  };
}

const messageQuery = (naming: Naming) => ({
  'dm_event.fields': `id,text,event_type,created_at,dm_conversation_id,attachments,entities${naming === 'old' ? ',sender_id,referenced_tweets,participant_ids' : ''}`,
  expansions: 'sender_id,attachments.media_keys',
  'user.fields': 'username,name',
  'media.fields': 'url',
});

async function startWithContent(naming: Naming) {
  const simulator = await startTestSimulator({ names: naming });
  const { control, clock } = simulator;
  control.person({ handle: 'annadv', name: 'Anna de Vries', location: 'Utrecht' });
  const photos = [{ file: 'parcel.png', altText: 'A parcel' }];
  const question = control.mention({
    from: 'annadv',
    text: 'where is <it> & why? https://example.com/a #late',
    photos,
  });
  clock.jump(1000);
  control.post({
    from: 'bob',
    text: `@annadv @harbourhelp same here ${'really '.repeat(60)}`,
    replyToId: question.id,
  });
  const gone = control.mention({ from: 'carl', text: 'I will delete this' });
  clock.jump(1000);
  control.mention({ from: 'dora', text: 'what was that?', replyToId: gone.id });
  control.deletePost({ id: gone.id });
  control.dm({ from: 'annadv', text: 'in private https://example.com/b', photos });
  clock.jump(1000);
  return { simulator, question };
}

describe.each(['old', 'new'] as const)('with the %s field names', (naming) => {
  const schemas = responseSchemas(naming);

  it('sends users in X’s shape', async () => {
    const { simulator } = await startWithContent(naming);
    const fields = { 'user.fields': everything(naming)['user.fields'] ?? '' };
    expectValid(schemas.user, (await simulator.get('/2/users/me', fields)).body);
    expectValid(schemas.user, (await simulator.get('/2/users/by/username/ANNADV', fields)).body);
    const mixed = await simulator.get('/2/users', { ids: `${simulator.accountId},1`, ...fields });
    expectValid(schemas.users, mixed.body);
    expect(mixed.data).toHaveLength(1);
    expect(mixed.body.errors).toHaveLength(1);
  });

  it('sends timelines and searches in X’s shape', async () => {
    const { simulator } = await startWithContent(naming);
    const query = everything(naming);
    const mentions = await simulator.get(`/2/users/${simulator.accountId}/mentions`, query);
    expectValid(schemas.postPage, mentions.body);
    expect(mentions.data).toHaveLength(3);
    expect(mentions.body.errors).toHaveLength(1);
    expect(JSON.stringify(mentions.body)).toContain(`"${NAMES[naming].note}"`);
    expect(mentions.body.includes).toHaveProperty(NAMES[naming].posts);
    const found = await simulator.get('/2/tweets/search/recent', { query: 'from:bob', ...query });
    expectValid(schemas.postPage, found.body);
    expectValid(schemas.postPage, (await simulator.get(`/2/users/${simulator.accountId}/tweets`)).body);
  });

  it('sends single posts and direct messages in X’s shape', async () => {
    const { simulator, question } = await startWithContent(naming);
    const query = everything(naming);
    expectValid(
      schemas.posts,
      (await simulator.get('/2/tweets', { ids: `${question.id},1`, ...query })).body,
    );
    expectValid(schemas.post, (await simulator.get(`/2/tweets/${question.id}`, query)).body);
    expectValid(schemas.post, (await simulator.get('/2/tweets/1', query)).body);
    const page = await simulator.get('/2/dm_events', messageQuery(naming));
    expectValid(schemas.messagePage, page.body);
    const [message] = page.data;
    const withAnna = await simulator.get(
      `/2/dm_conversations/with/${message?.sender_id}/dm_events`,
      messageQuery(naming),
    );
    expectValid(schemas.messagePage, withAnna.body);
    expect(withAnna.data).toHaveLength(1);
  });

  it('confirms writes in X’s shape', async () => {
    const { simulator, question } = await startWithContent(naming);
    const reply = { in_reply_to_tweet_id: question.id };
    const created = await simulator.send('POST', '/2/tweets', { text: 'On its way!', reply });
    expect(created.status).toBe(201);
    expectValid(schemas.postCreated, created.body);
    const deleted = await simulator.send('DELETE', `/2/tweets/${created.data[0]?.id}`);
    expectValid(schemas.postDeleted, deleted.body);
    const anna = await simulator.get('/2/users/by/username/annadv');
    const sent = await simulator.send('POST', `/2/dm_conversations/with/${anna.data[0]?.id}/messages`, {
      text: 'Hi',
    });
    expect(sent.status).toBe(201);
    expectValid(schemas.messageCreated, sent.body);
  });

  it('leaves out `data` when it would be empty', async () => {
    const simulator = await startTestSimulator({ names: naming });
    const empty = await simulator.get(`/2/users/${simulator.accountId}/mentions`);
    expect(empty.body).toEqual({ meta: { result_count: 0 } });
    expect((await simulator.get('/2/dm_events')).body).toEqual({ meta: { result_count: 0 } });
  });
});

it('sends only the selected fields and expansions', async () => {
  const { simulator } = await startWithContent('old');
  const { data, body } = await simulator.get(`/2/users/${simulator.accountId}/mentions`);
  expect(Object.keys(data[0] ?? {}).sort()).toEqual(['edit_history_tweet_ids', 'id', 'text']);
  expect(body.includes).toBeUndefined();
});

it('accepts requests in either naming', async () => {
  const { simulator } = await startWithContent('new');
  const path = `/2/users/${simulator.accountId}/mentions`;
  const old = await simulator.get(path, {
    'tweet.fields': 'referenced_tweets',
    expansions: 'referenced_tweets.id',
  });
  const renamed = await simulator.get(path, {
    'post.fields': 'referenced_posts',
    expansions: 'referenced_posts',
  });
  expect(old.data).toEqual(renamed.data);
});
