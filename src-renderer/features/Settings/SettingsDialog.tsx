import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShellState } from '../../shell/ShellProvider.tsx';
import { useIsReadOnly } from '../../shell/useIsReadOnly.ts';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TitledGroup } from '../../ui/SettingsGroup.tsx';
import { useCloseWorkspace } from '../../workspace/WorkspaceProvider.tsx';
import { AppearanceSettings } from './AppearanceSettings.tsx';
import { BackupSettings } from './BackupSettings.tsx';
import { GuardSettings } from './GuardSettings.tsx';
import { HandoverSettings } from './HandoverSettings.tsx';
import { MachineSettings } from './MachineSettings.tsx';
import { MacroSettings } from './MacroSettings.tsx';
import { OfficeHoursSettings } from './OfficeHoursSettings.tsx';
import { ReplySettings } from './ReplySettings.tsx';
import { RetentionSettings } from './RetentionSettings.tsx';
import { RuleSettings } from './RuleSettings.tsx';
import { ServiceLevelSettings } from './ServiceLevelSettings.tsx';
import styles from './SettingsDialog.module.css';
import { SurveySettings } from './SurveySettings.tsx';
import { TagSettings } from './TagSettings.tsx';
import { WeeklyReportSettings } from './WeeklyReportSettings.tsx';
import { WorkSettings } from './WorkSettings.tsx';

interface Props {
  readonly open: boolean;
  /** True begins in the field for the name of a new agent. */
  readonly addsAgent: boolean;
  readonly onClose: () => void;
}

/** All settings; each is saved as soon as it changes. Those of a workspace that is only read are left out. */
export function SettingsDialog({ open, addsAgent, onClose }: Props) {
  const { t } = useTranslation();
  const newName = useRef<HTMLInputElement>(null);
  const isReadOnly = useIsReadOnly();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('commands.settings')}
      width={600}
      {...(addsAgent ? { initialFocus: newName } : {})}
    >
      <div className={styles.body}>
        <TitledGroup title={t('settings.look')}>
          <AppearanceSettings />
        </TitledGroup>
        {!isReadOnly && <WorkspaceSettings newName={newName} addsAgent={addsAgent} />}
        <TitledGroup title={t('settings.machine')}>
          <MachineSettings />
        </TitledGroup>
        <Foot />
      </div>
    </Dialog>
  );
}

type WorkspaceProps = Pick<Props, 'addsAgent'> & { readonly newName: RefObject<HTMLInputElement | null> };

/** What is stored in the workspace. */
function WorkspaceSettings({ newName, addsAgent }: WorkspaceProps) {
  const { t } = useTranslation();
  return (
    <>
      <TitledGroup title={t('settings.work')}>
        <WorkSettings newName={newName} addsAgent={addsAgent} />
      </TitledGroup>
      <TimeSettings />
      <SendingSettings />
      <TitledGroup title={t('tags.title')}>
        <TagSettings />
      </TitledGroup>
      <TitledGroup title={t('backups.title')}>
        <BackupSettings />
      </TitledGroup>
      <TitledGroup title={t('weeklyReport.title')}>
        <WeeklyReportSettings />
      </TitledGroup>
      <TitledGroup title={t('retention.title')}>
        <RetentionSettings />
      </TitledGroup>
    </>
  );
}

/** When agents reply, and how soon. */
function TimeSettings() {
  const { t } = useTranslation();
  return (
    <>
      <TitledGroup title={t('officeHours.title')}>
        <OfficeHoursSettings />
      </TitledGroup>
      <TitledGroup title={t('serviceLevels.title')}>
        <ServiceLevelSettings />
      </TitledGroup>
    </>
  );
}

/** What concerns the replies of this workspace. */
function SendingSettings() {
  const { t } = useTranslation();
  return (
    <>
      <TitledGroup title={t('replySettings.title')}>
        <ReplySettings />
      </TitledGroup>
      <TitledGroup title={t('guardSettings.title')}>
        <GuardSettings />
      </TitledGroup>
      <TitledGroup title={t('handoverSettings.title')}>
        <HandoverSettings />
      </TitledGroup>
      <TitledGroup title={t('surveySettings.title')}>
        <SurveySettings />
      </TitledGroup>
      <TitledGroup title={t('macros.title')}>
        <MacroSettings />
      </TitledGroup>
      <TitledGroup title={t('rules.title')}>
        <RuleSettings />
      </TitledGroup>
    </>
  );
}

/** What can be done with the account, and the version. */
function Foot() {
  const { t } = useTranslation();
  const { version } = useShellState();
  const closeWorkspace = useCloseWorkspace();
  return (
    <footer className={styles.foot}>
      <div className={styles.account}>
        <Button title={t('settings.closeWorkspaceHint')} onClick={closeWorkspace}>
          {t('commands.closeWorkspace')}
        </Button>
        <AccountButtons />
      </div>
      <span className={styles.version}>{t('settings.version', { version })}</span>
    </footer>
  );
}

/** Logging out and removing the account; the demo has none. */
function AccountButtons() {
  const { t } = useTranslation();
  const { workspace } = useShellState();
  const show = useUi((state) => state.show);
  if (workspace.kind !== 'account') return null;
  return (
    <>
      <Button onClick={() => show('logOut')}>{t('account.logOut')}</Button>
      <Button onClick={() => show('removeAccount')}>{t('account.remove')}</Button>
    </>
  );
}
