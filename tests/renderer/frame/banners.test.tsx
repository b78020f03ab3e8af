import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useStoreTrouble } from '#renderer/state/storeTrouble.ts';
import { openConversation } from '#renderer/state/ui.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok } from '#shared/result.ts';
import { aCostReport } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const full: AppError = { code: 'storeUnwritable', file: '/d/perch.sqlite', detail: 'SQLITE_FULL: full' };

const banner = () => screen.queryByText(/^Your disk is full\./);
const status = (error?: AppError) =>
  ok({
    sources: [
      {
        id: 'mentions',
        kind: 'mentions' as const,
        lastPollAt: 1,
        capturedThrough: 1,
        capturedFrom: 1,
        gaps: [],
        nextPollAt: 2,
        ...(error ? { error } : {}),
      },
    ],
  });

afterEach(() => useStoreTrouble.getState().reset());

describe('a full disk', () => {
  it('is said at once, at the composer too, and no longer once there is room', async () => {
    // Nothing can be written, not even that the conversation was read.
    const handlers = { 'drafts.save': () => err(full), 'conversations.markRead': () => err(full) };
    const { engine, user } = renderWithEngine(<Frame />, { handlers });
    await screen.findByText('Live');
    openConversation('c1');
    await user.type(await screen.findByPlaceholderText(/reply|public/i), 'Hello');
    await waitFor(() => expect(banner()).toBeTruthy());
    expect(banner()?.textContent).not.toContain('/d/perch.sqlite');
    expect(await screen.findByText('Disk full')).toBeTruthy();
    expect(await screen.findByText(/^This draft isn’t saved yet\./)).toBeTruthy();
    engine.handle({
      'drafts.save': () => ok({}),
      'capture.pollNow': () => ok({ newMessages: 0, failures: [] }),
    });
    await waitFor(() => expect(banner()).toBeNull());
    await waitFor(() => expect(screen.queryByText(/^This draft isn’t saved yet\./)).toBeNull());
    expect(await screen.findByText('Live')).toBeTruthy();
    await waitFor(() => expect(engine.callsOf('capture.pollNow')).toHaveLength(1));
  });

  it('is no longer said after a poll cycle that was stored', async () => {
    const { engine } = renderWithEngine(<Frame />);
    await screen.findByText('Live');
    useStoreTrouble.getState().see(err(full));
    expect(await screen.findByText('Disk full')).toBeTruthy();
    engine.emit('capture.polled', { at: 1, newMessages: 0 });
    await waitFor(() => expect(banner()).toBeNull());
    expect(engine.callsOf('capture.pollNow')).toEqual([]);
  });

  it('is not “Offline” where capture reports it', async () => {
    renderWithEngine(<Frame />, { handlers: { 'capture.status': () => status(full) } });
    expect(await screen.findByText('Disk full')).toBeTruthy();
    expect(screen.queryByText('Offline')).toBeNull();
    expect(banner()).toBeTruthy();
  });
});

it('a check after a crash is said for as long as it takes', async () => {
  const { engine } = renderWithEngine(<Frame />, {
    handlers: { 'capture.status': () => status({ code: 'storeChecking' }) },
  });
  const said = await screen.findByText(
    /^Perch was not closed properly, so this workspace is being checked\./,
  );
  expect(said.closest('[role="status"]')).not.toBeNull();
  expect(said.textContent).toMatch(/What you do now is carried out as soon as the check is done\.$/);
  engine.handle({ 'capture.status': () => status() });
  engine.emit('store.checked', {});
  await waitFor(() => expect(said.isConnected).toBe(false));
  expect(await screen.findByText('Live')).toBeTruthy();
});

it('an X that cannot be reached has a banner, which checks X at once', async () => {
  const { engine, user } = renderWithEngine(<Frame />, {
    handlers: {
      'capture.status': () => status({ code: 'offline' }),
      'capture.pollNow': () => ok({ newMessages: 0, failures: [] }),
    },
  });
  await screen.findByText(/^X can’t be reached\./);
  await user.click(screen.getByRole('button', { name: 'Check X now' }));
  expect(engine.callsOf('capture.pollNow')).toHaveLength(1);
});

it('banner and check name one reason, whichever source failed first', async () => {
  const down: AppError = { code: 'xFailed', status: 503, detail: '' };
  const { user } = renderWithEngine(<Frame />, {
    handlers: {
      'capture.status': () => status(down),
      'capture.pollNow': () =>
        ok({ newMessages: 0, failures: [{ source: 'dms', error: { code: 'offline' } }] }),
    },
  });
  await screen.findByText('X has a problem right now. Replies wait, and Perch keeps trying.');
  await user.keyboard('{Shift>}R{/Shift}');
  expect(await screen.findByText('X has a problem right now.')).toBeTruthy();
  expect(screen.queryByText(/X can’t be reached/)).toBeNull();
});

it('a cap that is reached leads to its field', async () => {
  const month = { spentUsd: 50, capUsd: 50, state: 'stopped' as const };
  const { user } = renderWithEngine(<Frame />, {
    handlers: { 'reports.costs': () => ok(aCostReport({ month })) },
  });
  await user.click(await screen.findByRole('button', { name: 'Raise the cap' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Monthly cap')));
});

it('an X that answers but has a problem is not called “Offline”, and has the same banner with its reason', async () => {
  const { engine, user } = renderWithEngine(<Frame />, {
    handlers: {
      'capture.status': () => status({ code: 'xFailed', status: 503, detail: '' }),
      'capture.pollNow': () => ok({ newMessages: 0, failures: [] }),
    },
  });
  await screen.findByText(/^X has a problem right now\./);
  expect(screen.getByText('X has problems')).toBeTruthy();
  expect(screen.queryByText('Offline')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Check X now' }));
  expect(engine.callsOf('capture.pollNow')).toHaveLength(1);
});
