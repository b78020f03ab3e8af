import { useTranslation } from 'react-i18next';
import type { RuleSteps } from '#shared/domain/rule.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { CannedChoice } from '../../steps/CannedChoice.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';

interface Props {
  readonly steps: Pick<RuleSteps, 'draft'>;
  readonly onChange: (draft: string | null) => void;
}

/** The canned response that becomes the draft; nothing while there is none. */
export function DraftStep({ steps: { draft }, onChange }: Props) {
  const { t } = useTranslation();
  const canned = useEngineQuery('library.list', {}).data?.items ?? [];
  if (canned.length === 0 && draft === null) return null;
  const label = t('rules.draft');
  return (
    <SettingsLine label={label} hint={t('rules.draftHint')}>
      {(id) => (
        <CannedChoice
          labelledBy={id}
          label={label}
          canned={canned}
          chosen={draft}
          none={t('macros.keep')}
          onChange={onChange}
        />
      )}
    </SettingsLine>
  );
}
