import type { TFunction } from 'i18next';
import { type IncidentEntry, IncidentRole } from '#shared/domain/incident.ts';
import { toShownName } from '../../ui/shownName.ts';

/** What an entry is about in words, such as "Lead: Sam". */
export function toEntryWords({ kind, facts }: IncidentEntry, t: TFunction, language: string): string {
  const number = (value: unknown) =>
    new Intl.NumberFormat(language).format(Math.round(typeof value === 'number' ? value : 0));
  if (kind === 'roleGiven') {
    const role = IncidentRole.options.find((one) => one === facts.role) ?? 'lead';
    const agent = typeof facts.agent === 'string' ? toShownName(facts.agent) : t('crisis.nobody');
    return t('labelled', { label: t(`crisis.roles.${role}`), value: agent });
  }
  if (kind === 'alertSeen')
    return t('crisis.kinds.alertSeen', { posts: number(facts.posts), usual: number(facts.usual) });
  if (kind === 'surveysHeldBack')
    return t('crisis.heldBack', { count: typeof facts.count === 'number' ? facts.count : 0 });
  if (kind === 'repliesDrafted' || kind === 'repliesQueued' || kind === 'sendingStopped')
    return t(`crisis.kinds.${kind}`, { count: typeof facts.count === 'number' ? facts.count : 0 });
  return t(`crisis.kinds.${kind}`);
}
