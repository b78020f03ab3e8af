import { useTranslation } from 'react-i18next';
import { type QuietChoice, toQuietUntil } from '#shared/domain/quietTime.ts';
import { useNow } from '../ui/RelativeTime.tsx';
import { toMoment } from '../ui/time.ts';
import { useSetPreferences, useShellState } from './ShellProvider.tsx';

/** Until when nothing disturbs, in words, or null; and how to change that. */
export function useQuiet(): { readonly until: string | null; choose(choice: QuietChoice): void } {
  const { i18n } = useTranslation();
  const { quietUntil } = useShellState().preferences;
  const setPreferences = useSetPreferences();
  const now = useNow();
  return {
    until: quietUntil === null ? null : toMoment(quietUntil, now, i18n.language),
    choose: (choice) => setPreferences({ quietUntil: toQuietUntil(choice, Date.now()) }),
  };
}
