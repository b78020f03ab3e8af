import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { GuardSettings } from '#renderer/features/Settings/GuardSettings.tsx';
import type { WorkspaceSettings } from '#shared/domain/workspaceSettings.ts';
import { ok } from '#shared/result.ts';
import { DAY_MS } from '#shared/time.ts';
import { testSettings } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

/** The section on a workspace that keeps what is set. */
function draw(change: Partial<WorkspaceSettings> = {}) {
  let settings = { ...testSettings, ...change };
  const drawn = renderWithEngine(<GuardSettings />, {
    handlers: {
      'settings.get': () => ok(settings),
      'settings.set': (changed) => {
        settings = { ...settings, ...changed } as WorkspaceSettings;
        return ok(settings);
      },
    },
  });
  return { ...drawn, now: () => settings };
}

it('switches each guard off and on', async () => {
  const { user, now } = draw();
  await user.click(await screen.findByRole('switch', { name: 'Foreign links' }));
  await waitFor(() => expect(now().guardsOff).toEqual(['foreignLink']));
  await user.click(screen.getByRole('switch', { name: 'Foreign links' }));
  await waitFor(() => expect(now().guardsOff).toEqual([]));
});

it('adds and removes countries by their two letters; without any the time zone decides', async () => {
  const { user, now } = draw();
  const field = await screen.findByRole('textbox', { name: 'Countries you serve' });
  await user.type(field, 'xx{Enter}');
  expect(now().servedCountries).toBeNull();
  await user.clear(field);
  await user.type(field, 'be{Enter}');
  await waitFor(() => expect(now().servedCountries).toEqual(['BE']));
  await user.click(await screen.findByRole('button', { name: 'Remove Belgium' }));
  await waitFor(() => expect(now().servedCountries).toBeNull());
});

it('takes the host of a pasted link', async () => {
  const { user, now } = draw({ companyLinks: ['harbour.example'] });
  const field = await screen.findByRole('textbox', { name: 'Your company’s sites' });
  await user.type(field, 'https://www.Help.Example.com/page{Enter}');
  await waitFor(() => expect(now().companyLinks).toEqual(['harbour.example', 'help.example.com']));
  expect(field).toHaveProperty('value', '');
});

it('keeps the company’s own public data', async () => {
  const { user, now } = draw();
  const field = await screen.findByRole('textbox', { name: 'Your public contact details' });
  await user.type(field, '+32 9 123 45 67{Enter}');
  await waitFor(() => expect(now().ownPublicData).toEqual(['+32 9 123 45 67']));
});

it('shows what a pattern finds before it is added, and adds it', async () => {
  const { user, now } = draw();
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Card');
  const pattern = screen.getByRole('textbox', { name: 'Pattern' });
  await user.type(pattern, '##');
  expect(screen.queryByRole('textbox', { name: 'Try the patterns on a text' })).toBeNull();
  await user.clear(pattern);
  await user.type(pattern, 'KL-####');
  await user.type(screen.getByRole('textbox', { name: 'Try the patterns on a text' }), 'My kl 4711');
  expect(screen.getByRole('status').textContent).toBe('Found: Card: kl 4711');
  await user.type(pattern, '{Enter}');
  await waitFor(() => expect(now().ownPatterns).toEqual([{ name: 'Card', pattern: 'KL-####' }]));
  const list = await screen.findByRole('list', { name: 'Your own numbers' });
  await user.click(within(list).getByRole('button', { name: 'Remove Card: KL-####' }));
  await waitFor(() => expect(now().ownPatterns).toEqual([]));
});

it('says how often guards held replies back, were heeded and were overruled', async () => {
  const { engine } = renderWithEngine(<GuardSettings />, {
    handlers: {
      'settings.get': () => ok(testSettings),
      'reports.guards': () =>
        ok({
          items: [
            { code: 'personalData', refused: 1_234, heeded: 17, overruled: 2 },
            { code: 'price', refused: 0, heeded: 0, overruled: 0 },
          ],
        }),
    },
  });
  const table = await screen.findByRole('table', { name: 'In the last 30 days' });
  const rows = within(table).getAllByRole('row').slice(1);
  expect(
    rows.map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ),
  ).toEqual([['Personal data', '1,234', '17', '2']]);
  const [period] = engine.callsOf('reports.guards');
  expect((period?.to ?? 0) - (period?.from ?? 0)).toBe(30 * DAY_MS);
});

it('says so where no guard did anything', async () => {
  draw();
  expect(await screen.findByText(/No guard has warned/)).toBeTruthy();
});
