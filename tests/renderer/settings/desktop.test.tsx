import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { Rail } from '#renderer/features/Rail/Rail.tsx';
import { defaultPreferences, type Preferences } from '#shared/contract/shell.ts';
import { type RenderOptions, renderWithEngine } from '../support/renderWithEngine.tsx';

const HOUR_MS = 3_600_000;
const played = vi.fn();

/** Audio that is heard by nobody. */
class FakeNode {
  readonly gain = {
    setValueAtTime: () => this.gain,
    exponentialRampToValueAtTime: () => this.gain,
  };
  connect = (next: unknown) => next;
  start = played;
  stop = () => {};
  addEventListener = () => {};
}

beforeEach(() => {
  played.mockClear();
  vi.stubGlobal(
    'AudioContext',
    class {
      readonly currentTime = 0;
    },
  );
  vi.stubGlobal('OscillatorNode', FakeNode);
  vi.stubGlobal('GainNode', FakeNode);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const withPreferences = (change: Partial<Preferences>): RenderOptions => ({
  shell: { preferences: { ...defaultPreferences, ...change } },
});

async function openSettings(options: RenderOptions = {}, hasTray = true) {
  const rendered = renderWithEngine(<Frame />, options);
  rendered.shell.respondWith('background.get', { hasTray, startsAtLogin: false });
  await screen.findByText('Live');
  await rendered.user.keyboard('{Control>},{/Control}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Settings' }));
  const start = await dialog.findByRole('switch', { name: 'Start at login' });
  return { ...rendered, dialog, start };
}

describe('the settings of the desktop', () => {
  it('let Perch go on in the background where there is a tray', async () => {
    const { user, shell, dialog } = await openSettings();
    await user.click(dialog.getByRole('switch', { name: 'Keep running in the background' }));
    expect(shell.calls).toContainEqual({ method: 'preferences.set', input: { keepRunning: true } });
  });

  it('say why Perch cannot go on where there is none', async () => {
    const { dialog } = await openSettings(withPreferences({ keepRunning: true }), false);
    const keeping = dialog.getByRole('switch', { name: 'Keep running in the background' });
    expect(keeping.getAttribute('aria-checked')).toBe('false');
    expect(keeping.hasAttribute('data-disabled')).toBe(true);
    expect(dialog.getByText(/this desktop shows no tray icon/)).toBeTruthy();
  });

  it('do not speak of the background on macOS, where Perch always goes on', async () => {
    const { dialog } = await openSettings({ shell: { platform: 'darwin' } });
    expect(dialog.queryByRole('switch', { name: 'Keep running in the background' })).toBeNull();
  });

  it('start Perch at login, and take that back where the system refuses', async () => {
    const { user, shell, start } = await openSettings();
    await user.click(start);
    expect(start.getAttribute('aria-checked')).toBe('true');
    expect(shell.calls).toContainEqual({ method: 'background.startAtLogin', input: { isOn: true } });
    shell.respondWith('background.startAtLogin', {
      error: { code: 'storeUnwritable', file: '/home/sam/.config/autostart/x', detail: 'EACCES: no' },
    });
    await user.click(start);
    await waitFor(() => expect(start.getAttribute('aria-checked')).toBe('true'));
  });

  it('play the sound when it is switched on, and whenever the shell wants it', async () => {
    const { user, shell, dialog } = await openSettings();
    await user.click(dialog.getByRole('switch', { name: 'Sound' }));
    expect(shell.calls).toContainEqual({ method: 'preferences.set', input: { sound: true } });
    expect(played).toHaveBeenCalledTimes(2);
    act(() => shell.emit('sound.wanted', {}));
    expect(played).toHaveBeenCalledTimes(4);
    await user.click(dialog.getByRole('switch', { name: 'Sound' }));
    expect(played).toHaveBeenCalledTimes(4);
  });

  it('hold notifications for an hour', async () => {
    // An hour before midnight the time would have a day in front.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-27T12:00:00') });
    const { user, shell, dialog } = await openSettings();
    await user.click(dialog.getByRole('combobox', { name: 'Do not disturb' }));
    await user.click(await screen.findByRole('option', { name: 'For 1 hour' }));
    const set = shell.calls.findLast(({ method }) => method === 'preferences.set')?.input as Preferences;
    expect(Math.abs((set.quietUntil ?? 0) - Date.now() - HOUR_MS)).toBeLessThan(5_000);
    expect(await dialog.findByText(/^Until \d/)).toBeTruthy();
  });
});

describe('the rail', () => {
  const rail = <Rail folded={false} canUnfold decisions={0} />;

  it('says until when nothing disturbs, and ends that at a click', async () => {
    const { user, shell } = renderWithEngine(rail, withPreferences({ quietUntil: Date.now() + HOUR_MS }));
    await user.click(
      await screen.findByRole('button', { name: /^Quiet until .*: turn off do not disturb$/ }),
    );
    expect(shell.calls).toContainEqual({ method: 'preferences.set', input: { quietUntil: null } });
    expect(screen.queryByText(/^Quiet until/)).toBeNull();
  });

  it('does not mention it otherwise', async () => {
    renderWithEngine(rail);
    await screen.findByText('Settings');
    expect(screen.queryByText(/^Quiet until/)).toBeNull();
  });
});
