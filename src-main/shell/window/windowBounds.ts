import type { WindowPlace } from '../preferences/storedState.ts';

/** A stretch of the screen in pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest size at which every pane still has room. */
export const smallest = { width: 960, height: 600 } as const;
const usual = { width: 1_280, height: 800 } as const;

/** So much of the title bar must be on a screen, or nobody could drag the window back. */
const REACHABLE = { width: 120, height: 40 } as const;

/** Where to open the window: as it was kept if that is still on one of the screens, else centred (no x and y). */
export function toWindowBounds(
  kept: WindowPlace | null,
  screens: readonly Area[],
): { width: number; height: number } & Partial<Area> {
  if (!kept) return usual;
  const screen = screens.find((area) => isReachable(kept, area));
  const room = screen ?? screens[0] ?? usual;
  const width = Math.max(smallest.width, Math.min(kept.width, room.width));
  const height = Math.max(smallest.height, Math.min(kept.height, room.height));
  return screen ? { x: kept.x, y: kept.y, width, height } : { width, height };
}

function isReachable(place: Area, screen: Area): boolean {
  const shownWidth = Math.min(place.x + place.width, screen.x + screen.width) - Math.max(place.x, screen.x);
  const barShown = place.y >= screen.y && place.y + REACHABLE.height <= screen.y + screen.height;
  return barShown && shownWidth >= REACHABLE.width;
}
