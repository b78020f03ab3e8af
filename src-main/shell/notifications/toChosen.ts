import type { ShellEvent } from '#shared/contract/shell.ts';
import type { Target } from './notice.ts';

/** The event that leads a window to the target of a notification. */
export function toChosen(workspaceId: string, target: Target): ShellEvent {
  return target.kind === 'conversation'
    ? { name: 'conversation.chosen', params: { workspaceId, id: target.id } }
    : { name: 'screen.chosen', params: { workspaceId, screen: target.screen } };
}
