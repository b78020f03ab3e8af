import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup, BackupFacts } from '#shared/domain/backup.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useShell } from '../../shell/ShellProvider.tsx';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { Confirmation, useAsking } from '../../ui/Confirmation.tsx';
import { counted } from '../../ui/counted.ts';
import { toDayAndTime } from '../../ui/time.ts';
import { toSize } from '../../ui/toSize.ts';
import { useWorkspace } from '../../workspace/WorkspaceProvider.tsx';
import styles from './SettingsList.module.css';

/** One backup. Before it is restored it is checked, and what is in it and what is not is said. */
export function BackupLine({ backup: { name, at, bytes } }: { readonly backup: Backup }) {
  const { t, i18n } = useTranslation();
  const restore = useRestore(name);
  const asking = useAsking();
  const { facts, isChecking, check } = useFacts(name, asking.ask);
  const when = toDayAndTime(at, i18n.language);
  return (
    <li className={styles.line} aria-label={when}>
      {asking.isAsked && facts ? (
        <Confirmation
          asking={asking}
          question={toQuestion(t, facts, i18n.language)}
          yes={t('backups.restoreYes')}
          className={styles.confirmation}
          onYes={() => void restore()}
        />
      ) : (
        <>
          <span className={styles.when}>{when}</span>
          <span className={styles.size}>{toSize(bytes, i18n.language)}</span>
          <Button
            ref={asking.trigger}
            size="small"
            tone="quiet"
            aria-label={t('backups.restoreOf', { time: when })}
            disabled={isChecking}
            onClick={() => void check()}
          >
            {t(isChecking ? 'backups.checking' : 'backups.restore')}
          </Button>
        </>
      )}
    </li>
  );
}

/** What is in a backup, once it was checked; `onSound` is called if it can be restored. */
function useFacts(name: string, onSound: () => void) {
  const inspect = useEngineCommand('backups.inspect');
  const [isChecking, setChecking] = useState(false);
  const [facts, setFacts] = useState<BackupFacts | null>(null);
  const check = async () => {
    setChecking(true);
    const found = await inspect({ name });
    setChecking(false);
    if (!found.ok) return;
    setFacts(found.value);
    onSound();
  };
  return { facts, isChecking, check };
}

/** Returns what closes the workspace and opens the backup in its place. */
function useRestore(name: string): () => Promise<void> {
  const shell = useShell();
  const { drafts } = useWorkspace();
  return async () => {
    // What is being typed is part of the workspace that becomes a backup.
    drafts.flush();
    const result = await shell.call('workspace.restore', { name });
    const error = result.ok ? result.value.error : result.error;
    if (error) useUi.getState().notify(error);
  };
}

function toQuestion(t: TFunction, facts: BackupFacts, language: string): string {
  const { messages, newestAt, missingMessages, missingActivities } = facts;
  const missing = [
    ...(missingMessages > 0 ? [t('backups.missingMessages', counted(missingMessages, language))] : []),
    ...(missingActivities > 0 ? [t('backups.missingActivities', counted(missingActivities, language))] : []),
  ];
  const newest = newestAt === null ? '' : toDayAndTime(newestAt, language);
  return [
    t(newestAt === null ? 'backups.holdsNone' : 'backups.holds', { ...counted(messages, language), newest }),
    ...missing,
    t('backups.wayBack'),
  ].join(' ');
}
