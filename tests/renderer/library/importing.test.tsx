import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useUi } from '#renderer/state/ui.ts';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { ImportErrorCode } from '#shared/domain/libraryImport.ts';
import { ok } from '#shared/result.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

type Outcome = EngineOutput<'library.import'>;
const none: Outcome = { created: 0, updated: 0, unchanged: 0, errors: [] };
const three: Outcome = { created: 2, updated: 1, unchanged: 4, errors: [] };

async function drawLibrary(outcome: Outcome, more: FakeHandlers = {}) {
  const drawn = renderWithEngine(<Frame />, {
    handlers: {
      'library.import': ({ apply }) => ok({ ...outcome, ...(apply ? { activityId: 'a1' } : {}) }),
      'library.export': ({ format }) => ok({ content: `the ${format}` }),
      'activities.undo': () => ok({ conversationId: null, activityId: 'a2' }),
      ...more,
    },
  });
  await screen.findByText('Live');
  useUi.getState().goTo('library');
  await screen.findByRole('heading', { name: 'Canned responses' });
  drawn.shell.respondWith('files.openTable', { file: { name: 'all.csv', content: 'title,text' } });
  const choose = async (entry: RegExp) => {
    await drawn.user.click(screen.getByRole('button', { name: 'Import and export' }));
    await drawn.user.click(await screen.findByRole('menuitem', { name: entry }));
  };
  return { ...drawn, choose };
}

