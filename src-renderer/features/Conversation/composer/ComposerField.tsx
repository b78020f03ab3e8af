import { type KeyboardEvent, type RefObject, useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '#shared/domain/person.ts';
import { toPasteTarget } from '../../../attaching/droppedFiles.ts';
import { focusForKeys } from '../../../state/ui.ts';
import { pressedKey } from '../../../ui/pressedKey.ts';
import shared from '../../../ui/shared.module.css';
import { toAddressee, toFirstName, toName, toShownName } from '../../../ui/shownName.ts';
import { useReplyChoices, useReplyChoicesStore } from '../../../workspace/WorkspaceProvider.tsx';
import canned from '../canned/Canned.module.css';
import { CannedList, toChoiceId } from '../canned/CannedList.tsx';
import { type CannedPicker, useCannedPicker } from '../canned/useCannedPicker.ts';
import { onVariableKey } from '../canned/variables.ts';
import { useFieldSpelling } from '../spelling/useFieldSpelling.ts';
import styles from './Composer.module.css';
import { FieldMarks } from './FieldMarks.tsx';
import type { OpenReply } from './useReply.ts';

interface Props {
  readonly reply: OpenReply;
  readonly person: PersonSummary;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly isTooLong: boolean;
}

/** Above this length, breaking a text without spaces into lines takes noticeable time. */
const longText = 2_000;

/**
 * The text field of a reply. It grows with its text; Escape leaves it. `/` or `;` opens the canned responses, Tab goes through their
 * variables.
 */
export function ComposerField(props: Props) {
  const { reply, field } = props;
  const listId = useId();
  const { conversationId, channel, attachments } = reply;
  const picker = useCannedPicker({ conversationId, channel, attach: attachments.attach }, field);
  return (
    <div className={`${canned.anchor} ${styles.fieldBox}`}>
      <CannedList id={listId} picker={picker} />
      <FieldMarks field={field} text={reply.text} marks={reply.guards.marks}>
        <Writing {...props} listId={listId} picker={picker} />
      </FieldMarks>
    </div>
  );
}

interface WritingProps extends Props {
  readonly listId: string;
  readonly picker: CannedPicker;
}

function Writing(props: WritingProps) {
  const { reply, field, isTooLong, listId, picker } = props;
  const words = useFieldWords(props);
  const isChecked = useFieldSpelling(field, reply.text, 'customer');
  useWantedFocus(reply.conversationId, field);
  return (
    <textarea
      ref={field}
      className={`${shared.writing} ${styles.field}`}
      data-undoes-send
      data-takes-emoji
      data-long={reply.text.length > longText || undefined}
      dir="auto"
      rows={3}
      spellCheck={isChecked}
      value={reply.text}
      aria-invalid={isTooLong || undefined}
      {...toListAttributes(listId, picker)}
      aria-label={words.label}
      placeholder={words.placeholder}
      onChange={(event) => {
        reply.setText(event.target.value);
        picker.onCursor(event);
      }}
      onSelect={picker.onCursor}
      onBlur={() => {
        picker.close();
        reply.flush();
      }}
      {...toPasteTarget(reply.attachments)}
      onKeyDown={(event) => onFieldKey(event, picker)}
    />
  );
}

function onFieldKey(event: KeyboardEvent<HTMLTextAreaElement>, picker: CannedPicker): void {
  if (picker.onKey(event) || onVariableKey(event) || pressedKey(event) !== 'Escape') return;
  event.preventDefault();
  focusForKeys();
}

/** What points a screen reader from the field, which has the focus, to the highlighted choice. */
function toListAttributes(listId: string, { hits, highlighted }: CannedPicker) {
  const autocomplete = { 'aria-autocomplete': 'list' } as const;
  if (hits.length === 0) return autocomplete;
  return {
    ...autocomplete,
    'aria-controls': listId,
    'aria-activedescendant': toChoiceId(listId, highlighted),
  };
}

/** Who will read the reply. */
function useFieldWords({ reply, person }: Props) {
  const { t } = useTranslation();
  if (reply.channel === 'public') {
    const label = t('composer.publicField', { addressee: toAddressee(person) });
    return { label, placeholder: t('composer.publicPlaceholder') };
  }
  return {
    label: t('composer.dmField', { name: toShownName(toName(person)) }),
    placeholder: t('composer.dmPlaceholder', { name: toFirstName(person) }),
  };
}

/** Focuses the field, with the cursor at the end, when the focus is requested for this conversation's composer. */
function useWantedFocus(conversationId: string, field: Props['field']): void {
  const isWanted = useReplyChoices((state) => state.focusWanted === conversationId);
  const choices = useReplyChoicesStore();
  useEffect(() => {
    const { current } = field;
    if (!isWanted || !current) return;
    current.focus();
    current.setSelectionRange(current.value.length, current.value.length);
    choices.getState().focusTaken();
  }, [isWanted, field, choices]);
}
