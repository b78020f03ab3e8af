import { useTranslation } from 'react-i18next';
import type { RuleTrigger } from '#shared/domain/rule.ts';
import { SurveyScale, scoreRange } from '#shared/domain/survey.ts';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { NumberField } from './NumberField.tsx';

type ScoreTrigger = Extract<RuleTrigger, { kind: 'score' }>;

/** The low scores of a scale, which most rules are about. */
export const toLowScores = (scale: SurveyScale): ScoreTrigger => ({
  kind: 'score',
  scale,
  from: scoreRange[scale].min,
  to: { nps: 6, csat: 2 }[scale],
});

interface Props {
  readonly when: ScoreTrigger;
  readonly onChange: (when: ScoreTrigger) => void;
}

/** On which scale a rule waits for a score, and for which ones. */
export function ScoreLines({ when, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <SettingsLine label={t('rules.scale')}>
        {(id) => (
          <Select
            labelledBy={id}
            value={when.scale}
            choices={SurveyScale.options.map((value) => ({ value, label: t(`surveys.scales.${value}`) }))}
            onChange={(scale) => onChange(toLowScores(scale))}
          />
        )}
      </SettingsLine>
      {(['from', 'to'] as const).map((end) => (
        <SettingsLine key={end} label={t(end === 'from' ? 'rules.lowestScore' : 'rules.highestScore')}>
          {(id) => (
            <NumberField
              // Another scale brings other scores.
              key={when.scale}
              aria-labelledby={id}
              value={when[end]}
              onChange={(score) => onChange({ ...when, [end]: score })}
            />
          )}
        </SettingsLine>
      ))}
    </>
  );
}
