import type { Clock } from '#shared/clock.ts';
import type { Preferences } from '#shared/contract/shell.ts';
import type { Texts } from '../locales/en.ts';
import type { Notice } from './notice.ts';
import { createQuietTime } from './quietTime.ts';
import { type NotificationContent, toNotification } from './toNotification.ts';

interface AnnouncerOptions {
  readonly clock: Clock;
  readonly preferences: () => Preferences;
  readonly texts: () => Texts;
  /** Whether somebody looks at the window, where they see everything anyway. */
  readonly isFocused: () => boolean;
  readonly show: (content: NotificationContent) => void;
  readonly playSound: () => void;
  /** Called once the time without disturbance is over. */
  readonly onQuietOver: () => void;
}

/** Tells people what calls for their attention, as they have set it. */
export interface Announcer {
  /**
   * Shows a notification if those are on and the window is not in front. Conversations also make the sound if that is on. While
   * nothing is to disturb, all of it is held; one silent summary follows.
   */
  announce(notice: Notice): void;
  /** To be called at the start, and after each change of the preferences. */
  update(): void;
}

/** Creates an announcer that has held nothing yet. */
export function createAnnouncer(options: AnnouncerOptions): Announcer {
  const { clock, preferences, texts, isFocused, show, playSound, onQuietOver } = options;
  const notify = (notice: Notice) => {
    if (!preferences().notifications || isFocused()) return;
    const content = toNotification(notice, texts());
    if (content) show(content);
  };
  const quiet = createQuietTime({
    clock,
    until: () => preferences().quietUntil,
    onOver: onQuietOver,
    onSummary: notify,
  });
  return {
    announce: (notice) => {
      if (quiet.hold(notice)) return;
      if (preferences().sound && notice.kind === 'conversations' && notice.count > 0) playSound();
      notify(notice);
    },
    update: quiet.update,
  };
}
