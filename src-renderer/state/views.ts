import {
  IconCircleCheck,
  IconClockPause,
  IconEar,
  IconHourglass,
  IconInbox,
  IconMessages,
  IconPencil,
  IconReportMoney,
  IconSend2,
  IconStack2,
  IconTimeline,
  IconUser,
} from '@tabler/icons-react';
import type { View } from '#shared/domain/conversation.ts';
import type { Screen } from './ui.ts';

/** The views in the order of the rail; `key` is the second key of their shortcut `g …`. */
export const views = [
  { view: 'queue', key: 'q', Icon: IconInbox },
  { view: 'mine', key: 'm', Icon: IconUser },
  { view: 'drafts', key: 'd', Icon: IconPencil },
  { view: 'open', key: 'p', Icon: IconMessages },
  { view: 'pending', key: 'w', Icon: IconHourglass },
  { view: 'snoozed', key: 'z', Icon: IconClockPause },
  { view: 'resolved', key: 'r', Icon: IconCircleCheck },
  { view: 'all', key: 'a', Icon: IconStack2 },
] as const satisfies readonly { readonly view: View; readonly [key: string]: unknown }[];

/** The other screens in the order of the rail; `key` is the second key of their shortcut `g …`. */
export const screens = [
  { screen: 'outbox', key: 'o', Icon: IconSend2 },
  { screen: 'listening', key: 'l', Icon: IconEar },
  { screen: 'costs', key: 't', Icon: IconReportMoney },
  { screen: 'capture', key: 'c', Icon: IconTimeline },
] as const satisfies readonly { readonly screen: Screen; readonly [key: string]: unknown }[];
