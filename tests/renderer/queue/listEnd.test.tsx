import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { usePicked } from '#renderer/state/picked.ts';
import { useUi } from '#renderer/state/ui.ts';
import { err, ok } from '#shared/result.ts';
import { someCounts } from '../../support/someCounts.ts';
import { testNow } from '../support/builders.ts';
import { list, renderQueue, row, setRows } from './support/renderQueue.tsx';

const MANY = 2_500;
const toId = (n: number) => `r${n}`;
const order = () => useUi.getState().order;
const selectedId = () => useUi.getState().selectedId;
const idsFrom = (from: number, to = MANY) => Array.from({ length: to - from }, (_, n) => toId(from + n));
/** A conversation whose due time is behind that of the row `after`. */
const behind = (id: string, after: number) => row(id, { dueAt: testNow + 30 * 60_000 + after });

/** jsdom stores where an element is scrolled to, but says nothing of it. */
function scrollWithEvents(element: HTMLElement): void {
  let top = 0;
  Object.defineProperty(element, 'scrollTop', {
    get: () => top,
    set: (to: number) => {
      top = Math.max(0, to);
      element.dispatchEvent(new Event('scroll'));
    },
  });
  element.scrollTo = ((to: ScrollToOptions) => {
    element.scrollTop = to.top ?? 0;
  }) as typeof element.scrollTo;
}

async function atEnd(count = MANY) {
  const rendered = await renderQueue(idsFrom(0, count));
  rendered.engine.handle({
    'conversations.counts': () => ok({ ...someCounts, counts: { ...someCounts.counts, queue: count } }),
  });
  await act(async () => rendered.engine.emit('conversations.changed', { ids: [] }));
  await waitFor(() =>
    expect(screen.getAllByRole('option')[0]?.getAttribute('aria-setsize')).toBe(String(count)),
  );
  scrollWithEvents(list());
  act(() => list().focus());
  await rendered.user.keyboard('{End}');
  await waitFor(() => expect(selectedId()).toBe(toId(count - 1)));
  return rendered;
}

/** The shown rows, each with its position and the number of all. */
const places = () =>
  within(list())
    .getAllByRole('option')
    .map((option) => `${option.id} ${option.getAttribute('aria-posinset')}`);

