import type { MenuItemConstructorOptions } from 'electron';
import type { Language } from '#shared/domain/language.ts';
import type { QuietChoice } from '#shared/domain/quietTime.ts';
import type { Texts } from '../locales/en.ts';
import { withCount } from '../locales/locales.ts';
import { toQuietText } from './quietText.ts';

/** What the tray shows. */
export interface TrayState {
  readonly texts: Texts;
  readonly language: Language;
  /** How many people wait for a reply. */
  readonly waiting: number;
  /** Until when nothing disturbs, in epoch milliseconds; null if notifications come. */
  readonly quietUntil: number | null;
  /** Whether a workspace is open, which could be polled. */
  readonly hasWorkspace: boolean;
  readonly now: number;
}

/** What the items of the tray's menu do. */
export interface TrayActions {
  readonly open: () => void;
  readonly showQueue: () => void;
  readonly poll: () => void;
  readonly beQuietFor: (choice: QuietChoice) => void;
  readonly quit: () => void;
}

/** The menu of the tray icon. */
export function toTrayMenu(state: TrayState, actions: TrayActions): MenuItemConstructorOptions[] {
  const { texts, waiting, hasWorkspace, quietUntil } = state;
  return [
    { label: texts.openWindow, click: actions.open },
    {
      label: toWaiting(state),
      enabled: waiting > 0,
      click: actions.showQueue,
    },
    { label: texts.poll, enabled: hasWorkspace, click: actions.poll },
    { type: 'separator' },
    {
      label: quietUntil === null ? texts.doNotDisturb : toQuietText(quietUntil, state),
      submenu: [
        { label: texts.forAnHour, click: () => actions.beQuietFor('hour') },
        { label: texts.untilTomorrow, click: () => actions.beQuietFor('untilTomorrow') },
        { type: 'separator' },
        { label: texts.quietOff, enabled: quietUntil !== null, click: () => actions.beQuietFor('off') },
      ],
    },
    { type: 'separator' },
    { label: texts.quit, click: actions.quit },
  ];
}

/** What the icon says when the pointer rests on it. */
export function toTrayTitle(state: TrayState): string {
  const { quietUntil } = state;
  const parts = [toWaiting(state), ...(quietUntil === null ? [] : [toQuietText(quietUntil, state)])];
  return `Perch: ${parts.join(', ')}`;
}

function toWaiting({ texts, waiting }: TrayState): string {
  return waiting > 0 ? withCount(texts.waiting, waiting) : texts.noneWaiting;
}
