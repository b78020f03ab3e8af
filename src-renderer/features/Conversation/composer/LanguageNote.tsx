import { IconLanguage, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '#shared/domain/person.ts';
import type { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import shared from '../../../ui/shared.module.css';
import { toFirstName } from '../../../ui/shownName.ts';
import { Tooltip } from '../../../ui/Tooltip.tsx';
import { toLanguageName } from '../../../workspace/useFilterWords.ts';
import styles from './ComposerNotes.module.css';
import type { OpenLanguages } from './useLanguages.ts';

interface Props {
  readonly languages: OpenLanguages;
  readonly person: PersonSummary;
}

/** Says that the reply is in another language than the customer's. It keeps nobody from sending. */
export function LanguageNote({ languages: { customer, other, accept }, person }: Props) {
  const { t, i18n } = useTranslation();
  if (customer === null || other === null) return null;
  const names = {
    name: toFirstName(person),
    customer: toLanguageName(customer, i18n.language),
    reply: toLanguageName(other, i18n.language),
  };
  return (
    <div className={styles.note}>
      <IconLanguage aria-hidden="true" size={15} stroke={1.75} />
      <span role="status">{t('composer.otherLanguage', names)}</span>
      <IconButton
        label={t('composer.acceptLanguage', names)}
        icon={<IconX size={14} stroke={1.75} />}
        side="top"
        onClick={accept}
      />
    </div>
  );
}

interface CustomerProps {
  readonly language: ReplyLanguage;
  readonly person: PersonSummary;
}

/** The language of the customer, as its code; in words on hover and for screen readers. */
export function CustomerLanguage({ language, person }: CustomerProps) {
  const { t, i18n } = useTranslation();
  const words = t('composer.customerLanguage', {
    name: toFirstName(person),
    language: toLanguageName(language, i18n.language),
  });
  return (
    <Tooltip label={words} side="top">
      <span className={styles.language}>
        <span aria-hidden="true">{language.toUpperCase()}</span>
        <span className={shared.spoken}>{words}</span>
      </span>
    </Tooltip>
  );
}
