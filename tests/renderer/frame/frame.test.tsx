import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { toLiveState } from '#renderer/errors/useLiveState.ts';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useUi } from '#renderer/state/ui.ts';
import type { SourceKind } from '#shared/domain/capture.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok } from '#shared/result.ts';
import { aShellState, testNow, testWorkspaceId } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const counts = {
  queue: 23,
  mine: 4,
  toApprove: 0,
  drafts: 0,
  open: 30,
  pending: 2,
  snoozed: 0,
  resolved: 100,
  all: 132,
};

describe('the frame', () => {
  it('names the account', async () => {
    renderWithEngine(<Frame />);
    const rail = await screen.findByRole('navigation', { name: 'Sidebar' });
    expect(await within(rail).findByText('Harbour')).toBeTruthy();
  });

  it('counts the views that need work, and marks the current one', async () => {
    renderWithEngine(<Frame />, { handlers: { 'conversations.counts': () => ok({ counts, saved: {} }) } });
    const rail = await screen.findByRole('navigation', { name: 'Sidebar' });
    expect((await within(rail).findByRole('button', { name: 'Queue 23' })).getAttribute('aria-current')).toBe(
      'page',
    );
    expect(within(rail).getByRole('button', { name: 'Resolved' })).toBeTruthy();
  });

  it('changes the view on click', async () => {
    const { user } = renderWithEngine(<Frame />);
    await user.click(await screen.findByRole('button', { name: 'Snoozed' }));
    expect(await screen.findByRole('listbox', { name: 'Snoozed' })).toBeTruthy();
  });

  it('folds the rail and saves that', async () => {
    const { user, shell } = renderWithEngine(<Frame />);
    await user.click(await screen.findByRole('button', { name: 'Collapse sidebar' }));
    expect(await screen.findByRole('button', { name: 'Expand sidebar' })).toBeTruthy();
    expect(shell.calls).toContainEqual({ method: 'preferences.set', input: { railFolded: true } });
  });

  it('resizes the list with the keyboard and saves the width', async () => {
    const { user, shell } = renderWithEngine(<Frame />);
    await screen.findByRole('option');
    const bar = screen.getByRole('separator', { name: 'List width' });
    act(() => bar.focus());
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(bar.getAttribute('aria-valuenow')).toBe('356'));
    await user.keyboard('{Home}{ArrowLeft}');
    expect(shell.calls.map(({ input }) => input)).toContainEqual({ listWidth: 280 });
  });

  it('shows how far the search index is until it is complete', async () => {
    let indexed = 4_210;
    const { engine } = renderWithEngine(<Frame />, {
      handlers: { 'search.status': () => ok({ indexed, total: 10_000 }) },
    });
    const status = await screen.findByText(/^Getting older messages ready/);
    expect(status.getAttribute('role')).toBe('status');
    expect(screen.getByText('42%')).toBeTruthy();
    indexed = 9_999;
    act(() => engine.emit('search.indexing', { indexed, total: 10_000 }));
    expect(await screen.findByText('99%')).toBeTruthy();
    indexed = 10_000;
    act(() => engine.emit('search.indexing', { indexed, total: 10_000 }));
    await waitFor(() => expect(screen.queryByText(/^Getting older messages ready/)).toBeNull());
  });

  it('shows a banner while the engine restarts', async () => {
    const { engine, connect } = renderWithEngine(<Frame />);
    await screen.findByText('Live');
    act(() => engine.die());
    expect(await screen.findByText(/engine is restarting/)).toBeTruthy();
    act(connect);
    await waitFor(() => expect(screen.queryByText(/engine is restarting/)).toBeNull());
  });

  it('shows the error of a command until it is dismissed', async () => {
    const { user } = renderWithEngine(<Frame />, {
      handlers: { 'capture.pollNow': () => err({ code: 'offline' }) },
    });
    await screen.findByText('Live');
    await user.keyboard('{Shift>}R{/Shift}');
    expect(await screen.findByText('X can’t be reached.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText('X can’t be reached.')).toBeNull();
  });

  it('runs a command of the native menu', async () => {
    const { shell } = renderWithEngine(<Frame />);
    await screen.findByText('Live');
    act(() => shell.emit('command.chosen', { command: 'help.open' }));
    expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
  });

  it('closes a dialog and opens the conversation of a notification', async () => {
    const { shell, user } = renderWithEngine(<Frame />);
    await screen.findByText('Live');
    await user.keyboard('?');
    await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    act(() => shell.emit('conversation.chosen', { workspaceId: testWorkspaceId, id: 'c1' }));
    expect(useUi.getState().selectedId).toBe('c1');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it.each([
    ['outbox', { screen: 'outbox' }],
    ['costs', { screen: 'costs' }],
    ['queue', { screen: 'conversations', view: 'queue' }],
    ['connect', { overlay: 'connect' }],
  ] as const)('goes to the %s of a notification', async (where, expected) => {
    const { shell } = renderWithEngine(<Frame />);
    await screen.findByText('Live');
    act(() => useUi.getState().setView('resolved'));
    act(() => shell.emit('screen.chosen', { workspaceId: testWorkspaceId, screen: where }));
    expect(useUi.getState()).toMatchObject(expected);
  });

  it('ignores a notification of another workspace', async () => {
    const { shell } = renderWithEngine(<Frame />);
    await screen.findByText('Live');
    act(() => shell.emit('conversation.chosen', { workspaceId: 'account-2', id: 'c1' }));
    expect(useUi.getState().selectedId).toBeNull();
  });

  it('turns single-key shortcuts off in the help, until Escape closes it', async () => {
    const { user } = renderWithEngine(<Frame />);
    await screen.findByText('Live');
    await user.keyboard('?');
    await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    await user.keyboard('j');
    expect(useUi.getState().selectedId).toBeNull();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('uses the language of the settings', async () => {
    const { shell } = renderWithEngine(<Frame />, { shell: { language: 'nl' } });
    expect(await screen.findByRole('button', { name: 'Afgerond' })).toBeTruthy();
    await waitFor(() => expect(document.documentElement.lang).toBe('nl'));
    act(() => shell.emit('preferences.changed', { preferences: aShellState().preferences, language: 'fr' }));
    expect(await screen.findByRole('button', { name: 'Clôturées' })).toBeTruthy();
  });
});

describe('toLiveState', () => {
  const source = (error: AppError, kind: SourceKind = 'mentions') => ({
    id: error.code,
    kind,
    lastPollAt: testNow,
    capturedFrom: null,
    capturedThrough: testNow,
    gaps: [],
    nextPollAt: null,
    error,
  });
  const status = (...errors: readonly AppError[]) => ({ sources: errors.map((error) => source(error)) });
  const offline = { code: 'offline' } as const;
  const unauthorised = { code: 'unauthorised' } as const;
  const rateLimited = { code: 'rateLimited', resetAt: testNow } as const;
  const budgetSpent = { code: 'budgetSpent', monthlyCapUsd: 50 } as const;
  it.each([
    ['live', undefined, 'live'],
    ['live', status(), 'live'],
    ['live', status(offline), 'offline'],
    ['live', status(offline, unauthorised), 'signedOut'],
    ['live', status(rateLimited), 'paused'],
    ['live', status(budgetSpent, rateLimited), 'capped'],
    ['live', status(budgetSpent, offline), 'offline'],
    ['live', status(offline, { code: 'outOfCredits' }), 'noCredits'],
    ['live', status({ code: 'refusedByX', status: 403, detail: '' }, offline), 'refused'],
    ['live', status(unauthorised, { code: 'storeCorrupt', file: 'f', detail: '' }), 'damaged'],
    ['live', status({ code: 'xFailed', status: 503, detail: '' }), 'troubled'],
    ['live', status({ code: 'timedOut' }), 'troubled'],
    ['live', status({ code: 'timedOut' }, offline), 'offline'],
    ['live', status({ code: 'timedOut' }, budgetSpent), 'troubled'],
    ['restarting', status(offline), 'restarting'],
    ['stopped', undefined, 'stopped'],
    ['waiting', undefined, 'live'],
  ] as const)('of an engine that is %s with %o is %s', (engine, captureStatus, state) => {
    expect(toLiveState(engine, captureStatus)).toBe(state);
  });

  it.each([
    [false, [], 'offline'],
    [false, [unauthorised], 'signedOut'],
    [true, [offline], 'live'],
    [true, [offline, rateLimited], 'paused'],
    [true, [{ code: 'timedOut' }], 'troubled'],
  ] as const)(
    'follows at once what the last call found: reached %j, sources %o, is %s',
    (isReached, errors, state) => {
      expect(toLiveState('live', { ...status(...errors), isReached })).toBe(state);
    },
  );

  it('says why nothing is stored, and offers what can be done', async () => {
    const error: AppError = { code: 'storeCorrupt', file: '/w', detail: '', reading: true, copyAt: 1 };
    const { user, shell } = renderWithEngine(<Frame />, {
      handlers: { 'capture.status': () => ok({ sources: [source(error)] }) },
    });
    const banner = (await screen.findByText(/file is damaged: \/w/)).closest('[role=alert]') as HTMLElement;
    expect(banner.textContent).toContain('What is readable is shown.');
    expect(banner.textContent).not.toContain('not changed');
    await user.click(within(banner).getByRole('button', { name: 'Save what is readable' }));
    expect(shell.calls).toContainEqual({ method: 'workspace.reopen', input: { recover: 'salvage' } });
  });

  it('starts anew only after a second answer, the first of which changes nothing', async () => {
    const error: AppError = { code: 'storeMissing', file: '/w', copyAt: null };
    const { user, shell } = renderWithEngine(<Frame />, {
      handlers: { 'capture.status': () => ok({ sources: [source(error)] }) },
    });
    const reopened = () => shell.calls.filter(({ method }) => method === 'workspace.reopen');
    await user.click(await screen.findByRole('button', { name: 'Start anew' }));
    const question = await screen.findByRole('dialog', { name: 'Start with an empty workspace?' });
    expect(question.textContent).toContain('The old file and its backups stay');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Cancel'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(reopened()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Start anew' }));
    const again = await screen.findByRole('dialog', { name: 'Start with an empty workspace?' });
    await user.click(within(again).getByRole('button', { name: 'Start anew' }));
    expect(reopened()).toEqual([{ method: 'workspace.reopen', input: { recover: 'new' } }]);
  });

  it('is live while X rejects only a search query', () => {
    const rejected = { code: 'refusedByX', status: 400, detail: 'no such operator' } as const;
    expect(toLiveState('live', { sources: [source(rejected, 'search')] })).toBe('live');
  });
});
