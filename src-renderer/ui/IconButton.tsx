import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './IconButton.module.css';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** The accessible name and the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Shows the shortcut of this command in the tooltip. */
  readonly command?: string;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with only an icon; a tooltip says what it does. */
export function IconButton({ label, icon, command, side = 'bottom', className, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} command={command} side={side}>
      <button
        type="button"
        aria-label={label}
        className={className ? `${styles.button} ${className}` : styles.button}
        {...rest}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
