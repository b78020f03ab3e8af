import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { goToSavedView, goToView, useListQuery } from '#renderer/state/listQuery.ts';
import { chooseReport, resetReport, useReportChoice } from '#renderer/state/report.ts';
import { useUi } from '#renderer/state/ui.ts';
import { createPlaceKeeper, type PlaceKeeper, SAVE_AFTER_MS } from '#renderer/workspace/placeKeeper.ts';
import type { Place } from '#shared/domain/place.ts';
import type { SavedView } from '#shared/domain/savedView.ts';
import { err, ok } from '#shared/result.ts';

const place: Place = {
  screen: 'conversations',
  view: 'resolved',
  conversationId: 'c1',
  front: 'conversation',
};
const inSaved: Place = { ...place, savedView: 'v1' };
const saved: SavedView = { id: 'v1', name: 'Mine', view: 'open', filter: { unread: true }, sort: 'newest' };
const ui = () => useUi.getState();
const shown = () => {
  const { screen, view, selectedId, front } = ui();
  return { screen, view, conversationId: selectedId, front };
};
const save = vi.fn();
const engine = (response: unknown) => ({ call: vi.fn(async () => response) as never });
const whole = engine(ok({}));
const withViews = (...items: readonly SavedView[]) => ({
  call: vi.fn(async (method: string) => ok(method === 'views.list' ? { items } : {})) as never,
});
let leave = () => {};
const enter = (keeper: PlaceKeeper, id: string, link = whole) => {
  leave = keeper.enter(id, link);
  return leave;
};

beforeEach(() => {
  vi.useFakeTimers();
  save.mockClear();
  ui().reset();
  useListQuery.getState().reset();
  resetReport();
});
afterEach(() => {
  leave();
  vi.useRealTimers();
});

describe('a workspace is shown', () => {
  it('where it was left', () => {
    enter(createPlaceKeeper({ a: place }, save), 'a');
    expect(shown()).toEqual(place);
  });

  it('from the beginning if it was never shown', () => {
    const before = shown();
    enter(createPlaceKeeper({ a: place }, save), 'b');
    expect(shown()).toEqual(before);
  });

  it('from the beginning where another version left it at places that this one does not have', () => {
    const unknown = { ...place, screen: 'of another version', view: 'saved:7' };
    enter(createPlaceKeeper({ a: unknown }, save), 'a');
    expect(shown()).toEqual({ ...place, screen: 'conversations', view: 'queue' });
  });

  it('without a conversation that is gone', async () => {
    enter(createPlaceKeeper({ a: place }, save), 'a', engine(err({ code: 'notFound' })));
    await vi.advanceTimersByTimeAsync(0);
    expect(shown()).toEqual({ ...place, conversationId: null });
    expect(ui().notices).toEqual([]);
  });

  it('with its conversation although the engine is not there yet', async () => {
    enter(createPlaceKeeper({ a: place }, save), 'a', engine(err({ code: 'engineGone' })));
    await vi.advanceTimersByTimeAsync(0);
    expect(shown()).toEqual(place);
  });

  it('without closing what was opened before the engine missed the earlier conversation', async () => {
    enter(createPlaceKeeper({ a: place }, save), 'a', engine(err({ code: 'notFound' })));
    ui().select('c2');
    await vi.advanceTimersByTimeAsync(0);
    expect(ui().selectedId).toBe('c2');
  });

  it('in the saved view that was open, as it is now, around the open conversation', async () => {
    enter(createPlaceKeeper({ a: inSaved }, save), 'a', withViews(saved));
    expect(shown()).toEqual(place);
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    expect(useListQuery.getState()).toMatchObject({ saved, filter: { unread: true }, sort: 'newest' });
    expect(shown()).toEqual({ ...place, view: 'open' });
    expect(save.mock.calls).toEqual([['a', { ...inSaved, view: 'open' }]]);
  });

  it('in the view that it filtered where the saved view is gone', async () => {
    enter(createPlaceKeeper({ a: inSaved }, save), 'a', withViews());
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    expect(useListQuery.getState()).toMatchObject({ saved: null, filter: {} });
    expect(shown()).toEqual(place);
  });

  it('without the saved view if somebody goes elsewhere before the engine knows it', async () => {
    enter(createPlaceKeeper({ a: inSaved }, save), 'a', withViews(saved));
    ui().setView('mine');
    await vi.advanceTimersByTimeAsync(0);
    expect(useListQuery.getState().saved).toBeNull();
    expect(ui().view).toBe('mine');
    leave();
    enter(createPlaceKeeper({ a: inSaved }, save), 'a', withViews(saved))();
    ui().reset();
    ui().setView('resolved');
    await vi.advanceTimersByTimeAsync(0);
    expect(useListQuery.getState().saved).toBeNull();
  });

  it('where this window left it, after another workspace', () => {
    const keeper = createPlaceKeeper({ a: place }, save);
    enter(keeper, 'a');
    ui().goTo('costs');
    leave();
    ui().reset();
    enter(keeper, 'b')();
    ui().reset();
    enter(keeper, 'a');
    expect(ui().screen).toBe('costs');
  });
});

