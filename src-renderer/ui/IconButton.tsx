import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './IconButton.module.css';
import { Tooltip } from './Tooltip.tsx';
import { useIsOffered } from './uiHost.ts';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** The accessible name and the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** The command that it runs; its shortcut is shown in the tooltip. */
  readonly command?: string;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with only an icon; a tooltip says what it does. Nothing where its command is refused. */
export function IconButton({ label, icon, command, side = 'bottom', className, ...rest }: IconButtonProps) {
  const isOffered = useIsOffered(command);
  if (!isOffered) return null;
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
