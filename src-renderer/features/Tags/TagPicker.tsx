import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { allPicked, showTags, useTagging } from '../../state/tagging.ts';
import { TagChoices } from '../../tagging/TagChoices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useTagsOfOne, useTagsOfPicked } from './useTagsOf.ts';

/** Chooses the tags of a conversation, or of all that are picked. */
export function TagPicker() {
  const { t } = useTranslation();
  const tagged = useTagging((state) => state.tagged);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open={tagged !== null}
      onClose={() => showTags(null)}
      title={t('tags.choose')}
      bare
      width={400}
      initialFocus={input}
    >
      {tagged === allPicked && <ChoicesForPicked input={input} />}
      {typeof tagged === 'string' && <ChoicesForOne input={input} conversationId={tagged} />}
    </Dialog>
  );
}

interface InputProps {
  readonly input: RefObject<HTMLInputElement | null>;
}

function ChoicesForOne({ input, conversationId }: InputProps & { readonly conversationId: string }) {
  const { t } = useTranslation();
  return <TagChoices input={input} label={t('tags.choose')} chosen={useTagsOfOne(conversationId)} />;
}

function ChoicesForPicked({ input }: InputProps) {
  const { t } = useTranslation();
  return <TagChoices input={input} label={t('tags.choose')} chosen={useTagsOfPicked()} />;
}
