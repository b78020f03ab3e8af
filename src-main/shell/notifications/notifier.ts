import type { Target } from './notice.ts';
import type { NotificationContent } from './toNotification.ts';

/** The part of Electron's `Notification` that is used here. */
export interface NativeNotification {
  on(event: 'click' | 'close', listener: () => void): unknown;
  show(): void;
  close(): void;
}

/** What Electron's `Notification` needs to know. */
export interface NativeContent {
  readonly title: string;
  readonly body: string;
  readonly silent: boolean;
}

interface NotifierOptions {
  readonly platform: NodeJS.Platform;
  /** Creates a notification that is not shown yet; null if the system has none. */
  readonly create: (content: NativeContent) => NativeNotification | null;
  /** Whether the system plays no sound of its own. */
  readonly isSilent: () => boolean;
}

/** Shows notifications of the operating system. */
export interface Notifier {
  /** Shows one in place of an earlier one about the same. A click calls `onClick`, at most once. */
  show(content: NotificationContent, onClick: () => void): void;
}

/** How many are referenced, so that they are not garbage collected, which would lose their click events. */
const MAX_SHOWN = 20;

/** Creates a notifier that has shown nothing yet. */
export function createNotifier({ platform, create, isSilent }: NotifierOptions): Notifier {
  const shown = new Map<string, NativeNotification>();
  const forget = (key: string, notification: NativeNotification) => {
    if (shown.get(key) === notification) shown.delete(key);
  };
  return {
    show: ({ title, body, target }, onClick) => {
      const shownBody = platform === 'linux' ? escapeMarkup(body) : body;
      const notification = create({ title, body: shownBody, silent: isSilent() });
      if (!notification) return;
      const key = toKey(target);
      shown.get(key)?.close();
      shown.delete(key);
      shown.set(key, notification);
      const [oldest] = shown;
      if (oldest && shown.size > MAX_SHOWN) shown.delete(oldest[0]);
      let isHandled = false;
      notification.on('close', () => forget(key, notification));
      notification.on('click', () => {
        // Windows can deliver one activation by two ways.
        if (isHandled) return;
        isHandled = true;
        forget(key, notification);
        onClick();
      });
      notification.show();
    },
  };
}

/**
 * The body as markup. Electron hands it to libnotify as it is, and the freedesktop.org specification reads `&`, `<` and `>`
 * in a body as markup, of which servers show nothing if it is not well-formed. The title is plain text there.
 */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const toKey = (target: Target) => (target.kind === 'conversation' ? target.id : `screen:${target.screen}`);
