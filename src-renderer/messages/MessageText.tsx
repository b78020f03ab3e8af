import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link } from '#shared/domain/message.ts';
import { useOpenLink } from '../shell/useOpenLink.ts';
import { capText } from '../ui/Bidi.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { toLanguageTag } from '../ui/toLanguageTag.ts';
import { ClosedLink } from './ClosedLink.tsx';
import { toBeginning, toPieces } from './longText.ts';
import styles from './MessageText.module.css';
import { type Segment, toLinkTarget, toSegments } from './toSegments.ts';

const MOST_CHARACTERS = 100_000;

interface Props {
  readonly text: string;
  readonly links: readonly Link[];
  /** X's code of its language. */
  readonly lang: string | null;
}

/** The text of a message, as text nodes only; long texts are collapsed to their beginning. */
export function MessageText({ text, links, lang }: Props) {
  const { t } = useTranslation();
  const [isExpanded, setExpanded] = useState(false);
  const beginning = toBeginning(text);
  const whole = text.slice(0, MOST_CHARACTERS);
  const shown = isExpanded ? whole : (beginning ?? whole);
  return (
    <>
      <p dir="auto" lang={toLanguageTag(lang)} className={styles.text}>
        {toSegments(shown, links).map((segment, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes the order of its parts
          <SegmentView key={index} segment={segment} />
        ))}
        {beginning !== null && !isExpanded && '…'}
      </p>
      {beginning !== null && (
        <button type="button" className={styles.more} onClick={() => setExpanded(!isExpanded)}>
          {t(isExpanded ? 'message.showLess' : 'message.showMore')}
        </button>
      )}
    </>
  );
}

function SegmentView({ segment }: { readonly segment: Segment }) {
  // Cleaned only now: the positions of the links count every sign.
  const text = capText(segment.text, MOST_CHARACTERS);
  if (segment.type === 'text') return <Pieces text={text} />;
  if (segment.type === 'link') return <LinkView link={segment.link} words={text} />;
  return <bdi className={styles.mark}>{text}</bdi>;
}

/** A text split so that it lays out fast even without spaces. */
function Pieces({ text }: { readonly text: string }) {
  const pieces = toPieces(text);
  if (pieces.length === 1) return text;
  // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes the order of its pieces
  return pieces.map((piece, index) => <span key={index}>{piece}</span>);
}

/** A link that opens in the system's browser; shows the real host if the text does not contain it. */
function LinkView({ link, words }: { readonly link: Link; readonly words: string }) {
  const { t } = useTranslation();
  const openLink = useOpenLink();
  const target = toLinkTarget(link.shown, link.url);
  if (!target) return <ClosedLink link={link} words={words} />;
  return (
    <Tooltip label={t('message.opensHost', { host: target.host })} side="top">
      <button type="button" className={styles.link} onClick={() => openLink(target.url)}>
        <bdi>{words}</bdi>
        {target.differs && <bdi className={styles.host}>{target.host}</bdi>}
      </button>
    </Tooltip>
  );
}
