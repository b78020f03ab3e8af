import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { compareIds, nextIdAt } from '../base/ids.ts';
import { listMentions } from './entities.ts';
import type { NewPhoto, NewPost, Post } from './model.ts';
import { createPoll } from './polls.ts';
import { getLinkedPostId } from './postLinks.ts';
import type { World } from './world.ts';

/**
 * Adds a post dated `input.at` and returns it. A reply joins the conversation of its parent. A post that ends with a link to
 * another one quotes it, as on X.
 */
export function insertPost(world: World, input: NewPost): Post {
  const id = nextIdAt(input.at, (candidate) => isIdTaken(world, candidate));
  const parent = input.replyToId === undefined ? undefined : world.posts.get(input.replyToId);
  const post: Post = {
    id,
    authorId: input.authorId,
    text: input.text,
    createdAt: input.at,
    conversationId: parent?.conversationId ?? id,
    replyToId: input.replyToId ?? null,
    replyToUserId: parent?.authorId ?? null,
    quotedId: input.quotedId ?? getLinkedPostId(world, input.text),
    repostOfId: input.repostOfId ?? null,
    photoKeys: insertPhotos(world, input.photos ?? [], input.at),
    lang: input.lang ?? 'en',
    origin: input.origin,
    mentions: listMentions(input.text),
    editIds: [id],
    deletedAt: null,
    ...withoutUndefined({ raw: input.raw, includes: input.includes }),
    ...(input.poll ? { poll: createPoll(input.poll, input.at, (candidate) => candidate === id) } : {}),
  };
  world.posts.set(id, post);
  world.revision += 1;
  return post;
}

/** The number before a media key: one for each kind. */
const categories = { photo: 3, video: 7, animated_gif: 16, audio: 16 } as const;

/** Adds pictures and returns their media keys as X writes them: for a photo `3_` and a snowflake id. */
export function insertPhotos(world: World, photos: readonly NewPhoto[], at: number): string[] {
  return photos.map((photo) => {
    const category = categories[photo.type ?? 'photo'];
    const isTaken = (candidate: string) => world.photos.has(`${category}_${candidate}`);
    const key = photo.key ?? `${category}_${nextIdAt(at, isTaken)}`;
    world.photos.set(key, { ...photo, key });
    return key;
  });
}

/** Adds a new version of a post under a new id, as X does, and returns it. */
export function editPost(world: World, post: Post, text: string, at: number): Post {
  const id = nextIdAt(at, (candidate) => isIdTaken(world, candidate));
  const mentions = listMentions(text);
  const editIds = [...post.editIds, id];
  const edited: Post = { ...post, id, text, createdAt: at, mentions, editIds };
  world.posts.set(id, edited);
  for (const earlier of post.editIds) {
    const version = world.posts.get(earlier);
    if (version) version.editIds = editIds;
  }
  world.revision += 1;
  return edited;
}

/** Marks a post as deleted, with all its versions. */
export function deletePost(world: World, post: Post, at: number): void {
  for (const id of post.editIds) {
    const version = world.posts.get(id);
    if (version) version.deletedAt = at;
  }
  world.revision += 1;
}

/** The post with this id; null if there is none or it is deleted. */
export function getPost(world: World, id: string): Post | null {
  const post = world.posts.get(id);
  return post && post.deletedAt === null ? post : null;
}

/** Whether X shows this post to the account: those of a protected author only to their followers. */
export function canSee(world: World, post: Post): boolean {
  return post.authorId === world.accountId || world.people.get(post.authorId)?.isProtected !== true;
}

/** The posts that exist now, newest first; of an edited post only the latest version. */
export function listPosts(world: World, isWanted: (post: Post) => boolean): Post[] {
  return [...world.posts.values()]
    .filter((post) => post.deletedAt === null && post.editIds.at(-1) === post.id && isWanted(post))
    .sort((left, right) => compareIds(right.id, left.id));
}

function isIdTaken(world: World, id: string): boolean {
  return world.posts.has(id) || world.messages.has(id);
}
