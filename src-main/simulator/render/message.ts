import { messageConversationId } from '../world/directMessages.ts';
import type { DirectMessage } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { type FieldSelection, fieldName, toNewName, withNewNames } from './fields.ts';
import { hasEntities, renderText, withPhotoLink, withPostLink } from './text.ts';

const ALWAYS_SENT = new Set(['id', 'event_type', 'text']);

/** A direct message as X's `MessageCreate` event, with the selected fields and those that X always sends. */
export function renderMessage(
  world: World,
  message: DirectMessage,
  selection: FieldSelection,
): Record<string, unknown> {
  const written = renderText(world, message.text);
  const shared = message.sharedId === undefined ? written : withPostLink(world, message.sharedId, written);
  const { text, entities } = withPhotoLink(message, shared);
  const fields: Record<string, unknown> = {
    id: message.id,
    event_type: 'MessageCreate',
    text,
    created_at: new Date(message.createdAt).toISOString(),
    dm_conversation_id: messageConversationId(message),
    sender_id: message.senderId,
    attachments: message.photoKeys.length > 0 ? { media_keys: message.photoKeys } : undefined,
    entities: hasEntities(entities) ? entities : undefined,
    [fieldName('referenced_posts', selection.naming)]: message.sharedId
      ? [{ id: message.sharedId }]
      : undefined,
    ...withNewNames(message.raw),
  };
  const sent = Object.entries(fields).filter(
    ([name, value]) =>
      value !== undefined && (ALWAYS_SENT.has(name) || selection.message.has(toNewName(name))),
  );
  return Object.fromEntries(sent);
}
