import twitterText from 'twitter-text';
import { listLinks } from '../world/entities.ts';
import type { Post } from '../world/model.ts';
import { getPersonByHandle } from '../world/people.ts';
import type { World } from '../world/world.ts';
import type { OperatorName, QueryNode } from './parse.ts';

/** Whether `post` matches the query. Words match as whole words, ignoring case and accents. */
export function isMatch(world: World, node: QueryNode, post: Post): boolean {
  switch (node.kind) {
    case 'all':
      return node.parts.every((part) => isMatch(world, part, post));
    case 'any':
      return node.parts.some((part) => isMatch(world, part, post));
    case 'not':
      return !isMatch(world, node.part, post);
    case 'word':
    case 'phrase':
      return hasWords(post.text, node.value);
    case 'mention':
      return post.mentions.includes(node.value.toLowerCase());
    case 'hashtag':
      return hasTag(twitterText.extractHashtags(post.text), node.value);
    case 'cashtag':
      return hasTag(twitterText.extractCashtags(post.text), node.value);
    case 'operator':
      return OPERATOR_TESTS[node.name](world, post, node.value);
  }
}

const OPERATOR_TESTS: Readonly<Record<OperatorName, (world: World, post: Post, value: string) => boolean>> = {
  from: (world, post, value) => post.authorId === personId(world, value),
  to: (world, post, value) => post.replyToUserId === personId(world, value),
  conversation_id: (_world, post, value) => post.conversationId === value,
  in_reply_to_tweet_id: (_world, post, value) => post.replyToId === value,
  lang: (_world, post, value) => post.lang === value.toLowerCase(),
  url: (_world, post, value) =>
    listLinks(post.text).some((url) => url.toLowerCase().includes(value.toLowerCase())),
  is: (_world, post, value) => isKind(post, value),
  has: (_world, post, value) => hasContent(post, value),
};

function isKind(post: Post, kind: string): boolean {
  if (kind === 'retweet') return post.repostOfId !== null;
  if (kind === 'reply') return post.replyToId !== null;
  return kind === 'quote' && post.quotedId !== null;
}

function hasContent(post: Post, content: string): boolean {
  if (content === 'media' || content === 'images') return post.photoKeys.length > 0;
  if (content === 'links') return listLinks(post.text).length > 0;
  if (content === 'mentions') return post.mentions.length > 0;
  return content === 'hashtags' && twitterText.extractHashtags(post.text).length > 0;
}

function personId(world: World, value: string): string | null {
  return world.people.has(value) ? value : (getPersonByHandle(world, value)?.id ?? null);
}

function hasTag(tags: readonly string[], tag: string): boolean {
  return tags.some((other) => other.toLowerCase() === tag.toLowerCase());
}

function hasWords(text: string, words: string): boolean {
  const phrase = toWords(words);
  return phrase.length > 0 && ` ${toWords(text).join(' ')} `.includes(` ${phrase.join(' ')} `);
}

function toWords(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}_]+/gu) ?? [];
}
