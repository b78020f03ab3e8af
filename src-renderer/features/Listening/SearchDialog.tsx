import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './SearchDialog.module.css';
import { SearchFields } from './SearchFields.tsx';
import { QueryLine, SearchPreview } from './SearchPreview.tsx';
import { useSearchForm } from './useSearchForm.ts';

interface Props {
  /** The search to edit; null for a new one. */
  readonly search: SavedSearch | null;
  readonly onClose: () => void;
}

/** The form of a saved search. It shows the resulting query and can try it before saving. */
export function SearchDialog({ search, onClose }: Props) {
  const { t } = useTranslation();
  const nameField = useRef<HTMLInputElement>(null);
  const form = useSearchForm(search, onClose);
  const { query, terms } = form;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(search === null ? 'commands.newSearch' : 'listening.form.editTitle')}
      width={640}
      initialFocus={nameField}
    >
      <form className={styles.form} onSubmit={onSubmit}>
        <div className={styles.fields}>
          <SearchFields form={form} nameField={nameField} />
          <QueryLine query={query} />
          {query.ok && <SearchPreview terms={terms} key={query.value} />}
        </div>
        <footer className={styles.foot}>
          <Button onClick={onClose}>{t('frame.cancel')}</Button>
          <Button type="submit" tone="primary" disabled={!form.canSave}>
            {t('listening.form.save')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
