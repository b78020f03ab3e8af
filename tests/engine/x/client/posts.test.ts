import { describe, expect, test } from 'vitest';
import { readUsers } from '#engine/x/client/pageItems.ts';
import { toPostLookup, toPostPage } from '#engine/x/client/posts.ts';
import { PageBody } from '#engine/x/client/responseBodies.ts';
import { old, parent, post, reference, renamed, user } from '../../../support/xPages.ts';

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
        links: [{ start: 20, end: 33, shown: 'example.com/a', url: 'https://example.com/a' }],
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
        attachments: [],
        editIds: ['1578516295611748352', post.id],
        mentions: [],
        quoteCount: null,
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

  test.each(['note_tweet', 'note_post'])('takes the long text from %s', (name) => {
    const note = {
      text: 'A long text &amp; https://t.co/n',
      entities: { urls: [{ url: 'https://t.co/n', expanded_url: 'https://example.com/n' }] },
    };
    const page = read({ data: [{ ...post, text: 'A long…', [name]: note }] });
    expect(page.posts[0]?.text).toBe('A long text & example.com/n');
  });

  test('takes the time from the id if X does not state it', () => {
    expect(read({ data: [parent] }).posts[0]?.at).toBe(Date.parse('2022-10-07T22:43:01.682Z'));
  });

  test('keeps the valid posts of a page with invalid ones', () => {
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

  test('keeps the valid posts of a page with one that is nested too deep to be saved', () => {
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

  test.each([[{}], [[]], ['text'], [null], [{ title: 'Sorry' }]])('rejects %j as a page', (body) => {
    expect(PageBody.safeParse(body).success).toBe(false);
  });

  test('keeps a placeholder for a picture that X did not describe', () => {
    const page = read({ data: [{ ...parent, attachments: { media_keys: ['3_9'] } }] });
    expect(page.posts[0]?.media).toMatchObject([{ key: '3_9', url: null }]);
  });
});

describe('toPostLookup', () => {
  const missing = (type: string, id: string) => ({ type, resource_id: id, value: id });
  const lookUp = (errors: unknown) => toPostLookup(PageBody.parse({ data: [parent], errors }));

  test.each(['https://api.x.com', 'https://api.twitter.com'])(
    'finds the gone posts by the problem types of %s',
    (host) => {
      const errors = [
        missing(`${host}/2/problems/resource-not-found`, '1'),
        missing(`${host}/2/problems/not-authorized-for-resource`, '2'),
      ];
      expect(lookUp(errors)).toMatchObject({ posts: [{ id: parent.id }], gone: ['1'], hidden: ['2'] });
    },
  );

  test('treats only posts as gone that X reports as gone', () => {
    const odd = [null, 'text', {}, { resource_id: 5 }, { type: 7, resource_id: '3' }];
    expect(lookUp(odd)).toMatchObject({ gone: [], unreadable: [] });
  });
});

test('readUsers reads the people of a lookup with errors', () => {
  const { data } = PageBody.parse({ data: [user, { id: 1 }], errors: [{ title: 'Not Found Error' }] });
  const users = readUsers(data, []);
  expect(users.map((one) => one.handle)).toEqual(['annadv']);
});
