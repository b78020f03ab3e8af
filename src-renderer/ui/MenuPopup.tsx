import { Menu } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import shared from './shared.module.css';

type Place = Pick<Menu.Positioner.Props, 'anchor' | 'side' | 'align' | 'sideOffset' | 'collisionPadding'>;

interface Props extends Pick<Menu.Popup.Props, 'onFocus' | 'onContextMenu' | 'finalFocus'> {
  /** Its name for screen readers. */
  readonly label: string;
  /** Where it opens; below its trigger when absent. */
  readonly place?: Place;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** What a menu opens: its entries in a box that floats above the window. To be used inside a `Menu.Root`. */
export function MenuPopup({ label, place, className = '', children, ...popup }: Props) {
  return (
    <Menu.Portal>
      <Menu.Positioner sideOffset={4} collisionPadding={8} className={shared.menuPositioner} {...place}>
        <Menu.Popup
          aria-label={label}
          className={`${shared.menuPopup} ${shared.fadingMenu} ${className}`.trim()}
          {...popup}
        >
          {children}
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  );
}
