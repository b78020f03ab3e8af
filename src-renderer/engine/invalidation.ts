import type { Query, QueryClient } from '@tanstack/react-query';
import type { EngineMethod } from '#shared/contract/engine.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import { assertNever } from '#shared/errors.ts';
import type { EngineLink } from './engineLink.ts';
import { createRowRefresher, isShownList, toChangedIds } from './refreshRows.ts';

const counts: readonly EngineMethod[] = [
  'conversations.counts',
  'conversations.count',
  'conversations.languages',
];
const lists: readonly EngineMethod[] = ['conversations.list', ...counts, 'people.get'];
const ofViews: readonly EngineMethod[] = ['views.list', 'conversations.counts'];
const searches: readonly EngineMethod[] = ['search.quick', 'search.messages'];
const ofIndex: readonly EngineMethod[] = ['search.status', 'search.messages'];
const ofConversation: readonly EngineMethod[] = [
  'conversations.get',
  'drafts.list',
  'outbox.list',
  'replies.options',
];
const ofListening: readonly EngineMethod[] = ['listening.list', 'savedSearches.list'];
const ofCapture: readonly EngineMethod[] = ['capture.status', 'capture.quarantine', 'reports.costs'];
const ofMoney: readonly EngineMethod[] = ['budget.get', 'reports.costs', 'replies.options'];

/** What contains settings, or names of agents. */
const ofSettings: readonly EngineMethod[] = [
  'settings.get',
  'agents.list',
  'system.info',
  ...lists,
  ...searches,
  'conversations.get',
  'outbox.list',
];

/** Whether an event may change the response of a query. */
export function isTouched(event: EngineEvent, method: unknown, input: unknown): boolean {
  const isOneOf = (methods: readonly EngineMethod[]) => methods.some((each) => each === method);
  const isAbout = (ids: readonly string[]) => isOneOf(ofConversation) && concerns(input, ids);
  switch (event.name) {
    case 'conversations.opened':
      return isOneOf([...lists, ...searches]) || isAbout(event.params.ids);
    case 'conversations.changed':
      return isOneOf([...lists, 'listening.list']) || isAbout(event.params.ids);
    // What changed is in `conversations.changed`, `outbox.changed` and `account.signedOut` too.
    case 'conversations.returned':
    case 'outbox.needsDecision':
    case 'account.loginLost':
      return false;
    case 'outbox.changed':
      return isAbout([event.params.conversationId]);
    case 'capture.polled':
    case 'capture.failed':
      return isOneOf(ofCapture) || method === 'conversations.get';
    case 'listening.changed':
      return isOneOf(ofListening) || method === 'capture.status';
    case 'budget.warned':
    case 'budget.stopped':
    case 'budget.changed':
      return isOneOf(ofMoney);
    case 'views.changed':
      return isOneOf(ofViews);
    case 'search.indexing':
      return isOneOf(event.params.indexed < event.params.total ? ['search.status'] : ofIndex);
    case 'account.connected':
    case 'account.renamed':
      return true;
    case 'account.signedOut':
      return isOneOf(['system.info', 'capture.status']);
    case 'settings.changed':
      return isOneOf(ofSettings);
    default:
      return assertNever(event);
  }
}

/** True if a query is about one of these conversations, or about all of them. */
function concerns(input: unknown, ids: readonly string[]): boolean {
  if (typeof input !== 'object' || input === null) return true;
  const about = 'conversationId' in input ? input.conversationId : 'id' in input ? input.id : undefined;
  return typeof about !== 'string' || ids.includes(about);
}

/** How long events are collected before queries are refetched, in milliseconds. */
const gatherMs = 25;

/**
 * Creates a listener that refetches the queries that events touch; a burst of events counts as one. For visible lists
 * it fetches only the changed rows, however many are loaded.
 */
export function createInvalidator(queries: QueryClient, link: EngineLink): (event: EngineEvent) => void {
  const refreshRows = createRowRefresher(queries, link);
  let gathered: EngineEvent[] = [];
  const flush = () => {
    const events = gathered;
    gathered = [];
    const ids = toChangedIds(events);
    const touched = ({ queryKey }: Query) =>
      events.some((event) => isTouched(event, queryKey[0], queryKey[1]));
    const isPatched = (query: Query) => ids !== null && isShownList(query);
    const patched = queries
      .getQueryCache()
      .findAll({ predicate: (query) => touched(query) && isPatched(query) });
    void queries.invalidateQueries({ predicate: (query) => touched(query) && !isPatched(query) });
    for (const query of patched) refreshRows(query, ids ?? []);
  };
  return (event) => {
    if (gathered.length === 0) setTimeout(flush, gatherMs);
    gathered.push(event);
  };
}
