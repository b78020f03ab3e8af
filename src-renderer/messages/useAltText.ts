import { useTranslation } from 'react-i18next';
import type { Media } from '#shared/domain/message.ts';
import { capText } from '../ui/Bidi.tsx';

/** The alternative text of an attachment, or its kind if the author gave none. */
export function useAltText({ alt, type }: Media): string {
  const { t } = useTranslation();
  if (alt !== null && alt.trim() !== '') return capText(alt, 1_000);
  return type === 'photo' ? t('message.photoAlt') : t(`message.content.${type}`);
}
