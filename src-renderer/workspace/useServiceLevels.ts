import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { type ServiceLevel, type ServiceLevels, toTargetMinutes } from '#shared/domain/serviceLevel.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { useEngineQuery } from '../engine/hooks.ts';
import { toShownName } from '../ui/shownName.ts';
import { toExactDuration } from '../ui/time.ts';
import { useTags } from './useTags.ts';

/** The service levels; undefined until they are known. */
export function useServiceLevels(): ServiceLevels | undefined {
  return useEngineQuery('serviceLevels.get', {}).data;
}

/** Which target of which level counts for a conversation, in words; null while no message waits for a reply. */
export function useTargetText({
  dueReply,
  serviceLevelId,
}: Pick<Conversation, 'dueReply' | 'serviceLevelId'>): string | null {
  const { t, i18n } = useTranslation();
  const known = useServiceLevels();
  if (!known || dueReply === null) return null;
  const level = known.levels.find(({ id }) => id === serviceLevelId);
  const minutes = toTargetMinutes(level?.targets ?? known.standard, dueReply);
  return t(`serviceLevels.due.${dueReply}`, {
    level: level ? toShownName(level.name, 60) : t('serviceLevels.standard'),
    time: toExactDuration(minutes * MINUTE_MS, i18n.language),
  });
}

/** Returns what puts a level into a sentence. */
export function useLevelText(): (level: Omit<ServiceLevel, 'id'>) => string {
  const { t, i18n } = useTranslation();
  const tags = useTags();
  return ({ name, conditions: { channel, tagIds = [], isVip }, targets }) => {
    const toTime = (minutes: number) => toExactDuration(minutes * MINUTE_MS, i18n.language);
    const named = tagIds.map((id) => tags.find((tag) => tag.id === id)?.name);
    const who = [
      ...(channel === undefined ? [] : [t(`channel.${channel}`)]),
      ...named.map((tag) => (tag === undefined ? t('lists.tagGone') : toShownName(tag, 40))),
      ...(isVip ? [t('person.vip')] : []),
    ];
    return t('serviceLevels.sentence', {
      name: toShownName(name, 60),
      who: who.join(', '),
      first: toTime(toTargetMinutes(targets, 'first')),
      next: toTime(toTargetMinutes(targets, 'next')),
    });
  };
}
