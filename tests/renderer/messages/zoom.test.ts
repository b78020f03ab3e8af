import { describe, expect, it } from 'vitest';
import { moveBy, wholePicture, zoomBy } from '#renderer/messages/zoom.ts';

const frame = { width: 800, height: 600 };

describe('zooming', () => {
  it('leaves the point under the pointer where it is', () => {
    const zoom = zoomBy(zoomBy(wholePicture, 2, { x: 100, y: -50 }), 1.5, { x: -30, y: 20 });
    // The point of the picture that was at (-30, 20) with twice the size.
    const before = zoomBy(wholePicture, 2, { x: 100, y: -50 });
    const point = { x: (-30 - before.x) / before.scale, y: (20 - before.y) / before.scale };
    expect(point.x * zoom.scale + zoom.x).toBeCloseTo(-30);
    expect(point.y * zoom.scale + zoom.y).toBeCloseTo(20);
  });

  it('goes no further than eight times, and back to exactly the whole', () => {
    const large = Array.from({ length: 9 }).reduce<typeof wholePicture>(
      (zoom) => zoomBy(zoom, 1.5),
      wholePicture,
    );
    expect(large.scale).toBe(8);
    const back = Array.from({ length: 9 }).reduce<typeof wholePicture>(
      (zoom) => zoomBy(zoom, 1 / 1.5),
      large,
    );
    expect(back).toEqual(wholePicture);
  });

  it('never moves an edge into the frame', () => {
    const zoom = { scale: 2, x: 0, y: 0 };
    expect(moveBy(zoom, { x: 5_000, y: -5_000 }, frame)).toEqual({ scale: 2, x: 400, y: -300 });
    expect(moveBy(wholePicture, { x: 50, y: 50 }, frame)).toEqual(wholePicture);
  });
});
