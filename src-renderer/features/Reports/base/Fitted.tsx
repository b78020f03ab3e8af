import { type ReactNode, type RefCallback, useCallback, useState } from 'react';
import styles from './Reports.module.css';

interface Props {
  /** Draws something of a width in pixels. */
  readonly children: (width: number) => ReactNode;
}

/** Gives its child the width that there is, kept up to date; 640 pixels until it is known. */
export function Fitted({ children }: Props) {
  const [width, setWidth] = useState(640);
  const box = useCallback((element: HTMLElement) => {
    const observer = new ResizeObserver(() => {
      const measured = element.getBoundingClientRect().width;
      if (measured > 0) setWidth(Math.floor(measured));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={box as RefCallback<HTMLDivElement>} className={styles.chart}>
      {children(width)}
    </div>
  );
}
