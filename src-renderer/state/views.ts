import {
  IconCircleCheck,
  IconClockPause,
  IconHourglass,
  IconInbox,
  IconMessages,
  IconStack2,
  IconUser,
} from '@tabler/icons-react';
import type { View } from '#shared/domain/conversation.ts';

/** The views in the order of the rail, with the second key of `g …`. */
export const views = [
  { view: 'queue', key: 'q', command: 'goQueue', Icon: IconInbox },
  { view: 'mine', key: 'm', command: 'goMine', Icon: IconUser },
  { view: 'open', key: 'p', command: 'goOpen', Icon: IconMessages },
  { view: 'pending', key: 'w', command: 'goPending', Icon: IconHourglass },
  { view: 'snoozed', key: 'z', command: 'goSnoozed', Icon: IconClockPause },
  { view: 'resolved', key: 'r', command: 'goResolved', Icon: IconCircleCheck },
  { view: 'all', key: 'a', command: 'goAll', Icon: IconStack2 },
] as const satisfies readonly { readonly view: View; readonly [key: string]: unknown }[];
