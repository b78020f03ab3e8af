import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { pressedKey } from './pressedKey.ts';
import styles from './Resizer.module.css';

interface Props {
  readonly label: string;
  /** The width of the pane, in pixels. */
  readonly value: number;
  readonly limits: { readonly min: number; readonly max: number; readonly standard: number };
  /** The side to which the pane grows. */
  readonly grows: 'left' | 'right';
  readonly onMove: (width: number) => void;
  readonly onEnd: (width: number) => void;
}

const step = 16;

/**
 * The resizer at the edge of a pane, which must be positioned. It can be dragged or moved with the arrow keys; a double
 * click restores the standard width.
 */
export function Resizer({ label, value, limits, grows, onMove, onEnd }: Props) {
  const clamp = (width: number) => Math.round(Math.min(limits.max, Math.max(limits.min, width)));
  const sign = grows === 'right' ? 1 : -1;
  const onKeyDown = (event: KeyboardEvent) => {
    const width = toWidth(pressedKey(event), toShownWidth(event.currentTarget, value), sign * step, limits);
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

/** The width after a key press; undefined for other keys. */
function toWidth(
  key: string | null,
  value: number,
  toRight: number,
  limits: Props['limits'],
): number | undefined {
  const widths: Record<string, number> = {
    ArrowLeft: value - toRight,
    ArrowRight: value + toRight,
    Home: limits.min,
    End: limits.max,
    Enter: limits.standard,
  };
  return widths[key ?? ''];
}

interface Drag extends Pick<Props, 'value' | 'onMove' | 'onEnd'> {
  /** 1 if the pane grows to the right, -1 if to the left. */
  readonly sign: 1 | -1;
}

/** Handles a drag from pointer down to pointer up. */
function useDrag({ value, sign, onMove, onEnd }: Drag) {
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const widthAt = (event: PointerEvent, start: { readonly x: number; readonly width: number }) =>
    start.width + sign * (event.clientX - start.x);
  return {
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = { x: event.clientX, width: toShownWidth(event.currentTarget, value) };
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

/** The width of the pane as it is drawn, which is less than its setting where the window has no room for that. */
function toShownWidth(bar: Element, setting: number): number {
  return Math.min(setting, bar.parentElement?.offsetWidth ?? setting);
}
