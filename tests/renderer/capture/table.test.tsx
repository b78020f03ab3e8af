import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CaptureScreen } from '#renderer/features/Capture/CaptureScreen.tsx';
import { Notices } from '#renderer/features/Frame/Notices.tsx';
import type { TableInspection, TableMapping } from '#shared/domain/messageTable.ts';
import { err, ok } from '#shared/result.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const guessed: TableMapping = {
  columns: { text: 1, author: 0 },
  kind: 'post',
  timeZone: null,
  dayOrder: null,
};

const inspection = (mapping: TableMapping): TableInspection => ({
  file: '/home/mia/articles.csv',
  encoding: 'utf-8',
  delimiter: ',',
  tool: 'zammad',
  isRemembered: false,
  columns: [
    { name: 'from', example: '@annadv' },
    { name: 'body', example: 'hello' },
    { name: 'created_at', example: '2024-03-10T14:22:05Z' },
  ],
  mapping,
  needs: mapping.columns.at === undefined ? ['at'] : [],
  preview: [
    { row: 2, skipped: 'unknownHandle' },
    {
      row: 3,
      message: {
        kind: 'dm',
        direction: 'out',
        person: '@annadv',
        agent: 'Bram',
        at: Date.UTC(2024, 2, 10, 14, 22),
        text: 'hello',
      },
    },
  ],
});

/** The Sync screen after a table was dropped on it. */
async function drop(isTable = true) {
  const imported: unknown[] = [];
  const drawn = renderWithEngine(
    <>
      <CaptureScreen />
      <Notices />
    </>,
    {
      handlers: {
        'archive.status': () => ok({ import: null }),
        'archive.inspect': ({ path, mapping }) =>
          isTable
            ? ok(inspection(mapping ?? guessed))
            : err({ code: 'archiveNotRead', file: path, reason: 'notText', detail: '' }),
        'archive.import': (input) => {
          imported.push(input);
          return err({ code: 'archiveImporting', file: '/other.zip' });
        },
      },
    },
  );
  const target = (await screen.findByText(/^Drop the zip file here/)).parentElement;
  if (!target) throw new Error('there is no drop target');
  const dataTransfer = { types: ['Files'], files: [new File(['x'], 'articles.csv')] };
  fireEvent.drop(target, { dataTransfer });
  return { ...drawn, imported, dialog: within(await screen.findByRole('dialog')) };
}

describe('a table of messages', () => {
  it('is shown before it is imported, and only imported once nothing is unclear', async () => {
    const { user, imported, dialog } = await drop();
    expect(await dialog.findByText(/looks like messages of Zammad/)).toBeDefined();
    expect(dialog.getByRole('button', { name: 'Import' })).toHaveProperty('disabled', true);
    expect(dialog.getByRole('status').textContent).toBe('Choose the column with the time.');
    const rows = dialog.getAllByRole('row').map(({ textContent }) => textContent);
    expect(rows).toContain('2SkippedRows about handles that Perch does not know yet');
    expect(rows.at(-1)).toContain('to @annadv, by BramPrivate messagehello');
    await user.click(dialog.getByRole('combobox', { name: 'Time' }));
    await user.click(await screen.findByRole('option', { name: /^created_at/ }));
    const button = dialog.getByRole('button', { name: 'Import' });
    await waitFor(() => expect(button).toHaveProperty('disabled', false));
    expect(imported).toEqual([]);
    await user.click(button);
    const mapping = { ...guessed, columns: { ...guessed.columns, at: 2 } };
    await waitFor(() => expect(imported).toEqual([{ path: '/dropped/articles.csv', mapping }]));
    expect(await screen.findByText(/Another archive is being imported/)).toBeDefined();
  });

  it('is not imported if its dialog is closed', async () => {
    const { user, imported, dialog } = await drop();
    await user.click(await dialog.findByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(imported).toEqual([]);
  });

  it('that is none is named in its dialog', async () => {
    const { dialog } = await drop(false);
    expect((await dialog.findByRole('alert')).textContent).toContain('is not a table of text');
    expect(dialog.queryByRole('button', { name: 'Import' })).toBeNull();
  });
});
