import { notAuthorizedError, notFoundError } from '../http/problems.ts';
import type { DirectMessage, Photo, Post } from '../world/model.ts';
import { getPersonByHandle } from '../world/people.ts';
import { canSee, getPost } from '../world/posts.ts';
import type { World } from '../world/world.ts';
import { type FieldSelection, fieldName } from './fields.ts';
import { listReferences, renderPost } from './post.ts';
import { renderUser } from './user.ts';

/** The `includes` of a response, and the `errors` for referenced posts that are gone. */
export interface Expanded {
  readonly includes: Record<string, unknown[]>;
  readonly errors: object[];
}

type RawItem = Readonly<Record<string, unknown>>;

/** The ids of everything that the expansions of a response refer to. */
interface References {
  readonly userIds: Set<string>;
  readonly postIds: Set<string>;
  readonly mediaKeys: Set<string>;
  /** Media and polls that are given as X sends them. */
  readonly rawMedia: RawItem[];
  readonly rawPolls: RawItem[];
  readonly errors: object[];
}

/** The includes of a page of posts. */
export function expandPosts(world: World, posts: readonly Post[], selection: FieldSelection): Expanded {
  const references = createReferences();
  for (const post of posts) {
    if (selection.expansions.has('author_id')) references.userIds.add(post.authorId);
    if (selection.expansions.has('in_reply_to_user_id') && post.replyToUserId)
      references.userIds.add(post.replyToUserId);
    addAttached(references, post, selection);
    if (selection.expansions.has('entities.mentions.username')) addMentioned(world, references, post);
    if (expandsReferenced(selection)) {
      addReferenced(world, references, post, selection);
    }
  }
  return render(world, references, selection);
}

/** The includes of a page of direct messages. */
export function expandMessages(
  world: World,
  messages: readonly DirectMessage[],
  selection: FieldSelection,
): Expanded {
  const references = createReferences();
  for (const message of messages) {
    if (selection.expansions.has('sender_id')) references.userIds.add(message.senderId);
    addAttached(references, message, selection);
    if (message.sharedId !== undefined && expandsReferenced(selection)) {
      addReferencedPost(world, references, message.sharedId, selection);
    }
  }
  return render(world, references, selection);
}

function createReferences(): References {
  return {
    userIds: new Set(),
    postIds: new Set(),
    mediaKeys: new Set(),
    rawMedia: [],
    rawPolls: [],
    errors: [],
  };
}

function addAll(target: Set<string>, values: readonly string[]): void {
  for (const value of values) target.add(value);
}

function addAttached(
  references: References,
  item: Post | DirectMessage,
  { expansions, now }: FieldSelection,
): void {
  if (expansions.has('attachments.media_keys')) {
    addAll(references.mediaKeys, item.photoKeys);
    references.rawMedia.push(...(item.includes?.media ?? []));
  }
  if (expansions.has('attachments.poll_ids')) references.rawPolls.push(...listPolls(item, now));
}

const expandsReferenced = ({ expansions }: FieldSelection): boolean =>
  expansions.has('referenced_posts.id') || expansions.has('referenced_posts');

function addMentioned(world: World, references: References, post: Post): void {
  for (const handle of post.mentions) {
    const person = getPersonByHandle(world, handle);
    if (person) references.userIds.add(person.id);
  }
}

function addReferenced(world: World, references: References, post: Post, selection: FieldSelection): void {
  for (const { id } of listReferences(post)) addReferencedPost(world, references, id, selection);
}

function addReferencedPost(
  world: World,
  references: References,
  id: string,
  selection: FieldSelection,
): void {
  const target = getPost(world, id);
  if (!target) {
    references.errors.push(notFoundError('tweet', fieldName('referenced_posts.id', selection.naming), id));
    return;
  }
  if (!canSee(world, target)) {
    references.errors.push(notAuthorizedError(fieldName('referenced_posts.id', selection.naming), id));
    return;
  }
  references.postIds.add(id);
  const withAuthor =
    selection.expansions.has('referenced_posts.id.author_id') || selection.expansions.has('referenced_posts');
  if (withAuthor) references.userIds.add(target.authorId);
  if (selection.expansions.has('referenced_posts.id.attachments.media_keys')) {
    addAll(references.mediaKeys, target.photoKeys);
  }
}

