import { useEffect } from 'react';
import { closeContextMenu, useContextMenu } from '../../state/contextMenu.ts';
import { ActionMenu } from '../../ui/ActionMenu.tsx';

const close = () => closeContextMenu();

/** The one context menu of the window. */
export function ContextMenu() {
  const { isOpen, menu } = useContextMenu();
  // Another workspace may know other things by the same ids.
  useEffect(() => close, []);
  if (!menu) return null;
  const { place, label, groups, returnTo } = menu;
  return (
    <ActionMenu
      open={isOpen}
      place={place}
      label={label}
      groups={groups}
      returnTo={returnTo}
      onClose={close}
    />
  );
}
