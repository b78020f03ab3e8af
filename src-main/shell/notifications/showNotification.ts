import { Notification } from 'electron';
import type { NotificationContent } from './toNotification.ts';

/** Referenced so that they are not garbage collected, which would lose their click events. */
const shown = new Set<Notification>();
const MAX_SHOWN = 20;

/** Shows a notification of the operating system, if it has any; a click calls `onClick`. */
export function showNotification(
  content: NotificationContent,
  onClick: (conversationId: string | null) => void,
): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title: content.title, body: content.body });
  shown.add(notification);
  if (shown.size > MAX_SHOWN) shown.delete([...shown][0] ?? notification);
  notification.once('close', () => shown.delete(notification));
  notification.once('click', () => {
    shown.delete(notification);
    onClick(content.conversationId);
  });
  notification.show();
}
