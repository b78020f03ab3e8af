import { messageConversationId } from '../world/directMessages.ts';
import type { DirectMessage } from '../world/model.ts';
import type { World } from '../world/world.ts';
import type { Shape } from './fields.ts';
import { hasEntities, renderText } from './text.ts';

const ALWAYS = new Set(['id', 'event_type', 'text']);

/** A direct message as X's `MessageCreate` event: id, text and type always, the rest when asked for. */
export function renderMessage(world: World, message: DirectMessage, shape: Shape): Record<string, unknown> {
  const { text, entities } = renderText(world, message.text);
  const fields: Record<string, unknown> = {
    id: message.id,
    event_type: 'MessageCreate',
    text,
    created_at: new Date(message.createdAt).toISOString(),
    dm_conversation_id: messageConversationId(message),
    sender_id: message.senderId,
    attachments: message.photoKeys.length > 0 ? { media_keys: message.photoKeys } : undefined,
    entities: hasEntities(entities) ? entities : undefined,
  };
  const wanted = Object.entries(fields).filter(
    ([name, value]) => value !== undefined && (ALWAYS.has(name) || shape.message.has(name)),
  );
  return Object.fromEntries(wanted);
}
