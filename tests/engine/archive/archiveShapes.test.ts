import { expect, test } from 'vitest';
import { testAccount } from '../../support/builders.ts';
import { counted, openImports, stored } from '../../support/openImports.ts';

const { id, handle } = testAccount;

/*
 * Shapes of archives in the tests of public parsers (xf, for one), with words of our own: fewer fields than X writes, a manifest that lists no
 * files and is assigned to another name, messages without a recipient or with an id that is none of X.
 */
test('an archive with a short manifest and few fields is read', async () => {
  const { db, run } = openImports();
  const post = {
    tweet: {
      id_str: '1876243498123456789',
      created_at: 'Wed Jan 08 12:00:00 +0000 2025',
      full_text: 'The harbour opens at eight, #parcels too',
      source: '<a href="https://x.com">X Web App</a>',
      favorite_count: '4',
      retweet_count: '0',
      lang: 'en',
      entities: { hashtags: [{ text: 'parcels' }], user_mentions: [], urls: [] },
    },
  };
  const manifest = {
    userInfo: { accountId: id, userName: handle, displayName: 'Harbour' },
    archiveInfo: { sizeBytes: '1234', generationDate: '2025-01-09T00:00:00Z', isPartialArchive: false },
  };
  const done = await run([
    { name: 'archive/data/tweets.js', content: `window.YTD.tweets.part0 = [\n  ${JSON.stringify(post)}\n]` },
    {
      name: 'archive/data/manifest.js',
      content: `window.YTD.manifest.part0 = ${JSON.stringify(manifest)}\n`,
    },
  ]);
  expect(done).toMatchObject({ state: 'done', posts: 1, skipped: [] });
  expect(stored(db, 'text')).toEqual([{ text: 'The harbour opens at eight, #parcels too' }]);
});

test('an archive without a manifest is that of its account, and odd messages are counted', async () => {
  const { db, run } = openImports();
  const create = (facts: object) => ({
    messageCreate: {
      senderId: '42',
      createdAt: '2025-06-03T20:00:00.000Z',
      text: 'Is it open?',
      mediaUrls: [],
      ...facts,
    },
  });
  const messages = [
    create({ id: '1929993498123456789', recipientId: id }),
    create({ id: 'm1', recipientId: id }),
    create({ id: '1929993498123456790' }),
  ];
  const note = {
    noteTweet: { noteTweetId: '101', createdAt: '2025-06-04T10:00:00.000Z', core: { text: 'Longer' } },
  };
  const like = { like: { tweetId: '5', fullText: 'theirs' } };
  const file = (name: string, variable: string, items: readonly unknown[]) => ({
    name: `sample/data/${name}.js`,
    content: `window.YTD.${variable}.part0 = ${JSON.stringify(items, null, 2)}`,
  });
  const done = await run([
    file('account', 'account', [{ account: { username: handle, accountId: id } }]),
    file('direct-messages', 'direct_messages', [{ dmConversation: { conversationId: 'dm-1', messages } }]),
    file('note-tweet', 'note_tweet', [note]),
    file('like', 'like', [like]),
  ]);
  expect(done).toMatchObject({ state: 'done', posts: 0, dms: 1 });
  expect(counted(done.skipped)).toEqual({ unreadable: 1, groupMessage: 1, longTextWithoutPost: 1 });
  expect(stored(db, 'text, person_id AS person')).toEqual([{ text: 'Is it open?', person: '42' }]);
});
