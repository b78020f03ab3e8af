import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { CommandsProvider } from '#renderer/commands/CommandsProvider.tsx';
import { LanguageProvider } from '#renderer/i18n/LanguageProvider.tsx';
import { ShellProvider } from '#renderer/shell/ShellProvider.tsx';
import { createShellClient } from '#renderer/shell/shellClient.ts';
import { setAddingAccount } from '#renderer/state/addingAccount.ts';
import { useHanding } from '#renderer/state/handing.ts';
import { showImport } from '#renderer/state/importing.ts';
import { askForMacro } from '#renderer/state/macros.ts';
import { leaveNote } from '#renderer/state/noting.ts';
import { usePicked } from '#renderer/state/picked.ts';
import { useSaid } from '#renderer/state/said.ts';
import { showTags } from '#renderer/state/tagging.ts';
import { useUi } from '#renderer/state/ui.ts';
import { TooltipProvider } from '#renderer/ui/Tooltip.tsx';
import { WorkspaceProvider } from '#renderer/workspace/WorkspaceProvider.tsx';
import { createWorkspace } from '#renderer/workspace/workspace.ts';
import type { ShellOutput } from '#shared/contract/shell.ts';
import { standardSurveySettings } from '#shared/domain/standardSurveySettings.ts';
import { err, ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { someCounts } from '../../support/someCounts.ts';
import {
  aConversation,
  aCostReport,
  aHistoryPage,
  aMessage,
  aPerson,
  aShellState,
  noWeeklyReport,
  testBudget,
  testHandoverSettings,
  testInfo,
  testSettings,
  testWorkspaceId,
} from './builders.ts';
import { createFakeEngine, type FakeEngine, type FakeHandlers } from './fakeEngine.ts';
import { createFakeShell, type FakeShell } from './fakeShell.ts';
import './layout.ts';

export interface RenderOptions {
  readonly handlers?: FakeHandlers;
  readonly shell?: Partial<ShellOutput<'shell.state'>>;
  /** True starts without an engine. */
  readonly withoutEngine?: boolean;
  /** Advances the fake timers of the test. */
  readonly advanceTimers?: (ms: number) => void;
}

export interface Rendered {
  readonly engine: FakeEngine;
  readonly shell: FakeShell;
  readonly user: UserEvent;
  /** Connects the engine, or a new one in its place. */
  connect(): void;
}

/** Renders `children` in a workspace with a fake engine and a fake shell, which both check the real contracts. */
export function renderWithEngine(children: ReactNode, options: RenderOptions = {}): Rendered {
  useUi.setState(useUi.getInitialState(), true);
  usePicked.getState().clear();
  useSaid.getState().dismiss();
  showTags(null);
  leaveNote();
  askForMacro(null);
  showImport(null);
  useHanding.setState(useHanding.getInitialState(), true);
  setAddingAccount(false);
  const engine = createFakeEngine({ ...defaultHandlers, ...options.handlers });
  const shell = createFakeShell(aShellState(options.shell));
  const workspace = createWorkspace(testWorkspaceId);
  const connect = () => workspace.link.accept(engine.connect());
  if (!options.withoutEngine) connect();
  render(
    <ShellProvider client={createShellClient(shell)}>
      <LanguageProvider>
        <TooltipProvider>
          <CommandsProvider>
            <WorkspaceProvider workspace={workspace}>{children}</WorkspaceProvider>
          </CommandsProvider>
        </TooltipProvider>
      </LanguageProvider>
    </ShellProvider>,
  );
  const user = userEvent.setup(options.advanceTimers ? { advanceTimers: options.advanceTimers } : {});
  return { engine, shell, user, connect };
}

/** A workspace with one conversation; tests override what matters. */
export const defaultHandlers: FakeHandlers = {
  'system.info': () => ok(testInfo),
  'settings.get': () => ok(testSettings),
  'settings.set': (change) => ok({ ...testSettings, ...withoutUndefined(change) }),
  'agents.list': () =>
    ok({
      me: 'Sam',
      all: ['Sam', 'Robin'],
      agents: [
        { id: 'a1', name: 'Sam' },
        { id: 'a2', name: 'Robin' },
      ],
    }),
  'weeklyReport.get': () => ok(noWeeklyReport),
  'listening.counts': () => ok({ unread: 0, hidden: 0 }),
  'search.notes': () => ok({ items: [] }),
  'search.tagged': () => ok({ items: [] }),
  'search.prepare': () => ok({}),
  'search.status': () => ok({ indexed: 1, total: 1 }),
  'capture.status': () => ok({ sources: [] }),
  'conversations.list': () => ok({ items: [aConversation()] }),
  'conversations.counts': () => ok(someCounts),
  'conversations.count': () => ok({ count: 1 }),
  'conversations.languages': () => ok({ langs: [] }),
  'views.list': () => ok({ items: [] }),
  'conversations.get': ({ id }) =>
    ok(aHistoryPage(aConversation({ id }), [aMessage({ conversationId: id })])),
  'conversations.markRead': () => ok({}),
  'conversations.setStatus': () => ok({}),
  'conversations.assign': () => ok({}),
  'conversations.setPriority': () => ok({}),
  'conversations.snooze': () => ok({}),
  'people.get': () =>
    ok({ person: aPerson(), isVip: false, conversationCount: 1, messageCount: 1, conversations: [] }),
  'serviceLevels.get': () => ok({ levels: [], standard: { firstReplyMinutes: 60, nextReplyMinutes: null } }),
  'crisis.get': () => ok({ running: null }),
  'tags.list': () => ok({ items: [] }),
  'notes.getDraft': () => ok({ text: '' }),
  'notes.saveDraft': () => ok({}),
  'drafts.list': () => ok({ items: [] }),
  'drafts.save': () => ok({}),
  'outbox.list': () => ok({ items: [] }),
  'handover.compose': () => err({ code: 'noPublicPost', conversationId: 'c1' }),
  'macros.list': () => ok({ items: [] }),
  'rules.list': () => ok({ items: [] }),
  'rules.preview': () => ok({ matches: 0, conversations: [], since: 0, isExact: true }),
  'replies.proposals': () => ok({ items: [] }),
  'library.search': () => ok({ items: [] }),
  'library.list': () => ok({ items: [], total: 0, folders: [] }),
  'handover.settings': () => ok(testHandoverSettings),
  'reports.handovers': () =>
    ok({ sent: 0, arrived: 0, waiting: 0, share: null, medianMs: null, p90Ms: null, groups: [] }),
  'replies.options': () =>
    ok({
      public: { possible: true, usd: 0.01, openOnXUrl: null, privateData: [] },
      dm: { possible: true, usd: 0.015 },
      mentions: [],
      languages: { customer: null, reply: null, differ: false },
    }),
  'guards.check': () => ok({ warnings: [] }),
  'reports.guards': () => ok({ items: [] }),
  'surveys.list': () => ok({ items: [] }),
  'surveys.settings': () => ok(standardSurveySettings),
  'surveys.preview': ({ language, scale, variant }) =>
    ok({ text: `${language} ${scale} ${variant}`, usd: 0.015 }),
  'savedSearches.list': () => ok({ items: [] }),
  'listening.list': () => ok({ items: [] }),
  'budget.get': () => ok(testBudget),
  'reports.costs': () => ok(aCostReport()),
};
