import { useTranslation } from 'react-i18next';
import { useEngineCommand } from '../../engine/hooks.ts';
import { toDelimiter, useSaveText } from '../../shell/useSaveText.ts';

/** Returns what saves the whole library in a file that somebody chooses. */
export function useExport(): (format: 'csv' | 'json') => Promise<void> {
  const { t, i18n } = useTranslation();
  const save = useSaveText();
  const exportLibrary = useEngineCommand('library.export');
  return async (format) => {
    const written = await exportLibrary({ format, delimiter: toDelimiter(i18n.language) });
    if (written.ok) await save({ name: t('importing.exportName'), format, content: written.value.content });
  };
}
