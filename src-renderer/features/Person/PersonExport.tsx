import { useTranslation } from 'react-i18next';
import type { Person } from '#shared/domain/person.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useSaveText } from '../../shell/useSaveText.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './PersonPane.module.css';

/** The button that saves everything stored about a person in a file, for somebody who asks what it is. */
export function PersonExport({ person: { id, handle } }: { readonly person: Person }) {
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
    </div>
  );
}
