import { useTranslation } from 'react-i18next';
import { Prices } from '#shared/domain/cost.ts';
import { useNumberAdvice } from '../../i18n/useNumberAdvice.ts';
import { AutoSaveField } from '../../ui/AutoSaveField.tsx';
import { toAmountText } from '../../ui/money.ts';
import { toNumber } from '../../ui/readNumber.ts';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';

/** The prices in display order. */
const priceKeys = [
  'mentionRead',
  'postRead',
  'userRead',
  'dmRead',
  'replyToSummoner',
  'post',
  'postWithUrl',
  'dmSend',
  'deletePost',
  'moderate',
  'countRequest',
] as const;

interface Props {
  readonly prices: Prices;
  /** Saves all prices; resolves to false if that failed. */
  readonly onSave: (prices: Prices) => Promise<boolean>;
}

/** The prices of X, with their source and date. */
export function PriceSettings({ prices, onSave }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {priceKeys.map((key) => (
        <PriceLine
          key={key}
          label={t(`costs.price.${key}`)}
          usd={prices[key]}
          onSave={(usd) => onSave({ ...prices, [key]: usd })}
        />
      ))}
      <SettingsLine label={t('costs.priceSource')} hint={t('costs.priceSourceHint')}>
        {(id) => (
          <AutoSaveField
            labelledBy={id}
            value={prices.source}
            isValid={(text) => Prices.shape.source.safeParse(text).success}
            onSave={(source) => onSave({ ...prices, source })}
          />
        )}
      </SettingsLine>
      <SettingsLine label={t('costs.asOf')} hint={t('costs.asOfHint')}>
        {(id) => (
          <AutoSaveField
            labelledBy={id}
            value={prices.asOf}
            advice={t('costs.dateFormat')}
            isValid={(text) => Prices.shape.asOf.safeParse(text.trim()).success}
            onSave={(text) => onSave({ ...prices, asOf: text.trim() })}
          />
        )}
      </SettingsLine>
    </>
  );
}

interface LineProps {
  readonly label: string;
  readonly usd: number;
  readonly onSave: (usd: number) => Promise<boolean>;
}

function PriceLine({ label, usd, onSave }: LineProps) {
  const { t, i18n } = useTranslation();
  const advice = useNumberAdvice(t('costs.amount'));
  return (
    <SettingsLine label={label}>
      {(id) => (
        <AutoSaveField
          labelledBy={id}
          value={toAmountText(usd, i18n.language)}
          unit={t('costs.dollars')}
          {...advice}
          isValid={(text) => toNumber(text, i18n.language) !== null}
          onSave={(text) => onSave(toNumber(text, i18n.language) ?? usd)}
        />
      )}
    </SettingsLine>
  );
}
