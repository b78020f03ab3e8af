import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useUi } from '#renderer/state/ui.ts';
import { createPlaceKeeper, type PlaceKeeper, SAVE_AFTER_MS } from '#renderer/workspace/placeKeeper.ts';
import type { Place } from '#shared/domain/place.ts';
import { err, ok } from '#shared/result.ts';

const place: Place = {
  screen: 'conversations',
  view: 'resolved',
  conversationId: 'c1',
  front: 'conversation',
};
const ui = () => useUi.getState();
const shown = () => {
  const { screen, view, selectedId, front } = ui();
  return { screen, view, conversationId: selectedId, front };
};
const save = vi.fn();
const engine = (response: unknown) => ({ call: vi.fn(async () => response) as never });
const whole = engine(ok({}));
let leave = () => {};
const enter = (keeper: PlaceKeeper, id: string, link = whole) => {
  leave = keeper.enter(id, link);
  return leave;
};

beforeEach(() => {
  vi.useFakeTimers();
  save.mockClear();
  ui().reset();
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
    const unknown = { ...place, screen: 'reports', view: 'saved:7' };
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
