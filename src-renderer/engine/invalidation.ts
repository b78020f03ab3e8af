import type { Query, QueryClient } from '@tanstack/react-query';
import type { EngineMethod } from '#shared/contract/engine.ts';
import type { EngineEvent, EngineEventName } from '#shared/contract/events.ts';
import { assertNever } from '#shared/errors.ts';
import type { EngineLink } from './engineLink.ts';
import { createRowRefresher, isShownList, toChangedIds } from './refreshRows.ts';

const counts: readonly EngineMethod[] = [
  'conversations.counts',
  'conversations.count',
  'conversations.languages',
];
const lists: readonly EngineMethod[] = ['conversations.list', ...counts, 'people.get', 'bulk.listOlder'];
const searches: readonly EngineMethod[] = [
  'search.quick',
  'search.messages',
  'search.notes',
  'search.tagged',
];
const ofIndex: readonly EngineMethod[] = ['search.status', 'search.messages', 'search.history'];
const ofConversation: readonly EngineMethod[] = [
  'conversations.get',
  'approvals.list',
  'drafts.list',
  'notes.getDraft',
  'outbox.list',
  'replies.options',
  'guards.check',
  'handover.compose',
  'surveys.check',
  'search.history',
];
const ofCapture: readonly EngineMethod[] = [
  'capture.status',
  'capture.quarantine',
  'reports.costs',
  // Gaps and costs.
  'reports.work',
];
const ofSurveys: readonly EngineMethod[] = [
  'reports.surveys',
  'reports.surveyComments',
  'reports.surveysWhyNot',
];
const ofWork: readonly EngineMethod[] = ['reports.work', 'reports.workGroups', 'reports.workConversations'];
const ofMoney: readonly EngineMethod[] = [
  'budget.get',
  'budget.checks',
  'reports.costs',
  'replies.options',
  'handover.compose',
];

/** What contains settings, names of agents, or whether the workspace has begun to read. */
const ofSettings: readonly EngineMethod[] = [
  'settings.get',
  'serviceLevels.get',
  'retention.get',
  'retention.preview',
  'capture.status',
  'agents.list',
  'system.info',
  ...lists,
  ...searches,
  'conversations.get',
  'approvals.list',
  'outbox.list',
  'guards.check',
  'handover.compose',
  'handover.settings',
  'surveys.settings',
  // Some scores are hidden from the current agent.
  'surveys.list',
  'surveys.get',
  ...ofSurveys,
  'surveys.preview',
  'reports.surveys',
  ...ofWork,
];

/** The queries that an event touches whatever it is about. */
const touchedBy = {
  // What changed is in `conversations.changed`, `outbox.changed`, `listening.changed`, `spikes.changed` and `account.signedOut` too.
  'conversations.returned': [],
  'conversations.dueSoon': [],
  'conversations.overdue': [],
  'listening.found': [],
  'listening.spike': [],
  'outbox.needsDecision': [],
  'outbox.uploading': [],
  'notes.mentioned': [],
  'rules.notified': [],
  'approvals.told': [],
  'account.loginLost': [],
  'notes.changed': ['search.notes'],
  // Rules name tags.
  'tags.changed': [
    'tags.list',
    'search.tagged',
    'reports.surveys',
    'reports.workGroups',
    'surveys.settings',
    'rules.list',
  ],
  'library.changed': [
    'library.list',
    'library.get',
    'library.search',
    'library.use',
    'replies.suggest',
    'replies.proposals',
    'reports.surveys',
    // Rules name canned responses.
    'rules.list',
  ],
  'surveys.changed': ['surveys.check', 'surveys.list', 'surveys.get', 'crisis.get', ...ofSurveys],
  // What is deleted on X is no longer unread in the Watchlist.
  'capture.polled': [...ofCapture, 'conversations.get', 'listening.counts', 'listening.themes'],
  'capture.failed': [...ofCapture, 'conversations.get'],
  'network.changed': ['capture.status'],
  'listening.changed': [
    'listening.list',
    'listening.counts',
    'listening.blocked',
    'listening.themes',
    'savedSearches.list',
    'capture.status',
    // Rules name saved searches, and hide posts.
    'rules.list',
    'rules.runs',
  ],
  'spikes.changed': ['spikes.list'],
  'crisis.changed': [
    'crisis.get',
    'crisis.list',
    'crisis.log',
    'crisis.groups',
    'crisis.report',
    'surveys.check',
    'library.use',
    'replies.suggest',
  ],
  'macros.changed': ['macros.list'],
  'rules.changed': ['rules.list', 'rules.runs'],
  'weeklyReport.changed': ['weeklyReport.get'],
  'backups.changed': ['backups.list', 'backups.settings'],
  'pastSearches.changed': ['pastSearches.list'],
  'views.changed': ['views.list', 'conversations.counts'],
  // An import can close gaps.
  'archive.progress': ['archive.status', 'archive.unknownPeople', 'capture.status', 'reports.work'],
  // They change nothing.
  'conversations.exporting': [],
  'people.erasing': [],
  'budget.warned': ofMoney,
  'budget.stopped': ofMoney,
  'budget.changed': ofMoney,
  'account.signedOut': ['system.info', 'capture.status'],
  'settings.changed': ofSettings,
} as const satisfies Partial<Record<EngineEventName, readonly EngineMethod[]>>;

type Constant = keyof typeof touchedBy;
type ConstantEvent = EngineEvent & { readonly name: Constant };

const isConstant = (event: EngineEvent): event is ConstantEvent => Object.hasOwn(touchedBy, event.name);

/** Whether an event may change the response of a query. */
export function isTouched(event: EngineEvent, method: unknown, input: unknown): boolean {
  const isOneOf = (methods: readonly EngineMethod[]) => methods.some((each) => each === method);
  const isAbout = (ids: readonly string[]) => isOneOf(ofConversation) && concerns(input, ids);
  if (isConstant(event)) return isOneOf(touchedBy[event.name]);
  switch (event.name) {
    case 'conversations.opened':
      return isOneOf([...lists, ...searches, ...ofWork, 'crisis.groups']) || isAbout(event.params.ids);
    case 'conversations.changed':
      return (
        isOneOf([
          ...lists,
          'crisis.groups',
          'listening.list',
          'listening.counts',
          'reports.handovers',
          'reports.guards',
          'rules.runs',
          'surveys.list',
          'surveys.get',
          ...ofSurveys,
          ...ofWork,
        ]) || isAbout(event.params.ids)
      );
    case 'outbox.changed':
      return isOneOf(['crisis.get']) || isAbout([event.params.conversationId]);
    case 'approvals.changed':
      return isAbout([event.params.conversationId]);
    case 'search.indexing':
      return isOneOf(event.params.indexed < event.params.total ? ['search.status'] : ofIndex);
    case 'account.connected':
    case 'people.erased':
    case 'store.checked':
    case 'account.renamed':
      return true;
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
    // What was shown of them before.
    if (events.some(({ name }) => name === 'people.erased')) queries.removeQueries({ type: 'inactive' });
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
