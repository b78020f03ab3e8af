import { useTranslation } from 'react-i18next';
import type { ConversationFilter } from '#shared/domain/conversationFilter.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { useEngineQuery } from '../engine/hooks.ts';
import { toShownName } from '../ui/shownName.ts';
import { toShortDuration } from '../ui/time.ts';

/** One part of a filter, and what it is called. */
export interface FilterWords {
  readonly part: keyof ConversationFilter;
  readonly label: string;
}

/** Returns what puts a filter into words, in the order in which its parts were added. */
export function useFilterWords(): (filter: ConversationFilter) => readonly FilterWords[] {
  const { t, i18n } = useTranslation();
  const toAssignee = useAssigneeWords();
  const tags = useEngineQuery('tags.list', {}).data?.items ?? [];
  const toLabel = (filter: ConversationFilter, part: keyof ConversationFilter): string => {
    switch (part) {
      case 'channel':
        return filter.channel ? t(`channel.${filter.channel}`) : '';
      case 'assignee':
        return filter.assignee ? toAssignee(filter.assignee) : '';
      case 'priority':
        return t('labelled', {
          label: t('priority.label'),
          value: t(`priority.${filter.priority ?? 'normal'}`),
        });
      case 'lang':
        return toLanguageName(filter.lang ?? '', i18n.language);
      case 'waitingMinutes':
        return t('lists.waitingOver', {
          time: toShortDuration((filter.waitingMinutes ?? 0) * MINUTE_MS, i18n.language),
        });
      case 'tag': {
        const tag = tags.find(({ id }) => id === filter.tag);
        return tag ? t('lists.tagged', { tag: toShownName(tag.name) }) : t('lists.tagGone');
      }
      case 'handover':
        return t(`handover.filters.${filter.handover ?? 'sent'}`);
      default:
        return t(`lists.filters.${part}`);
    }
  };
  return (filter) =>
    Object.keys(filter).map((key) => {
      const part = key as keyof ConversationFilter;
      return { part, label: toLabel(filter, part) };
    });
}

function useAssigneeWords(): (assignee: NonNullable<ConversationFilter['assignee']>) => string {
  const { t } = useTranslation();
  const agents = useEngineQuery('agents.list', {}).data?.agents ?? [];
  return (assignee) => {
    if (assignee === 'me') return t('lists.assignedToMe');
    if (assignee === 'nobody') return t('lists.unassigned');
    const agent = agents.find(({ id, name }) => id === assignee.agent || name === assignee.agent);
    return t('lists.assignedTo', { agent: toShownName(agent?.name ?? assignee.agent) });
  };
}

/** The name of a language in the language of the window; the code itself if it has none. */
export function toLanguageName(lang: string, language: string): string {
  return new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }).of(lang) ?? lang;
}
