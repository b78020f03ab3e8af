import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';
import styles from './Tooltip.module.css';
import { useCommandKeys } from './uiHost.ts';

interface Props {
  readonly label: ReactNode;
  /** Shows the shortcut of this command behind the label. */
  readonly command?: string | undefined;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  /** The element that is explained; it needs its own accessible name. */
  readonly children: ReactElement<Record<string, unknown>>;
}

/** A label and a shortcut, shown beside an element on hover and focus. */
export function Tooltip({ label, command, side = 'bottom', children }: Props) {
  const keys = useCommandKeys(command);
  return (
    <Base.Root>
      <Base.Trigger render={children} delay={350} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className={styles.positioner}>
          <Base.Popup className={styles.popup}>
            <span>{label}</span>
            {keys && <Kbd keys={keys} tone="inverse" />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Opens neighbouring tooltips without a second delay; used once, around the window. */
export const TooltipProvider = Base.Provider;
