import { useTranslation } from 'react-i18next';
import type { MessageContent } from '#shared/domain/messageContent.ts';
import { capText } from './Bidi.tsx';
import { toLanguageTag } from './toLanguageTag.ts';

interface Props {
  readonly text: string;
  /** What to say in place of the text, which has no words then. */
  readonly content: MessageContent | null;
  /** X's code of the language of the text. */
  readonly lang: string | null;
  readonly cap?: number;
  readonly className?: string | undefined;
}

/** The beginning of a message from X on one line, or in a word what it holds instead. */
export function Snippet({ text, content, lang, cap = 160, className }: Props) {
  const { t } = useTranslation();
  return (
    // dir="auto" on the line itself, so that the ellipsis is at the end of the text in either direction.
    <bdi dir="auto" lang={content === null ? toLanguageTag(lang) : undefined} className={className}>
      {content === null ? capText(text, cap).replace(/\s+/g, ' ') : t(`message.content.${content}`)}
    </bdi>
  );
}
