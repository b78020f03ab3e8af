import { useTranslation } from 'react-i18next';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useShell } from '../../shell/ShellProvider.tsx';
import { useSaid } from '../../state/said.ts';
import { useUi } from '../../state/ui.ts';
import { toShownName } from '../../ui/shownName.ts';

/** Returns what saves the whole library in a file that somebody chooses. */
export function useExport(): (format: 'csv' | 'json') => Promise<void> {
  const { t, i18n } = useTranslation();
  const shell = useShell();
  const exportLibrary = useEngineCommand('library.export');
  return async (format) => {
    const written = await exportLibrary({ format, delimiter: toDelimiter(i18n.language) });
    if (!written.ok) return;
    const { content } = written.value;
    const saved = await shell.call('files.saveText', { name: t('importing.exportName'), format, content });
    const error = saved.ok ? saved.value.error : saved.error;
    if (error) useUi.getState().notify(error);
    if (!saved.ok || saved.value.savedAs === undefined) return;
    useSaid.getState().say(t('importing.exported', { name: toShownName(saved.value.savedAs, 80) }));
  };
}

/** Spreadsheets separate fields by a semicolon where a comma is what separates decimals. */
function toDelimiter(language: string): ',' | ';' {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ';' : ',';
}
