import { HOUR_MS } from '#shared/time.ts';
import { compareIds } from '../base/ids.ts';
import type { Post } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { type FieldSelection, fieldName, withNewNames } from './fields.ts';
import { hasEntities, renderPostText } from './text.ts';

const EDIT_WINDOW_MS = HOUR_MS;
const MAX_EDITS = 5;

/** A reference from one post to another, as X sends it. */
interface PostReference {
  readonly type: 'replied_to' | 'quoted' | 'retweeted';
  readonly id: string;
}

/** The posts that `post` refers to, deleted ones included. */
export function listReferences(post: Post): PostReference[] {
  const references: PostReference[] = [];
  if (post.repostOfId !== null) references.push({ type: 'retweeted', id: post.repostOfId });
  if (post.quotedId !== null) references.push({ type: 'quoted', id: post.quotedId });
  if (post.replyToId !== null) references.push({ type: 'replied_to', id: post.replyToId });
  return references;
}

/** A post with the selected fields and those that X always sends. */
export function renderPost(world: World, post: Post, selection: FieldSelection): Record<string, unknown> {
  const { text, entities, note } = renderPostText(world, post);
  const references = listReferences(post);
  const optional: Record<string, unknown> = {
    author_id: post.authorId,
    conversation_id: post.conversationId,
    created_at: new Date(post.createdAt).toISOString(),
    in_reply_to_user_id: post.replyToUserId ?? undefined,
    referenced_posts: references.length > 0 ? references : undefined,
    attachments: renderAttachments(post),
    entities: hasEntities(entities) ? entities : undefined,
    note_post: note
      ? { text: note.text, ...(hasEntities(note.entities) ? { entities: note.entities } : {}) }
      : undefined,
    edit_controls: renderEditControls(post),
    lang: post.lang,
    possibly_sensitive: false,
    reply_settings: 'everyone',
    public_metrics: selection.post.has('public_metrics') ? renderMetrics(world, post, selection) : undefined,
    display_text_range: [0, [...text].length],
    ...withNewNames(post.raw),
  };
  const rendered: Record<string, unknown> = { id: post.id, text: post.raw?.text ?? text };
  rendered[fieldName('edit_history_post_ids', selection.naming)] = [...post.editIds].sort(compareIds);
  for (const [name, value] of Object.entries(optional)) {
    if (value !== undefined && selection.post.has(name)) rendered[fieldName(name, selection.naming)] = value;
  }
  return rendered;
}

function renderAttachments({ photoKeys, poll }: Post): object | undefined {
  if (photoKeys.length === 0 && !poll) return undefined;
  return {
    ...(photoKeys.length > 0 ? { media_keys: photoKeys } : {}),
    ...(poll ? { poll_ids: [poll.id] } : {}),
  };
}

function renderEditControls(post: Post): object {
  const left = MAX_EDITS - (post.editIds.length - 1);
  return {
    edits_remaining: Math.max(0, left),
    is_edit_eligible: post.replyToId === null && left > 0,
    editable_until: new Date(post.createdAt + EDIT_WINDOW_MS).toISOString(),
  };
}

function renderMetrics(world: World, post: Post, selection: FieldSelection): object {
  const replies = [...world.posts.values()].filter(
    (other) => other.replyToId === post.id && other.deletedAt === null,
  );
  return {
    [fieldName('repost_count', selection.naming)]: 0,
    reply_count: replies.length,
    like_count: 0,
    quote_count: 0,
    bookmark_count: 0,
    impression_count: 0,
  };
}
