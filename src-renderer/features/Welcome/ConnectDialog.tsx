import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog.tsx';
import { ConnectForm } from './ConnectForm.tsx';

/** Logs an open workspace in again. */
export function ConnectDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} title={t('frame.connectAgain')} width={560}>
      <ConnectForm />
    </Dialog>
  );
}
