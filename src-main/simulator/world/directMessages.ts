import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { compareIds, nextIdAt } from '../base/ids.ts';
import type { DirectMessage, NewMessage, Person } from './model.ts';
import { getLinkedPostId } from './postLinks.ts';
import { insertPhotos } from './posts.ts';
import type { World } from './world.ts';

/** Adds a direct message and returns it. One that ends with a link to a post shares that post, as on X. */
export function insertMessage(world: World, input: NewMessage): DirectMessage {
  const id = nextIdAt(input.at, (candidate) => world.posts.has(candidate) || world.messages.has(candidate));
  const message: DirectMessage = {
    id,
    senderId: input.senderId,
    recipientId: input.recipientId,
    text: input.text,
    createdAt: input.at,
    photoKeys: insertPhotos(
      world,
      (input.photos ?? []).map((photo) => ({ ...photo, dmId: id })),
      input.at,
    ),
    ...withoutUndefined({ conversationId: input.conversationId }),
    origin: input.origin,
    ...withoutUndefined({
      sharedId: input.sharedId ?? getLinkedPostId(world, input.text) ?? undefined,
      raw: input.raw,
      includes: input.includes,
    }),
  };
  world.messages.set(id, message);
  world.revision += 1;
  return message;
}

/** X's id of its conversation; of a one-to-one conversation `<smaller user id>-<larger user id>`. */
export function messageConversationId(message: DirectMessage): string {
  return message.conversationId ?? [message.senderId, message.recipientId].sort(compareIds).join('-');
}

/** The account's direct messages, newest first; given a `personId`, only those with that person. */
export function listMessages(world: World, personId: string | null): DirectMessage[] {
  return [...world.messages.values()]
    .filter(
      (message) => personId === null || message.senderId === personId || message.recipientId === personId,
    )
    .sort((left, right) => compareIds(right.id, left.id));
}

/** Whether the account may message this person, who either accepts messages from everybody or wrote first. */
export function canMessage(world: World, person: Person): boolean {
  if (person.receivesDms) return true;
  return [...world.messages.values()].some((message) => message.senderId === person.id);
}
