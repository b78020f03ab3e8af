import { notFoundError } from '../http/problems.ts';
import type { DirectMessage, Post } from '../world/model.ts';
import { getPersonByHandle } from '../world/people.ts';
import { getPost } from '../world/posts.ts';
import type { World } from '../world/world.ts';
import type { Shape } from './fields.ts';
import { renderPhoto } from './media.ts';
import { fieldName } from './names.ts';
import { listReferences, renderPost } from './post.ts';
import { renderUser } from './user.ts';

/** What is sent along with the data, and the errors for what could not be. */
export interface Expanded {
  readonly includes: Record<string, unknown[]>;
  readonly errors: object[];
}

interface Wanted {
  readonly userIds: Set<string>;
  readonly postIds: Set<string>;
  readonly mediaKeys: Set<string>;
  readonly errors: object[];
}

/** The includes of a page of posts. */
export function expandPosts(world: World, posts: readonly Post[], shape: Shape): Expanded {
  const wanted = createWanted();
  for (const post of posts) {
    if (shape.expansions.has('author_id')) wanted.userIds.add(post.authorId);
    if (shape.expansions.has('in_reply_to_user_id') && post.replyToUserId)
      wanted.userIds.add(post.replyToUserId);
    if (shape.expansions.has('attachments.media_keys')) addAll(wanted.mediaKeys, post.photoKeys);
    if (shape.expansions.has('entities.mentions.username')) addMentioned(world, wanted, post);
    if (shape.expansions.has('referenced_posts.id') || shape.expansions.has('referenced_posts')) {
      addReferenced(world, wanted, post, shape);
    }
  }
  return render(world, wanted, shape);
}

/** The includes of a page of direct messages. */
export function expandMessages(world: World, messages: readonly DirectMessage[], shape: Shape): Expanded {
  const wanted = createWanted();
  for (const message of messages) {
    if (shape.expansions.has('sender_id')) wanted.userIds.add(message.senderId);
    if (shape.expansions.has('attachments.media_keys')) addAll(wanted.mediaKeys, message.photoKeys);
  }
  return render(world, wanted, shape);
}

function createWanted(): Wanted {
  return { userIds: new Set(), postIds: new Set(), mediaKeys: new Set(), errors: [] };
}

function addAll(target: Set<string>, values: readonly string[]): void {
  for (const value of values) target.add(value);
}

function addMentioned(world: World, wanted: Wanted, post: Post): void {
  for (const handle of post.mentions) {
    const person = getPersonByHandle(world, handle);
    if (person) wanted.userIds.add(person.id);
  }
}

function addReferenced(world: World, wanted: Wanted, post: Post, shape: Shape): void {
  for (const { id } of listReferences(post)) {
    const referenced = getPost(world, id);
    if (!referenced) {
      wanted.errors.push(notFoundError('tweet', fieldName('referenced_posts.id', shape.naming), id));
      continue;
    }
    wanted.postIds.add(id);
    const withAuthor =
      shape.expansions.has('referenced_posts.id.author_id') || shape.expansions.has('referenced_posts');
    if (withAuthor) wanted.userIds.add(referenced.authorId);
    if (shape.expansions.has('referenced_posts.id.attachments.media_keys')) {
      addAll(wanted.mediaKeys, referenced.photoKeys);
    }
  }
}

function render(world: World, wanted: Wanted, shape: Shape): Expanded {
  const people = [...wanted.userIds].flatMap((id) => world.people.get(id) ?? []);
  const posts = [...wanted.postIds].flatMap((id) => world.posts.get(id) ?? []);
  const photos = [...wanted.mediaKeys].flatMap((key) => world.photos.get(key) ?? []);
  const includes: Record<string, unknown[]> = {};
  if (people.length > 0) includes.users = people.map((person) => renderUser(world, person, shape));
  if (posts.length > 0)
    includes[fieldName('posts', shape.naming)] = posts.map((post) => renderPost(world, post, shape));
  if (photos.length > 0) includes.media = photos.map((photo) => renderPhoto(photo, shape));
  return { includes, errors: wanted.errors };
}
