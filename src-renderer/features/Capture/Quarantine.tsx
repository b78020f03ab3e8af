import { useTranslation } from 'react-i18next';
import type { QuarantinedItem } from '#shared/domain/capture.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useOpenOnX } from '../../shell/useOpenLink.ts';
import { Bidi } from '../../ui/Bidi.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { toDayAndTime } from '../../ui/time.ts';
import styles from './Capture.module.css';

/** What X returned and Perch shows in no conversation, with the reason; nothing while there is none. */
export function Quarantine() {
  const { t } = useTranslation();
  const { data } = useEngineQuery('capture.quarantine', {});
  if (!data || data.count === 0) return null;
  const hasUnassigned = data.items.some(({ isUnassigned }) => isUnassigned);
  return (
    <div className={styles.quarantine}>
      <Disclosure label={t('capture.quarantine.title', { count: data.count })}>
        <p className={styles.whole}>{t('capture.quarantine.hint')}</p>
        <Items items={data.items} />
        {hasUnassigned && <OpenMessages />}
      </Disclosure>
    </div>
  );
}

function OpenMessages() {
  const { t } = useTranslation();
  const openOnX = useOpenOnX();
  return (
    <Button size="small" onClick={openOnX.messages}>
      {t('capture.quarantine.openMessages')}
    </Button>
  );
}

function Items({ items }: { readonly items: readonly QuarantinedItem[] }) {
  const { t, i18n } = useTranslation();
  const rows = items.map(({ id, at, isUnassigned, reason, text }) => ({
    key: id,
    cells: [
      toDayAndTime(at, i18n.language),
      <span key="why" className={styles.sentence}>
        {t(isUnassigned ? 'capture.quarantine.unassigned' : 'capture.quarantine.unreadable')}{' '}
        <code>
          <Bidi text={reason} cap={200} />
        </code>
      </span>,
      <Bidi key="text" text={(text ?? '').replace(/\s+/g, ' ')} cap={200} />,
    ],
  }));
  return (
    <DataTable
      caption={t('capture.quarantine.caption')}
      columns={[
        { label: t('capture.quarantine.at'), variant: 'nowrap' },
        { label: t('capture.why') },
        { label: t('capture.quarantine.text') },
      ]}
      rows={rows}
    />
  );
}
