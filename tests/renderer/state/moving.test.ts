import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isOpening, toOpenId } from '#renderer/state/moving.ts';
import { useUi } from '#renderer/state/ui.ts';

const ui = useUi.getState;
const selectedAndOpen = () => [ui().selectedId, toOpenId(ui())];

beforeEach(() => {
  vi.useFakeTimers();
  useUi.setState({ ...useUi.getInitialState(), order: ['a', 'b', 'c', 'd', 'e'] }, true);
});

afterEach(() => {
  vi.useRealTimers();
  useUi.setState(useUi.getInitialState(), true);
});

/** Presses j at these times, in milliseconds after a long rest. */
let rest = 0;
function pressAt(...times: readonly number[]): void {
  for (const time of times) ui().selectBy(1, rest + time);
}
beforeEach(() => {
  rest += 1_000_000;
});

describe('what opens as the selection moves', () => {
  it('opens at once after a single press, and after presses far apart', () => {
    pressAt(0);
    expect(selectedAndOpen()).toEqual(['a', 'a']);
    pressAt(150, 300);
    expect(selectedAndOpen()).toEqual(['c', 'c']);
  });

  it('keeps the first one open while keys come quickly, and opens the last once it holds still', () => {
    pressAt(0, 60, 120, 180);
    expect(selectedAndOpen()).toEqual(['d', 'a']);
    expect(isOpening(ui())).toBe(true);
    vi.advanceTimersByTime(89);
    expect(selectedAndOpen()).toEqual(['d', 'a']);
    vi.advanceTimersByTime(1);
    expect(selectedAndOpen()).toEqual(['d', 'd']);
    expect(isOpening(ui())).toBe(false);
  });

  it('waits again with each quick press', () => {
    pressAt(0, 60);
    vi.advanceTimersByTime(80);
    pressAt(140);
    vi.advanceTimersByTime(80);
    expect(selectedAndOpen()).toEqual(['c', 'a']);
    vi.advanceTimersByTime(10);
    expect(selectedAndOpen()).toEqual(['c', 'c']);
  });

  it('takes presses for quick by when they were made, however late they are handled', () => {
    pressAt(0);
    vi.advanceTimersByTime(5_000);
    pressAt(60);
    expect(selectedAndOpen()).toEqual(['b', 'a']);
  });

  it('has nothing to open on the way back to what is open', () => {
    pressAt(0, 60);
    ui().selectBy(-1, rest + 120);
    expect(selectedAndOpen()).toEqual(['a', 'a']);
    expect(isOpening(ui())).toBe(false);
  });

  it('opens at once where somebody asks for it', () => {
    pressAt(0, 60, 120);
    ui().openNow();
    expect(selectedAndOpen()).toEqual(['c', 'c']);
  });

  it('opens a search result in the same way, also another message of what is open, and only the last', () => {
    const opened: string[] = [];
    const moveTo = (id: string, message: string, at: number) =>
      ui().moveTo(id, rest + at, () => opened.push(message));
    moveTo('a', 'a1', 0);
    expect(opened).toEqual(['a1']);
    moveTo('a', 'a2', 60);
    expect(isOpening(ui())).toBe(false);
    moveTo('b', 'b1', 120);
    moveTo('b', 'b2', 180);
    expect(selectedAndOpen()).toEqual(['b', 'a']);
    expect(opened).toEqual(['a1']);
    vi.advanceTimersByTime(1_000);
    expect(selectedAndOpen()).toEqual(['b', 'b']);
    expect(opened).toEqual(['a1', 'b2']);
    moveTo('a', 'a3', 240);
    ui().openNow();
    moveTo('a', 'a4', 300);
    ui().select('c');
    vi.advanceTimersByTime(1_000);
    expect(opened).toEqual(['a1', 'b2', 'a3']);
  });

  it.each([
    ['a click on a row', () => ui().select('e'), 'e'],
    ['the neighbour of what is resolved', () => ui().selectNeighbourOf('c'), 'd'],
    ['another view', () => ui().setView('all'), null],
    ['whatever else selects', () => useUi.setState({ selectedId: 'e' }), 'e'],
  ])('opens %s at once, and leaves it open', (_, select, id) => {
    pressAt(0, 60, 120);
    select();
    expect(selectedAndOpen()).toEqual([id, id]);
    vi.advanceTimersByTime(1_000);
    expect(selectedAndOpen()).toEqual([id, id]);
  });
});
