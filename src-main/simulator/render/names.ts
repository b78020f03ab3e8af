/** Which of X's two sets of field names is spoken: until August 2026 `tweets`, since then `posts`. */
export type Naming = 'old' | 'new';

const OLD_BY_NEW = new Map([
  ['referenced_posts', 'referenced_tweets'],
  ['note_post', 'note_tweet'],
  ['edit_history_post_ids', 'edit_history_tweet_ids'],
  ['posts', 'tweets'],
  ['post_count', 'tweet_count'],
  ['repost_count', 'retweet_count'],
  ['most_recent_post_id', 'most_recent_tweet_id'],
  ['pinned_post_id', 'pinned_tweet_id'],
  ['referenced_posts.id', 'referenced_tweets.id'],
  ['referenced_posts.id.author_id', 'referenced_tweets.id.author_id'],
  ['referenced_posts.id.attachments.media_keys', 'referenced_tweets.id.attachments.media_keys'],
]);

const NEW_BY_OLD = new Map([...OLD_BY_NEW].map(([fresh, old]) => [old, fresh]));

/** The field name to answer with, from its new name. */
export function fieldName(newName: string, naming: Naming): string {
  return naming === 'new' ? newName : (OLD_BY_NEW.get(newName) ?? newName);
}

/** The new name of a field that was asked for in either naming. */
export function toNewName(name: string): string {
  return NEW_BY_OLD.get(name) ?? name;
}

/** The new names of a list with commas, each together with its counterpart in the other naming. */
export function inBothNamings(list: string): ReadonlySet<string> {
  const newNames = list.split(',').map((name) => name.trim());
  return new Set(newNames.flatMap((name) => [name, OLD_BY_NEW.get(name) ?? name]));
}
