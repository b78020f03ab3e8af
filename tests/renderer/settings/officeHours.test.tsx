import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import type { OfficeHours } from '#shared/domain/officeHours.ts';
import { ok } from '#shared/result.ts';
import { testSettings } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const nineToFive: OfficeHours = {
  ranges: [{ days: [1, 2], from: '09:00', to: '17:00' }],
  holidays: [],
  timeZone: null,
};

/** The settings of a workspace with these office hours; the engine keeps what is saved. */
async function openSettings(officeHours: OfficeHours | null) {
  let settings = { ...testSettings, officeHours };
  const handlers = {
    'settings.get': () => ok(settings),
    'settings.set': (changed: object) => {
      settings = { ...settings, ...changed };
      return ok(settings);
    },
  };
  const rendered = renderWithEngine(<Frame />, { handlers });
  await screen.findByText('Live');
  await rendered.user.keyboard('{Control>},{/Control}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Settings' }));
  await dialog.findByLabelText('Your name');
  const saved = () => rendered.engine.callsOf('settings.set');
  const type = async (day: string, text: string) => {
    const field = dialog.getByLabelText(day);
    await rendered.user.clear(field);
    await rendered.user.type(field, text);
    return field;
  };
  return { ...rendered, dialog, saved, type };
}

describe('office hours', () => {
  it('begin with five days from nine to five, and are kept when switched off by mistake', async () => {
    const { user, dialog, saved } = await openSettings(null);
    const counts = dialog.getByRole('switch', { name: 'Count office hours only' });
    await user.click(counts);
    const ranges = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }];
    expect(saved()).toEqual([{ officeHours: { ranges, holidays: [], timeZone: null } }]);
    expect(await dialog.findByLabelText('Friday')).toHaveProperty('value', '09:00–17:00');
    await user.click(counts);
    await user.click(counts);
    expect(saved().slice(1)).toEqual([{ officeHours: null }, saved()[0]]);
  });

  it('take several ranges a day as they are typed, and show them in the usual form', async () => {
    const { type, saved } = await openSettings(nineToFive);
    const field = await type('Tuesday', '9-12:30, 1:30pm-5pm{Enter}');
    await waitFor(() => expect(field).toHaveProperty('value', '09:00–12:30, 13:30–17:00'));
    expect(saved()).toMatchObject([
      {
        officeHours: {
          ranges: [
            { days: [1], from: '09:00', to: '17:00' },
            { days: [2], from: '09:00', to: '12:30' },
            { days: [2], from: '13:30', to: '17:00' },
          ],
        },
      },
    ]);
  });

  it('save nothing that is the same, and show it in the usual form', async () => {
    const { type, saved } = await openSettings(nineToFive);
    const field = await type('Monday', '9-5{Enter}');
    await waitFor(() => expect(field).toHaveProperty('value', '09:00–17:00'));
    expect(saved()).toEqual([]);
  });

  it('say what is wrong, and save nothing', async () => {
    const { user, dialog, type, saved } = await openSettings(nineToFive);
    const field = await type('Monday', 'all day{Enter}');
    const region = within(dialog.getByRole('region', { name: 'Office hours' }));
    expect(region.getByRole('status').textContent).toBe('Write hours like 9:00–17:00');
    await user.clear(field);
    await user.type(field, '20-10{Enter}');
    expect(region.getByRole('status').textContent).toBe('These hours overlap');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await user.tab();
    expect(field).toHaveProperty('value', '20-10');
    expect(region.getByRole('status').textContent).toBe('These hours overlap');
    expect(saved()).toEqual([]);
  });

  it('are copied from Monday to the other working days', async () => {
    const { user, dialog, saved } = await openSettings(nineToFive);
    await user.click(dialog.getByRole('button', { name: 'Same hours Monday to Friday' }));
    await waitFor(() => expect(dialog.getByLabelText('Friday')).toHaveProperty('value', '09:00–17:00'));
    expect(saved()).toMatchObject([
      { officeHours: { ranges: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }] } },
    ]);
    expect(dialog.queryByRole('button', { name: 'Same hours Monday to Friday' })).toBeNull();
  });

  it('say that a week without hours is open around the clock', async () => {
    const { dialog } = await openSettings({ ...nineToFive, ranges: [] });
    expect(dialog.getByText('Without hours, you are open around the clock.')).toBeTruthy();
  });

  it('have holidays that are added and removed by keyboard', async () => {
    const { user, dialog, saved } = await openSettings(nineToFive);
    const field = dialog.getByLabelText('Holidays', { selector: 'input' });
    await user.click(dialog.getByRole('switch', { name: 'every year' }));
    await user.type(field, '2026-12-25{Enter}');
    expect(saved()).toMatchObject([{ officeHours: { holidays: [{ date: '2026-12-25', yearly: true }] } }]);
    await user.click(await dialog.findByRole('button', { name: 'Remove December 25' }));
    expect(saved()[1]).toMatchObject({ officeHours: { holidays: [] } });
  });

  it('say that their time zone is not known here', async () => {
    const { dialog } = await openSettings({ ...nineToFive, timeZone: 'Mars/Phobos' });
    expect(dialog.getByText(/doesn’t know Mars\/Phobos/)).toBeTruthy();
  });
});
