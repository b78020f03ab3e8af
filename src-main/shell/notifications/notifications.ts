import { Notification } from 'electron';
import type { Notice } from './toNotification.ts';

/** Notifications that are still there: without a hold on them a click would find nobody. */
const shown = new Set<Notification>();
const KEPT = 20;

/** Shows a notification of the operating system; a click calls `onChosen`. */
export function showNotice(notice: Notice, onChosen: (conversationId: string | null) => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title: notice.title, body: notice.body });
  shown.add(notification);
  if (shown.size > KEPT) shown.delete([...shown][0] ?? notification);
  notification.once('close', () => shown.delete(notification));
  notification.once('click', () => {
    shown.delete(notification);
    onChosen(notice.conversationId);
  });
  notification.show();
}
