import type { EngineInput, EngineQuery } from '#shared/contract/engine.ts';
import { DAY_MS } from '#shared/time.ts';

/** What is asked about in the tour. */
interface Subject {
  readonly conversationId: string;
  readonly personId: string;
  readonly at: number;
  /** Where something is exported to. */
  readonly exportPath: string;
}

type Inputs = { readonly [M in EngineQuery]: EngineInput<M> };

/** An input for each query of the contract; the compiler asks for one where a query is added. */
export function toInputs({ conversationId, personId, at, exportPath }: Subject): Inputs {
  const period = { from: at - 30 * DAY_MS, to: at + DAY_MS };
  const text = 'parcel';
  return {
    'agents.list': {},
    'approvals.list': {},
    'archive.inspect': { path: '/no/such/table.csv' },
    'archive.status': {},
    'archive.unknownPeople': {},
    'backups.list': {},
    'backups.inspect': { name: 'perch-20260101T000000Z.sqlite' },
    'backups.settings': {},
    'budget.get': {},
    'budget.checks': {},
    'network.list': {},
    'bulk.listOlder': { before: at },
    'capture.status': {},
    'capture.quarantine': {},
    'conversations.list': { view: 'all' },
    'conversations.counts': {},
    'conversations.count': { view: 'all' },
    'conversations.languages': {},
    'conversations.export': { format: 'html', path: exportPath },
    'conversations.cancelExport': {},
    'conversations.get': { id: conversationId },
    'crisis.get': {},
    'crisis.list': {},
    'crisis.compose': { id: 'none', conversationId },
    'crisis.groups': { id: 'none' },
    'crisis.log': { id: 'none' },
    'drafts.list': { conversationId },
    'guards.check': { conversationId, channel: 'public', text },
    'handover.compose': { conversationId },
    'handover.settings': {},
    'library.list': {},
    'library.get': { id: 'none' },
    'library.search': { conversationId },
    'library.use': { id: 'none', conversationId, channel: 'public' },
    'library.export': { format: 'csv' },
    'listening.list': { filter: { sentiment: 'negative' } },
    'listening.counts': {},
    'listening.themes': {},
    'listening.blocked': {},
    'spikes.list': {},
    'macros.list': {},
    'media.read': { id: 'none' },
    'media.stored': { messageId: 'none', url: 'none' },
    'notes.getDraft': { conversationId },
    'outbox.list': {},
    'outbox.listUnsent': {},
    'pastSearches.list': {},
    'people.get': { id: personId },
    'people.export': { id: personId },
    'people.eraseCheck': { id: personId },
    'retention.get': {},
    'retention.preview': { rules: [{ afterDays: 30, tagId: null }] },
    'replies.suggest': { conversationId },
    'replies.proposals': {},
    'replies.options': { conversationId },
    'reports.costs': period,
    'reports.handovers': period,
    'reports.guards': period,
    'reports.surveys': period,
    'reports.work': period,
    'reports.workGroups': { ...period, groupBy: 'agent' },
    'reports.workConversations': { ...period, figure: 'replies' },
    'reports.exportWork': { ...period, groupBy: 'agent' },
    'reports.exportSurveys': period,
    'reports.exportResponses': period,
    'reports.surveyComments': period,
    'reports.surveysWhyNot': period,
    'rules.list': {},
    'rules.preview': { when: { kind: 'message' }, conditions: [] },
    'rules.runs': {},
    'savedSearches.list': {},
    'search.messages': { text },
    'search.history': { conversationId, text },
    'search.notes': { text },
    'search.tagged': { text },
    'search.status': {},
    'search.quick': { text },
    'serviceLevels.get': {},
    'settings.get': {},
    'surveys.check': { conversationId, scale: 'csat' },
    'surveys.preview': { scale: 'csat', language: 'en' },
    'surveys.get': { id: 'none' },
    'surveys.list': {},
    'surveys.settings': {},
    'surveys.interpret': { text: '9', scale: 'nps' },
    'system.info': {},
    'tags.list': {},
    'views.list': {},
  };
}
