import { Menu } from '@base-ui/react/menu';
import { IconChevronRight } from '@tabler/icons-react';
import { Fragment, type ReactNode, useContext, useLayoutEffect, useRef } from 'react';
import styles from './ActionMenu.module.css';
import { Kbd } from './Kbd.tsx';
import { MenuPopup } from './MenuPopup.tsx';
import type { MenuPlace } from './menuPlace.ts';
import shared from './shared.module.css';
import { UiHostContext, useCommandKeys } from './uiHost.ts';
import { useFirstFocused } from './useFirstFocused.ts';

/** One entry of a menu: what it does, or the entries of a menu beside it. */
export interface MenuAction {
  readonly label: string;
  readonly icon?: ReactNode;
  /** The command that does the same; its shortcut is shown. */
  readonly command?: string;
  readonly run: () => void;
}
export interface Submenu {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly entries: readonly MenuAction[];
}
export type MenuEntry = MenuAction | Submenu;
/** The entries of a menu; a line is drawn between two groups, and empty groups are left out. */
export type MenuGroups = readonly (readonly MenuEntry[])[];

interface Props {
  readonly open: boolean;
  readonly place: MenuPlace | null;
  readonly label: string;
  readonly groups: MenuGroups;
  /** What had the focus before; it gets it back unless an entry has sent the focus elsewhere. */
  readonly returnTo: Element | null;
  readonly onClose: () => void;
}

/** A menu of actions at a place of the window, as a right click opens it. */
export function ActionMenu({ open, place, label, groups, returnTo, onClose }: Props) {
  const toReturned = useReturnedFocus(open, returnTo);
  const focusFirst = useFirstFocused(open && (place?.byKey ?? false));
  const shown = groups.filter((group) => group.length > 0);
  return (
    <Menu.Root modal={false} open={open} onOpenChange={(next) => !next && onClose()}>
      <MenuPopup
        label={label}
        place={{ anchor: place?.anchor ?? null, align: 'start', sideOffset: 2 }}
        className={styles.popup}
        onFocus={focusFirst}
        onContextMenu={(event) => {
          event.preventDefault();
          event.stopPropagation();
        }}
        finalFocus={toReturned}
      >
        {shown.map((group, index) => (
          <Fragment key={group.map((entry) => entry.label).join('\n')}>
            {index > 0 && <Menu.Separator className={shared.menuRule} />}
            {group.map((entry) => (
              <EntryView key={entry.label} entry={entry} />
            ))}
          </Fragment>
        ))}
      </MenuPopup>
    </Menu.Root>
  );
}

function EntryView({ entry }: { readonly entry: MenuEntry }) {
  if (!('entries' in entry)) return <ActionView action={entry} />;
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className={shared.menuItem}>
        <span className={styles.icon}>{entry.icon}</span>
        <bdi className={styles.label}>{entry.label}</bdi>
        <IconChevronRight aria-hidden="true" size={14} stroke={1.75} />
      </Menu.SubmenuTrigger>
      <MenuPopup label={entry.label} place={{ sideOffset: 2 }} className={styles.popup}>
        {entry.entries.map((action) => (
          <ActionView key={action.label} action={action} />
        ))}
      </MenuPopup>
    </Menu.SubmenuRoot>
  );
}

function ActionView({ action }: { readonly action: MenuAction }) {
  const keys = useCommandKeys(action.command);
  return (
    <Menu.Item className={shared.menuItem} onClick={action.run}>
      <span className={styles.icon}>{action.icon}</span>
      <bdi className={styles.label}>{action.label}</bdi>
      {keys && (
        <span aria-hidden="true" className={styles.keys}>
          <Kbd keys={keys} />
        </span>
      )}
    </Menu.Item>
  );
}

/** Returns where the focus goes when the menu closes: back, or nowhere if an entry has sent it elsewhere. */
function useReturnedFocus(isOpen: boolean, returnTo: Element | null): () => HTMLElement | false {
  const { focusRequests } = useContext(UiHostContext);
  const requestsBefore = useRef(0);
  useLayoutEffect(() => {
    if (isOpen) requestsBefore.current = focusRequests();
  }, [isOpen, focusRequests]);
  return () => {
    const hasMoved = focusRequests() !== requestsBefore.current || isFocusTaken();
    return !hasMoved && returnTo instanceof HTMLElement && returnTo;
  };
}

/** Whether something outside of menus has the focus. */
function isFocusTaken(): boolean {
  const { activeElement, body } = document;
  return activeElement !== null && activeElement !== body && activeElement.closest('[role="menu"]') === null;
}
