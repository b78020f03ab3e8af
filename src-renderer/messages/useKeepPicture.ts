import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors.ts';
import { useShell } from '../shell/ShellProvider.tsx';
import { toShownName } from '../ui/shownName.ts';
import type { KeptPicture } from './keptPicture.ts';

/** What came of keeping a picture, to be said; null if the person has cancelled it. */
export type KeepOutcome = { readonly error: AppError } | { readonly words: string } | null;

/** Returns what saves a picture where the person chooses, and what puts it on the clipboard. */
export function useKeepPicture() {
  const { t } = useTranslation();
  const shell = useShell();
  return {
    save: async ({ address, name }: KeptPicture): Promise<KeepOutcome> => {
      const result = await shell.call('pictures.save', { address, name });
      if (!result.ok) return { error: result.error };
      const { error, savedAs } = result.value;
      if (error) return { error };
      return savedAs === undefined
        ? null
        : { words: t('lightbox.saved', { name: toShownName(savedAs, 80) }) };
    },
    copy: async ({ address }: KeptPicture): Promise<KeepOutcome> => {
      const result = await shell.call('pictures.copy', { address });
      const error = result.ok ? result.value.error : result.error;
      return error ? { error } : { words: t('lightbox.copied') };
    },
  };
}
