import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CaptureScreen } from '#renderer/features/Capture/CaptureScreen.tsx';
import { toStrip, toWeeks } from '#renderer/features/Capture/strip.ts';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import type { Gap, SourceStatus } from '#shared/domain/capture.ts';
import type { AppError } from '#shared/errors.ts';
import { ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { testSettings } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const now = Date.now();
const day = 86_400_000;

const aGap = (change: Partial<Gap> = {}): Gap => ({
  from: now - 5 * day,
  to: now - 3 * day,
  reason: 'away',
  recoverable: true,
  ...change,
});

const aSource = (change: Partial<SourceStatus> = {}): SourceStatus => ({
  id: 'mentions',
  kind: 'mentions',
  lastPollAt: now - 4 * 60_000,
  capturedFrom: null,
  capturedThrough: now - 4 * 60_000,
  gaps: [],
  nextPollAt: now + 2 * 60_000,
  ...change,
});

function draw(sources: readonly SourceStatus[]) {
  return renderWithEngine(<CaptureScreen />, {
    handlers: {
      'capture.status': () => ok({ sources: [...sources] }),
      'capture.backfill': () => ok({ newMessages: 42, closedGaps: 1 }),
    },
  });
}

describe('the capture screen', () => {
  it('shows for each source when it was polled and how far it is complete', async () => {
    draw([aSource(), aSource({ id: 'search:s1', kind: 'search', name: 'Late parcels', gaps: [aGap()] })]);
    const [mentions, search] = await screen.findAllByRole('listitem');
    expect(mentions?.textContent).toMatch(/Mentions.*Complete up to.*Checked.*next/);
    expect(search?.textContent).toMatch(/Late parcels.*with 1 gap/);
  });

  it.each([
    ['No gaps in the last 30 days.', {}],
    [/X could not be read just now/, { error: { code: 'outOfCredits' } }],
    [/nothing can be said about gaps/, { capturedThrough: null, error: { code: 'outOfCredits' } }],
  ] as const)('says %s only if that is true', async (sentence, change) => {
    draw([aSource(), aSource({ id: 'dms', kind: 'dms', ...change })]);
    expect(await screen.findByText(sentence)).toBeDefined();
  });

  it('does not call a source captured that was never read', async () => {
    draw([aSource({ capturedThrough: null, error: { code: 'xFailed', status: 503, detail: 'down' } })]);
    const [mentions] = await screen.findAllByRole('listitem');
    expect(mentions?.textContent).toContain('Not captured yet');
    expect(mentions?.textContent).not.toContain('Complete');
  });

  it('lists what Perch does not capture', async () => {
    draw([aSource()]);
    expect(await screen.findByText('What Perch does not capture')).toBeDefined();
    expect(screen.getByText(/Quotes of your posts/)).toBeDefined();
  });

  it('describes each gap for the pointer and for screen readers', async () => {
    draw([aSource({ kind: 'dms', gaps: [aGap({ reason: 'horizon', recoverable: false })] })]);
    const strip = await screen.findByRole('group', { name: 'Private messages, last 30 days' });
    const gap = within(strip).getByRole('button');
    expect(gap.getAttribute('aria-label')).toMatch(
      /^Private messages from .+ are missing: Perch was closed for longer than X goes back\. X no longer shows them\.$/,
    );
  });

  it('makes the gaps of a source one tab stop and moves between them with the arrow keys', async () => {
    const { user } = draw([
      aSource({ gaps: [aGap(), aGap({ from: now - 2 * day, to: now - day, reason: 'budget' })] }),
    ]);
    const strip = await screen.findByRole('group', { name: 'Mentions, last 30 days' });
    const [first, second] = within(strip).getAllByRole('button');
    first?.focus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement).toBe(second);
    expect([first?.tabIndex, second?.tabIndex]).toEqual([-1, 0]);
    await user.keyboard('{Home}');
    expect(document.activeElement).toBe(first);
  });

  it('lists the same gaps in a table', async () => {
    draw([
      aSource({ gaps: [aGap(), aGap({ from: now - day, to: now, reason: 'tooMany', recoverable: false })] }),
    ]);
    const table = await screen.findByRole('table', { name: 'Gaps as a table', hidden: true });
    expect(within(table).getByText('Yes, can be fetched')).toBeDefined();
    expect(within(table).getByText('there were more than the 800 that X shows')).toBeDefined();
  });

  it('says why a source could not be polled', async () => {
    draw([aSource({ error: { code: 'offline' } })]);
    expect(await screen.findByText('X can’t be reached.')).toBeDefined();
  });

  it('backfills what X still has and shows the result', async () => {
    const { user, engine } = draw([aSource({ gaps: [aGap()] })]);
    await user.click(await screen.findByRole('button', { name: 'Fetch what’s missing' }));
    expect(await screen.findByText('Messages found: 42. Gaps closed: 1.')).toBeDefined();
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Sync' }));
    expect(engine.callsOf('capture.backfill')).toEqual([{}]);
  });

  it('backfills with f too', async () => {
    const { user, engine } = draw([aSource({ gaps: [aGap()] })]);
    await screen.findByRole('button', { name: 'Fetch what’s missing' });
    await user.keyboard('f');
    await waitFor(() => expect(engine.callsOf('capture.backfill')).toEqual([{}]));
  });

  it('disables the backfill if X has nothing more', async () => {
    draw([aSource({ gaps: [aGap({ recoverable: false })] })]);
    const button = await screen.findByRole('button', { name: 'Fetch what’s missing' });
    expect(button).toHaveProperty('disabled', true);
    await screen.findByText('Nothing left to fetch.');
  });

  it('explains the next step before anything was polled', async () => {
    draw([]);
    expect(await screen.findByText('Nothing synced yet')).toBeDefined();
  });

  it('opens with g c and from the menu of the account, and closes with Escape', async () => {
    const { user } = renderWithEngine(<Frame />);
    await screen.findByRole('listbox', { name: 'Queue' });
    await user.keyboard('gc');
    expect(await screen.findByRole('heading', { name: 'Sync' })).toBeDefined();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('listbox', { name: 'Queue' })).toBeDefined());
    await user.click(screen.getByRole('button', { name: /Account menu/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Go to Sync' }));
    expect(await screen.findByRole('heading', { name: 'Sync' })).toBeDefined();
  });
});

describe('toStrip', () => {
  it('lays gaps out on thirty days', () => {
    const gap = aGap({ from: now - 15 * day, to: now - 12 * day });
    const { captured, gaps } = toStrip({ capturedFrom: null, capturedThrough: now, gaps: [gap] }, now);
    expect(captured).toEqual({ start: 0, length: 100 });
    expect(gaps).toEqual([{ gap, start: 50, length: 10 }]);
  });

  it('clips gaps that start earlier and omits those that ended earlier', () => {
    const cut = aGap({ from: now - 40 * day, to: now - 27 * day });
    const old = aGap({ from: now - 50 * day, to: now - 45 * day });
    expect(toStrip({ capturedFrom: null, capturedThrough: now, gaps: [old, cut] }, now).gaps).toEqual([
      { gap: cut, start: 0, length: 10 },
    ]);
  });

  it('keeps a short gap inside and wide enough for a pointer', () => {
    const [gap] = toStrip(
      { capturedFrom: null, capturedThrough: now, gaps: [aGap({ from: now - 1_000, to: now })] },
      now,
    ).gaps;
    expect(gap?.length).toBeGreaterThan(0.5);
    expect((gap?.start ?? 100) + (gap?.length ?? 0)).toBe(100);
  });

  it('starts the captured range where X first showed something', () => {
    const source = { capturedFrom: now - 3 * day, capturedThrough: now, gaps: [] };
    expect(toStrip(source, now).captured).toEqual({ start: 90, length: 10 });
  });

  it('shows no captured range for a source that was never polled', () => {
    expect(toStrip({ capturedFrom: null, capturedThrough: null, gaps: [] }, now).captured.length).toBe(0);
  });

  it('labels today and the weeks before', () => {
    expect(toWeeks(now).map(({ place }) => Math.round(place))).toEqual([7, 30, 53, 77, 100]);
  });
});

it('says which further steps of the last poll cycle failed', async () => {
  const stepErrors = [{ step: 'deletions', error: { code: 'offline' } }] as const;
  renderWithEngine(<CaptureScreen />, {
    handlers: { 'capture.status': () => ok({ sources: [aSource()], stepErrors: [...stepErrors] }) },
  });
  const line = (await screen.findByText(/^Checks for deleted posts:/)).closest('p');
  expect(line?.textContent).toMatch(/^Checks for deleted posts: .*(offline|connection|network|reach)/i);
});

describe('quotes of own posts', () => {
  const drawQuotes = (captureQuotes: boolean, quotesError?: AppError) =>
    renderWithEngine(<CaptureScreen />, {
      handlers: {
        'capture.status': () => ok({ sources: [aSource()], ...(quotesError ? { quotesError } : {}) }),
        'settings.get': () => ok({ ...testSettings, captureQuotes }),
        'settings.set': (change) => ok({ ...testSettings, captureQuotes, ...withoutUndefined(change) }),
      },
    });

  it('show their price and can be switched off, which names them as not captured', async () => {
    const { user, engine } = drawQuotes(true);
    const line = await screen.findByText(/^Finds quotes .* \$0\.005 per quote/);
    expect(line).toBeDefined();
    expect(screen.queryByText(/fetching them is switched off/)).toBeNull();
    const control = screen.getByRole('switch', { name: 'Quotes of your posts' });
    control.focus();
    await user.keyboard(' ');
    await waitFor(() => expect(engine.callsOf('settings.set')).toEqual([{ captureQuotes: false }]));
    expect(await screen.findByText(/fetching them is switched off/)).toBeDefined();
  });

  it('say why they could not be fetched', async () => {
    drawQuotes(true, { code: 'outOfCredits' });
    const error = await screen.findByText(/credits/i);
    expect(error).toBeDefined();
  });
});

describe('what Perch shows in no conversation', () => {
  const item = {
    id: 'q1',
    source: 'dms',
    at: now - day,
    reason: 'dm_conversation_id: fits no known pattern',
    isUnassigned: true,
    text: 'to all of you',
  };
  const drawQuarantine = (items: readonly (typeof item)[]) =>
    renderWithEngine(<CaptureScreen />, {
      handlers: {
        'capture.status': () => ok({ sources: [aSource()] }),
        'capture.quarantine': () => ok({ items: [...items], count: items.length }),
      },
    });

  it('is counted, and listed with its reason', async () => {
    const { user, shell } = drawQuarantine([
      item,
      { ...item, id: 'q2', isUnassigned: false, reason: 'id: is missing' },
    ]);
    shell.respondWith('links.open', {});
    await user.click(await screen.findByText('2 items from X aren’t shown'));
    const table = screen.getByRole('table', { name: 'What isn’t shown' });
    expect(table.textContent).toContain(
      'X doesn’t say for certain who exchanged this private message with you',
    );
    expect(table.textContent).toContain('fits no known pattern');
    expect(table.textContent).toContain('to all of you');
    await user.click(screen.getByRole('button', { name: 'Open messages on X' }));
    await waitFor(() => expect(shell.calls.at(-1)?.input).toEqual({ url: 'https://x.com/messages' }));
  });

  it('is not mentioned while there is nothing', async () => {
    drawQuarantine([]);
    await screen.findAllByRole('listitem');
    expect(screen.queryByText(/shown$/)).toBeNull();
  });
});
