import { useTranslation } from 'react-i18next';
import { toPrice } from '../../../ui/money.ts';
import shared from '../../../ui/shared.module.css';
import styles from './Price.module.css';

interface Props {
  /** US dollars. */
  readonly usd: number;
  /** True where a link makes the answer dear. */
  readonly hasLink: boolean;
}

/** What X charges for the answer as it stands, before it is sent. */
export function Price({ usd, hasLink }: Props) {
  const { t, i18n } = useTranslation();
  const price = toPrice(usd, i18n.language);
  const words = t(hasLink ? 'composer.priceUrlHint' : 'composer.priceHint', { price });
  return (
    <span className={styles.price} data-dear={hasLink || undefined} title={words} data-figures>
      <span aria-hidden="true" className={styles.short}>
        {price}
      </span>
      <span aria-hidden="true" className={styles.long}>
        {hasLink ? t('composer.priceUrl', { price }) : price}
      </span>
      <span className={shared.spoken} role="status">
        {words}
      </span>
    </span>
  );
}
