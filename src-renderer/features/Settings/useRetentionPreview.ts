import { useTranslation } from 'react-i18next';
import type { RetentionRule } from '#shared/domain/retention.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { counted } from '../../ui/counted.ts';
import { toWholeDay } from '../../ui/time.ts';

/** How many conversations rules would erase now, also in words; null before that is known. It is counted once `isSeen`. */
export function useRetentionPreview(
  rules: readonly RetentionRule[],
  isSeen: boolean,
): {
  readonly count: number | null;
  readonly text: string;
} {
  const { t, i18n } = useTranslation();
  const { data } = useEngineQuery('retention.preview', { rules: [...rules] }, { enabled: isSeen });
  if (!data) return { count: null, text: t('retention.counting') };
  const { conversations, oldestAt } = data;
  const day = oldestAt === null ? '' : toWholeDay(oldestAt, i18n.language);
  const key = oldestAt === null ? 'retention.wouldEraseNone' : 'retention.wouldErase';
  return { count: conversations, text: t(key, { ...counted(conversations, i18n.language), day }) };
}
