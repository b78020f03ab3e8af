import { useTranslation } from 'react-i18next';
import type { RetentionRule } from '#shared/domain/retention.ts';
import { counted } from '../../ui/counted.ts';
import { toShownName } from '../../ui/shownName.ts';
import { useTags } from '../../workspace/useTags.ts';

/** Returns a function that says which conversations a rule is about. */
export function useRuleText(): (rule: RetentionRule) => string {
  const { t, i18n } = useTranslation();
  const tags = useTags();
  return ({ afterDays, tagId }) => {
    const days = counted(afterDays, i18n.language);
    if (tagId === null) return t('retention.rule', days);
    const name = toShownName(tags.find(({ id }) => id === tagId)?.name ?? '?', 60);
    return t('retention.ruleWithTag', { ...days, tag: name });
  };
}
