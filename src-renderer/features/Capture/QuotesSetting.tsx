import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors.ts';
import { engineKey, useEngineCommand, useEngineQuery, useSave } from '../../engine/hooks.ts';
import { ErrorWhat } from '../../errors/ErrorWhat.tsx';
import { useErrorText } from '../../errors/errorText.ts';
import { toPrice } from '../../ui/money.ts';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { Switch } from '../../ui/Switch.tsx';
import styles from './Capture.module.css';

/** Whether quotes of own posts are fetched, what that costs, and why they could not be fetched the last time. */
export function QuotesSetting({ error }: { readonly error: AppError | undefined }) {
  const { t, i18n } = useTranslation();
  const toText = useErrorText();
  const { data: settings } = useEngineQuery('settings.get', {});
  const { data: budget } = useEngineQuery('budget.get', {});
  const save = useSave(engineKey('settings.get', {}), useEngineCommand('settings.set'));
  if (!settings || !budget) return null;
  const price = toPrice(budget.prices.postRead, i18n.language);
  return (
    <div className={styles.quotes}>
      <SettingsLine label={t('capture.quotes.label')} hint={t('capture.quotes.hint', { price })}>
        {(id) => (
          <Switch
            labelledBy={id}
            checked={settings.captureQuotes}
            onChange={(captureQuotes) => save({ captureQuotes })}
          />
        )}
      </SettingsLine>
      {settings.captureQuotes && error && (
        <p className={styles.error}>
          <IconAlertTriangle aria-hidden="true" size={14} stroke={1.75} />
          <bdi>
            <ErrorWhat text={toText(error)} />
          </bdi>
        </p>
      )}
    </div>
  );
}
