import { describe, expect, test } from 'vitest';
import { PageBody } from '../../../src-main/engine/x/bodies.ts';
import { toDmPage, toPostLookup, toPostPage, toUsers } from '../../../src-main/engine/x/toPage.ts';

const user = {
  id: '1072250532645998596',
  username: 'annadv',
  name: 'Anna',
  created_at: '2019-01-01T10:00:00.000Z',
  public_metrics: { followers_count: 12 },
  receives_your_dm: true,
};

const post = {
  id: '1578516295611748353',
  author_id: user.id,
  text: '@harbourhelp R&amp;D &lt;3 https://t.co/abc https://t.co/pic',
  created_at: '2022-10-07T22:43:06.000Z',
  conversation_id: '1578516273537118209',
  in_reply_to_user_id: '795372667',
  lang: 'en',
  attachments: { media_keys: ['3_1', '7_2'] },
  entities: {
    urls: [
      { start: 1, end: 2, url: 'https://t.co/abc', expanded_url: 'https://example.com/a' },
      { start: 3, end: 4, url: 'https://t.co/pic', expanded_url: 'https://x.com/p', media_key: '3_1' },
    ],
  },
};

const media = [
  {
    media_key: '3_1',
    type: 'photo',
    url: 'https://pbs.twimg.com/1.jpg',
    width: 10,
    height: 20,
    alt_text: 'A cat',
  },
  { media_key: '7_2', type: 'animated_gif', preview_image_url: 'https://pbs.twimg.com/2.jpg' },
];

const parent = { id: '1578516273537118209', author_id: '795372667', text: 'Hello' };
const reference = [{ type: 'replied_to', id: parent.id }];

const old = {
  data: [{ ...post, referenced_tweets: reference, edit_history_tweet_ids: ['1578516295611748352', post.id] }],
  includes: { users: [user], media, tweets: [parent] },
  meta: { newest_id: post.id, next_token: 'next', result_count: 1 },
};
const renamed = {
  data: [{ ...post, referenced_posts: reference, edit_history_post_ids: ['1578516295611748352', post.id] }],
  includes: { users: [user], media, posts: [parent] },
  meta: old.meta,
};

const read = (body: unknown) => toPostPage(PageBody.parse(body));

