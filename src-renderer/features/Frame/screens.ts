import { IconEar, IconReportMoney, IconSend2, IconTimeline } from '@tabler/icons-react';
import type { Screen } from '../../state/ui.ts';

/** The places beside the conversations, in the order of the rail, with the second key of `g …`. */
export const screens = [
  { screen: 'outbox', key: 'o', Icon: IconSend2 },
  { screen: 'listening', key: 'l', Icon: IconEar },
  { screen: 'costs', key: 't', Icon: IconReportMoney },
  { screen: 'capture', key: 'c', Icon: IconTimeline },
] as const satisfies readonly { readonly screen: Screen; readonly [key: string]: unknown }[];
