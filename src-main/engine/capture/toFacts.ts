import type { Reason } from '#shared/domain/conversation.ts';
import type { MessageFacts } from '../store/messages.ts';
import { MAX_THREAD_DEPTH } from '../store/parents.ts';
import { findVersion, listQuotedIds } from '../x/postReferences.ts';
import type { XDm, XMention, XPost, XPostPage, XReference } from '../x/xClient.ts';

/** A captured message, with the X ids of the posts that it replies to or quotes. */
export interface CapturedMessage extends MessageFacts {
  readonly refersTo: readonly string[];
  /** How often X says that it was quoted; null if X did not say. */
  readonly quoteCount: number | null;
  /** The people whom a post mentions. */
  readonly mentions: readonly XMention[];
}

/**
 * A post of the mentions list: a customer's message (`wanted`), unless it is the account's own or a retweet. `isOwn` tells whether the
 * account wrote a post to which it refers.
 */
export function mentionToFacts(
  post: XPost,
  accountId: string,
  isOwn: (xId: string) => boolean,
): CapturedMessage {
  if (post.authorId === accountId || isRetweet(post)) return postToFacts(post, accountId);
  return { ...postToFacts(post, accountId), role: 'wanted', reason: toReason(post, isOwn) };
}

/** A post that a page only refers to: context, unless the account wrote it. */
export function postToFacts(post: XPost, accountId: string): CapturedMessage {
  const own = post.authorId === accountId;
  return {
    kind: 'post',
    xId: post.editIds[0] ?? post.id,
    versionXId: post.id,
    versions: post.editIds.length > 1 ? post.editIds : [],
    role: own ? 'own' : 'context',
    reason: null,
    authorId: post.authorId,
    personId: own ? (post.inReplyToUserId ?? accountId) : post.authorId,
    text: post.text,
    at: post.at,
    inReplyTo: post.references.find((reference) => reference.type === 'replied_to')?.id ?? null,
    threadId: post.threadId,
    lang: post.lang,
    links: post.links,
    media: post.media,
    attachments: post.attachments,
    quotes: listQuotedIds(post),
    unreadable: false,
    refersTo: post.references.map((reference) => reference.id),
    quoteCount: post.quoteCount,
    mentions: post.mentions,
  };
}

/** The posts of a page that its posts quote. */
export function listQuotedFacts(
  { posts, referenced }: Pick<XPostPage, 'posts' | 'referenced'>,
  accountId: string,
): CapturedMessage[] {
  const quoted = new Set(posts.flatMap(listQuotedIds));
  return referenced
    .filter(({ editIds }) => editIds.some((id) => quoted.has(id)))
    .map((post) => postToFacts(post, accountId));
}

/**
 * A post of the account, in the history of the person it is meant for: the first other author among the posts that it replies
 * to or quotes, as far as `page` shows them. Otherwise it is nobody's for now.
 */
export function ownPostToFacts(
  post: XPost,
  page: Pick<XPostPage, 'posts' | 'referenced'>,
  accountId: string,
): CapturedMessage {
  const shown = [...page.posts, ...page.referenced];
  let above: XPost | undefined = post;
  for (let depth = 0; above !== undefined && depth < MAX_THREAD_DEPTH; depth += 1) {
    const { personId } = postToFacts(above, accountId);
    if (personId !== accountId) return { ...postToFacts(post, accountId), personId };
    above = findAbove(above, shown);
  }
  return postToFacts(post, accountId);
}

function findAbove({ references }: XPost, shown: readonly XPost[]): XPost | undefined {
  const next = references.find(({ type }) => type === 'replied_to') ?? references[0];
  return next && findVersion(shown, next.id);
}

/** A private message, incoming or outgoing. */
export function dmToFacts(dm: XDm, accountId: string): CapturedMessage {
  const own = dm.senderId === accountId;
  return {
    kind: 'dm',
    xId: dm.id,
    versionXId: dm.id,
    versions: [],
    role: own ? 'own' : 'wanted',
    reason: own ? null : 'dm',
    authorId: dm.senderId,
    personId: dm.participantId,
    text: dm.text,
    at: dm.at,
    inReplyTo: null,
    threadId: null,
    lang: null,
    links: dm.links,
    media: dm.media,
    attachments: dm.attachments,
    quotes: dm.shared,
    unreadable: dm.unreadable,
    refersTo: dm.shared,
    quoteCount: null,
    mentions: [],
  };
}

/** Whether a post is a retweet. Retweets open no conversation: mentions keep them as context, other feeds drop them. */
export const isRetweet = (post: XPost): boolean =>
  post.references.some((reference) => reference.type === 'retweeted');

// X sets in_reply_to_user_id for a post that only begins with the handle, too, and anybody's post can be quoted.
function toReason({ references }: XPost, isOwn: (xId: string) => boolean): Reason {
  const refersToOwn = (kind: XReference['type']) =>
    references.some(({ type, id }) => type === kind && isOwn(id));
  if (refersToOwn('replied_to')) return 'reply';
  return refersToOwn('quoted') ? 'quote' : 'mention';
}
