import {
  IconAlarmSnooze,
  IconCircleCheck,
  IconFileExport,
  IconHourglass,
  IconMail,
  IconMailOpened,
  IconNote,
  IconPrinter,
  IconRotate,
  IconSquareOff,
  IconTag,
  IconUser,
  IconUserOff,
} from '@tabler/icons-react';
import type { MenuAction } from '../../ui/ActionMenu.tsx';
import { toMenuIcon } from '../../ui/menuIcon.tsx';

const icons: Readonly<Record<string, typeof IconTag>> = {
  'conversation.resolve': IconCircleCheck,
  'conversation.reopen': IconRotate,
  'conversation.pending': IconHourglass,
  'conversation.snooze': IconAlarmSnooze,
  'conversation.tag': IconTag,
  'conversation.markRead': IconMailOpened,
  'conversation.markUnread': IconMail,
  'conversation.assignToMe': IconUser,
  'conversation.print': IconPrinter,
  'conversation.export': IconFileExport,
  'conversation.savePdf': IconPrinter,
  'note.write': IconNote,
  'bulk.reopen': IconRotate,
  'bulk.wake': IconAlarmSnooze,
  'bulk.unassign': IconUserOff,
  'list.unpick': IconSquareOff,
};

/** The entry of a row's menu for a command, with the name that the command has everywhere. */
export function toCommandEntry(id: string, { label, run }: Pick<MenuAction, 'label' | 'run'>): MenuAction {
  return { label, command: id, icon: toMenuIcon(icons[id] ?? IconUser), run };
}
