import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CaptureScreen } from '#renderer/features/Capture/CaptureScreen.tsx';
import { Notices } from '#renderer/features/Frame/Notices.tsx';
import type { ArchiveImport } from '#shared/domain/archiveImport.ts';
import { err, ok } from '#shared/result.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const anImport = (change: Partial<ArchiveImport> = {}): ArchiveImport => ({
  id: 'i1',
  state: 'running',
  file: '/home/mia/twitter-2026.zip',
  items: 1_500,
  bytes: 430,
  of: 1_000,
  step: 'texts',
  posts: 1_000,
  dms: 1,
  people: 20,
  skipped: [],
  startedAt: 1,
  endedAt: null,
  ...change,
});

/** The screen with an engine whose last import can be changed. */
function draw(first: ArchiveImport | null) {
  let last = first;
  const calls: string[] = [];
  const take = (method: string) => {
    calls.push(method);
    return ok({ import: last });
  };
  const drawn = renderWithEngine(
    <>
      <CaptureScreen />
      <Notices />
    </>,
    {
      handlers: {
        'archive.status': () => ok({ import: last }),
        'archive.import': ({ path }) => {
          calls.push(path);
          return path.endsWith('.zip')
            ? ok(anImport({ state: 'done' }))
            : err({ code: 'archiveNotRead', file: path, reason: 'notZip', detail: '' });
        },
        'archive.pause': () => take('pause'),
        'archive.resume': () => take('resume'),
        'archive.cancel': () => take('cancel'),
      },
    },
  );
  const change = (next: ArchiveImport) => {
    last = next;
    const { id, state, items, bytes, of } = next;
    act(() => drawn.engine.emit('archive.progress', { id, state, items, bytes, of }));
  };
  return { ...drawn, calls, change };
}

/** The screen with people of whom only the id is known. */
function drawUnknown(unknown: { people: number; usd: number; affordable: number }) {
  const looked: number[] = [];
  const drawn = renderWithEngine(<CaptureScreen />, {
    handlers: {
      'archive.status': () => ok({ import: null }),
      'archive.unknownPeople': () => ok({ ...unknown }),
      'archive.lookUp': ({ most }) => {
        looked.push(most);
        return ok({ asked: 300, found: 201, left: 904 });
      },
    },
  });
  return { ...drawn, looked, unknown };
}

const section = async () => within(await screen.findByRole('region', { name: 'Archive of X' }));

