import twitterText from 'twitter-text';
import { compareIds, nextIdAt } from './ids.ts';
import type { Photo, Post, PostFacts } from './model.ts';
import type { World } from './world.ts';

/** Adds a post made at `facts.at` and answers it. A reply joins the conversation of the post it answers. */
export function insertPost(world: World, facts: PostFacts): Post {
  const id = nextIdAt(facts.at, (candidate) => isIdTaken(world, candidate));
  const parent = facts.replyToId === undefined ? undefined : world.posts.get(facts.replyToId);
  const post: Post = {
    id,
    authorId: facts.authorId,
    text: facts.text,
    createdAt: facts.at,
    conversationId: parent?.conversationId ?? id,
    replyToId: facts.replyToId ?? null,
    replyToUserId: parent?.authorId ?? null,
    quotedId: facts.quotedId ?? null,
    repostOfId: facts.repostOfId ?? null,
    photoKeys: insertPhotos(world, facts.photos ?? [], facts.at),
    lang: facts.lang ?? 'en',
    origin: facts.origin,
    mentions: twitterText.extractMentions(facts.text).map((handle) => handle.toLowerCase()),
    editIds: [id],
    deletedAt: null,
  };
  world.posts.set(id, post);
  world.revision += 1;
  return post;
}

/** Adds pictures and answers their keys in X's shape: `3_` and a snowflake. */
export function insertPhotos(world: World, photos: readonly Omit<Photo, 'key'>[], at: number): string[] {
  return photos.map((photo) => {
    const key = `3_${nextIdAt(at, (candidate) => world.photos.has(`3_${candidate}`))}`;
    world.photos.set(key, { ...photo, key });
    return key;
  });
}

/** Replaces a post by a new version with a new id, as X does; answers the new version. */
export function editPost(world: World, post: Post, text: string, at: number): Post {
  const id = nextIdAt(at, (candidate) => isIdTaken(world, candidate));
  const mentions = twitterText.extractMentions(text).map((handle) => handle.toLowerCase());
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

/** Takes a post away, all its versions included. */
export function deletePost(world: World, post: Post, at: number): void {
  for (const id of post.editIds) {
    const version = world.posts.get(id);
    if (version) version.deletedAt = at;
  }
  world.revision += 1;
}

/** The post with this id, if it is there and not deleted. */
export function getPost(world: World, id: string): Post | null {
  const post = world.posts.get(id);
  return post && post.deletedAt === null ? post : null;
}

/** Posts that stand on X now, newest first; of an edited post only the last version. */
export function listPosts(world: World, isWanted: (post: Post) => boolean): Post[] {
  return [...world.posts.values()]
    .filter((post) => post.deletedAt === null && post.editIds.at(-1) === post.id && isWanted(post))
    .sort((left, right) => compareIds(right.id, left.id));
}

function isIdTaken(world: World, id: string): boolean {
  return world.posts.has(id) || world.messages.has(id);
}
