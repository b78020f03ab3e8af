import { useTranslation } from 'react-i18next';
import { Priority } from '#shared/domain/conversation.ts';
import type { ConversationFilter } from '#shared/domain/conversationFilter.ts';
import { HandoverState } from '#shared/domain/handover.ts';
import { ListSort, toUsualSort } from '#shared/domain/viewOrder.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { setFilter, setSort, withoutFilter } from '../../state/listQuery.ts';
import { toShownName } from '../../ui/shownName.ts';
import { toShortDuration } from '../../ui/time.ts';
import { toLanguageName } from '../../workspace/useFilterWords.ts';
import type { OpenList } from '../../workspace/useOpenList.ts';

/** One value of a choice; the empty value stands for any. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What can be chosen in a submenu of the filter menu. */
export interface Choices {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

const waitingMinutes = [15, 60, 240, 1_440, 4_320];

/** The choices of the filter menu. Those that have only one value are left out. */
export function useChoices(list: OpenList): {
  readonly filters: readonly Choices[];
  readonly sorts: Choices;
} {
  const filters = [
    useChannels(list),
    useAssignees(list),
    usePriorities(list),
    useLanguages(list),
    useWaiting(list),
    useTags(list),
    useHandovers(list),
  ];
  return { filters: filters.filter(({ options }) => options.length > 1), sorts: useSorts(list) };
}

type Part = keyof ConversationFilter;

/** A choice of one part of the filter; `toPart` reads the value that was chosen. */
function useChoice<P extends Part>(
  { filter }: OpenList,
  part: P,
  {
    value,
    options,
    toPart,
  }: Pick<Choices, 'value' | 'options'> & {
    readonly toPart: (value: string) => ConversationFilter[P];
  },
): Choices {
  const { t } = useTranslation();
  const others = withoutFilter(filter, part);
  return {
    label: t(`lists.choices.${part as 'channel'}`),
    options: [{ value: '', label: t('lists.any') }, ...options],
    value,
    onChoose: (next) => setFilter(next === '' ? others : { ...others, [part]: toPart(next) }),
  };
}

function useChannels(list: OpenList): Choices {
  const { t } = useTranslation();
  return useChoice(list, 'channel', {
    value: list.filter.channel ?? '',
    options: (['public', 'dm'] as const).map((value) => ({ value, label: t(`channel.${value}`) })),
    toPart: (value) => (value === 'dm' ? 'dm' : 'public'),
  });
}

function useAssignees(list: OpenList): Choices {
  const { t } = useTranslation();
  const [, ...others] = useEngineQuery('agents.list', {}).data?.agents ?? [];
  const { assignee } = list.filter;
  const mine = [
    { value: 'me', label: t('lists.assignedToMe') },
    { value: 'nobody', label: t('lists.unassigned') },
  ];
  const toPart = (value: string) =>
    value === 'me' || value === 'nobody' ? value : { agent: value.slice('agent:'.length) };
  return useChoice(list, 'assignee', {
    value: assignee === undefined ? '' : typeof assignee === 'string' ? assignee : `agent:${assignee.agent}`,
    options:
      others.length === 0
        ? []
        : [
            ...mine,
            ...others.map(({ id, name }) => ({ value: `agent:${id}`, label: toShownName(name, 40) })),
          ],
    toPart,
  });
}

function usePriorities(list: OpenList): Choices {
  const { t } = useTranslation();
  return useChoice(list, 'priority', {
    value: list.filter.priority ?? '',
    options: Priority.options.map((value) => ({ value, label: t(`priority.${value}`) })),
    toPart: (value) => Priority.parse(value),
  });
}

function useLanguages(list: OpenList): Choices {
  const { i18n } = useTranslation();
  const langs = useEngineQuery('conversations.languages', {}).data?.langs ?? [];
  const { lang } = list.filter;
  const offered = lang === undefined || langs.includes(lang) ? langs : [lang, ...langs];
  return useChoice(list, 'lang', {
    value: lang ?? '',
    options: offered.map((value) => ({ value, label: toLanguageName(value, i18n.language) })),
    toPart: (value) => value,
  });
}

function useWaiting(list: OpenList): Choices {
  const { i18n } = useTranslation();
  const chosen = list.filter.waitingMinutes;
  const offered = chosen === undefined ? waitingMinutes : [...new Set([...waitingMinutes, chosen])];
  return useChoice(list, 'waitingMinutes', {
    value: chosen === undefined ? '' : String(chosen),
    options: offered
      .toSorted((a, b) => a - b)
      .map((minutes) => ({
        value: String(minutes),
        label: toShortDuration(minutes * MINUTE_MS, i18n.language),
      })),
    toPart: Number,
  });
}

function useTags(list: OpenList): Choices {
  const tags = useEngineQuery('tags.list', {}).data?.items ?? [];
  return useChoice(list, 'tag', {
    value: list.filter.tag ?? '',
    options: tags.map(({ id, name }) => ({ value: id, label: toShownName(name, 40) })),
    toPart: (value) => value,
  });
}

function useHandovers(list: OpenList): Choices {
  const { t } = useTranslation();
  return useChoice(list, 'handover', {
    value: list.filter.handover ?? '',
    options: HandoverState.options.map((value) => ({ value, label: t(`handover.filters.${value}`) })),
    toPart: (value) => HandoverState.parse(value),
  });
}

function useSorts({ view, sort }: OpenList): Choices {
  const { t } = useTranslation();
  const usual = toUsualSort(view);
  return {
    label: t('lists.sort'),
    options: ListSort.options.map((value) => ({ value, label: t(`lists.sorts.${value}`) })),
    value: sort ?? usual,
    onChoose: (next) => {
      const chosen = ListSort.parse(next);
      setSort(chosen === usual ? null : chosen);
    },
  };
}
