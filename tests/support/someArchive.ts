import { DAY_MS, MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { MORNING, testAccount } from './builders.ts';
import { snowflake } from './snowflake.ts';
import type { ZipFile } from './writeZip.ts';

/** A file of an archive as X writes it. */
export const assign = (name: string, items: unknown): string =>
  `window.YTD.${name}.part0 = ${JSON.stringify(items, null, 2)}`;

/** `Tue Jun 03 19:32:20 +0000 2025`. */
export function toTweetDate(at: number): string {
  const [day, date, month, year, time] = new Date(at).toUTCString().replace(',', '').split(' ');
  return `${day} ${month} ${date} ${time} +0000 ${year}`;
}

/** A post of the account, with numbers written as strings. */
export function someTweet(at: number, facts: Record<string, unknown> = {}) {
  const id = snowflake(at, Number(facts.sequence ?? 0));
  const { sequence: _, ...more } = facts;
  return {
    tweet: {
      id_str: id,
      id,
      created_at: toTweetDate(at),
      full_text: `posted ${at}`,
      lang: 'en',
      favorite_count: '3',
      entities: { hashtags: [], urls: [], user_mentions: [] },
      ...more,
    },
  };
}

/** A private message with one person. */
export function someDm(
  at: number,
  { from, to, text }: { from: string; to: string; text: string },
  more = {},
) {
  return {
    messageCreate: {
      id: snowflake(at, 7),
      senderId: from,
      recipientId: to,
      text,
      createdAt: new Date(at).toISOString(),
      mediaUrls: [],
      urls: [],
      reactions: [],
      ...more,
    },
  };
}

/** A conversation of private messages, the newest first as in archives. */
export const someDms = (personId: string, messages: readonly unknown[]) => ({
  dmConversation: { conversationId: `${personId}-${testAccount.id}`, messages },
});

export interface ArchiveOptions {
  readonly people?: number;
  readonly messages?: number;
  readonly posts?: number;
  readonly owner?: Pick<typeof testAccount, 'id'>;
}

const word = (n: number): string => `word${n.toString(36)}`;

/** Posts and private messages of years ago: replies to some people, posts to nobody, and conversations with some people. */
export function someItems({
  people = 10,
  messages = 12,
  posts = 150,
  owner = testAccount,
}: ArchiveOptions = {}) {
  const start = MORNING - 3 * 365 * DAY_MS;
  const tweets = Array.from({ length: posts }, (_, n) => {
    const at = start + n * 7 * MINUTE_MS;
    const reply = {
      full_text: `@customer${n % 20} sorry &amp; thanks, post ${word(n)}`,
      in_reply_to_status_id_str: snowflake(at - MINUTE_MS, 9),
      in_reply_to_user_id_str: String(5_000 + (n % 20)),
      in_reply_to_screen_name: `customer${n % 20}`,
    };
    return someTweet(at, { ...(n % 3 === 0 ? reply : { full_text: `News, post ${word(n)}` }) });
  });
  const conversations = Array.from({ length: people }, (_, person) => {
    const id = String(9_000 + person);
    const dms = Array.from({ length: messages }, (__, n) => {
      const at = start + person * DAY_MS + n * 11 * MINUTE_MS + 3 * SECOND_MS;
      const isOwn = n % 2 === 1;
      const text = `dm ${word(person * messages + n)} from ${isOwn ? 'us' : 'them'}`;
      return someDm(at, isOwn ? { from: owner.id, to: id, text } : { from: id, to: owner.id, text });
    });
    return someDms(id, dms.toReversed());
  });
  return { tweets: tweets.toReversed(), conversations };
}

const account = (owner: Pick<typeof testAccount, 'id' | 'handle'>) =>
  assign('account', [{ account: { accountId: owner.id, username: owner.handle, email: 'a@b.example' } }]);

/** The files of an archive in the layout since 2021; `files` are further parts by their name, as items. */
export function newLayout(
  { tweets, conversations }: Pick<ReturnType<typeof someItems>, 'tweets' | 'conversations'>,
  {
    owner = testAccount,
    folder = '',
    madeAt = MORNING - DAY_MS,
    files = {} as Record<string, readonly unknown[]>,
  } = {},
): ZipFile[] {
  const parts: Record<string, readonly unknown[]> = {
    tweets,
    'direct-messages': conversations,
    ...files,
  };
  const manifest = {
    userInfo: { accountId: owner.id, userName: owner.handle, displayName: owner.handle },
    archiveInfo: { sizeBytes: '1', generationDate: new Date(madeAt).toISOString(), isPartialArchive: false },
    dataTypes: Object.fromEntries(
      Object.entries(parts).map(([name, items]) => [
        name,
        {
          files: [
            { fileName: `data/${name}.js`, globalName: `YTD.${name}.part0`, count: String(items.length) },
          ],
        },
      ]),
    ),
  };
  return [
    { name: `${folder}Your archive.html`, content: '<html></html>' },
    {
      name: `${folder}data/manifest.js`,
      content: `window.__THAR_CONFIG = ${JSON.stringify(manifest, null, 2)}`,
    },
    { name: `${folder}data/account.js`, content: account(owner) },
    ...Object.entries(parts).map(([name, items]) => ({
      name: `${folder}data/${name}.js`,
      content: assign(name.replaceAll('-', '_'), items),
    })),
    { name: `${folder}data/tweets_media/1-a.jpg`, content: 'a picture' },
  ];
}

/** The same in the layout of before: other names, at the top, without a manifest and with unwrapped posts. */
export function oldLayout({ tweets, conversations }: ReturnType<typeof someItems>): ZipFile[] {
  return [
    { name: 'account.js', content: account(testAccount) },
    {
      name: 'tweet.js',
      content: assign(
        'tweet',
        tweets.map(({ tweet }) => tweet),
      ),
    },
    { name: 'direct-message.js', content: assign('direct_message', conversations) },
  ];
}
