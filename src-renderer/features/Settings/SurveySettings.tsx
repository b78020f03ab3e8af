import { useTranslation } from 'react-i18next';
import { ScoreBand } from '#shared/domain/survey.ts';
import { SurveySettings as Settings } from '#shared/domain/surveySettings.ts';
import { engineKey, useEngineCommand, useEngineQuery, useSave } from '../../engine/hooks.ts';
import { AutoSaveField } from '../../ui/AutoSaveField.tsx';
import { KeyedText } from '../../ui/Kbd.tsx';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { toClockTime } from '../../ui/time.ts';
import { NumberField } from './NumberField.tsx';
import { SurveyRuleSettings } from './SurveyRuleSettings.tsx';
import { SurveyTextSettings } from './SurveyTextSettings.tsx';
import styles from './TagSettings.module.css';

export interface SurveySettingsProps {
  readonly settings: Settings;
  readonly save: (change: Partial<Settings>) => Promise<boolean>;
}

/** How surveys ask: whom, when and in which words. */
export function SurveySettings() {
  const { t } = useTranslation();
  const { data: settings } = useEngineQuery('surveys.settings', {});
  const save = useSave(engineKey('surveys.settings', {}), useEngineCommand('surveys.updateSettings'));
  if (!settings) return null;
  return (
    <>
      <p className={styles.hint}>
        <KeyedText text={t('surveySettings.hint')} />
      </p>
      <SurveyRuleSettings settings={settings} save={save} />
      <NumberLine name="periodDays" unit={t('surveySettings.days')} settings={settings} save={save} />
      <NumberLine name="expiryDays" unit={t('surveySettings.days')} settings={settings} save={save} />
      <QuietHours settings={settings} save={save} />
      <SwitchLine name="reminds" settings={settings} save={save} />
      {settings.reminds && (
        <NumberLine name="remindAfterDays" unit={t('surveySettings.days')} settings={settings} save={save} />
      )}
      <CommentAfter settings={settings} save={save} />
      <SwitchLine name="followUpLowScores" settings={settings} save={save} />
      <SwitchLine name="hideFromHandler" settings={settings} save={save} />
      <NumberLine
        name="minimumForFigures"
        unit={t('surveySettings.scores')}
        settings={settings}
        save={save}
      />
      <PrivacyLink settings={settings} save={save} />
      <SurveyTextSettings settings={settings} save={save} />
    </>
  );
}

interface NumberProps extends SurveySettingsProps {
  readonly name: 'periodDays' | 'expiryDays' | 'remindAfterDays' | 'minimumForFigures';
  readonly unit: string;
}

function NumberLine({ name, unit, settings, save }: NumberProps) {
  const { t } = useTranslation();
  return (
    <SettingsLine label={t(`surveySettings.${name}`)} hint={t(`surveySettings.hints.${name}`)}>
      {(id) => (
        <NumberField
          labelledBy={id}
          value={settings[name]}
          unit={unit}
          shape={Settings.shape[name]}
          onSave={(value) => save({ [name]: value })}
        />
      )}
    </SettingsLine>
  );
}

interface SwitchProps extends SurveySettingsProps {
  readonly name: 'reminds' | 'followUpLowScores' | 'hideFromHandler';
}

function SwitchLine({ name, settings, save }: SwitchProps) {
  const { t } = useTranslation();
  return (
    <SettingsLine label={t(`surveySettings.${name}`)} hint={t(`surveySettings.hints.${name}`)}>
      {(id) => (
        <Switch labelledBy={id} checked={settings[name]} onChange={(isOn) => void save({ [name]: isOn })} />
      )}
    </SettingsLine>
  );
}

/** After which scores people are asked for a comment. */
function CommentAfter({ settings: { freeTextAfter }, save }: SurveySettingsProps) {
  const { t } = useTranslation();
  const turn = (band: ScoreBand, isOn: boolean) => {
    const others = freeTextAfter.filter((one) => one !== band);
    void save({ freeTextAfter: isOn ? [...others, band] : others });
  };
  return ScoreBand.options.map((band) => (
    <SettingsLine
      key={band}
      label={t(`surveySettings.commentAfter.${band}`)}
      hint={t(`surveySettings.bands.${band}`)}
    >
      {(id) => (
        <Switch
          labelledBy={id}
          checked={freeTextAfter.includes(band)}
          onChange={(isOn) => turn(band, isOn)}
        />
      )}
    </SettingsLine>
  ));
}

function QuietHours({ settings, save }: SurveySettingsProps) {
  const { t, i18n } = useTranslation();
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: toClockTime(new Date(2026, 0, 1, hour).getTime(), i18n.language),
  }));
  return (['quietFrom', 'quietTo'] as const).map((name) => (
    <SettingsLine
      key={name}
      label={t(`surveySettings.${name}`)}
      {...(name === 'quietFrom' ? { hint: t('surveySettings.hints.quiet') } : {})}
    >
      {(id) => (
        <Select
          labelledBy={id}
          value={String(settings[name])}
          choices={hours}
          onChange={(hour) => void save({ [name]: Number(hour) })}
        />
      )}
    </SettingsLine>
  ));
}

function PrivacyLink({ settings, save }: SurveySettingsProps) {
  const { t } = useTranslation();
  return (
    <SettingsLine label={t('surveySettings.privacyLink')} hint={t('surveySettings.hints.privacyLink')}>
      {(id) => (
        <AutoSaveField
          labelledBy={id}
          value={settings.privacyLink}
          placeholder="https://"
          advice={t('surveySettings.linkAdvice')}
          isValid={(text) => Settings.shape.privacyLink.safeParse(text.trim()).success}
          onSave={(text) => save({ privacyLink: text.trim() })}
        />
      )}
    </SettingsLine>
  );
}
