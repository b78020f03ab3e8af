import { useTranslation } from 'react-i18next';
import type { RuleSteps } from '#shared/domain/rule.ts';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';

const KEEP = 'keep';

interface Props {
  readonly survey: RuleSteps['survey'];
  readonly onChange: (survey: RuleSteps['survey']) => void;
}

/** Whether a survey is ruled out, or allowed again. */
export function SurveyStep({ survey, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <SettingsLine label={t('rules.survey')} hint={t('rules.surveyHint')}>
      {(id) => (
        <Select
          labelledBy={id}
          value={survey ?? KEEP}
          choices={[
            { value: KEEP, label: t('macros.keep') },
            { value: 'no' as const, label: t('rules.surveys.no') },
            { value: 'yes' as const, label: t('rules.surveys.yes') },
          ]}
          onChange={(value) => onChange(value === KEEP ? null : value)}
        />
      )}
    </SettingsLine>
  );
}
