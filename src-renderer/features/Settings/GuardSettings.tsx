import { useTranslation } from 'react-i18next';
import { WorkspaceSettings } from '#shared/domain/workspaceSettings.ts';
import { GuardCode } from '#shared/guards.ts';
import { engineKey, useEngineCommand, useEngineQuery, useSave } from '../../engine/hooks.ts';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { EntryList } from './EntryList.tsx';
import { GuardFigures } from './GuardFigures.tsx';
import { OwnPatterns } from './OwnPatterns.tsx';

interface Props {
  readonly settings: WorkspaceSettings;
  readonly save: (change: Partial<WorkspaceSettings>) => Promise<boolean>;
}

/** Which guards look at replies, and what they need to know about the company. */
export function GuardSettings() {
  const { data: settings } = useEngineQuery('settings.get', {});
  const save = useSave(engineKey('settings.get', {}), useEngineCommand('settings.set'));
  if (!settings) return null;
  return (
    <>
      <Switches settings={settings} save={save} />
      <GuardFigures />
      <Countries settings={settings} save={save} />
      <OwnPatterns patterns={settings.ownPatterns} onSave={(ownPatterns) => save({ ownPatterns })} />
      <OwnPlaces settings={settings} save={save} />
    </>
  );
}

function Switches({ settings: { guardsOff }, save }: Props) {
  const { t } = useTranslation();
  const turn = (code: GuardCode, isOn: boolean) => {
    const others = guardsOff.filter((one) => one !== code);
    void save({ guardsOff: isOn ? others : [...others, code] });
  };
  return GuardCode.options.map((code) => (
    <SettingsLine key={code} label={t(`guardSettings.codes.${code}`)} hint={t(`guardSettings.hints.${code}`)}>
      {(id) => (
        <Switch labelledBy={id} checked={!guardsOff.includes(code)} onChange={(isOn) => turn(code, isOn)} />
      )}
    </SettingsLine>
  ));
}

/** Without any, the time zone decides. */
function Countries({ settings: { servedCountries }, save }: Props) {
  const { t, i18n } = useTranslation();
  const names = new Intl.DisplayNames(i18n.language, { type: 'region', fallback: 'none' });
  const read = (text: string) => {
    const code = text.trim().toUpperCase();
    return /^[A-Z]{2}$/.test(code) && names.of(code) !== undefined ? code : null;
  };
  return (
    <EntryList
      label={t('guardSettings.countries')}
      hint={t('guardSettings.countriesHint')}
      placeholder="BE"
      entries={servedCountries ?? []}
      read={read}
      show={(code) => names.of(code) ?? code}
      onSave={(codes) => save({ servedCountries: codes.length > 0 ? codes : null })}
    />
  );
}

const { companyLinks: Hosts, ownPublicData: PublicData } = WorkspaceSettings.shape;

function OwnPlaces({ settings: { companyLinks, ownPublicData }, save }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <EntryList
        label={t('guardSettings.links')}
        hint={t('guardSettings.linksHint')}
        placeholder="example.com"
        entries={companyLinks}
        read={(text) => Hosts.element.safeParse(withoutScheme(text)).data ?? null}
        onSave={(hosts) => save({ companyLinks: hosts })}
      />
      <EntryList
        label={t('guardSettings.publicData')}
        hint={t('guardSettings.publicDataHint')}
        placeholder="@example.com"
        entries={ownPublicData}
        read={(text) => PublicData.element.safeParse(text).data ?? null}
        onSave={(data) => save({ ownPublicData: data })}
      />
    </>
  );
}

/** People paste addresses of pages. */
const withoutScheme = (text: string): string =>
  text
    .trim()
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/.*$/, '');
