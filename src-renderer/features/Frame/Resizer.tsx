import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import styles from './Resizer.module.css';

interface Props {
  readonly label: string;
  /** The width of the pane, in pixels. */
  readonly value: number;
  readonly limits: { readonly min: number; readonly max: number; readonly standard: number };
  /** To which side the pane grows when the bar moves there. */
  readonly grows: 'left' | 'right';
  readonly onMove: (width: number) => void;
  readonly onEnd: (width: number) => void;
}

const step = 16;

/** The bar at the edge of a pane, which must be positioned: drag it, move it with the arrow keys, double-click for the standard width. */
export function Resizer({ label, value, limits, grows, onMove, onEnd }: Props) {
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const clamp = (width: number) => Math.round(Math.min(limits.max, Math.max(limits.min, width)));
  const sign = grows === 'right' ? 1 : -1;

  const onKeyDown = (event: KeyboardEvent) => {
    const widths: Record<string, number> = {
      ArrowLeft: value - sign * step,
      ArrowRight: value + sign * step,
      Home: limits.min,
      End: limits.max,
      Enter: limits.standard,
    };
    const width = widths[event.key];
    if (width === undefined) return;
    event.preventDefault();
    onEnd(clamp(width));
  };
  const widthAt = (event: PointerEvent, start: { readonly x: number; readonly width: number }) =>
    clamp(start.width + sign * (event.clientX - start.x));

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved with the keyboard
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={limits.min}
      aria-valuemax={limits.max}
      tabIndex={0}
      className={styles.bar}
      data-grows={grows}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onEnd(limits.standard)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width: value };
      }}
      onPointerMove={(event) => from.current && onMove(widthAt(event, from.current))}
      onPointerUp={(event) => {
        if (from.current) onEnd(widthAt(event, from.current));
        from.current = null;
      }}
    />
  );
}
