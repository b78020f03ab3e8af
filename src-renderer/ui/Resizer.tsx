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
  const clamp = (width: number) => Math.round(Math.min(limits.max, Math.max(limits.min, width)));
  const sign = grows === 'right' ? 1 : -1;
  const onKeyDown = (event: KeyboardEvent) => {
    const width = toWidth(event.key, value, sign * step, limits);
    if (width === undefined) return;
    event.preventDefault();
    onEnd(clamp(width));
  };
  const drag = useDrag({
    value,
    sign,
    onMove: (width) => onMove(clamp(width)),
    onEnd: (width) => onEnd(clamp(width)),
  });

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
      {...drag}
    />
  );
}

/** The width that a key asks for; undefined where it is no key of the bar. */
function toWidth(key: string, value: number, toRight: number, limits: Props['limits']): number | undefined {
  const widths: Record<string, number> = {
    ArrowLeft: value - toRight,
    ArrowRight: value + toRight,
    Home: limits.min,
    End: limits.max,
    Enter: limits.standard,
  };
  return widths[key];
}

interface Drag extends Pick<Props, 'value' | 'onMove' | 'onEnd'> {
  /** 1 where the pane grows to the right, -1 to the left. */
  readonly sign: 1 | -1;
}

/** Follows the pointer from where it went down until it goes up. */
function useDrag({ value, sign, onMove, onEnd }: Drag) {
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const widthAt = (event: PointerEvent, start: { readonly x: number; readonly width: number }) =>
    start.width + sign * (event.clientX - start.x);
  return {
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = { x: event.clientX, width: value };
    },
    onPointerMove: (event: PointerEvent) => {
      if (from.current) onMove(widthAt(event, from.current));
    },
    onPointerUp: (event: PointerEvent) => {
      if (from.current) onEnd(widthAt(event, from.current));
      from.current = null;
    },
  };
}
