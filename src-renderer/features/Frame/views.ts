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
  { view: 'queue', key: 'q', Icon: IconInbox },
  { view: 'mine', key: 'm', Icon: IconUser },
  { view: 'open', key: 'p', Icon: IconMessages },
  { view: 'pending', key: 'w', Icon: IconHourglass },
  { view: 'snoozed', key: 'z', Icon: IconClockPause },
  { view: 'resolved', key: 'r', Icon: IconCircleCheck },
  { view: 'all', key: 'a', Icon: IconStack2 },
] as const satisfies readonly { readonly view: View; readonly [key: string]: unknown }[];
