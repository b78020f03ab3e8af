import { useTranslation } from 'react-i18next';
import { toAmountText } from '../ui/money.ts';
import { readNumber } from '../ui/readNumber.ts';

/** What a number field says while its text is not valid, as props of `AutoSaveField`. */
interface NumberAdvice {
  readonly advice: (text: string) => string;
}

/** The advice for a number field: which two numbers a text can mean, else `otherwise`. */
export function useNumberAdvice(otherwise: string): NumberAdvice {
  const { t, i18n } = useTranslation();
  const advice = (text: string) => {
    const read = readNumber(text, i18n.language);
    if (read.kind !== 'ambiguous') return otherwise;
    const [decimal, grouped] = read.readings;
    const toText = (value: number) => toAmountText(value, i18n.language);
    return t('ambiguousNumber', { decimal: toText(decimal), grouped: toText(grouped) });
  };
  return { advice };
}
