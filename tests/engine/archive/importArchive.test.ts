import { describe, expect, test } from 'vitest';
import { createArchiveImports } from '#engine/archive/archiveImports.ts';
import { all } from '#engine/store/sql.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage, testAccount } from '../../support/builders.ts';
import { eraseFromStore } from '../../support/eraseFromStore.ts';
import { countViews } from '../../support/lists.ts';
import { counted, openImports, stored } from '../../support/openImports.ts';
import { snowflake } from '../../support/snowflake.ts';
import { newLayout, oldLayout, someDm, someDms, someItems, someTweet } from '../../support/someArchive.ts';

const own = testAccount.id;

describe.each([
  ['the layout since 2021', (items: ReturnType<typeof someItems>) => newLayout(items)],
  [
    'one folder deeper',
    (items: ReturnType<typeof someItems>) => newLayout(items, { folder: 'twitter-2026/' }),
  ],
  ['the layout of before', oldLayout],
])('an archive in %s', (_, layout) => {
  test('is stored once, however often it is imported', async () => {
    const { db, run } = openImports();
    const first = await run(layout(someItems()));
    expect(first).toMatchObject({ state: 'done', posts: 150, dms: 120, skipped: [], items: 270 });
    expect(first.bytes).toBe(first.of);
    const tables = () =>
      ['messages', 'people', 'conversations', 'contexts', 'post_mentions', 'gaps'].map((table) =>
        all(db, `SELECT * FROM ${table}`),
      );
    const before = tables();
    expect(await run(layout(someItems()), 'again.zip')).toMatchObject({
      posts: 0,
      dms: 0,
      people: 0,
      items: 270,
    });
    expect(tables()).toEqual(before);
  });
});

test('posts to people who never wrote open nothing, and are in their histories', async () => {
  const { db, run } = openImports();
  await run(newLayout({ ...someItems(), conversations: [] }));
  expect(countViews(db, '')).toMatchObject({ all: 0, queue: 0 });
  expect(all(db, 'SELECT count(*) AS n FROM messages WHERE threaded = 0')).toEqual([{ n: 0 }]);
  expect(all(db, `SELECT handle, name FROM people WHERE x_id = '5000'`)).toEqual([
    { handle: 'customer0', name: 'customer0' },
  ]);
});

test('conversations of years ago are resolved, and none of their messages waits', async () => {
  const { db, run, events } = openImports();
  const at = MORNING - 3 * 365 * DAY_MS;
  const unanswered = someDms('77', [someDm(at, { from: '77', to: own, text: 'Hello?' })]);
  await run(newLayout({ tweets: [], conversations: [...someItems().conversations, unanswered] }));
  expect(countViews(db, '')).toMatchObject({ queue: 0, open: 0, pending: 0, resolved: 11 });
  expect(all(db, 'SELECT sum(unread) AS unread, max(waiting_since) AS since FROM conversations')).toEqual([
    { unread: 0, since: null },
  ]);
  expect(events.filter(({ name }) => name === 'conversations.opened')).toEqual([]);
});

test('a private message that nobody saw after the connecting is work', async () => {
  const { db, run, clock } = openImports();
  clock.jump(60 * DAY_MS);
  const missed = someDms('77', [someDm(MORNING + 20 * DAY_MS, { from: '77', to: own, text: 'Hello?' })]);
  await run(newLayout({ tweets: [], conversations: [missed] }, { madeAt: MORNING + 59 * DAY_MS }));
  expect(countViews(db, '')).toMatchObject({ queue: 1, resolved: 0 });
});

test('what is captured stays as it is, and joins what the archive adds', async () => {
  const { db, run, capture } = openImports();
  const at = MORNING - 2 * DAY_MS;
  const xId = snowflake(at, 7);
  const known = { xId, versionXId: xId, at, text: 'captured with its whole text' };
  await capture([someMessage({ kind: 'dm', reason: 'dm', authorId: '77', personId: '77', ...known })]);
  const dms = [
    someDm(at + HOUR_MS, { from: own, to: '77', text: 'our reply' }),
    someDm(at, { from: '77', to: own, text: 'captured' }),
    someDm(at - HOUR_MS, { from: '77', to: own, text: 'before' }),
  ];
  const done = await run(newLayout({ tweets: [], conversations: [someDms('77', dms)] }));
  expect(done).toMatchObject({ dms: 2 });
  expect(stored(db, 'text, conversation_id AS c')).toEqual(
    ['before', 'captured with its whole text', 'our reply'].map((text) => ({
      text,
      c: `c${snowflake(at - HOUR_MS, 7)}`,
    })),
  );
});

