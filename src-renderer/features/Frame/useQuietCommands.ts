import { useTranslation } from 'react-i18next';
import type { Command } from '../../commands/registry.ts';
import { useQuiet } from '../../shell/useQuiet.ts';

/** The commands that hold notifications for a while, and the one that ends that. */
export function useQuietCommands(): readonly Command[] {
  const { t } = useTranslation();
  const { until, choose } = useQuiet();
  return [
    ...(['hour', 'untilTomorrow'] as const).map(
      (choice): Command => ({
        id: `quiet.${choice}`,
        label: t(`desktop.quietFor.${choice}`),
        group: 'app',
        run: () => choose(choice),
      }),
    ),
    {
      id: 'quiet.off',
      label: t('desktop.quietEnd'),
      group: 'app',
      when: () => until !== null,
      run: () => choose('off'),
    },
  ];
}
