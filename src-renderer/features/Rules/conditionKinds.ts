import type { RuleCondition } from '#shared/domain/rule.ts';

/** The conditions as somebody chooses them: what differs only by a yes or no is one choice each. */
export const conditionKinds = [
  'words',
  'noWords',
  'language',
  'negative',
  'neutral',
  'positive',
  'public',
  'dm',
  'person',
  'followers',
  'vip',
  'open',
  'closed',
  'unassigned',
  'assignee',
  'tag',
  'noTag',
  'priority',
] as const;
export type ConditionKind = (typeof conditionKinds)[number];

export function toKind(condition: RuleCondition): ConditionKind {
  switch (condition.kind) {
    case 'words':
      return condition.not ? 'noWords' : 'words';
    case 'sentiment':
      return condition.sentiment;
    case 'channel':
      return condition.channel;
    case 'officeHours':
      return condition.open ? 'open' : 'closed';
    case 'assignee':
      return condition.agent === null ? 'unassigned' : 'assignee';
    case 'tag':
      return condition.not ? 'noTag' : 'tag';
    default:
      return condition.kind;
  }
}

/** What a new condition begins with. `tag` and `agent` are the first ones there are. */
export function toNewCondition(
  kind: ConditionKind,
  { tag, agent, language }: { readonly tag: string; readonly agent: string; readonly language: string },
): RuleCondition {
  switch (kind) {
    case 'words':
    case 'noWords':
      return { kind: 'words', words: [], not: kind === 'noWords' };
    case 'language':
      return { kind, languages: [language] };
    case 'negative':
    case 'neutral':
    case 'positive':
      return { kind: 'sentiment', sentiment: kind };
    case 'public':
    case 'dm':
      return { kind: 'channel', channel: kind };
    case 'person':
      return { kind, handles: [] };
    case 'followers':
      return { kind, atLeast: 10_000 };
    case 'open':
    case 'closed':
      return { kind: 'officeHours', open: kind === 'open' };
    case 'unassigned':
      return { kind: 'assignee', agent: null };
    case 'assignee':
      return { kind, agent };
    case 'tag':
    case 'noTag':
      return { kind: 'tag', tag, not: kind === 'noTag' };
    case 'priority':
      return { kind, priority: 'urgent' };
    default:
      return { kind };
  }
}
