import { useTranslation } from 'react-i18next';
import { Initials, MAX_INITIALS } from '#shared/domain/initials.ts';
import type { Channel } from '#shared/domain/reply.ts';
import type { WorkspaceSettings } from '#shared/domain/workspaceSettings.ts';
import { engineKey, useEngineCommand, useEngineQuery, useSave } from '../../engine/hooks.ts';
import { AutoSaveField } from '../../ui/AutoSaveField.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { Switch } from '../../ui/Switch.tsx';

interface Props {
  readonly settings: WorkspaceSettings;
  readonly save: (change: Partial<WorkspaceSettings>) => Promise<boolean>;
}

/** How replies are written: the initials behind them. */
export function ReplySettings() {
  const { data: settings } = useEngineQuery('settings.get', {});
  const save = useSave(engineKey('settings.get', {}), useEngineCommand('settings.set'));
  if (!settings) return null;
  return (
    <>
      <InitialsLine settings={settings} save={save} />
      <SignedChannel channel="public" name="signPublic" settings={settings} save={save} />
      <SignedChannel channel="dm" name="signDm" settings={settings} save={save} />
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
