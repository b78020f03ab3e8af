import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../shared/domain/reply.ts';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { useUi } from '../../state/ui.ts';

interface Input {
  readonly choose: (channel: Channel) => void;
  readonly send: () => void;
  readonly canSend: boolean;
}

/** The keys of writing: r in public, d in private, Ctrl or Cmd with Enter sends. */
export function useAnswerCommands({ choose, send, canSend }: Input): void {
  const { t } = useTranslation();
  const write = (channel: Channel) => {
    choose(channel);
    useUi.getState().focusOn('composer');
  };
  useCommands([
    {
      id: 'answer.public',
      keys: ['r'],
      label: t('composer.writePublic'),
      group: 'write',
      run: () => write('public'),
    },
    { id: 'answer.dm', keys: ['d'], label: t('composer.writeDm'), group: 'write', run: () => write('dm') },
    {
      id: 'answer.send',
      keys: ['Mod+Enter'],
      label: t('composer.send'),
      group: 'write',
      when: () => canSend,
      run: send,
    },
  ]);
}