describe('the end of a long list', () => {
  it('is one call away, and what lies between is loaded when somebody goes there', async () => {
    const { engine, user } = await atEnd();
    const calls = engine.callsOf('conversations.list').filter(({ fromEnd, ids }) => fromEnd && !ids);
    expect(calls).toHaveLength(1);
    expect(order()).toEqual(idsFrom(MANY - 100));
    await user.keyboard('{PageUp}'.repeat(10));
    await waitFor(() => expect(order().length).toBeGreaterThan(100));
    expect(order()).toEqual(idsFrom(MANY - order().length));
  });

  it('has its rows at their true places in a list as high as all of it', async () => {
    await atEnd();
    await waitFor(() => expect(places()).toContain(`row-${toId(MANY - 1)} ${MANY}`));
    const last = document.getElementById(`row-${toId(MANY - 1)}`);
    expect(last?.getAttribute('aria-setsize')).toBe(String(MANY));
    expect(list().getAttribute('aria-activedescendant')).toBe(`row-${toId(MANY - 1)}`);
  });

  it('is left with Home at once, and reached again without a call', async () => {
    const { engine, user } = await atEnd();
    const before = engine.callsOf('conversations.list').length;
    await user.keyboard('{Home}');
    expect(selectedId()).toBe('r0');
    expect(order().slice(0, 2)).toEqual(['r0', 'r1']);
    await user.keyboard('{End}');
    await waitFor(() => expect(selectedId()).toBe(toId(MANY - 1)));
    await user.keyboard('k');
    expect(selectedId()).toBe(toId(MANY - 2));
    expect(engine.callsOf('conversations.list')).toHaveLength(before);
  });

  it('is shown where the list is scrolled to it, and left where it is scrolled back, with nothing moved', async () => {
    const { engine, user } = await atEnd();
    await user.keyboard('{Home}{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(places()[0]).toBe('row-r0 1'));
    const before = engine.callsOf('conversations.list').length;
    const bottom = MANY * 64 - 600;
    act(() => list().scrollTo({ top: bottom }));
    await waitFor(() => expect(places().at(-1)).toBe(`row-${toId(MANY - 1)} ${MANY}`));
    expect(list().scrollTop).toBe(bottom);
    act(() => list().scrollTo({ top: 0 }));
    await waitFor(() => expect(places()[0]).toBe('row-r0 1'));
    expect(list().scrollTop).toBe(0);
    expect(selectedId()).toBe('r2');
    expect(engine.callsOf('conversations.list')).toHaveLength(before);
  });

  it('meets the start where it is scrolled all the way up', async () => {
    const { user } = await atEnd(320);
    for (const top of [130, 30]) {
      act(() => list().scrollTo({ top: top * 64 }));
      await waitFor(() => expect(places()).toContain(`row-${toId(top)} ${top + 1}`));
    }
    await waitFor(() => expect(order()).toEqual(idsFrom(0, 320)));
    expect(list().scrollTop).toBe(30 * 64);
    await user.click(screen.getByText('Person r31'));
    act(() => list().focus());
    await user.keyboard('{PageUp}{PageUp}{PageUp}{PageUp}');
    expect(selectedId()).toBe('r0');
    await user.keyboard('{End}');
    expect(selectedId()).toBe('r319');
  });

  it('goes to the last row that is there if it cannot be loaded', async () => {
    const { engine, user } = await renderQueue(idsFrom(0));
    const loaded = order();
    engine.handle({ 'conversations.list': () => err({ code: 'timedOut' }) });
    act(() => list().focus());
    await user.keyboard('{End}');
    await waitFor(() => expect(selectedId()).toBe(loaded.at(-1)));
    expect(order()).toEqual(loaded);
  });

  it('keeps every row once while conversations come, move and go', async () => {
    const { engine, user } = await atEnd();
    const change = async (ids: string[], to: Parameters<typeof setRows>[0]) => {
      setRows(to);
      await act(async () => engine.emit('conversations.changed', { ids }));
    };
    // One leaves, one moves from the start to the end, one comes, one moves from the end to the start.
    await change(['r2450'], (rows) => rows.filter(({ id }) => id !== 'r2450'));
    await waitFor(() => expect(order()).not.toContain('r2450'));
    await change(['r5', 'new', 'r2480'], (rows) => [
      behind('r2480', -1),
      ...rows.filter(({ id }) => id !== 'r5' && id !== 'r2480'),
      behind('r5', MANY + 1),
      behind('new', MANY + 2),
    ]);
    await waitFor(() => expect(useUi.getState().waitingIds.toSorted()).toEqual(['new', 'r2480', 'r5']));
    await waitFor(() => expect(order()).not.toContain('r2480'));
    expect(new Set(order()).size).toBe(order().length);
    await user.keyboard('{Home}');
    await waitFor(() => expect(order()[0]).toBe('r2480'));
    expect(order()).not.toContain('r5');
    await user.keyboard('{End}');
    await waitFor(() => expect(selectedId()).toBe('new'));
    expect(order().slice(-3)).toEqual(['r2499', 'r5', 'new']);
    expect(new Set(order()).size).toBe(order().length);
  });

  it('has Ctrl+A pick as many as can be picked, from the last one on, and says that these are not all', async () => {
    const { user } = await atEnd();
    await user.keyboard('{Control>}a{/Control}');
    await waitFor(() => expect(usePicked.getState().picks.size).toBe(1_000));
    expect([...usePicked.getState().picks.keys()].toSorted()).toEqual(idsFrom(MANY - 1_000).toSorted());
    expect(screen.getByText('the most at once')).toBeTruthy();
  });

  it('keeps what was picked at the start, and forgets it once it leaves the list', async () => {
    const { engine, user } = await renderQueue(idsFrom(0));
    act(() => list().focus());
    await user.keyboard('{ArrowDown} {ArrowDown} {End}');
    await waitFor(() => expect(selectedId()).toBe(toId(MANY - 1)));
    await user.keyboard(' ');
    const picked = () => [...usePicked.getState().picks.keys()];
    expect(picked()).toEqual(['r0', 'r1', toId(MANY - 1)]);
    setRows((rows) => rows.filter(({ id }) => id !== 'r1'));
    await act(async () => engine.emit('conversations.changed', { ids: ['r1'] }));
    await waitFor(() => expect(picked()).toEqual(['r0', toId(MANY - 1)]));
    await user.keyboard('{Home}');
    expect(picked()).toEqual(['r0', toId(MANY - 1)]);
  });

  it('picks from the selected row to the last one that is shown with Shift+End and Shift+Home', async () => {
    const { user } = await atEnd();
    await user.keyboard('{ArrowUp}{ArrowUp}{Shift>}{End}{/Shift}');
    expect([...usePicked.getState().picks.keys()].toSorted()).toEqual(idsFrom(MANY - 3).toSorted());
    expect(selectedId()).toBe(toId(MANY - 1));
  });
});
