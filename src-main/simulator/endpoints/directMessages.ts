import { z } from 'zod';
import { DAY_MS } from '#shared/time.ts';
import { ID_PATTERN } from '../base/ids.ts';
import { selectPage } from '../http/paging.ts';
import { checkQuery, type ParameterRules } from '../http/parameters.ts';
import { forbidden, invalidBody, invalidRequest } from '../http/problems.ts';
import { type ApiRequest, readBody } from '../http/request.ts';
import { type HttpResponse, json } from '../http/response.ts';
import { listEnvelope, pageMeta } from '../render/envelope.ts';
import { messageFieldRules, readFieldSelection } from '../render/fields.ts';
import { expandMessages } from '../render/includes.ts';
import { renderMessage } from '../render/message.ts';
import type { Context } from '../state/context.ts';
import { canMessage, insertMessage, listMessages, messageConversationId } from '../world/directMessages.ts';
import { scheduleReaction } from '../world/reactions.ts';
import { isListed } from '../world/world.ts';
import { attachUploads } from './attachUploads.ts';

const MESSAGE_LOOKBACK_MS = 30 * DAY_MS;
const MAX_MESSAGE_LENGTH = 10_000;
const PAGE_SIZE = 100;

const EVENT_TYPES = new Set(['MessageCreate', 'ParticipantsJoin', 'ParticipantsLeave']);
const PAGE_RULES: ParameterRules = {
  max_results: { kind: 'integer', min: 1, max: 100 },
  pagination_token: { kind: 'text', max: 100 },
  event_types: { kind: 'list', values: EVENT_TYPES },
};
const ATTACHMENT = z.strictObject({ media_id: z.string().regex(ID_PATTERN) });
const BODY = z.strictObject({
  text: z.string().min(1).max(MAX_MESSAGE_LENGTH).optional(),
  attachments: z.array(ATTACHMENT).min(1).max(1).optional(),
});

/** GET /2/dm_events: the direct messages of the last 30 days. */
export function getMessages(context: Context, request: ApiRequest): HttpResponse {
  return listEvents(context, request, null);
}

/** GET /2/dm_conversations/with/:id/dm_events: those with one person. */
export function getMessagesWith(context: Context, request: ApiRequest): HttpResponse {
  return listEvents(context, request, request.params.id ?? '');
}

/** POST /2/dm_conversations/with/:id/messages: sends a message to a person who accepts messages. */
export function sendMessage(context: Context, request: ApiRequest): HttpResponse {
  const body = readBody(request, BODY);
  if (!body.ok) return body.error;
  const { text = '', attachments = [] } = body.value;
  if (text === '' && attachments.length === 0) return invalidBody('$.text: is missing but it is required');
  const mediaIds = attachments.map(({ media_id }) => media_id);
  const photos = attachUploads(context, 'dm', mediaIds);
  if (!photos.ok) return photos.error;
  const { world } = context;
  const personId = request.params.id ?? '';
  const person = world.people.get(personId);
  if (!person || personId === world.accountId) return unknownParticipant(personId);
  if (!canMessage(world, person))
    return forbidden('You do not have permission to DM one or more participants.');
  const at = context.clock.now();
  const ends = { senderId: world.accountId, recipientId: personId };
  const message = insertMessage(world, { ...ends, text, at, origin: 'api', photos: photos.value });
  scheduleReaction(world, context.reactions, { personId, channel: 'dm', postId: null, text, at });
  return json(201, { data: { dm_conversation_id: messageConversationId(message), dm_event_id: message.id } });
}

function listEvents(context: Context, request: ApiRequest, personId: string | null): HttpResponse {
  const checked = checkQuery(request.query, { ...messageFieldRules(context.naming), ...PAGE_RULES });
  if (!checked.ok) return checked.error;
  const { world } = context;
  const now = context.clock.now();
  const oldest = now - MESSAGE_LOOKBACK_MS;
  const types = request.query.get('event_types');
  const includesMessages = types === null || types.includes('MessageCreate');
  const visible = includesMessages
    ? listMessages(world, personId).filter((message) => message.createdAt >= oldest && isListed(message, now))
    : [];
  const page = selectPage(visible, request.query, PAGE_SIZE);
  if (!page.ok) return page.error;
  const selection = readFieldSelection(request.query, context);
  const data = page.value.items.map((message) => renderMessage(world, message, selection));
  return json(
    200,
    listEnvelope(data, expandMessages(world, page.value.items, selection), pageMeta(page.value, false)),
  );
}

function unknownParticipant(id: string): HttpResponse {
  const message = `The \`participant_id\` path parameter value [${id}] is not valid`;
  return invalidRequest([{ parameter: 'participant_id', value: id, message }]);
}
