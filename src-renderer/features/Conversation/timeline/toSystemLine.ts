import type { Activity } from '#shared/domain/activity.ts';
import type { SystemLine } from './timelineRow.ts';

/** The line that tells of an activity; null for what the messages themselves already show. */
export function toSystemLine(activity: Activity): SystemLine | null {
  const by = activity.agent;
  switch (activity.kind) {
    case 'assigned':
      return toAssignedLine(activity);
    case 'snoozed':
      return toSnoozedLine(activity);
    case 'conversationReopened':
      return { type: 'reopened', by };
    case 'statusSet':
      return toStatusLine(activity);
    default:
      return null;
  }
}

function toAssignedLine({ agent: by, facts }: Activity): SystemLine {
  const { agent } = facts;
  return typeof agent === 'string' && agent !== ''
    ? { type: 'assigned', agent, by }
    : { type: 'unassigned', by };
}

function toSnoozedLine({ agent: by, facts }: Activity): SystemLine {
  const { until } = facts;
  return typeof until === 'number' ? { type: 'snoozed', until, by } : { type: 'unsnoozed', by };
}

function toStatusLine({ agent: by, facts }: Activity): SystemLine | null {
  const { status } = facts;
  return status === 'open' || status === 'pending' || status === 'resolved' ? { type: status, by } : null;
}