describe('the archive of X', () => {
  it('is imported from the file that somebody chooses', async () => {
    const { user, shell, calls } = draw(null);
    shell.respondWith('files.chooseArchive', { path: '/home/mia/a.zip' });
    await user.click(await (await section()).findByRole('button', { name: 'Choose archive…' }));
    await waitFor(() => expect(calls).toEqual(['/home/mia/a.zip']));
  });

  it('is not imported if choosing is cancelled', async () => {
    const { user, shell, calls } = draw(null);
    await user.click(await (await section()).findByRole('button', { name: 'Choose archive…' }));
    await waitFor(() => expect(shell.calls.map(({ method }) => method)).toContain('files.chooseArchive'));
    expect(calls).toEqual([]);
  });

  it('is imported from a file that is dropped, and what is wrong with it is said', async () => {
    const { calls } = draw(null);
    const target = (await (await section()).findByText(/^Drop the zip file here/)).parentElement;
    if (!target) throw new Error('there is no drop target');
    const dataTransfer = { types: ['Files'], files: [new File(['x'], 'notes.pdf')] };
    const over = createEvent.dragOver(target, { dataTransfer });
    fireEvent(target, over);
    expect(over.defaultPrevented).toBe(true);
    expect(target.dataset.over).toBe('true');
    fireEvent.drop(target, { dataTransfer });
    await waitFor(() => expect(calls).toEqual(['/dropped/notes.pdf']));
    expect(target.dataset.over).toBeUndefined();
    expect(await screen.findByText(/is not a zip file/)).toBeDefined();
    expect(screen.getByText(/Save a spreadsheet as CSV first/)).toBeDefined();
  });

  it('shows how far its import is, and pauses, resumes and cancels it', async () => {
    const { user, calls, change } = draw(anImport());
    const shown = await section();
    expect(await shown.findByText('43 %, 1,500 items read')).toBeDefined();
    expect(shown.getByRole('progressbar', { name: 'Progress of the import' })).toHaveProperty('value', 430);
    expect(shown.getByRole('status').textContent).toBe('Importing twitter-2026.zip');
    expect(shown.queryByRole('button', { name: 'Choose archive…' })).toBeNull();
    await user.click(shown.getByRole('button', { name: 'Pause' }));
    change(anImport({ state: 'paused', items: 1_600, bytes: 500 }));
    expect(await shown.findByText('50 %, 1,600 items read')).toBeDefined();
    await user.click(shown.getByRole('button', { name: 'Resume' }));
    change(anImport({ bytes: 1_000 }));
    expect(
      await shown.findByText('All of it is read. Conversations, pictures and videos follow.'),
    ).toBeDefined();
    change(anImport({ step: 'media', bytes: 129, of: 300 }));
    expect(await shown.findByText('43 % of the pictures and videos stored')).toBeDefined();
    expect(shown.getByRole('progressbar')).toHaveProperty('value', 129);
    await user.click(shown.getByRole('button', { name: 'Cancel import' }));
    expect(calls).toEqual(['pause', 'resume', 'cancel']);
  });

  it.each([
    [1_000, '53 %, 1,500 items read · less than a minute left'],
    [1_500, '35 %, 1,500 items read · about 2 min left'],
    [60_000, '0 %, 1,500 items read · about 1 h 39 min left'],
  ])('says how long the rest of %i bytes takes', async (of, words) => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
    try {
      const { change } = draw(anImport({ of }));
      await (await section()).findByText(/items read$/);
      vi.setSystemTime(1_010_000);
      change(anImport({ of, bytes: 530 }));
      expect(await (await section()).findByText(words)).toBeDefined();
    } finally {
      vi.useRealTimers();
    }
  });

  it('says how long the rest takes at the rate of late', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
    try {
      const { change } = draw(anImport({ of: 100_000, bytes: 0 }));
      const shown = () => screen.getByText(/items read/).textContent;
      await (await section()).findByText(/items read$/);
      // A thousand bytes a second, then a hundred.
      for (let second = 5; second <= 90; second += 5) {
        vi.setSystemTime(1_000_000 + second * 1_000);
        const bytes = second <= 50 ? second * 1_000 : 50_000 + (second - 50) * 100;
        change(anImport({ of: 100_000, bytes, items: second }));
        await (await section()).findByText(new RegExp(`, ${second} items read`));
        if (second === 50) expect(shown()).toBe('50 %, 50 items read · less than a minute left');
      }
      expect(shown()).toBe('54 %, 90 items read · about 8\u00a0min left');
    } finally {
      vi.useRealTimers();
    }
  });

  it('goes on with the next engine where one goes away, without a notice', async () => {
    const { user, engine, shell, connect } = draw(null);
    engine.handle({ 'archive.import': () => new Promise(() => {}) });
    shell.respondWith('files.chooseArchive', { path: '/home/mia/a.zip' });
    await user.click(await (await section()).findByRole('button', { name: 'Choose archive…' }));
    for (let n = 1; n <= 3; n += 1) {
      await waitFor(() => expect(engine.callsOf('archive.import')).toHaveLength(n));
      await act(async () => engine.die());
      await act(async () => connect());
    }
    expect(screen.queryByText(/Perch’s engine/)).toBeNull();
  });

  it('leaves the focus to the page when its import ends', async () => {
    const { change } = draw(anImport());
    const shown = await section();
    (await shown.findByRole('button', { name: 'Pause' })).focus();
    change(anImport({ state: 'done', endedAt: 2 }));
    await shown.findByText('twitter-2026.zip was imported.');
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Sync' }));
  });

  it('says what was imported, and what was skipped and why', async () => {
    const skipped = [
      { reason: 'retweet' as const, count: 1_336, example: 'data/tweets.js, 12' },
      { reason: 'damaged' as const, count: 1, example: 'data/direct-messages.js' },
    ];
    const { user } = draw(anImport({ state: 'done', bytes: 1_000, endedAt: 2, skipped }));
    const shown = await section();
    expect((await shown.findByRole('status')).textContent).toBe('twitter-2026.zip was imported.');
    expect(shown.getByText('New in Perch: 1,000 posts, 1 private message, 20 people')).toBeDefined();
    expect(shown.getByRole('button', { name: 'Choose archive…' })).toBeDefined();
    await user.click(shown.getByText('What was skipped (1,337)'));
    const rows = shown.getAllByRole('row').map(({ textContent }) => textContent);
    expect(rows).toContain('Retweets1,336data/tweets.js, 12');
    expect(rows).toContain('Damaged files: download the archive again1data/direct-messages.js');
  });

  it('offers to look up those of whom only the id is known, for a price and within the cap', async () => {
    const { user, looked, unknown } = drawUnknown({ people: 1_204, usd: 12.04, affordable: 300 });
    const shown = await section();
    expect(
      await shown.findByText(/^Of 1,204 people only the X id is known. This month’s cap allows 300/),
    ).toBeDefined();
    unknown.people = 904;
    unknown.affordable = 0;
    await user.click(shown.getByRole('button', { name: 'Look up 300 people on X for about $3.00' }));
    expect(await shown.findByText('201 people were found.')).toBeDefined();
    expect(looked).toEqual([300]);
    const button = await shown.findByRole('button', { name: 'Look up 0 people on X for about $0.00' });
    expect(button).toHaveProperty('disabled', true);
  });

  it('says why an import failed', async () => {
    const error = { code: 'archiveNotRead', file: '/a.zip', reason: 'changed', detail: '' } as const;
    draw(anImport({ state: 'failed', endedAt: 2, error }));
    const shown = await section();
    expect(
      await shown.findByText('The import of twitter-2026.zip failed. What it brought is kept.'),
    ).toBeDefined();
    expect(shown.getByRole('alert').textContent).toContain('is another file than when the import began');
  });
});
