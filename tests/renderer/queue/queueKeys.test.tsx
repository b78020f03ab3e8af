import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useUi } from '#renderer/state/ui.ts';
import { ok } from '#shared/result.ts';
import { list, names, renderQueue, row, selected } from './support/renderQueue.tsx';

describe('the keys of the queue', () => {
  it('moves with j and k and stays inside', async () => {
    const { user } = await renderQueue(['a', 'b', 'c']);
    await user.keyboard('j');
    expect(selected()).toBe('a');
    await user.keyboard('jjjj');
    expect(selected()).toBe('c');
    await user.keyboard('k');
    expect(selected()).toBe('b');
    await user.keyboard('kkkk');
    expect(selected()).toBe('a');
  });

  it('moves with arrows, Home and End, and points to the selected row', async () => {
    const { user } = await renderQueue(['a', 'b', 'c']);
    act(() => list().focus());
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(selected()).toBe('b');
    await user.keyboard('{End}');
    expect(selected()).toBe('c');
    expect(list().getAttribute('aria-activedescendant')).toBe('row-c');
    await user.keyboard('{Home}');
    expect(selected()).toBe('a');
  });

  it('goes to the real end of a long list with End, beyond what is loaded', async () => {
    const { user } = await renderQueue(Array.from({ length: 350 }, (_, index) => `r${index}`));
    act(() => list().focus());
    await user.keyboard('{End}');
    await waitFor(() => expect(useUi.getState().selectedId).toBe('r349'));
    await user.keyboard('{Home}');
    expect(useUi.getState().selectedId).toBe('r0');
  });

  it('cancels End when the selection moves while rows are loading', async () => {
    const { user, engine } = await renderQueue(Array.from({ length: 250 }, (_, index) => `r${index}`));
    let respond = () => {};
    const ready = new Promise<void>((resolve) => {
      respond = resolve;
    });
    engine.handle({
      'conversations.list': async () => {
        await ready;
        return ok({ items: [row('last')] });
      },
    });
    act(() => list().focus());
    await user.keyboard('{End}j');
    expect(useUi.getState().selectedId).toBe('r0');
    await act(async () => respond());
    expect(useUi.getState().order).toContain('r0');
    expect(useUi.getState().selectedId).toBe('r0');
    await user.keyboard('{End}');
    await waitFor(() => expect(useUi.getState().selectedId).toBe('last'));
  });

  it('focuses the conversation with Enter and the list with Escape', async () => {
    const { user } = await renderQueue(['a', 'b']);
    await user.keyboard('j{Enter}');
    expect(screen.getByRole('main').contains(document.activeElement)).toBe(true);
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(list());
  });

  it('opens with a click', async () => {
    const { user } = await renderQueue(['a', 'b']);
    await user.click(screen.getByText('Person b'));
    expect(selected()).toBe('b');
  });

  it('gives the focus to the neighbour after resolving', async () => {
    const { user, engine } = await renderQueue(['a', 'b', 'c']);
    await user.keyboard('jj');
    await within(screen.getByRole('main')).findByRole('button', { name: /^Resolve\b/ });
    await user.keyboard('e');
    await waitFor(() =>
      expect(engine.callsOf('conversations.setStatus')).toEqual([
        { id: 'b', status: 'resolved', seenThrough: 'post-b' },
      ]),
    );
    await waitFor(() => expect(names()).toEqual(['a', 'c']));
    expect(selected()).toBe('c');
    expect(document.activeElement).toBe(list());
  });

  it('changes the view with g and a letter', async () => {
    const { engine, user } = await renderQueue(['a']);
    await user.keyboard('gm');
    expect(useUi.getState().view).toBe('mine');
    await waitFor(() => expect(engine.callsOf('conversations.list').at(-1)).toMatchObject({ view: 'mine' }));
  });
});
