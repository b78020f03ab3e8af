import { useTranslation } from 'react-i18next';
import type { Person } from '#shared/domain/person.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useIsReadOnly } from '../../shell/useIsReadOnly.ts';
import { useSaveText } from '../../shell/useSaveText.ts';
import { askToErase } from '../../state/erasing.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './PersonPane.module.css';

interface Props {
  readonly person: Person;
  readonly conversationId: string;
}

/** The buttons that save everything stored about a person in a file, for somebody who asks what it is, and erase it. */
export function PersonExport({ person, conversationId }: Props) {
  const { id, handle } = person;
  const isReadOnly = useIsReadOnly();
  const { t } = useTranslation();
  const save = useSaveText();
  const exportPerson = useEngineCommand('people.export');
  const run = async () => {
    const written = await exportPerson({ id });
    if (!written.ok) return;
    await save({ name: t('person.exportName', { handle }), format: 'json', content: written.value.content });
  };
  return (
    <div className={styles.export}>
      <Button tone="quiet" size="small" onClick={() => void run()}>
        {t('person.export')}
      </Button>
      {!isReadOnly && (
        <Button tone="quiet" size="small" onClick={() => askToErase({ person, conversationId })}>
          {t('erasing.button')}
        </Button>
      )}
    </div>
  );
}
