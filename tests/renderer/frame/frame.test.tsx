import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { toLiveState } from '#renderer/features/Rail/useLiveState.ts';
import { useUi } from '#renderer/state/ui.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok } from '#shared/result.ts';
import { aShellState, testNow } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const counts = { queue: 23, mine: 4, open: 30, pending: 2, snoozed: 0, resolved: 100, all: 132 };

describe('the frame', () => {
  it('names the account and counts the views', async () => {
    renderWithEngine(<Frame />, { handlers: { 'conversations.counts': () => ok({ counts }) } });
    const rail = await screen.findByRole('navigation', { name: 'Sidebar' });
    expect(await within(rail).findByText('Harbour')).toBeTruthy();
    expect((await within(rail).findByRole('button', { name: 'Queue 23' })).getAttribute('aria-current')).toBe(
      'page',
    );
    expect(within(rail).getByRole('button', { name: 'Resolved' })).toBeTruthy();
  });

  it('tells in the title of the window how many wait', async () => {
    renderWithEngine(<Frame />, { handlers: { 'conversations.counts': () => ok({ counts }) } });
    await waitFor(() => expect(document.title).toBe('(23) Harbour · Perch'));
  });

  it('changes the view by a press', async () => {
    const { user } = renderWithEngine(<Frame />);
    await user.click(await screen.findByRole('button', { name: 'Snoozed' }));
    expect(await screen.findByRole('listbox', { name: 'Snoozed' })).toBeTruthy();
  });

  it('folds the rail and remembers that', async () => {
    const { user, shell } = renderWithEngine(<Frame />);
    await user.click(await screen.findByRole('button', { name: 'Collapse sidebar' }));
    expect(await screen.findByRole('button', { name: 'Expand sidebar' })).toBeTruthy();
    expect(shell.calls).toContainEqual({ method: 'settings.set', input: { railFolded: true } });
  });

  it('resizes the list with the keyboard and remembers that', async () => {
    const { user, shell } = renderWithEngine(<Frame />);
    await screen.findByRole('option');
    const bar = screen.getByRole('separator', { name: 'List width' });
    act(() => bar.focus());
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(bar.getAttribute('aria-valuenow')).toBe('356'));
    await user.keyboard('{Home}{ArrowLeft}');
    expect(shell.calls.map(({ input }) => input)).toContainEqual({ listWidth: 280 });
  });

  it('says when the engine restarts and when it is back', async () => {
    const { engine, connect } = renderWithEngine(<Frame />);
    await screen.findByText('Live');
    act(() => engine.die());
    expect(await screen.findByText(/engine is restarting/)).toBeTruthy();
    act(connect);
    await waitFor(() => expect(screen.queryByText(/engine is restarting/)).toBeNull());
  });

  it('shows a failure of a command in words until it is dismissed', async () => {
    const { user } = renderWithEngine(<Frame />, {
      handlers: { 'capture.pollNow': () => err({ code: 'offline' }) },
    });
    await screen.findByText('Live');
    await user.keyboard('{Shift>}R{/Shift}');
    expect(await screen.findByText('X can’t be reached.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText('X can’t be reached.')).toBeNull();
  });

  it('does what the native menu and notifications ask', async () => {
    const { shell } = renderWithEngine(<Frame />);
    await screen.findByText('Live');
    act(() => shell.emit('command.chosen', { command: 'help.open' }));
    expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
    act(() => shell.emit('conversation.chosen', { id: 'c1' }));
    expect(useUi.getState().selectedId).toBe('c1');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('lists every key in the help, and rests single keys there', async () => {
    const { user } = renderWithEngine(<Frame />);
    await screen.findByText('Live');
    await user.keyboard('?');
    const help = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    for (const words of ['Next conversation', 'Go to Queue', 'Settings', 'Search']) {
      expect(within(help).getByText(words)).toBeTruthy();
    }
    await user.keyboard('j');
    expect(useUi.getState().selectedId).toBeNull();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('speaks the language of the settings', async () => {
    const { shell } = renderWithEngine(<Frame />, { shell: { language: 'nl' } });
    expect(await screen.findByRole('button', { name: 'Afgerond' })).toBeTruthy();
    await waitFor(() => expect(document.documentElement.lang).toBe('nl'));
    act(() => shell.emit('settings.changed', { settings: aShellState().settings, language: 'fr' }));
    expect(await screen.findByRole('button', { name: 'Clôturées' })).toBeTruthy();
  });
});

function toError(code: 'offline' | 'unauthorised' | 'rateLimited' | 'budgetSpent'): AppError {
  if (code === 'rateLimited') return { code, resetAt: testNow };
  return code === 'budgetSpent' ? { code, monthlyCapUsd: 50 } : { code };
}

describe('toLiveState', () => {
  const status = (...codes: readonly ('offline' | 'unauthorised' | 'rateLimited' | 'budgetSpent')[]) => ({
    sources: codes.map((code) => ({
      id: code,
      kind: 'mentions' as const,
      lastPollAt: testNow,
      capturedFrom: null,
      capturedThrough: testNow,
      gaps: [],
      nextPollAt: null,
      error: toError(code),
    })),
  });
  it.each([
    ['live', undefined, 'live'],
    ['live', status(), 'live'],
    ['live', status('offline'), 'offline'],
    ['live', status('offline', 'unauthorised'), 'signedOut'],
    ['live', status('rateLimited'), 'paused'],
    ['live', status('budgetSpent', 'rateLimited'), 'capped'],
    ['live', status('budgetSpent', 'offline'), 'offline'],
    ['restarting', status('offline'), 'restarting'],
    ['stopped', undefined, 'stopped'],
    ['waiting', undefined, 'live'],
  ] as const)('of an engine that is %s with %o is %s', (engine, said, state) => {
    expect(toLiveState(engine, said)).toBe(state);
  });

  it('stays live while X refuses one search', () => {
    const [source] = status('offline').sources;
    const refused = { code: 'refusedByX', status: 400, detail: 'no such operator' } as const;
    const sources = source ? [{ ...source, kind: 'search' as const, error: refused }] : [];
    expect(toLiveState('live', { sources })).toBe('live');
    expect(sources).toHaveLength(1);
  });
});
