import { useTranslation } from 'react-i18next';
import { useShell, useShellState } from '../shell/ShellProvider.tsx';
import { toDelimiter } from '../shell/useSaveText.ts';
import { useExporting } from '../state/exporting.ts';
import { useSaid } from '../state/said.ts';
import { useUi } from '../state/ui.ts';
import { counted } from '../ui/counted.ts';
import { toShownName } from '../ui/shownName.ts';

/** Returns what exports conversations to a file that somebody chooses, and says where it is and what is not in it, or why there is none. */
export function useExport(): (ids: readonly string[]) => Promise<void> {
  const { t, i18n } = useTranslation();
  const shell = useShell();
  const { language } = useShellState();
  return async (ids) => {
    if (ids.length === 0 || useExporting.getState().progress) return;
    useExporting.getState().set({ done: 0, total: ids.length });
    const selection = { ids: [...ids], language, delimiter: toDelimiter(i18n.language) };
    const name = t('review.exportName', counted(ids.length, i18n.language));
    const result = await shell.call('files.exportConversations', { name, ...selection });
    useExporting.getState().set(null);
    const error = result.ok ? result.value.error : result.error;
    if (error) useUi.getState().notify(error);
    if (!result.ok || result.value.savedAs === undefined) return;
    const { savedAs, missingPictures = 0 } = result.value;
    const saved = t('savedAs', { name: toShownName(savedAs, 80) });
    const missing = t('review.missingPictures', counted(missingPictures, i18n.language));
    useSaid.getState().say(missingPictures === 0 ? saved : `${saved}. ${missing}`);
  };
}
