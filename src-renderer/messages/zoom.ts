/** How an enlarged picture is shown: how many times its fitting size, and how far it is moved, in pixels. */
export interface Zoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** A place or distance in pixels, from the middle of the frame. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The whole picture, as it fits. */
export const wholePicture: Zoom = { scale: 1, x: 0, y: 0 };

const MOST = 8;
/** How much one step changes the scale. */
export const ZOOM_STEP = 1.5;

/** Changes the scale by `factor`, within limits, and leaves the point `at` where it is. */
export function zoomBy(zoom: Zoom, factor: number, at: Point = wholePicture): Zoom {
  const scale = Math.min(MOST, Math.max(1, zoom.scale * factor));
  // Exactly the whole, however many steps led back to it.
  if (scale < 1.01) return wholePicture;
  const change = scale / zoom.scale;
  return { scale, x: at.x - (at.x - zoom.x) * change, y: at.y - (at.y - zoom.y) * change };
}

/** Moves the picture, but never its edge past that of the frame, which has this `size`. */
export function moveBy(
  zoom: Zoom,
  by: Point,
  size: { readonly width: number; readonly height: number },
): Zoom {
  const within = (to: number, length: number) => {
    const most = (length * (zoom.scale - 1)) / 2;
    return Math.min(most, Math.max(-most, to));
  };
  return { ...zoom, x: within(zoom.x + by.x, size.width), y: within(zoom.y + by.y, size.height) };
}