describe('toPostPage', () => {
  test.each([
    ['the names of before August 2026', old],
    ['the names since August 2026', renamed],
  ])('reads %s', (_, body) => {
    const page = read(body);
    expect(page).toMatchObject({ newestId: post.id, nextToken: 'next', unreadable: [] });
    expect(page.posts).toEqual([
      {
        id: post.id,
        authorId: user.id,
        text: '@harbourhelp R&D <3 example.com/a',
        at: Date.parse('2022-10-07T22:43:06Z'),
        threadId: parent.id,
        inReplyToUserId: '795372667',
        references: reference,
        lang: 'en',
        links: [{ shown: 'example.com/a', url: 'https://example.com/a' }],
        media: [
          {
            key: '3_1',
            type: 'photo',
            url: 'https://pbs.twimg.com/1.jpg',
            alt: 'A cat',
            width: 10,
            height: 20,
          },
          {
            key: '7_2',
            type: 'gif',
            url: 'https://pbs.twimg.com/2.jpg',
            alt: null,
            width: null,
            height: null,
          },
        ],
        editIds: ['1578516295611748352', post.id],
      },
    ]);
    expect(page.referenced.map((one) => one.id)).toEqual([parent.id]);
    expect(page.users[0]).toMatchObject({
      handle: 'annadv',
      followers: 12,
      receivesDms: true,
      verified: null,
    });
  });

  test.each(['note_tweet', 'note_post'])('takes the whole text from %s', (name) => {
    const note = {
      text: 'A long text &amp; https://t.co/n',
      entities: { urls: [{ url: 'https://t.co/n', expanded_url: 'https://example.com/n' }] },
    };
    const page = read({ data: [{ ...post, text: 'A long…', [name]: note }] });
    expect(page.posts[0]?.text).toBe('A long text & example.com/n');
  });

  test('takes the time from the id where X does not say it', () => {
    expect(read({ data: [parent] }).posts[0]?.at).toBe(Date.parse('2022-10-07T22:43:01.682Z'));
  });

  test('keeps the good ones of a page with bad ones', () => {
    const broken = [
      { ...post, id: 12 },
      { ...post, text: undefined },
      null,
      'text',
      { ...post, created_at: 'now' },
    ];
    const page = read({ data: [...broken, parent] });
    expect(page.posts.map((one) => one.id)).toEqual([post.id, parent.id]);
    expect(page.unreadable).toHaveLength(4);
    expect(page.unreadable[0]?.reason).toContain('id');
  });

  test('keeps the good ones of a page with one that is nested too deep to be written down', () => {
    const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`);
    const page = read({ data: [{ ...post, text: deep }, parent] });
    expect(page.posts.map((one) => one.id)).toEqual([parent.id]);
    expect(page.unreadable).toMatchObject([{ reason: expect.stringContaining('text') }]);
  });

  test('keeps the data of a partial success', () => {
    const page = read({ data: [parent], errors: [{ title: 'Not Found Error', resource_id: '1' }] });
    expect(page.posts).toHaveLength(1);
  });

  test('reads a page without results', () => {
    expect(read({ meta: { result_count: 0 } })).toMatchObject({ posts: [], newestId: null });
  });

  test.each([[{}], [[]], ['text'], [null], [{ title: 'Sorry' }]])('does not take %j for a page', (body) => {
    expect(PageBody.safeParse(body).success).toBe(false);
  });

  test('keeps a placeholder for a picture that X did not describe', () => {
    const page = read({ data: [{ ...parent, attachments: { media_keys: ['3_9'] } }] });
    expect(page.posts[0]?.media).toMatchObject([{ key: '3_9', url: null }]);
  });
});

describe('toDmPage', () => {
  const dm = {
    id: '1585823814058971140',
    event_type: 'MessageCreate',
    text: 'Hi &amp; bye',
    sender_id: user.id,
    dm_conversation_id: `795372667-${user.id}`,
    created_at: '2022-10-28T02:40:35.000Z',
  };
  const readDms = (data: unknown[]) =>
    toDmPage(PageBody.parse({ data, includes: { users: [user] } }), '795372667');

  test('reads messages of both directions as those of the other person', () => {
    const own = { ...dm, id: '1585823814058971141', sender_id: '795372667' };
    const page = readDms([own, dm]);
    expect(page.dms.map((one) => [one.senderId, one.participantId])).toEqual([
      ['795372667', user.id],
      [user.id, user.id],
    ]);
    expect(page.dms[1]).toMatchObject({ text: 'Hi & bye', at: Date.parse('2022-10-28T02:40:35Z') });
  });

  test('leaves out groups, joins and leaves', () => {
    const group = { ...dm, dm_conversation_id: '1585823815904395264' };
    const join = { id: '1', event_type: 'ParticipantsJoin' };
    expect(readDms([group, join])).toMatchObject({ dms: [], unreadable: [] });
  });

  test('reads a lone picture', () => {
    const { text: _, ...picture } = { ...dm, attachments: { media_keys: ['3_1'] } };
    expect(readDms([picture]).dms).toMatchObject([{ text: '', unreadable: false, media: [{ key: '3_1' }] }]);
  });

  test.each([
    ['a message without a text', { ...dm, text: undefined }],
    ['an event that is not known', { ...dm, text: undefined, event_type: 'EncryptedMessageCreate' }],
    ['one without a sender', { ...dm, text: undefined, sender_id: undefined, event_type: 'Sealed' }],
    [
      'one that only names who takes part',
      {
        id: dm.id,
        event_type: 'Sealed',
        participant_ids: ['795372667', user.id],
      },
    ],
  ])('tells of %s as something that cannot be read', (_, event) => {
    expect(readDms([event])).toMatchObject({
      dms: [{ id: dm.id, senderId: user.id, participantId: user.id, text: '', unreadable: true }],
      unreadable: [],
    });
  });

  test('does not guess who said something', () => {
    expect(readDms([{ ...dm, sender_id: undefined }])).toMatchObject({ dms: [], unreadable: [{}] });
  });

  test('puts what it cannot read aside', () => {
    expect(readDms([{ ...dm, sender_id: 5 }, dm])).toMatchObject({ dms: [{ id: dm.id }], unreadable: [{}] });
  });
});

describe('toPostLookup', () => {
  const missing = (type: string, id: string) => ({ type, resource_id: id, value: id });
  const lookUp = (errors: unknown) => toPostLookup(PageBody.parse({ data: [parent], errors }));

  test.each(['https://api.x.com', 'https://api.twitter.com'])(
    'tells what is gone by the words of %s',
    (host) => {
      const errors = [
        missing(`${host}/2/problems/resource-not-found`, '1'),
        missing(`${host}/2/problems/not-authorized-for-resource`, '2'),
      ];
      expect(lookUp(errors)).toMatchObject({ posts: [{ id: parent.id }], gone: ['1'], hidden: ['2'] });
    },
  );

  test('takes nothing for gone of which X does not say so', () => {
    const odd = [null, 'text', {}, { resource_id: 5 }, { type: 7, resource_id: '3' }];
    expect(lookUp(odd)).toMatchObject({ gone: [], unreadable: [] });
  });
});

test('toUsers reads the people of a lookup with errors', () => {
  const users = toUsers(PageBody.parse({ data: [user, { id: 1 }], errors: [{ title: 'Not Found Error' }] }));
  expect(users.map((one) => one.handle)).toEqual(['annadv']);
});
