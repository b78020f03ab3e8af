import type { Query, QueryClient } from '@tanstack/react-query';
import type { EngineMethod } from '#shared/contract/engine.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import { assertNever } from '#shared/errors.ts';
import type { EngineLink } from './engineLink.ts';
import { createRowKeeper, isShownList, toChangedIds } from './keepRows.ts';

const lists: readonly EngineMethod[] = ['conversations.list', 'conversations.counts', 'people.get'];
const searches: readonly EngineMethod[] = ['search.quick', 'search.messages'];
const ofConversation: readonly EngineMethod[] = [
  'conversations.get',
  'drafts.list',
  'outbox.list',
  'replies.options',
];
const ofListening: readonly EngineMethod[] = ['listening.list', 'savedSearches.list'];
const ofCapture: readonly EngineMethod[] = ['capture.status', 'reports.costs'];
const ofMoney: readonly EngineMethod[] = ['budget.get', 'reports.costs', 'replies.options'];

/** Which questions an event makes worth asking again. */
export function isTouched(event: EngineEvent, method: unknown, input: unknown): boolean {
  const asks = (methods: readonly EngineMethod[]) => methods.some((known) => known === method);
  switch (event.name) {
    case 'conversations.opened':
      return asks([...lists, ...searches]) || (asks(ofConversation) && concerns(input, event.params.ids));
    case 'conversations.changed':
      return (
        asks(lists) ||
        method === 'listening.list' ||
        (asks(ofConversation) && concerns(input, event.params.ids))
      );
    case 'outbox.changed':
      return asks(ofConversation) && concerns(input, [event.params.conversationId]);
    case 'capture.polled':
    case 'capture.failed':
      return asks(ofCapture) || method === 'conversations.get';
    case 'listening.changed':
      return asks(ofListening) || method === 'capture.status';
    case 'budget.warned':
    case 'budget.stopped':
    case 'budget.changed':
      return asks(ofMoney);
    case 'account.connected':
      return true;
    case 'account.signedOut':
      return asks(['system.info', 'capture.status']);
    case 'settings.changed':
      return asks(['settings.get', 'agents.list', ...lists]);
    default:
      return assertNever(event);
  }
}

/** True where a question is about one of these conversations, or about all. */
function concerns(input: unknown, ids: readonly string[]): boolean {
  if (typeof input !== 'object' || input === null) return true;
  const about = 'conversationId' in input ? input.conversationId : 'id' in input ? input.id : undefined;
  return typeof about !== 'string' || ids.includes(about);
}

/** How long events are gathered, so that a burst of them asks once. */
const gatherMs = 25;

/**
 * Asks again what events touch; a burst of events counts as one. Of the lists that are shown only the rows that changed are
 * asked for, however many are loaded.
 */
export function createInvalidator(queries: QueryClient, link: EngineLink): (event: EngineEvent) => void {
  const keepRows = createRowKeeper(queries, link);
  let gathered: EngineEvent[] = [];
  const flush = () => {
    const events = gathered;
    gathered = [];
    const ids = toChangedIds(events);
    const touched = ({ queryKey }: Query) =>
      events.some((event) => isTouched(event, queryKey[0], queryKey[1]));
    const isKept = (query: Query) => ids !== null && isShownList(query);
    const kept = queries.getQueryCache().findAll({ predicate: (query) => touched(query) && isKept(query) });
    void queries.invalidateQueries({ predicate: (query) => touched(query) && !isKept(query) });
    for (const query of kept) keepRows(query, ids ?? []);
  };
  return (event) => {
    if (gathered.length === 0) setTimeout(flush, gatherMs);
    gathered.push(event);
  };
}