describe('a place is saved', () => {
  it('with the saved view, also while the engine has not said yet what it filters', async () => {
    enter(createPlaceKeeper({ a: inSaved }, save), 'a', { call: (() => new Promise(() => {})) as never });
    ui().goTo('costs');
    leave();
    expect(save.mock.lastCall).toEqual(['a', { ...inSaved, screen: 'costs' }]);
    enter(createPlaceKeeper({}, save), 'b');
    goToSavedView(saved);
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    expect(save.mock.lastCall).toEqual(['b', { ...shown(), savedView: 'v1' }]);
    goToView('open');
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    expect(save.mock.lastCall).toEqual(['b', shown()]);
  });

  it('once it stays for a while', async () => {
    enter(createPlaceKeeper({}, save), 'a');
    for (const id of ['c1', 'c2', 'c3']) ui().select(id);
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS - 1);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(save.mock.calls).toEqual([['a', { ...place, view: 'queue', conversationId: 'c3' }]]);
  });

  it('when the workspace is left or the page goes away', () => {
    enter(createPlaceKeeper({}, save), 'a');
    ui().goTo('costs');
    window.dispatchEvent(new Event('pagehide'));
    expect(save).toHaveBeenCalledTimes(1);
    ui().setView('mine');
    leave();
    expect(save.mock.lastCall).toEqual(['a', { ...shown(), view: 'mine' }]);
    ui().setView('all');
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('not if nothing of it has changed', async () => {
    enter(createPlaceKeeper({ a: place }, save), 'a');
    ui().show('help');
    ui().setSearchText('sofa');
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    expect(save).not.toHaveBeenCalled();
  });
});

describe('what is chosen on the screen of reports', () => {
  const chosen = {
    part: 'surveys',
    workBy: 'tag',
    scale: 'nps',
    period: 'own',
    groupBy: 'tag',
    from: '2026-09-01',
    to: '2026-11-28',
    asKnownOn: '2026-11-28T14:35',
  } as const;

  it('is saved and shown again', () => {
    enter(createPlaceKeeper({}, save), 'a');
    chooseReport(chosen);
    vi.advanceTimersByTime(SAVE_AFTER_MS);
    expect(save.mock.calls.at(-1)?.[1]).toMatchObject({ report: chosen });
    leave();
    resetReport();
    enter(createPlaceKeeper({ a: { ...place, report: chosen } }, save), 'a');
    expect(useReportChoice.getState()).toEqual(chosen);
  });

  it('is that of the beginning where another version chose what this one does not have', () => {
    enter(createPlaceKeeper({ a: { ...place, report: { ...chosen, period: 'decade' } } }, save), 'a');
    expect(useReportChoice.getState()).toMatchObject({ period: 'days90', scale: 'csat' });
  });
});
