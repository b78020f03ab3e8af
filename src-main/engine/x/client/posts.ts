import type { z } from 'zod';
import { listQuotedIds } from '../postReferences.ts';
import { toReadableText } from '../text.ts';
import type { XMention, XPost, XPostLookup, XPostPage, XUnreadable } from '../xClient.ts';
import {
  type Included,
  readIncluded,
  readItems,
  readUsers,
  toAttachments,
  toMediaList,
  toNext,
  toTime,
} from './pageItems.ts';
import { MissingBody, type PageBody, PostBody } from './responseBodies.ts';

/** A page of posts; items that fail validation are in `unreadable`, the rest is kept. */
export function toPostPage(body: PageBody): XPostPage {
  const unreadable: XUnreadable[] = [];
  const included = readIncluded(body);
  return {
    posts: readPosts(body.data, included, unreadable),
    referenced: readReferenced(body, included, unreadable),
    users: readUsers(body.includes?.users, unreadable),
    unreadable,
    newestId: body.meta?.newest_id ?? null,
    oldestId: body.meta?.oldest_id ?? null,
    ...toNext(body),
  };
}

/** The posts to which the items of a page refer, in either naming. */
export const readReferenced = (
  { includes }: PageBody,
  included: Included,
  unreadable: XUnreadable[],
): XPost[] => readPosts(includes?.posts ?? includes?.tweets ?? [], included, unreadable);

function readPosts(items: unknown, included: Included, unreadable: XUnreadable[]): XPost[] {
  return readItems(items, PostBody, unreadable).map((post) => toPost(post, included));
}

/** The posts of a lookup, and the ids of those that X says are gone or hidden. */
export function toPostLookup(body: PageBody): XPostLookup {
  const { posts, referenced, users, unreadable } = toPostPage(body);
  const missing = readItems(body.errors, MissingBody, []);
  const idsOf = (gone: boolean) =>
    missing.filter((one) => isGone(one) === gone).flatMap((one) => one.resource_id ?? one.value ?? []);
  return { posts, referenced, users, unreadable, gone: idsOf(true), hidden: idsOf(false) };
}

// Only the end of the address is stable: its host has changed with the name of the company.
function isGone({ type, title }: z.infer<typeof MissingBody>): boolean {
  return type ? /resource-not-found$/.test(type) : title === 'Not Found Error';
}

// In either naming, with the long text if there is one.
function toPost(body: PostBody, included: Included): XPost {
  const note = body.note_post ?? body.note_tweet;
  // The links of pictures are only among those of the short text, but the long one may repeat them.
  const pictureLinks = (body.entities?.urls ?? []).filter((url) => url?.media_key);
  const urls = note ? [...(note.entities?.urls ?? []), ...pictureLinks] : (body.entities?.urls ?? []);
  const references = (body.referenced_posts ?? body.referenced_tweets ?? []).filter((one) => one !== null);
  const quoted = listQuotedIds({ references });
  const edits = body.edit_history_post_ids ?? body.edit_history_tweet_ids ?? [];
  const at = toTime(body);
  return {
    id: body.id,
    authorId: body.author_id,
    ...toReadableText(note?.text ?? body.text, urls, quoted),
    at,
    threadId: body.conversation_id ?? null,
    inReplyToUserId: body.in_reply_to_user_id ?? null,
    references,
    lang: body.lang ?? null,
    media: toMediaList(body.attachments?.media_keys, included),
    attachments: toAttachments(body.attachments, included, at),
    editIds: edits.length > 0 ? edits : [body.id],
    mentions: toMentions(body, note),
    quoteCount: body.public_metrics?.quote_count ?? null,
  };
}

// The long text may mention more people than the short one.
function toMentions(body: PostBody, note: PostBody['note_post']): XMention[] {
  const found = [...(body.entities?.mentions ?? []), ...(note?.entities?.mentions ?? [])];
  const byId = new Map(found.flatMap((one) => (one ? [[one.id, { id: one.id, handle: one.username }]] : [])));
  return [...byId.values()];
}
