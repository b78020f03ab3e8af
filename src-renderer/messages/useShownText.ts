import { useTranslation } from 'react-i18next';
import type { Placeholder } from '#shared/domain/placeholder.ts';

/** Returns the text to show in one line of a list: a message's own, or words for what it is if there is nothing to read. */
export function useShownText(): (text: string, placeholder: Placeholder | null | undefined) => string {
  const { t } = useTranslation();
  return (text, placeholder) => (placeholder ? t(`message.placeholder.${placeholder}`) : text);
}
