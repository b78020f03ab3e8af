import { useTranslation } from 'react-i18next';
import type { ShellInput } from '#shared/contract/shell.ts';
import { useSaid } from '../state/said.ts';
import { useUi } from '../state/ui.ts';
import { toShownName } from '../ui/shownName.ts';
import { useShell } from './ShellProvider.tsx';

/** Returns what saves a text in a file that somebody chooses, and says where it is or why it is not. */
export function useSaveText(): (file: ShellInput<'files.saveText'>) => Promise<void> {
  const { t } = useTranslation();
  const shell = useShell();
  return async (file) => {
    const saved = await shell.call('files.saveText', file);
    const error = saved.ok ? saved.value.error : saved.error;
    if (error) useUi.getState().notify(error);
    if (!saved.ok || saved.value.savedAs === undefined) return;
    useSaid.getState().say(t('savedAs', { name: toShownName(saved.value.savedAs, 80) }));
  };
}

/** What separates the fields of a table: a semicolon for spreadsheets of a language in which a comma separates decimals. */
export function toDelimiter(language: string): ',' | ';' {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ';' : ',';
}
