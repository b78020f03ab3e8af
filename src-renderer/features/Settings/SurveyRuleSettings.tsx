import { useTranslation } from 'react-i18next';
import { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { SurveyRule } from '#shared/domain/surveyRule.ts';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { NumberField } from './NumberField.tsx';
import { RuleTags } from './RuleTags.tsx';
import type { SurveySettingsProps } from './SurveySettings.tsx';

/** Whether surveys go out by themselves once a conversation is resolved, and which. */
export function SurveyRuleSettings({ settings, save }: SurveySettingsProps) {
  const { rule } = settings;
  const saveRule = (change: Partial<SurveyRule>) => save({ rule: { ...rule, ...change } });
  return (
    <>
      <RuleSwitch name="on" rule={rule} save={saveRule} />
      {rule.on && (
        <>
          <Question settings={settings} save={save} />
          <RuleNumber name="delayMinutes" rule={rule} save={saveRule} />
          <RuleSwitch name="officeHoursOnly" rule={rule} save={saveRule} />
          <RuleNumber name="samplePercent" rule={rule} save={saveRule} />
          <RuleTags rule={rule} save={saveRule} />
        </>
      )}
    </>
  );
}

interface Props {
  readonly rule: SurveyRule;
  readonly save: (change: Partial<SurveyRule>) => Promise<boolean>;
}

function RuleSwitch({ name, rule, save }: Props & { readonly name: 'on' | 'officeHoursOnly' }) {
  const { t } = useTranslation();
  return (
    <SettingsLine label={t(`surveySettings.rule.${name}`)} hint={t(`surveySettings.rule.hints.${name}`)}>
      {(id) => (
        <Switch labelledBy={id} checked={rule[name]} onChange={(isOn) => void save({ [name]: isOn })} />
      )}
    </SettingsLine>
  );
}

function RuleNumber({ name, rule, save }: Props & { readonly name: 'delayMinutes' | 'samplePercent' }) {
  const { t } = useTranslation();
  return (
    <SettingsLine label={t(`surveySettings.rule.${name}`)} hint={t(`surveySettings.rule.hints.${name}`)}>
      {(id) => (
        <NumberField
          labelledBy={id}
          value={rule[name]}
          unit={name === 'delayMinutes' ? t('settings.minutes') : '%'}
          shape={SurveyRule.shape[name]}
          onSave={(value) => save({ [name]: value })}
        />
      )}
    </SettingsLine>
  );
}

/** The question that the rule asks: one of the wordings that every language has. */
function Question({ settings: { rule, texts }, save }: SurveySettingsProps) {
  const { t } = useTranslation();
  const choices = (['csat', 'nps'] as const).flatMap((scale) => {
    const count = Math.min(...ReplyLanguage.options.map((language) => texts[language][scale].length));
    return Array.from({ length: count }, (_, variant) => ({
      value: `${scale} ${variant}`,
      label: t(`surveySettings.short.${scale}`, { number: variant + 1 }),
      asked: { scale, variant },
    }));
  });
  return (
    <SettingsLine label={t('surveySettings.rule.question')}>
      {(id) => (
        <Select
          labelledBy={id}
          value={`${rule.scale} ${rule.variant}`}
          choices={choices}
          onChange={(value) => {
            const asked = choices.find((one) => one.value === value)?.asked;
            if (asked) void save({ rule: { ...rule, ...asked } });
          }}
        />
      )}
    </SettingsLine>
  );
}
