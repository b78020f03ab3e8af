import { type RefCallback, useCallback, useState } from 'react';

/** The width of an element in pixels, kept up to date; 640 until it is known. */
export function useWidth(): readonly [RefCallback<HTMLElement>, number] {
  const [width, setWidth] = useState(640);
  const box = useCallback((element: HTMLElement) => {
    const observer = new ResizeObserver(() => {
      const measured = element.getBoundingClientRect().width;
      if (measured > 0) setWidth(Math.floor(measured));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box as RefCallback<HTMLElement>, width];
}
