import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { CommandsProvider } from '#renderer/commands/CommandsProvider.tsx';
import { createEngineLink } from '#renderer/engine/client.ts';
import { EngineProvider } from '#renderer/engine/EngineProvider.tsx';
import { useReplyChoices } from '#renderer/features/Composer/replyChoices.ts';
import { LanguageProvider } from '#renderer/LanguageProvider.tsx';
import { ShellProvider } from '#renderer/ShellProvider.tsx';
import { createShellClient } from '#renderer/shell.ts';
import { useUi } from '#renderer/state/ui.ts';
import { TooltipProvider } from '#renderer/ui/Tooltip.tsx';
import type { ShellOutput } from '#shared/contract/shell.ts';
import { ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import {
  aConversation,
  aCostReport,
  aMessage,
  aPerson,
  aShellState,
  testBudget,
  testInfo,
  testSettings,
} from './builders.ts';
import { createFakeEngine, type FakeEngine, type FakeHandlers } from './fakeEngine.ts';
import { createFakeShell, type FakeShell } from './fakeShell.ts';
import './layout.ts';

export interface RenderOptions {
  readonly handlers?: FakeHandlers;
  readonly shell?: Partial<ShellOutput<'shell.state'>>;
  /** True leaves the engine away at first. */
  readonly withoutEngine?: boolean;
  /** True lets `setTimeout` be faked by the test. */
  readonly advanceTimers?: (ms: number) => void;
}

export interface Rendered {
  readonly engine: FakeEngine;
  readonly shell: FakeShell;
  readonly user: UserEvent;
  /** Starts the engine, or another one in its place. */
  connect(): void;
}

/** Draws `children` in a window with a fake engine and a fake shell, which both keep to the real contracts. */
export function renderWithEngine(children: ReactNode, options: RenderOptions = {}): Rendered {
  useUi.setState(useUi.getInitialState(), true);
  useReplyChoices.setState(useReplyChoices.getInitialState(), true);
  const engine = createFakeEngine({ ...defaultHandlers, ...options.handlers });
  const shell = createFakeShell(aShellState(options.shell));
  const link = createEngineLink();
  const connect = () => link.accept(engine.connect());
  if (!options.withoutEngine) connect();
  render(
    <EngineProvider link={link}>
      <ShellProvider client={createShellClient(shell)}>
        <LanguageProvider>
          <TooltipProvider>
            <CommandsProvider>{children}</CommandsProvider>
          </TooltipProvider>
        </LanguageProvider>
      </ShellProvider>
    </EngineProvider>,
  );
  const user = userEvent.setup(options.advanceTimers ? { advanceTimers: options.advanceTimers } : {});
  return { engine, shell, user, connect };
}

/** A workspace with one conversation; tests replace what matters. */
export const defaultHandlers: FakeHandlers = {
  'system.info': () => ok(testInfo),
  'settings.get': () => ok(testSettings),
  'settings.set': (change) => ok({ ...testSettings, ...withoutUndefined(change) }),
  'agents.list': () => ok({ me: 'Sam', all: ['Sam', 'Robin'] }),
  'capture.status': () => ok({ sources: [] }),
  'conversations.list': () => ok({ items: [aConversation()] }),
  'conversations.counts': () =>
    ok({ counts: { queue: 1, mine: 0, open: 1, pending: 0, snoozed: 0, resolved: 0, all: 1 } }),
  'conversations.get': ({ id }) =>
    ok({
      conversation: aConversation({ id }),
      messages: [aMessage({ conversationId: id })],
      activities: [],
      gaps: [],
    }),
  'conversations.markRead': () => ok({}),
  'conversations.setStatus': () => ok({}),
  'conversations.assign': () => ok({}),
  'conversations.snooze': () => ok({}),
  'people.get': () => ok({ person: aPerson(), conversationCount: 1, messageCount: 1, conversations: [] }),
  'drafts.list': () => ok({ items: [] }),
  'drafts.save': () => ok({}),
  'outbox.list': () => ok({ items: [] }),
  'replies.options': () =>
    ok({
      public: { possible: true, usd: 0.01, openOnXUrl: null },
      dm: { possible: true, usd: 0.015 },
    }),
  'savedSearches.list': () => ok({ items: [] }),
  'listening.list': () => ok({ items: [] }),
  'budget.get': () => ok(testBudget),
  'reports.costs': () => ok(aCostReport()),
};
