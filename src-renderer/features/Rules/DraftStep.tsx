import { useTranslation } from 'react-i18next';
import type { RuleSteps } from '#shared/domain/rule.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { toShownName } from '../../ui/shownName.ts';

const NONE = 'none';

interface Props {
  readonly steps: Pick<RuleSteps, 'draft'>;
  readonly onChange: (draft: string | null) => void;
}

/** The canned response that becomes the draft; nothing while there is none. */
export function DraftStep({ steps: { draft }, onChange }: Props) {
  const { t } = useTranslation();
  const canned = useEngineQuery('library.list', {}).data?.items ?? [];
  if (canned.length === 0 && draft === null) return null;
  const isGone = draft !== null && !canned.some(({ id }) => id === draft);
  return (
    <SettingsLine label={t('rules.draft')} hint={t('rules.draftHint')}>
      {(id) => (
        <Select
          labelledBy={id}
          value={draft ?? NONE}
          choices={[
            { value: NONE, label: t('macros.keep') },
            ...canned.map((one) => ({ value: one.id, label: toShownName(one.title, 40) })),
            ...(isGone ? [{ value: draft, label: t('rules.gone') }] : []),
          ]}
          onChange={(value) => onChange(value === NONE ? null : value)}
        />
      )}
    </SettingsLine>
  );
}
