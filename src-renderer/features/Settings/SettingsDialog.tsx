import { useTranslation } from 'react-i18next';
import { useShell, useShellState } from '../../ShellProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { LookSettings } from './LookSettings.tsx';
import { MachineSettings } from './MachineSettings.tsx';
import styles from './SettingsDialog.module.css';
import { SettingsGroup } from './SettingsGroup.tsx';
import { WorkSettings } from './WorkSettings.tsx';

/** All settings; each is kept as soon as it changes. */
export function SettingsDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { version } = useShellState();
  const shell = useShell();
  return (
    <Dialog open={open} onClose={onClose} title={t('commands.settings')} width={600}>
      <div className={styles.body}>
        <SettingsGroup title={t('settings.look')}>
          <LookSettings />
        </SettingsGroup>
        <SettingsGroup title={t('settings.work')}>
          <WorkSettings />
        </SettingsGroup>
        <SettingsGroup title={t('settings.machine')}>
          <MachineSettings />
        </SettingsGroup>
        <footer className={styles.foot}>
          <Button
            title={t('settings.closeWorkspaceHint')}
            onClick={() => void shell.call('workspace.close', {})}
          >
            {t('commands.closeWorkspace')}
          </Button>
          <span className={styles.version}>{t('settings.version', { version })}</span>
        </footer>
      </div>
    </Dialog>
  );
}
