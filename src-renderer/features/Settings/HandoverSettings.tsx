import { useTranslation } from 'react-i18next';
import { HandoverReminder, HandoverWording, HandoverSettings as Settings } from '#shared/domain/handover.ts';
import { engineKey, useEngineCommand, useEngineQuery, useSave } from '../../engine/hooks.ts';
import { AutoSaveField } from '../../ui/AutoSaveField.tsx';
import { KeyedText } from '../../ui/Kbd.tsx';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { NumberField } from './NumberField.tsx';
import styles from './TagSettings.module.css';
import { useWordingLanguage, WordingLanguage } from './WordingLanguage.tsx';

type Save = (change: Partial<Settings>) => Promise<boolean>;

interface Props {
  readonly settings: Settings;
  readonly save: Save;
}

/** How conversations move to private messages: when to remind, and the wordings in each language. */
export function HandoverSettings() {
  const { t } = useTranslation();
  const { data: settings } = useEngineQuery('handover.settings', {});
  const save = useSave(engineKey('handover.settings', {}), useEngineCommand('handover.setSettings'));
  if (!settings) return null;
  return (
    <>
      <p className={styles.hint}>
        <KeyedText text={t('handoverSettings.hint')} />
      </p>
      <Waiting settings={settings} save={save} />
      <Wordings settings={settings} save={save} />
    </>
  );
}

function Waiting({ settings, save }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <SettingsLine label={t('handoverSettings.reminder')}>
        {(id) => (
          <Select
            labelledBy={id}
            value={settings.reminder}
            choices={HandoverReminder.options.map((value) => ({
              value,
              label: t(`handoverSettings.reminderChoices.${value}`),
            }))}
            onChange={(reminder) => void save({ reminder })}
          />
        )}
      </SettingsLine>
      {settings.reminder !== 'off' && (
        <Hours
          name="remindAfterHours"
          label={t('handoverSettings.remindAfter')}
          settings={settings}
          save={save}
        />
      )}
      <Hours
        name="giveUpAfterHours"
        label={t('handoverSettings.giveUpAfter')}
        hint={t('handoverSettings.giveUpHint')}
        settings={settings}
        save={save}
      />
      <SettingsLine label={t('handoverSettings.closing')} hint={t('handoverSettings.closingHint')}>
        {(id) => (
          <Switch labelledBy={id} checked={settings.closing} onChange={(closing) => void save({ closing })} />
        )}
      </SettingsLine>
    </>
  );
}

interface HoursProps extends Props {
  readonly name: 'remindAfterHours' | 'giveUpAfterHours';
  readonly label: string;
  readonly hint?: string;
}

function Hours({ name, settings, save, ...words }: HoursProps) {
  const { t } = useTranslation();
  return (
    <SettingsLine {...words}>
      {(id) => (
        <NumberField
          labelledBy={id}
          value={settings[name]}
          unit={t('settings.hours')}
          shape={Settings.shape[name]}
          onSave={(value) => save({ [name]: value })}
        />
      )}
    </SettingsLine>
  );
}

const names = HandoverWording.keyof().options;

/** The wordings of one language at a time. */
function Wordings({ settings: { wordings }, save }: Props) {
  const { t } = useTranslation();
  const [language, setLanguage] = useWordingLanguage();
  const wording = wordings[language];
  return (
    <>
      <WordingLanguage
        label={t('handoverSettings.language')}
        hint={t('handoverSettings.wordingsHint')}
        language={language}
        onChange={setLanguage}
      />
      {names.map((name) => (
        <SettingsLine key={`${language} ${name}`} label={t(`handoverSettings.wordings.${name}`)}>
          {(id) => (
            <AutoSaveField
              labelledBy={id}
              value={wording[name]}
              advice={t('handoverSettings.wordingAdvice')}
              isValid={(text) => HandoverWording.shape[name].safeParse(text).success}
              onSave={(text) =>
                save({ wordings: { ...wordings, [language]: { ...wording, [name]: text.trim() } } })
              }
            />
          )}
        </SettingsLine>
      ))}
    </>
  );
}