describe('a post of the archive', () => {
  const at = MORNING - 400 * DAY_MS;
  const storeOne = async (facts: Record<string, unknown>, files: Record<string, readonly unknown[]> = {}) => {
    const { db, run } = openImports();
    const done = await run(newLayout({ tweets: [someTweet(at, facts)], conversations: [] }, { files }));
    const columns = 'text, links, media, in_reply_to AS inReplyTo, person_id AS personId';
    return { db, done, post: stored(db, columns)[0] };
  };

  test('is stored as capture would, with its links and pictures', async () => {
    const { post } = await storeOne({
      full_text: 'A &amp; B 👍 https://t.co/aa see https://t.co/bb',
      entities: {
        urls: [
          { url: 'https://t.co/aa', expanded_url: 'https://shop.example/?a=1&b=2', indices: ['12', '27'] },
        ],
        user_mentions: [],
      },
      extended_entities: {
        media: [
          {
            id_str: '900',
            url: 'https://t.co/bb',
            type: 'photo',
            media_url_https: 'https://pbs.twimg.com/media/a.jpg',
            indices: ['32', '47'],
            sizes: { large: { w: '640', h: '480', resize: 'fit' } },
          },
        ],
      },
    });
    expect(post).toMatchObject({ text: 'A & B 👍 shop.example/?a=1&b=2 see', personId: own });
    const { links, media } = post as { links: string; media: string };
    const address = { shown: 'shop.example/?a=1&b=2', url: 'https://shop.example/?a=1&b=2' };
    expect(JSON.parse(links)).toMatchObject([address]);
    const picture = { key: '3_900', type: 'photo', url: 'https://pbs.twimg.com/media/a.jpg' };
    expect(JSON.parse(media)).toEqual([{ ...picture, alt: null, width: 640, height: 480 }]);
  });

  test('has its long text, which has an id of its own', async () => {
    const long = `Dear all, ${'this is long. '.repeat(40)}The end & all.`;
    const note = (noteAt: number, text: string) => ({
      noteTweet: {
        noteTweetId: snowflake(noteAt),
        createdAt: new Date(noteAt).toISOString(),
        core: { text, urls: [] },
      },
    });
    const { post, done } = await storeOne(
      { full_text: `${long.slice(0, 270)}… https://t.co/zz` },
      { 'note-tweet': [note(at - 700, long), note(at - 300, 'Another one'), note(at - DAY_MS, long)] },
    );
    expect(post).toMatchObject({ text: long });
    expect(counted(done.skipped)).toEqual({ longTextWithoutPost: 2 });
  });

  test('that was edited is one post, with its newest text', async () => {
    const { db, run } = openImports();
    const later = snowflake(at + MINUTE_MS);
    const edit_info = { initial: { editTweetIds: [snowflake(at), later] } };
    const tweets = [
      someTweet(at + MINUTE_MS, { full_text: 'second', edit_info }),
      someTweet(at, { full_text: 'first', edit_info }),
    ];
    await run(newLayout({ tweets, conversations: [] }));
    await run(newLayout({ tweets, conversations: [] }), 'again.zip');
    expect(stored(db, 'text, x_id AS id, version_x_id AS version')).toEqual([
      { text: 'second', id: snowflake(at), version: later },
    ]);
  });

  test('that goes on with a reply to somebody is in their history too', async () => {
    const { db, run } = openImports();
    const reply = someTweet(at, {
      in_reply_to_status_id_str: snowflake(at - HOUR_MS),
      in_reply_to_user_id_str: '55',
      in_reply_to_screen_name: 'anna',
    });
    const follow = [1, 2].map((n) =>
      someTweet(at + n * MINUTE_MS, {
        in_reply_to_status_id_str: snowflake(at + (n - 1) * MINUTE_MS),
        in_reply_to_user_id_str: own,
        in_reply_to_screen_name: testAccount.handle,
      }),
    );
    await run(newLayout({ tweets: [...follow.toReversed(), reply], conversations: [] }));
    expect(stored(db, 'person_id AS p')).toEqual([{ p: '55' }, { p: '55' }, { p: '55' }]);
  });
});

