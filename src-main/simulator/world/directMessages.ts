import { compareIds, nextIdAt } from './ids.ts';
import type { DirectMessage, MessageFacts, Person } from './model.ts';
import { insertPhotos } from './posts.ts';
import type { World } from './world.ts';

/** Adds a direct message and answers it. */
export function insertMessage(world: World, facts: MessageFacts): DirectMessage {
  const id = nextIdAt(facts.at, (candidate) => world.posts.has(candidate) || world.messages.has(candidate));
  const message: DirectMessage = {
    id,
    senderId: facts.senderId,
    recipientId: facts.recipientId,
    text: facts.text,
    createdAt: facts.at,
    photoKeys: insertPhotos(world, facts.photos ?? [], facts.at),
    origin: facts.origin,
  };
  world.messages.set(id, message);
  world.revision += 1;
  return message;
}

/** The id of the conversation between two people: `{smaller id}-{larger id}`. */
export function messageConversationId(message: DirectMessage): string {
  return [message.senderId, message.recipientId].sort(compareIds).join('-');
}

/** Direct messages of the account, newest first; with `personId` only those with that person. */
export function listMessages(world: World, personId: string | null): DirectMessage[] {
  return [...world.messages.values()]
    .filter(
      (message) => personId === null || message.senderId === personId || message.recipientId === personId,
    )
    .sort((left, right) => compareIds(right.id, left.id));
}

/** Whether the account may write to this person: they are open to all, or they wrote first. */
export function canMessage(world: World, person: Person): boolean {
  if (person.receivesDms) return true;
  return [...world.messages.values()].some((message) => message.senderId === person.id);
}
