import { useTranslation } from 'react-i18next';
import { DeletionChecks } from '#shared/domain/workspaceSettings.ts';
import { engineKey, useEngineCommand, useEngineQuery, useSave } from '../../engine/hooks.ts';
import { toDollars } from '../../ui/money.ts';
import { Segments } from '../../ui/Segments.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';

/** How often Perch looks for deleted posts, and what each choice costs in a month. */
export function ChecksSetting() {
  const { t, i18n } = useTranslation();
  const { data: settings } = useEngineQuery('settings.get', {});
  const { data: prices } = useEngineQuery('budget.checks', {});
  const save = useSave(engineKey('settings.get', {}), useEngineCommand('settings.set'));
  if (!settings) return null;
  const hint = prices && {
    thrifty: toDollars(prices.thriftyUsd, i18n.language),
    daily: toDollars(prices.dailyUsd, i18n.language),
  };
  return (
    <SettingsLine label={t('costs.checks')} hint={hint ? t('costs.checksHint', hint) : ''}>
      {(id) => (
        <Segments
          labelledBy={id}
          value={settings.deletionChecks}
          choices={DeletionChecks.options.map((value) => ({
            value,
            label: t(`costs.checksChoice.${value}`),
          }))}
          onChange={(deletionChecks) => void save({ deletionChecks })}
        />
      )}
    </SettingsLine>
  );
}
