import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/domain/account.ts';
import { Bidi, Handle } from '../../../ui/Bidi.tsx';
import { toName } from '../../../ui/shownName.ts';
import { toDateAndTime } from '../../../ui/time.ts';
import styles from './Sheet.module.css';

interface Props {
  readonly title: string;
  readonly account: Account | null;
  /** The period in words. */
  readonly days: string;
  readonly asKnownOn: number;
}

/** The head of a page: what it is, whose figures they are, of when and as known when. */
export function SheetHead({ title, account, days, asKnownOn }: Props) {
  const { t, i18n } = useTranslation();
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{title}</h1>
      {account && (
        <p className={styles.company}>
          <Bidi text={toName(account)} cap={60} /> <Handle handle={account.handle} />
        </p>
      )}
      <p>{t('reports.page.about', { days, time: toDateAndTime(asKnownOn, i18n.language) })}</p>
    </header>
  );
}
