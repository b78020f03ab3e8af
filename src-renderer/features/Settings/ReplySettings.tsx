import { useTranslation } from 'react-i18next';
import { Initials, MAX_INITIALS } from '#shared/domain/initials.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import type { WorkspaceSettings } from '#shared/domain/workspaceSettings.ts';
import { engineKey, useEngineCommand, useEngineQuery, useSave } from '../../engine/hooks.ts';
import { AutoSaveField } from '../../ui/AutoSaveField.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { toLanguageName } from '../../workspace/useFilterWords.ts';
import styles from './ReplySettings.module.css';

interface Props {
  readonly settings: WorkspaceSettings;
  readonly save: (change: Partial<WorkspaceSettings>) => Promise<boolean>;
}

/** How replies are written: the initials behind them, and in which languages. */
export function ReplySettings() {
  const { data: settings } = useEngineQuery('settings.get', {});
  const save = useSave(engineKey('settings.get', {}), useEngineCommand('settings.set'));
  if (!settings) return null;
  return (
    <>
      <InitialsLine settings={settings} save={save} />
      <SignedChannel channel="public" name="signPublic" settings={settings} save={save} />
      <SignedChannel channel="dm" name="signDm" settings={settings} save={save} />
      <LanguagesLine settings={settings} save={save} />
    </>
  );
}

function InitialsLine({ settings, save }: Props) {
  const { t } = useTranslation();
  return (
    <SettingsLine label={t('replySettings.initials')} hint={t('replySettings.initialsHint')}>
      {(id) => (
        <AutoSaveField
          labelledBy={id}
          value={settings.initials}
          advice={t('replySettings.initialsAdvice', { limit: MAX_INITIALS })}
          isValid={(text) => Initials.safeParse(text).success}
          onSave={(initials) => save({ initials })}
        />
      )}
    </SettingsLine>
  );
}

interface ChannelProps extends Props {
  readonly channel: Channel;
  readonly name: 'signPublic' | 'signDm';
}

function SignedChannel({ channel, name, settings: { initials, signedChannels }, save }: ChannelProps) {
  const { t } = useTranslation();
  const others = signedChannels.filter((one) => one !== channel);
  return (
    <SettingsLine
      label={t(`replySettings.${name}`)}
      hint={t(`replySettings.${name}Hint`, { mark: `^${initials}` })}
    >
      {(id) => (
        <Switch
          labelledBy={id}
          checked={signedChannels.includes(channel)}
          onChange={(isOn) => void save({ signedChannels: isOn ? [...others, channel] : others })}
        />
      )}
    </SettingsLine>
  );
}

/** The languages in which the team replies, of which one always stays. */
function LanguagesLine({ settings: { replyLanguages }, save }: Props) {
  const { t, i18n } = useTranslation();
  const set = (language: ReplyLanguage, isOn: boolean) => {
    const next = ReplyLanguage.options.filter((each) =>
      each === language ? isOn : replyLanguages.includes(each),
    );
    void save({ replyLanguages: next });
  };
  return (
    <SettingsLine label={t('replySettings.languages')} hint={t('replySettings.languagesHint')}>
      {(id) => (
        <fieldset aria-labelledby={id} className={styles.languages}>
          {ReplyLanguage.options.map((language) => (
            <label key={language} className={styles.language}>
              <input
                type="checkbox"
                checked={replyLanguages.includes(language)}
                disabled={replyLanguages.length === 1 && replyLanguages.includes(language)}
                onChange={({ target }) => set(language, target.checked)}
              />
              {toLanguageName(language, i18n.language)}
            </label>
          ))}
        </fieldset>
      )}
    </SettingsLine>
  );
}
