import { create } from 'zustand';

/** The places for notices in the dialogs that are open, that of the topmost last. */
const usePlaces = create<{ readonly places: readonly HTMLElement[] }>()(() => ({ places: [] }));

/**
 * Has notices drawn in an element of a modal dialog, since what lies behind it is dimmed, partly covered and unknown to screen readers. Returns
 * what ends that.
 */
export function takeNotices(place: HTMLElement | null): (() => void) | undefined {
  if (!place) return undefined;
  usePlaces.setState(({ places }) => ({ places: [...places, place] }));
  return () => usePlaces.setState(({ places }) => ({ places: places.filter((one) => one !== place) }));
}

/** The place for notices in the topmost dialog; null while none is open. */
export const useNoticePlace = (): HTMLElement | null => usePlaces(({ places }) => places.at(-1) ?? null);
