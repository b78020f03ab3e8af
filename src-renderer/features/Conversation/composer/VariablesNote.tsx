import { IconForms } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { findVariables } from '#shared/domain/variables.ts';
import { Button } from '../../../ui/Button.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { selectNextVariable } from '../canned/variables.ts';
import styles from './ComposerNotes.module.css';

interface Props {
  readonly text: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** Asks for what Perch does not know of a canned response, such as an order number. */
export function VariablesNote({ text, field }: Props) {
  const { t, i18n } = useTranslation();
  const names = [...new Set(findVariables(text).map(({ variable }) => `{${variable}}`))];
  if (names.length === 0) return null;
  return (
    <div className={styles.note} data-tone="careful" role="status">
      <IconForms aria-hidden="true" size={15} stroke={1.75} />
      <span>{t('library.fillIn', { names: new Intl.ListFormat(i18n.language).format(names) })}</span>
      <Button size="small" tone="quiet" onClick={() => field.current && selectNextVariable(field.current)}>
        {t('library.nextVariable')} <Kbd keys="Tab" />
      </Button>
    </div>
  );
}
