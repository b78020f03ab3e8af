import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { useReplyChoices } from './replyChoices.ts';

/** The keys that begin an answer, r in public and d in private; they work before the conversation is drawn. */
export function useWriteCommands(conversationId: string): void {
  const { t } = useTranslation();
  const { write } = useReplyChoices.getState();
  useCommands([
    {
      id: 'answer.public',
      keys: ['r'],
      label: t('composer.writePublic'),
      group: 'write',
      run: () => write(conversationId, 'public'),
    },
    {
      id: 'answer.dm',
      keys: ['d'],
      label: t('composer.writeDm'),
      group: 'write',
      run: () => write(conversationId, 'dm'),
    },
  ]);
}
