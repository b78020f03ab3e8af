import { useTranslation } from 'react-i18next';
import { useChoosePath } from '../../shell/useChoosePath.ts';
import { Button } from '../../ui/Button.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import styles from './SettingsList.module.css';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly isChosen: boolean;
  /** What is being done with the folder that was chosen; null if nothing is. */
  readonly busy?: string | null;
  /** Called with the path of the chosen folder, or null for none any more. */
  readonly onChange: (folder: string | null) => void;
}

/** A setting that is a folder, chosen by the dialog of the system, or none. */
export function FolderLine({ label, hint, isChosen, busy = null, onChange }: Props) {
  const { t } = useTranslation();
  const choose = useChoosePath('files.chooseFolder');
  const change = async () => {
    const folder = await choose();
    if (folder !== null) onChange(folder);
  };
  return (
    <SettingsLine label={label} hint={hint}>
      {(labelId) => (
        <div className={styles.buttons}>
          {isChosen && (
            <Button
              tone="quiet"
              disabled={busy !== null}
              aria-describedby={labelId}
              onClick={() => onChange(null)}
            >
              {t('backups.noFolder')}
            </Button>
          )}
          <Button disabled={busy !== null} aria-describedby={labelId} onClick={() => void change()}>
            {busy ?? t(isChosen ? 'backups.changeFolder' : 'backups.chooseFolder')}
          </Button>
        </div>
      )}
    </SettingsLine>
  );
}