function render(world: World, references: References, selection: FieldSelection): Expanded {
  const people = [...references.userIds].flatMap((id) => world.people.get(id) ?? []);
  const posts = [...references.postIds].flatMap((id) => world.posts.get(id) ?? []);
  const photos = [...references.mediaKeys].flatMap((key) => world.photos.get(key) ?? []);
  const includes: Record<string, unknown[]> = {};
  if (people.length > 0) includes.users = people.map((person) => renderUser(world, person, selection));
  if (posts.length > 0)
    includes[fieldName('posts', selection.naming)] = posts.map((post) => renderPost(world, post, selection));
  const media = [
    ...photos.map((photo) => renderPhoto(photo, selection)),
    ...references.rawMedia.map((item) => selectFields(item, selection.media, ['media_key', 'type'])),
  ];
  if (media.length > 0) includes.media = media;
  if (references.rawPolls.length > 0) {
    includes.polls = references.rawPolls.map((item) => selectFields(item, selection.poll, ['id', 'options']));
  }
  return { includes, errors: references.errors };
}

/** The polls of an item, the given ones included. On X those of posts to which it refers do not come with it. */
function listPolls(item: Post | DirectMessage, now: number): readonly RawItem[] {
  const given = item.includes?.polls ?? [];
  if (!('poll' in item) || !item.poll) return given;
  const { id, options, durationMinutes, endsAt } = item.poll;
  const poll = {
    id,
    options: options.map((option, index) => ({ position: index + 1, ...option })),
    duration_minutes: durationMinutes,
    end_datetime: new Date(endsAt).toISOString(),
    voting_status: now < endsAt ? 'open' : 'closed',
  };
  return [poll, ...given];
}

function selectFields(item: RawItem, selected: ReadonlySet<string>, always: readonly string[]): RawItem {
  return Object.fromEntries(
    Object.entries(item).filter(([name]) => selected.has(name) || always.includes(name)),
  );
}

/** A picture, video or recording with the selected fields and those that X always sends. */
function renderPhoto(photo: Photo, selection: FieldSelection): Record<string, unknown> {
  const { type = 'photo' } = photo;
  const url = photo.file === '' ? undefined : toPhotoUrl(photo, selection.baseUrl);
  const optional: Record<string, unknown> = {
    url: type === 'photo' ? url : undefined,
    variants:
      type === 'photo' || url === undefined || isStill(photo)
        ? undefined
        : [{ content_type: type === 'audio' ? 'audio/mp4' : 'video/mp4', url }],
    preview_image_url: isStill(photo) ? url : undefined,
    ...(type === 'audio' ? {} : { width: photo.width, height: photo.height }),
    alt_text: photo.altText === '' || type === 'audio' ? undefined : photo.altText,
  };
  const rendered: Record<string, unknown> = { media_key: photo.key, type };
  for (const [name, value] of Object.entries(optional)) {
    if (value !== undefined && selection.media.has(name)) rendered[name] = value;
  }
  return rendered;
}

// X makes a video of a GIF; its first picture is all that this X has of it.
const isStill = ({ type, file }: Photo): boolean => type === 'animated_gif' && file.endsWith('.gif');

// A browser cannot load the second address: X serves it only to a call of the API.
function toPhotoUrl({ key, file, dmId }: Photo, baseUrl: string): string {
  if (dmId === undefined) return `${baseUrl}/media/${encodeURIComponent(file)}`;
  return `https://ton.twitter.com/1.1/ton/data/dm/${dmId}/${key.split('_')[1]}/${file}`;
}
