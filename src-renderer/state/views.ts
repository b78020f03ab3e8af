import {
  IconBooks,
  IconChartDots,
  IconChecks,
  IconCircleCheck,
  IconClockPause,
  IconEar,
  IconHourglass,
  IconInbox,
  IconMessageShare,
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

/** The views in the order of the rail. */
export const views = [
  { view: 'queue', Icon: IconInbox },
  { view: 'mine', Icon: IconUser },
  { view: 'toApprove', Icon: IconChecks },
  { view: 'drafts', Icon: IconPencil },
  { view: 'open', Icon: IconMessages },
  { view: 'pending', Icon: IconHourglass },
  { view: 'snoozed', Icon: IconClockPause },
  { view: 'resolved', Icon: IconCircleCheck },
  { view: 'all', Icon: IconStack2 },
] as const satisfies readonly { readonly view: View; readonly [key: string]: unknown }[];

/** The other screens in the order of the rail. */
export const screens = [
  { screen: 'outbox', Icon: IconSend2 },
  { screen: 'listening', Icon: IconEar },
  { screen: 'library', Icon: IconBooks },
  { screen: 'costs', Icon: IconReportMoney },
  { screen: 'handovers', Icon: IconMessageShare },
  { screen: 'reports', Icon: IconChartDots },
  { screen: 'capture', Icon: IconTimeline },
] as const satisfies readonly { readonly screen: Screen; readonly [key: string]: unknown }[];
