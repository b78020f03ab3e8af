import {
  type ComponentProps,
  type FormEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import { type CannedResponse, cannedLimits } from '#shared/domain/cannedResponse.ts';
import { AttachButton } from '../../attaching/AttachButton.tsx';
import { AttachmentList } from '../../attaching/AttachmentList.tsx';
import { toDropTarget, toPasteTarget } from '../../attaching/droppedFiles.ts';
import { useIsReadOnly } from '../../shell/useIsReadOnly.ts';
import { useLibrary } from '../../state/library.ts';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { pressedKey } from '../../ui/pressedKey.ts';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CannedFacts } from './CannedFacts.tsx';
import { DeleteCanned } from './DeleteCanned.tsx';
import styles from './Library.module.css';
import { type CannedFormState, useCannedForm } from './useCannedForm.ts';
import type { LibraryItems } from './useLibraryItems.ts';
import { Wordings } from './Wordings.tsx';

interface Props {
  /** Null for a new one. */
  readonly canned: CannedResponse | null;
  /** The id under which it is edited. */
  readonly editId: string;
  readonly folders: LibraryItems['folders'];
}

/**
 * The form of a canned response. What is typed stays until it is saved or discarded, also on other screens. Ctrl+Enter saves, Escape
 * returns to the list.
 */
export function CannedFields({ canned, editId, folders }: Props) {
  const { t } = useTranslation();
  const isReadOnly = useIsReadOnly();
  const title = useEnteredTitle(canned === null, editId);
  const state = useCannedForm(canned, editId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void state.save();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const key = pressedKey(event);
    const isSave = key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isSave && key !== 'Escape') return;
    event.preventDefault();
    if (isSave) void state.save();
    else useUi.getState().focusOn('list');
  };
  return (
    <form
      className={styles.form}
      onSubmit={submit}
      onKeyDown={onKeyDown}
      aria-label={t('library.form')}
      {...toDropTarget(state.images)}
      {...toPasteTarget(state.images)}
    >
      <fieldset disabled={isReadOnly} className={styles.fieldset}>
        {canned && <CannedFacts canned={canned} />}
        <Heading state={state} folders={folders} title={title} />
        <Wordings state={state} />
        <Pictures state={state} />
        <PromiseSwitch state={state} isReadOnly={isReadOnly} />
      </fieldset>
      {!isReadOnly && <Foot canned={canned} state={state} />}
    </form>
  );
}

/** Returns a ref; its field takes the focus in a new form, and in one that somebody enters. */
function useEnteredTitle(isNew: boolean, editId: string): RefObject<HTMLInputElement | null> {
  const title = useRef<HTMLInputElement>(null);
  const isEntered = useLibrary((state) => state.entering === editId);
  useEffect(() => {
    if (!isNew && !isEntered) return;
    title.current?.focus();
    useLibrary.setState({ entering: null });
  }, [isNew, isEntered]);
  return title;
}

/** Saving, discarding and deleting, and what keeps it from being saved. */
function Foot({ canned, state }: Pick<Props, 'canned'> & { readonly state: CannedFormState }) {
  const { t } = useTranslation();
  const canSave = state.isChanged && state.wrong === null && state.images.adding === 0;
  return (
    <footer className={styles.foot}>
      {canned && <DeleteCanned canned={canned} />}
      <span className={styles.wrong} role="status">
        {state.isChanged && state.wrong !== null && t(`library.wrong.${state.wrong}`)}
      </span>
      <Button disabled={!state.isChanged} onClick={state.discard}>
        {t('library.discard')}
      </Button>
      <Button type="submit" tone="primary" disabled={!canSave}>
        {t('library.save')}
      </Button>
    </footer>
  );
}

/** The pictures that go with every wording. They are chosen, dropped on the form or pasted into it. */
function Pictures({ state: { images } }: { readonly state: CannedFormState }) {
  const { t } = useTranslation();
  return (
    <section className={styles.pictures} aria-label={t('library.pictures')}>
      <div className={styles.more}>
        <AttachButton attachments={images} />
        <p className={styles.hint}>{t('library.picturesHint')}</p>
      </div>
      <AttachmentList attachments={images} />
    </section>
  );
}

interface PromiseProps {
  readonly state: CannedFormState;
  readonly isReadOnly: boolean;
}

/** Whether it promises something, and so is frozen in a crisis. */
function PromiseSwitch({ state: { form, change }, isReadOnly }: PromiseProps) {
  const { t } = useTranslation();
  const labelId = useId();
  return (
    <div className={styles.more}>
      <Switch
        checked={form.isPromise}
        onChange={(isPromise) => change({ isPromise })}
        labelledBy={labelId}
        disabled={isReadOnly}
      />
      <span id={labelId}>{t('library.promise')}</span>
      <p className={styles.hint}>{t('library.promiseHint')}</p>
    </div>
  );
}

interface HeadingProps extends Pick<Props, 'folders'> {
  readonly state: CannedFormState;
  readonly title: RefObject<HTMLInputElement | null>;
}

/** Title, shortcut and folder. */
function Heading({ state: { form, change, isChanged, wrong }, folders, title }: HeadingProps) {
  const { t } = useTranslation();
  const listId = useId();
  const isWrong = (field: typeof wrong) => isChanged && wrong === field;
  return (
    <div className={styles.fields}>
      <Field
        label={t('library.titleField')}
        className={styles.wide}
        ref={title}
        dir="auto"
        value={form.title}
        maxLength={cannedLimits.title}
        aria-invalid={isWrong('title')}
        onChange={(event) => change({ title: event.target.value })}
      />
      <Field
        label={t('library.shortcut')}
        value={form.shortcut}
        maxLength={cannedLimits.shortcut + 1}
        placeholder={t('library.shortcutExample')}
        aria-invalid={isWrong('shortcut')}
        onChange={(event) => change({ shortcut: event.target.value })}
      />
      <Field
        label={t('library.folder')}
        value={form.folder}
        maxLength={cannedLimits.folder}
        placeholder={t('library.folderExample')}
        list={listId}
        aria-invalid={isWrong('folder')}
        onChange={(event) => change({ folder: event.target.value })}
      />
      <Folders id={listId} folders={folders} />
    </div>
  );
}

/** The folders that exist, offered while one is typed. */
function Folders({ id, folders }: Pick<Props, 'folders'> & { readonly id: string }) {
  return (
    <datalist id={id}>
      {folders
        .filter(({ path }) => path !== '')
        .map(({ path }) => (
          <option key={path} value={path} />
        ))}
    </datalist>
  );
}

type FieldProps = ComponentProps<typeof TextField> & { readonly label: string };

function Field({ label, className, ...rest }: FieldProps) {
  const id = useId();
  return (
    <div className={className ? `${styles.labelled} ${className}` : styles.labelled}>
      <label htmlFor={id}>{label}</label>
      <TextField id={id} {...rest} />
    </div>
  );
}
