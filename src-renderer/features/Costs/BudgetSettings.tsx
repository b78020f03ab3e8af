import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BudgetSettings as Budget, Prices } from '../../../shared/domain/cost.ts';
import { engineKey, useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { PageSection } from '../../ui/Page.tsx';
import { KeptField } from '../Settings/KeptField.tsx';
import { SettingsLine } from '../Settings/SettingsGroup.tsx';

/** The prices in the order in which they are shown. */
const priceKeys = [
  'mentionRead',
  'postRead',
  'userRead',
  'dmRead',
  'replyToSummoner',
  'post',
  'postWithUrl',
  'dmSend',
] as const;

/** The monthly cap, when to warn, and the prices with their source and day; each is kept as soon as it changes. */
export function BudgetSettings() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: budget } = useEngineQuery('budget.get', {});
  const save = useEngineCommand('budget.set');
  if (!budget) return null;
  const keep = async (change: Partial<Budget>) => {
    const result = await save(change);
    if (result.ok) queries.setQueryData(engineKey('budget.get', {}), result.value);
    return result.ok;
  };
  return (
    <PageSection title={t('costs.settings')}>
      <CapLines budget={budget} keep={keep} />
      {priceKeys.map((key) => (
        <SettingsLine key={key} label={t(`costs.price.${key}`)}>
          {(id) => (
            <KeptField
              labelledBy={id}
              value={String(budget.prices[key])}
              unit={t('costs.dollars')}
              advice={t('costs.amount')}
              isValid={(text) => toAmount(text) !== null}
              onKeep={(text) => keep({ prices: { ...budget.prices, [key]: toAmount(text) ?? 0 } })}
            />
          )}
        </SettingsLine>
      ))}
      <SettingsLine label={t('costs.priceSource')} hint={t('costs.priceSourceHint')}>
        {(id) => (
          <KeptField
            labelledBy={id}
            value={budget.prices.source}
            isValid={(text) => Prices.shape.source.safeParse(text).success}
            onKeep={(source) => keep({ prices: { ...budget.prices, source } })}
          />
        )}
      </SettingsLine>
      <SettingsLine label={t('costs.asOf')} hint={t('costs.asOfHint')}>
        {(id) => (
          <KeptField
            labelledBy={id}
            value={budget.prices.asOf}
            advice={t('costs.dateFormat')}
            isValid={(text) => Prices.shape.asOf.safeParse(text.trim()).success}
            onKeep={(text) => keep({ prices: { ...budget.prices, asOf: text.trim() } })}
          />
        )}
      </SettingsLine>
    </PageSection>
  );
}

interface LinesProps {
  readonly budget: Budget;
  readonly keep: (change: Partial<Budget>) => Promise<boolean>;
}

function CapLines({ budget, keep }: LinesProps) {
  const { t } = useTranslation();
  const percent = (text: string) => Budget.shape.warnAtPercent.safeParse(toAmount(text));
  return (
    <>
      <SettingsLine label={t('costs.cap')} hint={t('costs.capHint')}>
        {(id) => (
          <KeptField
            labelledBy={id}
            value={budget.monthlyCapUsd === null ? '' : String(budget.monthlyCapUsd)}
            unit={t('costs.dollars')}
            advice={t('costs.amount')}
            isValid={(text) => text.trim() === '' || toAmount(text) !== null}
            onKeep={(text) => keep({ monthlyCapUsd: toAmount(text) })}
          />
        )}
      </SettingsLine>
      <SettingsLine label={t('costs.warnAt')} hint={t('costs.warnAtHint')}>
        {(id) => (
          <KeptField
            labelledBy={id}
            value={String(budget.warnAtPercent)}
            unit={t('costs.percent')}
            advice={t('costs.percentRange')}
            isValid={(text) => percent(text).success}
            onKeep={(text) => keep({ warnAtPercent: toAmount(text) ?? budget.warnAtPercent })}
          />
        )}
      </SettingsLine>
    </>
  );
}

/** A sum that somebody typed, with a point or a comma; null where it is none. */
function toAmount(text: string): number | null {
  const amount = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(amount) && amount >= 0 ? amount : null;
}
