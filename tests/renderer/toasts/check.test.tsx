import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

type Outcome = Result<EngineOutput<'capture.pollNow'>, AppError>;

/** Presses Shift+R `times` times; the check ends by `finish`. */
async function check(times = 1) {
  let finish = (_: Outcome) => {};
  const outcome = () =>
    new Promise<Outcome>((resolve) => {
      finish = resolve;
    });
  const rendered = renderWithEngine(<Frame />, { handlers: { 'capture.pollNow': outcome } });
  await screen.findByText('Live');
  for (let n = 0; n < times; n += 1) await rendered.user.keyboard('{Shift>}R{/Shift}');
  return { ...rendered, finish: async (result: Outcome) => act(async () => finish(result)) };
}

const toast = () => screen.getByRole('region', { name: 'What you did' }).querySelector('[role=status]');

describe('checking X by a key', () => {
  it.each([
    [{ newMessages: 3, failures: [] }, 'Checked just now · 3 new'],
    [{ newMessages: 0, failures: [] }, 'Checked just now · Nothing new'],
    [{ newMessages: 1, failures: [{ source: 'dms', error: { code: 'offline' } }] }, 'X can’t be reached'],
  ] as const)('says that it is under way, then what it found: %j', async (result, words) => {
    const { finish } = await check();
    await waitFor(() => expect(toast()?.textContent).toContain('Checking X…'));
    await finish(ok(result as unknown as EngineOutput<'capture.pollNow'>));
    await waitFor(() => expect(toast()?.textContent).toContain(words));
    expect(toast()?.textContent).not.toContain('Checking');
  });

  it('says why it failed', async () => {
    const { finish } = await check();
    await finish(err({ code: 'notConnected' }));
    await waitFor(() => expect(toast()?.textContent).not.toContain('Checking'));
    expect(toast()?.textContent).not.toBe('');
  });

  it('asks X once when the key is pressed twice', async () => {
    const { engine, user, finish } = await check(2);
    await waitFor(() => expect(engine.callsOf('capture.pollNow')).toHaveLength(1));
    await finish(ok({ newMessages: 0, failures: [] }));
    await user.keyboard('{Shift>}R{/Shift}');
    await waitFor(() => expect(engine.callsOf('capture.pollNow')).toHaveLength(2));
  });
});

it('reports to the engine that the system goes offline and comes back', async () => {
  const { engine } = renderWithEngine(<Frame />, {
    handlers: { 'capture.networkChanged': () => ok({}) },
  });
  await screen.findByText('Live');
  // It listens as soon as the effects of that frame have run.
  await act(async () => {});
  act(() => void window.dispatchEvent(new Event('offline')));
  act(() => void window.dispatchEvent(new Event('online')));
  await waitFor(() =>
    expect(engine.callsOf('capture.networkChanged')).toEqual([{ isOnline: false }, { isOnline: true }]),
  );
});