describe('an import', () => {
  it('shows first what it would do, then does it, and is undone as one', async () => {
    const { user, engine, choose } = await drawLibrary(three);
    await choose(/Import from a file/);
    const dialog = await screen.findByRole('dialog', { name: 'Import canned responses' });
    const counts = within(dialog).getAllByRole('listitem');
    expect(counts.map(({ textContent }) => textContent)).toEqual([
      '2 new canned responses',
      '1 changed',
      '4 stay as they are',
    ]);
    const file = { format: 'csv', content: 'title,text' };
    expect(engine.callsOf('library.import')).toEqual([{ ...file, apply: false }]);
    await user.click(within(dialog).getByRole('button', { name: 'Import 3' }));
    expect(await screen.findByText('3 canned responses imported')).toBeDefined();
    expect(engine.callsOf('library.import').at(-1)).toEqual({ ...file, apply: true });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('z');
    await waitFor(() => expect(engine.callsOf('activities.undo')).toEqual([{ id: 'a1' }]));
  });

  it('says that a file has nothing new, and changes nothing when it is cancelled', async () => {
    const { user, engine, choose } = await drawLibrary({ ...none, unchanged: 4 });
    await choose(/Import from a file/);
    expect(await screen.findByText(/Everything in “all.csv” is in your library already/)).toBeDefined();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(engine.callsOf('library.import')).toHaveLength(1);
  });

  it('reads a file that is named so as JSON', async () => {
    const { shell, engine, choose } = await drawLibrary(three);
    shell.respondWith('files.openTable', { file: { name: 'all.JSON', content: '[]' } });
    await choose(/Import from a file/);
    await screen.findByRole('dialog');
    expect(engine.callsOf('library.import')).toMatchObject([{ format: 'json', content: '[]' }]);
  });

  it.each(ImportErrorCode.options)('names line and column, and says what to do: %s', async (code) => {
    const errors = [
      { code, line: 1234, column: 'text', found: 'zzz', limit: 5000 },
      { code, line: 1235, column: null },
    ];
    const { engine, choose } = await drawLibrary({ ...none, errors });
    await choose(/Import from a file/);
    const list = await screen.findByRole('list', { name: 'Mistakes' });
    expect(screen.getByRole('alert').textContent).toBe('Nothing was imported: “all.csv” has 2 mistakes.');
    const [first, second] = within(list).getAllByRole('listitem');
    expect(first?.textContent).toMatch(/^Line 1,234, column text.+\.$/);
    expect(second?.textContent).toMatch(/^Line 1,235.+\.$/);
    expect(first?.textContent).not.toMatch(/importing\.|\{\{/);
    expect(screen.queryByRole('button', { name: /^Import \d/ })).toBeNull();
    expect(engine.callsOf('library.import')).toHaveLength(1);
  });

  it('tries the mended file again, and says what a large file has', async () => {
    const errors: Outcome['errors'] = Array.from({ length: 100 }, (_, line) => ({
      code: 'emptyField',
      line: line + 2,
      column: 'text',
    }));
    const outcomes = [{ ...none, errors }, three];
    const { user, choose } = await drawLibrary(none, {
      'library.import': () => ok(outcomes.shift() ?? none),
    });
    await choose(/Import from a file/);
    expect((await screen.findByRole('alert')).textContent).toContain('These are the first 100 mistakes');
    await user.click(screen.getByRole('button', { name: 'Choose a file again…' }));
    expect(await screen.findByRole('button', { name: 'Import 3' })).toBeDefined();
  });

  it('shows what has become wrong before it was applied', async () => {
    const errors: Outcome['errors'] = [
      { code: 'duplicateShortcut', line: 2, column: 'shortcut', found: 'a' },
    ];
    const { user, choose } = await drawLibrary(three, {
      'library.import': ({ apply }) => ok(apply ? { ...none, errors } : three),
    });
    await choose(/Import from a file/);
    await user.click(await screen.findByRole('button', { name: 'Import 3' }));
    expect(await screen.findByText(/Another canned response has the shortcut “a”/)).toBeDefined();
    expect(useUi.getState().done).toEqual([]);
  });

  it.each([
    { code: 'textTooLarge', name: 'all.csv', bytes: 9_000_000, limit: 4_194_304 },
    { code: 'fileNotRead', file: '/all.csv', detail: 'EACCES' },
  ] as const)('says why a file was not read: $code', async (error) => {
    const { shell, engine, choose } = await drawLibrary(three);
    shell.respondWith('files.openTable', { error });
    await choose(/Import from a file/);
    await waitFor(() => expect(useUi.getState().notices[0]?.error).toEqual(error));
    expect(engine.callsOf('library.import')).toEqual([]);
  });
});

describe('an export', () => {
  it.each([
    [/CSV/, 'csv'],
    [/JSON/, 'json'],
  ] as const)('is saved where somebody chooses: %s', async (entry, format) => {
    const { shell, engine, choose } = await drawLibrary(none);
    shell.respondWith('files.saveText', { savedAs: `mine.${format}` });
    await choose(entry);
    expect(await screen.findByText(`Saved as mine.${format}`)).toBeDefined();
    expect(engine.callsOf('library.export')).toEqual([{ format, delimiter: ',' }]);
    expect(shell.calls.find(({ method }) => method === 'files.saveText')?.input).toEqual({
      name: 'Canned responses',
      format,
      content: `the ${format}`,
    });
  });

  it('separates fields by what spreadsheets of the language expect', async () => {
    const drawn = renderWithEngine(<Frame />, {
      handlers: { 'library.export': () => ok({ content: '' }) },
      shell: { language: 'fr' },
    });
    useUi.getState().goTo('library');
    await drawn.user.click(await screen.findByRole('button', { name: 'Importer et exporter' }));
    await drawn.user.click(await screen.findByRole('menuitem', { name: /CSV/ }));
    await waitFor(() => expect(drawn.engine.callsOf('library.export')).toMatchObject([{ delimiter: ';' }]));
  });

  it('says which file a disk refused', async () => {
    const { shell, choose } = await drawLibrary(none);
    const error = { code: 'fileNotSaved', file: '/full/a.csv', detail: 'ENOSPC' } as const;
    shell.respondWith('files.saveText', { error });
    await choose(/CSV/);
    await waitFor(() => expect(useUi.getState().notices[0]?.error).toEqual(error));
  });
});
