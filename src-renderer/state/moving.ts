/** Keys that come in shorter intervals than this move quickly, in milliseconds; a held one does. */
const QUICK_MS = 150;
/** So long the selection has to hold still until it opens, in milliseconds. */
const STILL_MS = 90;

/** The selection of the list and what of it is open. */
export interface Selection {
  /** The conversation ids of the list, top first; set by the list. */
  readonly order: readonly string[];
  /** The selection of the list, which is also the open conversation, unless it has yet to open. */
  readonly selectedId: string | null;
  /** While keys move the selection quickly: where it is, and what stays open meanwhile. */
  readonly opening: { readonly selectedId: string; readonly openId: string | null } | null;
}

/** How the selection moves row by row. */
export interface Moving {
  /**
   * Moves the selection by `step` rows, staying inside the list. After a single key press it opens at once; while keys come quickly,
   * only once it holds still. `at` is when the key was pressed, as in `Event.timeStamp`.
   */
  selectBy(step: number, at?: number): void;
  /** Selects a conversation in the same way, for a search result. Calls `onOpen` once it opens, unless another is selected by then. */
  moveTo(id: string, at: number | undefined, onOpen: () => void): void;
  /** Opens the selected conversation without waiting for it to hold still. */
  openNow(): void;
}

type Change = Partial<Pick<Selection, 'selectedId' | 'opening'>>;

/** The moves of the store with these functions. Opening each conversation that is only passed would hold up the keys. */
export function toMoving(set: (change: Change) => void, get: () => Selection): Moving {
  // By the time of the press: on a busy machine keys are handled late, at any interval.
  let pressedAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onOpened: (() => void) | undefined;
  const openNow = () => {
    clearTimeout(timer);
    const { opening, selectedId } = get();
    const act = opening?.selectedId === selectedId ? onOpened : undefined;
    onOpened = undefined;
    set({ opening: null });
    act?.();
  };
  const select = (selectedId: string | null, at: number, onOpen?: () => void) => {
    const sinceMs = at - pressedAt;
    const isQuick = sinceMs >= 0 && sinceMs < QUICK_MS;
    pressedAt = at;
    const openId = toOpenId(get());
    clearTimeout(timer);
    // Even where it is open, a message in it may be yet to be shown.
    const waits = isQuick && selectedId !== null && (selectedId !== openId || onOpen !== undefined);
    onOpened = waits ? onOpen : undefined;
    set({ selectedId, opening: waits ? { selectedId, openId } : null });
    if (waits) timer = setTimeout(openNow, STILL_MS);
    else onOpen?.();
  };
  return {
    openNow,
    selectBy: (step, at = performance.now()) => {
      const { order, selectedId: from } = get();
      if (order.length === 0) return;
      const to = stepWithin(order.length, from === null ? -1 : order.indexOf(from), step);
      select(order[to] ?? null, at);
    },
    moveTo: (id, at = performance.now(), onOpen) => select(id, at, onOpen),
  };
}

/** The conversation that is open: the selected one, or the one before while keys move the selection quickly. */
export function toOpenId({ selectedId, opening }: Omit<Selection, 'order'>): string | null {
  return opening?.selectedId === selectedId ? opening.openId : selectedId;
}

/** Whether another conversation than the selected one is still open: then nothing can be done with what is drawn of it. */
export function isOpening(selection: Omit<Selection, 'order'>): boolean {
  return toOpenId(selection) !== selection.selectedId;
}

/**
 * The selected index after moving by `step` from row `at` in a list of `count` rows, staying inside the list. Without a
 * selection (-1) a step back starts at the end. -1 for an empty list.
 */
export function stepWithin(count: number, at: number, step: number): number {
  const start = at < 0 && step < 0 ? count : at;
  return Math.min(count - 1, Math.max(0, start + step));
}
