import { z } from 'zod';
import type { Context } from '../context.ts';
import { cutPage } from '../http/paging.ts';
import { checkQuery, type ParameterRules } from '../http/parameters.ts';
import { forbidden, invalidBody, invalidRequest } from '../http/problems.ts';
import { readBody } from '../http/readBody.ts';
import type { ApiRequest } from '../http/request.ts';
import { type Answer, json } from '../http/response.ts';
import { react } from '../reactions.ts';
import { listEnvelope, pageMeta } from '../render/envelope.ts';
import { MESSAGE_SHAPE_RULES, readShape } from '../render/fields.ts';
import { expandMessages } from '../render/includes.ts';
import { renderMessage } from '../render/message.ts';
import { canMessage, insertMessage, listMessages, messageConversationId } from '../world/directMessages.ts';
import { isShown } from '../world/hideNew.ts';
import { ID_PATTERN } from '../world/ids.ts';

const MESSAGE_REACH_MS = 30 * 24 * 60 * 60_000;
const LONGEST_MESSAGE = 10_000;
const PAGE_SIZE = 100;

const EVENT_TYPES = new Set(['MessageCreate', 'ParticipantsJoin', 'ParticipantsLeave']);
const RULES: ParameterRules = {
  ...MESSAGE_SHAPE_RULES,
  max_results: { kind: 'integer', min: 1, max: 100 },
  pagination_token: { kind: 'text', max: 100 },
  event_types: { kind: 'list', values: EVENT_TYPES },
};
const ATTACHMENT = z.strictObject({ media_id: z.string().regex(ID_PATTERN) });
const BODY = z.strictObject({
  text: z.string().min(1).max(LONGEST_MESSAGE).optional(),
  attachments: z.array(ATTACHMENT).min(1).max(1).optional(),
});

/** GET /2/dm_events: direct messages of the last 30 days with everybody. */
export function getMessages(context: Context, request: ApiRequest): Answer {
  return replyMessages(context, request, null);
}

/** GET /2/dm_conversations/with/:id/dm_events: the same with one person. */
export function getMessagesWith(context: Context, request: ApiRequest): Answer {
  return replyMessages(context, request, request.params.id ?? '');
}

/** POST /2/dm_conversations/with/:id/messages: writes to one person, if that person takes messages. */
export function sendMessage(context: Context, request: ApiRequest): Answer {
  const body = readBody(request, BODY);
  if (!body.ok) return body.error;
  if (body.value.attachments) return invalidBody('Your media IDs are invalid.');
  if (body.value.text === undefined) return invalidBody('$.text: is missing but it is required');
  const { world } = context;
  const personId = request.params.id ?? '';
  const person = world.people.get(personId);
  if (!person || personId === world.accountId) return unknownParticipant(personId);
  if (!canMessage(world, person))
    return forbidden('You do not have permission to DM one or more participants.');
  const at = context.clock.now();
  const ends = { senderId: world.accountId, recipientId: personId };
  const message = insertMessage(world, { ...ends, text: body.value.text, at, origin: 'api' });
  react(world, context.reactions, { personId, channel: 'dm', postId: null, at });
  return json(201, { data: { dm_conversation_id: messageConversationId(message), dm_event_id: message.id } });
}

function replyMessages(context: Context, request: ApiRequest, personId: string | null): Answer {
  const checked = checkQuery(request.query, RULES);
  if (!checked.ok) return checked.error;
  const { world } = context;
  const now = context.clock.now();
  const horizon = now - MESSAGE_REACH_MS;
  const types = request.query.get('event_types');
  const hasMessages = types === null || types.includes('MessageCreate');
  const inReach = hasMessages
    ? listMessages(world, personId).filter((message) => message.createdAt >= horizon && isShown(message, now))
    : [];
  const page = cutPage(inReach, request.query, PAGE_SIZE);
  if (!page.ok) return page.error;
  const shape = readShape(request.query, context.naming, context.baseUrl);
  const data = page.value.items.map((message) => renderMessage(world, message, shape));
  return json(
    200,
    listEnvelope(data, expandMessages(world, page.value.items, shape), pageMeta(page.value, false)),
  );
}

function unknownParticipant(id: string): Answer {
  const message = `The \`participant_id\` path parameter value [${id}] is not valid`;
  return invalidRequest([{ parameter: 'participant_id', value: id, message }]);
}
