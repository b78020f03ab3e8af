import {
  IconCircleCheck,
  IconClockPause,
  IconEar,
  IconHourglass,
  IconInbox,
  IconMessages,
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
  { view: 'queue', key: 'q', command: 'goQueue', Icon: IconInbox },
  { view: 'mine', key: 'm', command: 'goMine', Icon: IconUser },
  { view: 'open', key: 'p', command: 'goOpen', Icon: IconMessages },
  { view: 'pending', key: 'w', command: 'goPending', Icon: IconHourglass },
  { view: 'snoozed', key: 'z', command: 'goSnoozed', Icon: IconClockPause },
  { view: 'resolved', key: 'r', command: 'goResolved', Icon: IconCircleCheck },
  { view: 'all', key: 'a', command: 'goAll', Icon: IconStack2 },
] as const satisfies readonly { readonly view: View; readonly [key: string]: unknown }[];

/** The other screens in the order of the rail; `key` is the second key of their shortcut `g …`. */
export const screens = [
  { screen: 'outbox', key: 'o', command: 'goOutbox', Icon: IconSend2 },
  { screen: 'listening', key: 'l', command: 'goListening', Icon: IconEar },
  { screen: 'costs', key: 't', command: 'goCosts', Icon: IconReportMoney },
  { screen: 'capture', key: 'c', command: 'goCapture', Icon: IconTimeline },
] as const satisfies readonly { readonly screen: Screen; readonly [key: string]: unknown }[];
