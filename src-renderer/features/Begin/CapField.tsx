import { useTranslation } from 'react-i18next';
import { useNumberAdvice } from '../../i18n/useNumberAdvice.ts';
import { toAmountText } from '../../ui/money.ts';
import { toNumber } from '../../ui/readNumber.ts';
import { LabelledField } from '../../ui/TextField.tsx';

/** What an account may cost in a month until its owner decides otherwise, in US dollars. */
const SUGGESTED_CAP_USD = 25;

/** The cap as it is first suggested, as text. */
export const toSuggestedCap = (language: string) => toAmountText(SUGGESTED_CAP_USD, language);

/** The cap that a text means: null for none, undefined where it is no number or an ambiguous one. */
export function readCap(text: string, language: string): number | null | undefined {
  return text.trim() === '' ? null : (toNumber(text, language) ?? undefined);
}

interface Props {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Asks what a new account may cost in a month, and says what X charges. */
export function CapField({ text, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const { advice } = useNumberAdvice(t('costs.amount'));
  const isWrong = readCap(text, i18n.language) === undefined;
  return (
    <LabelledField
      label={t('begin.cap')}
      hint={isWrong ? advice(text) : t('begin.capHint')}
      value={text}
      inputMode="decimal"
      aria-invalid={isWrong}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
