import { HOUR_MS } from '#shared/time.ts';
import { compareIds } from '../world/ids.ts';
import type { Post } from '../world/model.ts';
import type { World } from '../world/world.ts';
import type { Shape } from './fields.ts';
import { fieldName } from './names.ts';
import { renderPostText } from './postText.ts';
import { hasEntities } from './text.ts';

const EDITABLE_FOR_MS = HOUR_MS;
const MOST_EDITS = 5;

/** A reference from one post to another, in X's shape. */
export interface PostReference {
  readonly type: 'replied_to' | 'quoted' | 'retweeted';
  readonly id: string;
}

/** What `post` refers to; a deleted post stays named. */
export function listReferences(post: Post): PostReference[] {
  const references: PostReference[] = [];
  if (post.repostOfId !== null) references.push({ type: 'retweeted', id: post.repostOfId });
  if (post.quotedId !== null) references.push({ type: 'quoted', id: post.quotedId });
  if (post.replyToId !== null) references.push({ type: 'replied_to', id: post.replyToId });
  return references;
}

/** A post with exactly the fields that were asked for, and those that X always gives. */
export function renderPost(world: World, post: Post, shape: Shape): Record<string, unknown> {
  const { text, entities, note } = renderPostText(world, post);
  const references = listReferences(post);
  const optional: Record<string, unknown> = {
    author_id: post.authorId,
    conversation_id: post.conversationId,
    created_at: new Date(post.createdAt).toISOString(),
    in_reply_to_user_id: post.replyToUserId ?? undefined,
    referenced_posts: references.length > 0 ? references : undefined,
    attachments: post.photoKeys.length > 0 ? { media_keys: post.photoKeys } : undefined,
    entities: hasEntities(entities) ? entities : undefined,
    note_post: note
      ? { text: note.text, ...(hasEntities(note.entities) ? { entities: note.entities } : {}) }
      : undefined,
    edit_controls: renderEditControls(post),
    lang: post.lang,
    possibly_sensitive: false,
    reply_settings: 'everyone',
    public_metrics: shape.post.has('public_metrics') ? renderMetrics(world, post, shape) : undefined,
    display_text_range: [0, [...text].length],
  };
  const rendered: Record<string, unknown> = { id: post.id, text };
  rendered[fieldName('edit_history_post_ids', shape.naming)] = [...post.editIds].sort(compareIds);
  for (const [name, value] of Object.entries(optional)) {
    if (value !== undefined && shape.post.has(name)) rendered[fieldName(name, shape.naming)] = value;
  }
  return rendered;
}

function renderEditControls(post: Post): object {
  const left = MOST_EDITS - (post.editIds.length - 1);
  return {
    edits_remaining: Math.max(0, left),
    is_edit_eligible: post.replyToId === null && left > 0,
    editable_until: new Date(post.createdAt + EDITABLE_FOR_MS).toISOString(),
  };
}

function renderMetrics(world: World, post: Post, shape: Shape): object {
  const replies = [...world.posts.values()].filter(
    (other) => other.replyToId === post.id && other.deletedAt === null,
  );
  return {
    [fieldName('repost_count', shape.naming)]: 0,
    reply_count: replies.length,
    like_count: 0,
    quote_count: 0,
    bookmark_count: 0,
    impression_count: 0,
  };
}
