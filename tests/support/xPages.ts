/** A user as X describes one. */
export const user = {
  id: '1072250532645998596',
  username: 'annadv',
  name: 'Anna',
  created_at: '2019-01-01T10:00:00.000Z',
  public_metrics: { followers_count: 12 },
  receives_your_dm: true,
};

/** A post of that user with links, pictures and a language. */
export const post = {
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

/** The post to which it replies. */
export const parent = { id: '1578516273537118209', author_id: '795372667', text: 'Hello' };
/** Its reference to that post. */
export const reference = [{ type: 'replied_to', id: parent.id }];

/** A page with it, with X's old names. */
export const old = {
  data: [{ ...post, referenced_tweets: reference, edit_history_tweet_ids: ['1578516295611748352', post.id] }],
  includes: { users: [user], media, tweets: [parent] },
  meta: { newest_id: post.id, next_token: 'next', result_count: 1 },
};

/** The same page with the new names. */
export const renamed = {
  data: [{ ...post, referenced_posts: reference, edit_history_post_ids: ['1578516295611748352', post.id] }],
  includes: { users: [user], media, posts: [parent] },
  meta: old.meta,
};
