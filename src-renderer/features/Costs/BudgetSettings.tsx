import { useTranslation } from 'react-i18next';
import { BudgetSettings as Budget } from '#shared/domain/cost.ts';
import { engineKey, useEngineCommand, useEngineQuery, useKeep } from '../../engine/hooks.ts';
import { KeptField } from '../../ui/AutoSaveField.tsx';
import { toAmount, toAmountText } from '../../ui/money.ts';
import { PageSection } from '../../ui/Page.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { PriceSettings } from './PriceSettings.tsx';

/** The monthly cap, when to warn, and the prices with their source and day; each is kept as soon as it changes. */
export function BudgetSettings() {
  const { t } = useTranslation();
  const { data: budget } = useEngineQuery('budget.get', {});
  const keep = useKeep(engineKey('budget.get', {}), useEngineCommand('budget.set'));
  if (!budget) return null;
  return (
    <PageSection title={t('costs.settings')}>
      <CapLine budget={budget} keep={keep} />
      <WarningLine budget={budget} keep={keep} />
      <PriceSettings prices={budget.prices} onKeep={(prices) => keep({ prices })} />
    </PageSection>
  );
}

interface LineProps {
  readonly budget: Budget;
  readonly keep: (change: Partial<Budget>) => Promise<boolean>;
}

function CapLine({ budget: { monthlyCapUsd }, keep }: LineProps) {
  const { t, i18n } = useTranslation();
  return (
    <SettingsLine label={t('costs.cap')} hint={t('costs.capHint')}>
      {(id) => (
        <KeptField
          labelledBy={id}
          value={monthlyCapUsd === null ? '' : toAmountText(monthlyCapUsd, i18n.language)}
          unit={t('costs.dollars')}
          advice={t('costs.amount')}
          isValid={(text) => text.trim() === '' || toAmount(text) !== null}
          onKeep={(text) => keep({ monthlyCapUsd: toAmount(text) })}
        />
      )}
    </SettingsLine>
  );
}

function WarningLine({ budget: { warnAtPercent }, keep }: LineProps) {
  const { t } = useTranslation();
  const percent = (text: string) => Budget.shape.warnAtPercent.safeParse(toAmount(text));
  return (
    <SettingsLine label={t('costs.warnAt')} hint={t('costs.warnAtHint')}>
      {(id) => (
        <KeptField
          labelledBy={id}
          value={String(warnAtPercent)}
          unit={t('costs.percent')}
          advice={t('costs.percentRange')}
          isValid={(text) => percent(text).success}
          onKeep={(text) => keep({ warnAtPercent: toAmount(text) ?? warnAtPercent })}
        />
      )}
    </SettingsLine>
  );
}
