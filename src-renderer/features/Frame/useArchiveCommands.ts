import { useTranslation } from 'react-i18next';
import type { Command } from '../../commands/registry.ts';
import { useUi } from '../../state/ui.ts';
import { useArchive } from '../Capture/useArchive.ts';

/** The command that imports an archive or a table from any screen; its progress is on the Sync screen. */
export function useArchiveCommands(): readonly Command[] {
  const { t } = useTranslation();
  const { choose } = useArchive();
  const run = () => {
    useUi.getState().goTo('capture');
    void choose();
  };
  return [{ id: 'archive.choose', label: t('archive.command'), group: 'capture', run }];
}
