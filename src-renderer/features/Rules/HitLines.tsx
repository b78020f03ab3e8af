import { useTranslation } from 'react-i18next';
import type { RuleSteps, RuleTrigger } from '#shared/domain/rule.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { toShownName } from '../../ui/shownName.ts';

const ANY = 'any';

type HitTrigger = Extract<RuleTrigger, { kind: 'hit' }>;

interface Props {
  readonly when: HitTrigger;
  readonly onChange: (when: HitTrigger) => void;
}

/** Which saved search finds the posts that a rule waits for. One that was removed is named as such. */
export function SearchLine({ when, onChange }: Props) {
  const { t } = useTranslation();
  const searches = useEngineQuery('savedSearches.list', {}).data?.items ?? [];
  const { search } = when;
  const isGone = search !== null && !searches.some(({ id }) => id === search);
  return (
    <SettingsLine label={t('rules.search')}>
      {(labelledBy) => (
        <Select
          labelledBy={labelledBy}
          value={search ?? ANY}
          choices={[
            { value: ANY, label: t('rules.anySearch') },
            ...searches.map(({ id, name }) => ({ value: id, label: toShownName(name, 40) })),
            ...(isGone ? [{ value: search, label: t('rules.gone') }] : []),
          ]}
          onChange={(value) => onChange({ ...when, search: value === ANY ? null : value })}
        />
      )}
    </SettingsLine>
  );
}

interface StepProps {
  readonly hit: NonNullable<RuleSteps['hit']>;
  readonly onChange: (hit: NonNullable<RuleSteps['hit']>) => void;
}

/** What becomes of the posts. */
export function HitStep({ hit, onChange }: StepProps) {
  const { t } = useTranslation();
  return (
    <SettingsLine label={t('rules.post')} hint={t(`rules.postHints.${hit}`)}>
      {(id) => (
        <Select
          labelledBy={id}
          value={hit}
          choices={(['take', 'hide'] as const).map((value) => ({ value, label: t(`rules.posts.${value}`) }))}
          onChange={onChange}
        />
      )}
    </SettingsLine>
  );
}
