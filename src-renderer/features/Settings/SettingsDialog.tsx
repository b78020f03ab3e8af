import type { ParseKeys } from 'i18next';
import { type ComponentType, type RefObject, useRef } from 'react';
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
import { GroupList } from './GroupList.tsx';
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
import { useGroupInView } from './useGroupInView.ts';
import { WeeklyReportSettings } from './WeeklyReportSettings.tsx';
import { WorkSettings } from './WorkSettings.tsx';

interface Props {
  readonly open: boolean;
  /** True begins in the field for the name of a new agent. */
  readonly addsAgent: boolean;
  readonly onClose: () => void;
}

type AgentProps = Pick<Props, 'addsAgent'> & { readonly newName: RefObject<HTMLInputElement | null> };

interface Group {
  readonly title: ParseKeys;
  readonly Settings: ComponentType<AgentProps>;
  /** Whether they are of this computer, not of the workspace. */
  readonly isOfComputer?: true;
}

/** The groups in their order: how Perch looks, who works when, what is sent, what is kept. */
const groups: readonly Group[] = [
  { title: 'settings.look', Settings: AppearanceSettings, isOfComputer: true },
  { title: 'settings.work', Settings: WorkSettings },
  { title: 'officeHours.title', Settings: OfficeHoursSettings },
  { title: 'serviceLevels.title', Settings: ServiceLevelSettings },
  { title: 'replySettings.title', Settings: ReplySettings },
  { title: 'guardSettings.title', Settings: GuardSettings },
  { title: 'handoverSettings.title', Settings: HandoverSettings },
  { title: 'surveySettings.title', Settings: SurveySettings },
  { title: 'macros.title', Settings: MacroSettings },
  { title: 'rules.title', Settings: RuleSettings },
  { title: 'tags.title', Settings: TagSettings },
  { title: 'backups.title', Settings: BackupSettings },
  { title: 'weeklyReport.title', Settings: WeeklyReportSettings },
  { title: 'retention.title', Settings: RetentionSettings },
  { title: 'settings.machine', Settings: MachineSettings, isOfComputer: true },
];

/** All settings; each is saved as soon as it changes. Those of a workspace that is only read are left out. */
export function SettingsDialog({ open, addsAgent, onClose }: Props) {
  const { t } = useTranslation();
  const newName = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const isReadOnly = useIsReadOnly();
  const shown = groups.filter(({ isOfComputer }) => isOfComputer || !isReadOnly);
  const { current, onScroll, show } = useGroupInView(body);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('commands.settings')}
      width={800}
      {...(addsAgent ? { initialFocus: newName } : {})}
    >
      <div className={styles.columns}>
        <GroupList titles={shown.map(({ title }) => t(title))} current={current} onShow={show} />
        <div ref={body} className={styles.body} onScroll={onScroll}>
          {shown.map(({ title, Settings }) => (
            <TitledGroup key={title} title={t(title)}>
              <Settings newName={newName} addsAgent={addsAgent} />
            </TitledGroup>
          ))}
          <Foot />
        </div>
      </div>
    </Dialog>
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
