import { useTranslation } from 'react-i18next';
import type { NetworkContact } from '#shared/domain/networkContact.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { useIsReadOnly } from '../../shell/useIsReadOnly.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { toDateAndTime } from '../../ui/time.ts';
import { toSize } from '../../ui/toSize.ts';
import styles from './NetworkDialog.module.css';
import { useNetworkContacts } from './useNetworkContacts.ts';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Every host that was contacted, when and for what; and what never is. */
export function NetworkDialog({ open, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} title={t('network.title')} width={900}>
      <Contacts />
    </Dialog>
  );
}

function Contacts() {
  const { t } = useTranslation();
  const isReadOnly = useIsReadOnly();
  const { data: contacts, error } = useNetworkContacts();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keyboard
    <section className={styles.body} tabIndex={0} aria-label={t('network.title')}>
      <p>{t('network.never')}</p>
      <p>{t(isReadOnly ? 'network.readOnlyHint' : 'network.hint')}</p>
      {error && <FailureCard title={t('network.failed')} error={error.error} />}
      {contacts?.length === 0 && <p className={styles.nothing}>{t('network.nothing')}</p>}
      {contacts && contacts.length > 0 && <ContactTable contacts={contacts} />}
    </section>
  );
}

function ContactTable({ contacts }: { readonly contacts: readonly NetworkContact[] }) {
  const { t, i18n } = useTranslation();
  const count = new Intl.NumberFormat(i18n.language);
  return (
    <DataTable
      caption={t('network.title')}
      columns={[
        { label: t('network.host') },
        { label: t('network.purpose') },
        { label: t('network.requests'), variant: 'figure' },
        { label: t('network.failures'), variant: 'figure' },
        { label: t('network.received'), variant: 'figure' },
        { label: t('network.first'), variant: 'nowrap' },
        { label: t('network.last'), variant: 'nowrap' },
      ]}
      rows={contacts.map((contact) => ({
        key: `${contact.host} ${contact.purpose}`,
        cells: [
          <Host key="host" name={contact.host} />,
          t(`network.purposes.${contact.purpose}`),
          count.format(contact.requests),
          count.format(contact.failed),
          toSize(contact.receivedBytes, i18n.language),
          toDateAndTime(contact.firstAt, i18n.language),
          toDateAndTime(contact.lastAt, i18n.language),
        ],
      }))}
    />
  );
}

/** The built-in X of the demo runs on this computer. */
function Host({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  if (name !== '127.0.0.1') return name;
  return (
    <>
      {name} <span className={styles.own}>({t('network.thisComputer')})</span>
    </>
  );
}
