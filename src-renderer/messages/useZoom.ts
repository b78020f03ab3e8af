import {
  type CSSProperties,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { moveBy, type Point, wholePicture, ZOOM_STEP, zoomBy } from './zoom.ts';

/** The zoom of a picture by wheel, double click and dragging; another `address` is shown whole again. */
export function useZoom(address: string) {
  const frame = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(wholePicture);
  const [shown, setShown] = useState(address);
  if (shown !== address) {
    setShown(address);
    setZoom(wholePicture);
  }
  const sizeOf = () => frame.current?.getBoundingClientRect() ?? new DOMRect();
  const by = (factor: number, at?: Point) =>
    setZoom((before) => moveBy(zoomBy(before, factor, at), { x: 0, y: 0 }, sizeOf()));
  const drag = (by: Point) => setZoom((before) => moveBy(before, by, sizeOf()));
  const reset = () => setZoom(wholePicture);
  const listen = useWheel(frame, by);
  const isZoomed = zoom.scale > 1;
  const handlers = {
    onDoubleClick: () => (isZoomed ? reset() : by(ZOOM_STEP ** 2)),
    onPointerDown: (event: PointerEvent<HTMLElement>) =>
      event.currentTarget.setPointerCapture(event.pointerId),
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (event.buttons === 1) drag({ x: event.movementX, y: event.movementY });
    },
  };
  const style: CSSProperties = { transform: `translate(${zoom.x}px, ${zoom.y}px) scale(${zoom.scale})` };
  return { frame: listen, scale: zoom.scale, isZoomed, by, reset, handlers, style };
}

/**
 * Returns the ref of the frame. React listens to the wheel passively, where the page cannot be kept from scrolling; and the dialog
 * mounts the frame later than this hook runs.
 */
function useWheel(
  frame: RefObject<HTMLDivElement | null>,
  by: (factor: number, at: Point) => void,
): (element: HTMLDivElement) => () => void {
  const latest = useRef(by);
  useEffect(() => {
    latest.current = by;
  });
  return useCallback(
    (element: HTMLDivElement) => {
      frame.current = element;
      const onWheel = (event: WheelEvent) => {
        event.preventDefault();
        const box = element.getBoundingClientRect();
        const at = { x: event.clientX - box.x - box.width / 2, y: event.clientY - box.y - box.height / 2 };
        latest.current(ZOOM_STEP ** (-event.deltaY / 200), at);
      };
      element.addEventListener('wheel', onWheel, { passive: false });
      return () => {
        frame.current = null;
        element.removeEventListener('wheel', onWheel);
      };
    },
    [frame],
  );
}