test('what is skipped is counted with its reason', async () => {
  const { db, run } = openImports();
  const at = MORNING - 400 * DAY_MS;
  const toUs = { from: '77', to: own, text: 'hi' };
  const dms = [
    someDm(at, toUs),
    someDm(at + 1, { ...toUs, to: '78' }),
    someDm(at + 2, toUs, { recipientId: null }),
    someDm(at + 3, toUs, { mediaUrls: ['https://ton.twitter.com/dm/1/22/a.jpg'] }),
    { welcomeMessageCreate: { id: '1', text: 'welcome' } },
    someDm(at + 4, toUs, { id: 'none' }),
  ];
  const tweets = [
    someTweet(at, { full_text: 'RT @somebody: theirs' }),
    someTweet(at + 1, { created_at: 'never' }),
    someTweet(at + 2),
  ];
  const files = {
    'direct-messages-group': [someDms('1', [someDm(at, toUs), { joinConversation: {} }])],
    'deleted-tweets': [someTweet(at + 3)],
  };
  const done = await run(newLayout({ tweets, conversations: [someDms('77', dms)] }, { files }));
  expect(done).toMatchObject({ posts: 1, dms: 2 });
  expect(counted(done.skipped)).toEqual({
    retweet: 1,
    unreadable: 2,
    foreignMessage: 1,
    mediaFile: 1,
    welcomeMessage: 1,
    groupMessage: 3,
    deletedPost: 1,
  });
  expect(done.skipped.find(({ reason }) => reason === 'retweet')?.example).toBe('data/tweets.js, 1');
  expect(stored(db, 'count(*) AS n')).toEqual([{ n: 3 }]);
});

test('handles of long ago do not take those of today', async () => {
  const { db, run, capture } = openImports();
  await capture([someMessage({ authorId: '1', personId: '1' })]);
  const entities = { urls: [], user_mentions: [{ id_str: '99', screen_name: 'PERSON1', name: 'Once' }] };
  const facts = { in_reply_to_user_id_str: '99', in_reply_to_screen_name: 'PERSON1', entities };
  await run(newLayout({ tweets: [someTweet(MORNING - 400 * DAY_MS, facts)], conversations: [] }));
  expect(all(db, `SELECT x_id AS id, handle FROM people WHERE x_id IN ('1', '99') ORDER BY 1`)).toEqual([
    { id: '1', handle: 'person1' },
    { id: '99', handle: '' },
  ]);
});

test('an import needs to know the account', async () => {
  const { ctx, write } = openImports();
  const imports = createArchiveImports({ ...ctx, account: () => null });
  const error = { code: 'notConnected' };
  expect(await imports.start(write(newLayout(someItems())))).toEqual({ ok: false, error });
});

test('who was erased does not come back from an archive, and the report says how many messages were left out', async () => {
  const { db, run, capture } = openImports();
  const at = MORNING - 2 * DAY_MS;
  await capture([
    someMessage({ kind: 'dm', reason: 'dm', authorId: '77', personId: '77', at, text: 'captured' }),
  ]);
  eraseFromStore(db, '77');
  const dms = [
    someDm(at + HOUR_MS, { from: own, to: '77', text: 'our reply' }),
    someDm(at, { from: '77', to: own, text: 'captured' }),
  ];
  const others = [someDm(at, { from: '78', to: own, text: 'of somebody else' })];
  const done = await run(
    newLayout({ tweets: [], conversations: [someDms('77', dms), someDms('78', others)] }),
  );
  expect(counted(done.skipped)).toEqual({ erased: 2 });
  expect(stored(db, 'text')).toEqual([{ text: 'of somebody else' }]);
});
