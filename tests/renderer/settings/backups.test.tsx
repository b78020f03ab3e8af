import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { SettingsDialog } from '#renderer/features/Settings/SettingsDialog.tsx';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { BackupFacts } from '#shared/domain/backup.ts';
import { err, ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const backup = {
  name: 'perch-20261127T144316Z.sqlite',
  at: Date.UTC(2026, 10, 27, 14, 43),
  bytes: 12_300_000,
};
const facts: BackupFacts = {
  conversations: 20,
  messages: 1_240,
  newestAt: Date.UTC(2026, 10, 27, 14, 30),
  missingMessages: 3,
  missingActivities: 1,
};

const noFolder: EngineOutput<'backups.settings'> = {
  every: 'day',
  folder: null,
  newestInFolderAt: null,
  folderError: null,
};

async function begin(
  found: Partial<BackupFacts> | null = {},
  given: Partial<typeof noFolder> = {},
  making: Promise<void> = Promise.resolve(),
) {
  const made: string[] = [];
  let settings = { ...noFolder, ...given };
  const { user, shell } = renderWithEngine(<SettingsDialog open addsAgent={false} onClose={() => {}} />, {
    handlers: {
      'backups.list': () => ok({ items: [backup] }),
      'backups.make': async () => {
        made.push('made');
        await making;
        return ok(backup);
      },
      'backups.settings': () => ok(settings),
      'backups.updateSettings': (change) => {
        made.push(JSON.stringify(change));
        settings = { ...settings, ...withoutUndefined(change), newestInFolderAt: backup.at };
        return ok(settings);
      },
      'backups.add': ({ path }) => {
        made.push(path);
        return ok(backup);
      },
      'backups.inspect': ({ name }) =>
        found ? ok({ ...facts, ...found }) : err({ code: 'notRestored', name }),
    },
  });
  const list = await screen.findByRole('list', { name: 'Backups' });
  const line = await within(list).findByRole('listitem');
  return { user, shell, made, line };
}

const restore = (line: HTMLElement) => within(line).findByRole('button', { name: /^Restore/ });

it('makes a backup, and lists each with its size', async () => {
  const { user, made, line } = await begin();
  expect(line.textContent).toContain('12.3 MB');
  await user.click(screen.getByRole('button', { name: 'Back up now' }));
  await waitFor(() => expect(made).toHaveLength(1));
});

it('says that it backs up, keeps the focus on an inert button, and says that it is done', async () => {
  let finish = () => {};
  const until = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { user, made } = await begin({}, {}, until);
  const status = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
  const button = screen.getByRole('button', { name: 'Back up now' });
  await user.click(button);
  expect(button.textContent).toBe('Backing up…');
  expect(status()).toContain('Backing up…');
  for (const inert of [button, screen.getByRole('button', { name: 'Add a file…' })])
    expect(inert.getAttribute('aria-disabled')).toBe('true');
  expect(document.activeElement).toBe(button);
  await user.keyboard('{Enter}');
  await user.click(screen.getByRole('button', { name: 'Add a file…' }));
  finish();
  await waitFor(() => expect(status()).toContain('Backup made'));
  expect(button.textContent).toBe('Back up now');
  expect(button.getAttribute('aria-disabled')).toBe('false');
  expect(made).toEqual(['made']);
});

it('says what would be missing before it restores a backup, and Cancel changes nothing', async () => {
  const { user, shell, line } = await begin();
  await user.click(await restore(line));
  const question = await within(line).findByRole('alert');
  expect(question.textContent).toMatch(/This backup has 1,240 messages, the newest of .*Nov 27/);
  expect(question.textContent).toContain('3 messages are not in it');
  expect(question.textContent).toContain('1 thing that you did since');
  await user.keyboard('{Enter}');
  expect(within(line).queryByRole('alert')).toBeNull();
  expect(shell.calls.map(({ method }) => method)).not.toContain('workspace.restore');
  await user.click(await restore(line));
  await user.click(await within(line).findByRole('button', { name: 'Restore' }));
  expect(shell.calls).toContainEqual({ method: 'workspace.restore', input: { name: backup.name } });
});

it('says nothing of what is not missing', async () => {
  const { user, line } = await begin({
    messages: 0,
    newestAt: null,
    missingMessages: 0,
    missingActivities: 0,
  });
  await user.click(await restore(line));
  const question = await within(line).findByRole('alert');
  expect(question.textContent).toContain(
    'This backup has no messages. The workspace as it is now becomes a backup itself.',
  );
});

it('a damaged backup cannot be restored', async () => {
  const { user, line } = await begin(null);
  await user.click(await restore(line));
  await waitFor(() => expect(within(line).getByRole('button', { name: /^Restore the/ })).toBeTruthy());
  expect(within(line).queryByRole('alert')).toBeNull();
});

it('copies to a folder that somebody chooses, says how recent that is, and stops it', async () => {
  const { user, shell, made } = await begin();
  shell.respondWith('files.chooseFolder', { path: '/media/disk' });
  await user.click(await screen.findByRole('button', { name: 'Choose…', description: 'Another disk' }));
  expect(await screen.findByText(/^\/media\/disk: the newest copy there is of .*Nov 27/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(await screen.findByText(/Choose a folder on another disk/)).toBeDefined();
  expect(made).toEqual(['{"folder":"/media/disk"}', '{"folder":null}']);
});

it('says that a folder cannot be written', async () => {
  await begin(
    {},
    { folder: '/media/disk', folderError: { code: 'fileNotSaved', file: '/media/disk', detail: '' } },
  );
  expect(await screen.findByText(/^\/media\/disk can’t be written now/)).toBeDefined();
});

it('adds a backup from a file, and nothing if choosing is cancelled', async () => {
  const { user, shell, made } = await begin();
  const add = await screen.findByRole('button', { name: 'Add a file…' });
  await user.click(add);
  await waitFor(() => expect(shell.calls.map(({ method }) => method)).toContain('files.chooseBackup'));
  expect(made).toEqual([]);
  shell.respondWith('files.chooseBackup', { path: '/media/disk/a.sqlite' });
  await user.click(add);
  await waitFor(() => expect(made).toEqual(['/media/disk/a.sqlite']));
});

it('backs up as often as the person chooses', async () => {
  const { user, made } = await begin();
  await user.click(await screen.findByRole('combobox', { name: 'Back up' }));
  await user.click(await screen.findByRole('option', { name: 'Every week' }));
  await waitFor(() => expect(made).toEqual(['{"every":"week"}']));
});
