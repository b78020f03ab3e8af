import type { EngineOutput } from '#shared/contract/engine.ts';
import { defaultPreferences, type ShellOutput } from '#shared/contract/shell.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import { type BudgetSettings, type CostReport, defaultPrices } from '#shared/domain/cost.ts';
import type { HandoverSettings } from '#shared/domain/handover.ts';
import { standardWordings } from '#shared/domain/handoverWordings.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Person } from '#shared/domain/person.ts';
import type { WorkspaceSettings } from '#shared/domain/workspaceSettings.ts';

/** Monday 16 November 2026, 09:30 UTC: the current time in tests. */
export const testNow = Date.UTC(2026, 10, 16, 9, 30);
const minute = 60_000;

/** A conversation with Anna de Vries that needs a reply, with the fields in `change`. */
export function aConversation(change: Partial<Conversation> = {}): Conversation {
  const id = change.id ?? 'c1';
  return {
    id,
    person: { id: `p-${id}`, handle: 'annadv', name: 'Anna de Vries' },
    status: 'open',
    unread: 1,
    dueAt: testNow + 30 * minute,
    lateAt: testNow + 90 * minute,
    waitingSince: testNow - 10 * minute,
    agent: null,
    snoozedUntil: null,
    reason: 'mention',
    openedAt: testNow - 10 * minute,
    isVip: false,
    priority: 'normal',
    dueReply: null,
    serviceLevelId: null,
    hasDraft: false,
    tags: [],
    mentionsMe: false,
    lang: null,
    unfinishedReply: null,
    lastMessage: {
      id: `post-${id}`,
      kind: 'post',
      direction: 'in',
      text: 'My order is stuck',
      content: null,
      lang: 'en',
      at: testNow - 10 * minute,
    },
    ...change,
  };
}

/** A public post of Anna, with the fields in `change`. */
export function aMessage(change: Partial<Message> = {}): Message {
  return {
    id: 'post-1',
    xId: '1',
    kind: 'post',
    direction: 'in',
    author: { id: 'p-c1', handle: 'annadv', name: 'Anna de Vries' },
    text: 'My order is stuck',
    at: testNow - 10 * minute,
    status: null,
    state: 'received',
    conversationId: 'c1',
    inReplyTo: null,
    context: false,
    lang: 'en',
    deletedAt: null,
    earlier: [],
    unreadable: false,
    links: [],
    media: [],
    attachments: [],
    quotes: [],
    ...change,
  };
}

/** Anna with all facts known, with the fields in `change`. */
export function aPerson(change: Partial<Person> = {}): Person {
  return {
    id: 'p-c1',
    handle: 'annadv',
    name: 'Anna de Vries',
    description: null,
    location: 'Gent',
    followers: 1204,
    verified: false,
    protected: false,
    receivesDms: true,
    firstSeenAt: testNow - 400 * 24 * 60 * minute,
    joinedXAt: testNow - 2_000 * 24 * 60 * minute,
    ...change,
  };
}

export const testHandoverSettings: HandoverSettings = {
  usesLink: true,
  reminder: 'ask',
  remindAfterHours: 24,
  giveUpAfterHours: 72,
  closing: false,
  wordings: standardWordings,
};

export const testSettings: WorkspaceSettings = {
  agentName: 'Sam',
  responseTargetMinutes: 60,
  reopenHours: 72,
  undoSeconds: 10,
  initials: 'SA',
  signedChannels: [],
  officeHours: null,
  captureQuotes: true,
  deletionChecks: 'thrifty',
  spikeSensitivity: 'normal',
  dueWarningMinutes: 15,
  replyLanguages: ['en', 'nl', 'fr'],
  guardsOff: [],
  servedCountries: null,
  ownPatterns: [],
  companyLinks: [],
  ownPublicData: [],
};

export const testInfo: EngineOutput<'system.info'> = {
  version: '0.1.0',
  account: { id: 'a1', handle: 'harbour', name: 'Harbour' },
  schemaVersion: 1,
};

/** The id of the workspace that is open in tests. */
export const testWorkspaceId = 'account-1';

/** A shell with an open account workspace, in English, with the fields in `change`. */
export function aShellState(change: Partial<ShellOutput<'shell.state'>> = {}): ShellOutput<'shell.state'> {
  return {
    preferences: defaultPreferences,
    language: 'en',
    workspace: { kind: 'account', id: testWorkspaceId, handle: 'harbour' },
    platform: 'linux',
    version: '0.1.0',
    secretStorage: 'encrypted',
    redirectUris: ['http://127.0.0.1:47811/callback'],
    ...change,
  };
}

export const testBudget: BudgetSettings = { prices: defaultPrices, monthlyCapUsd: 50, warnAtPercent: 80 };

/** A month in which nothing was spent, with the fields in `change`. */
export function aCostReport(change: Partial<CostReport> = {}): CostReport {
  return {
    total: { calls: 0, items: 0, usd: 0 },
    days: [],
    sources: [],
    conversations: [],
    month: { spentUsd: 0, capUsd: 50, state: 'fine' },
    ...change,
  };
}

/** The only page of a history, with the newest message from the person as the one captured last. */
export const aHistoryPage = (
  conversation: Conversation,
  messages: Message[],
): EngineOutput<'conversations.get'> => {
  const last = messages.findLast(({ direction, context }) => direction === 'in' && !context);
  return { conversation, messages, activities: [], gaps: [], ...(last ? { seenThrough: last.id } : {}) };
};

/** A workspace whose weekly report is off. */
export const noWeeklyReport: EngineOutput<'weeklyReport.get'> = {
  folder: null,
  weekday: 1,
  hour: 8,
  due: null,
  written: null,
  failure: null,
};
