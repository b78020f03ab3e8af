import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Banners } from '#renderer/features/Frame/Banners.tsx';
import { SettingsDialog } from '#renderer/features/Settings/SettingsDialog.tsx';
import { useUi } from '#renderer/state/ui.ts';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { err, ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { noWeeklyReport, testWorkspaceId } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

type State = EngineOutput<'weeklyReport.get'>;

const at = new Date(2026, 10, 23, 8, 1).getTime();
const chosen: State = { ...noWeeklyReport, folder: '/home/sam/Reports' };
const failed: State = {
  ...chosen,
  failure: {
    week: '2026-W47',
    at,
    error: { code: 'fileNotSaved', file: '/home/sam/Reports/a.pdf', detail: 'ENOSPC' },
  },
};

async function openSettings(given: State) {
  let state = given;
  const rendered = renderWithEngine(<SettingsDialog open addsAgent={false} onClose={() => {}} />, {
    handlers: {
      'weeklyReport.get': () => ok(state),
      'weeklyReport.set': (change) => {
        if (change.folder === '/gone') return err({ code: 'fileNotSaved', file: '/gone', detail: 'ENOENT' });
        state = { ...state, ...withoutUndefined(change) };
        return ok(state);
      },
    },
  });
  const group = await screen.findByRole('region', { name: 'Weekly report' });
  await within(group).findByRole('button', { name: /^Ch/ });
  return { ...rendered, group };
}

it('is off without a folder, and has a day and a time with one', async () => {
  const { user, shell, engine, group } = await openSettings(noWeeklyReport);
  expect(within(group).queryByRole('combobox')).toBeNull();
  shell.respondWith('files.chooseFolder', { path: '/home/sam/Reports' });
  await user.click(within(group).getByRole('button', { name: 'Choose…' }));
  await within(group).findByText('/home/sam/Reports: nothing saved yet.');
  const [day, hour] = within(group).getAllByRole('combobox');
  expect([day?.textContent, hour?.textContent]).toEqual(['Monday', '8:00 AM']);
  await user.click(day as HTMLElement);
  await user.click(await screen.findByRole('option', { name: 'Friday' }));
  await waitFor(() =>
    expect(engine.callsOf('weeklyReport.set')).toEqual([{ folder: '/home/sam/Reports' }, { weekday: 5 }]),
  );
  await user.click(within(group).getByRole('button', { name: 'Stop' }));
  await within(group).findByText(/^Choose a folder/);
});

it('leaves everything as it is where no folder is chosen, or it is not there', async () => {
  const { user, shell, engine, group } = await openSettings(chosen);
  const change = within(group).getByRole('button', { name: 'Change…' });
  await user.click(change);
  expect(engine.callsOf('weeklyReport.set')).toEqual([]);
  shell.respondWith('files.chooseFolder', { path: '/gone' });
  await user.click(change);
  await waitFor(() => expect(useUi.getState().notices).toHaveLength(1));
  expect(group.textContent).toContain('/home/sam/Reports: nothing saved yet.');
});

it('says what came of the last one', async () => {
  const written = { week: '2026-W47', at, name: 'perch-work-harbour-2026-W47' };
  const { group } = await openSettings({ ...chosen, written });
  expect(group.textContent).toMatch(/perch-work-harbour-2026-W47 saved .*8:01/);
});

it('says when it could not be written', async () => {
  const { group } = await openSettings(failed);
  expect(group.textContent).toMatch(/couldn’t be saved at .*8:01.* every hour/);
});

it('the window says that a report could not be written, and tries again at once', async () => {
  let state = failed;
  const { user, engine } = renderWithEngine(<Banners />, {
    handlers: {
      'weeklyReport.get': () => ok(state),
      'weeklyReport.retry': () => {
        state = { ...state, failure: null };
        return ok(state);
      },
    },
  });
  const banner = (await screen.findByText(/The weekly report isn’t saved/)).closest('div');
  expect(banner?.textContent).toContain('Couldn’t write the file /home/sam/Reports/a.pdf.');
  await user.click(screen.getByRole('button', { name: 'Settings' }));
  expect(useUi.getState().overlay).toBe('settings');
  await user.click(screen.getByRole('button', { name: 'Try again now' }));
  engine.emit('weeklyReport.changed', {});
  await waitFor(() => expect(screen.queryByText(/The weekly report isn’t saved/)).toBeNull());
});

it('a copy that is only read says nothing of it', async () => {
  const { engine } = renderWithEngine(<Banners />, {
    shell: { workspace: { kind: 'readOnly', id: testWorkspaceId, name: 'A copy' } },
    handlers: { 'weeklyReport.get': () => ok(failed) },
  });
  await waitFor(() => expect(engine.callsOf('spikes.list')).not.toHaveLength(0));
  expect(screen.queryByText(/The weekly report isn’t saved/)).toBeNull();
});
