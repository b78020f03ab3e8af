import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link } from '#shared/domain/message.ts';
import type { Stretch } from '#shared/findWords.ts';
import { useOpenLink } from '../shell/useOpenLink.ts';
import { capText } from '../ui/Bidi.tsx';
import shared from '../ui/shared.module.css';
import { Tooltip } from '../ui/Tooltip.tsx';
import { toLanguageTag } from '../ui/toLanguageTag.ts';
import { ClosedLink } from './ClosedLink.tsx';
import { toBeginning, toPieces } from './longText.ts';
import styles from './MessageText.module.css';
import { type MarkedPart, splitAtMarks, useMarks } from './markedWords.ts';
import { type Segment, toLinkTarget, toSegments } from './toSegments.ts';

const MOST_CHARACTERS = 100_000;

interface Props {
  readonly text: string;
  readonly links: readonly Link[];
  /** X's code of its language. */
  readonly lang: string | null;
}

/** The text of a message, as text nodes only; long texts are collapsed to their beginning, unless a marked word is beyond it. */
export function MessageText({ text, links, lang }: Props) {
  const { t } = useTranslation();
  const [isUnfolded, setUnfolded] = useState<boolean>();
  const beginning = toBeginning(text);
  const whole = text.slice(0, MOST_CHARACTERS);
  const marks = useMarks(whole);
  const isMarkHidden = beginning !== null && marks.some(({ end }) => end > beginning.length);
  const isExpanded = isUnfolded ?? isMarkHidden;
  const shown = isExpanded ? whole : (beginning ?? whole);
  return (
    <>
      <p dir="auto" lang={toLanguageTag(lang)} className={styles.text}>
        {toMarkedSegments(toSegments(shown, links), marks).map(({ segment, parts }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes the order of its parts
          <SegmentView key={index} segment={segment} parts={parts} />
        ))}
        {beginning !== null && !isExpanded && '…'}
      </p>
      {beginning !== null && (
        <button type="button" className={styles.more} onClick={() => setUnfolded(!isExpanded)}>
          {t(isExpanded ? 'message.showLess' : 'message.showMore')}
        </button>
      )}
    </>
  );
}

interface MarkedSegment {
  readonly segment: Segment;
  readonly parts: readonly MarkedPart[];
}

function toMarkedSegments(segments: readonly Segment[], marks: readonly Stretch[]): MarkedSegment[] {
  let at = 0;
  return segments.map((segment) => {
    const parts = splitAtMarks(segment.text, at, marks);
    at += segment.text.length;
    return { segment, parts };
  });
}

function SegmentView({ segment, parts }: MarkedSegment) {
  const words = <Parts parts={parts} />;
  if (segment.type === 'text') return words;
  if (segment.type === 'link') return <LinkView link={segment.link} words={words} />;
  return <bdi className={styles.mark}>{words}</bdi>;
}

function Parts({ parts }: Pick<MarkedSegment, 'parts'>) {
  return parts.map(({ text, isMarked }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes the order of its parts
    <Part key={index} text={text} isMarked={isMarked} />
  ));
}

function Part({ text, isMarked }: MarkedPart) {
  // Cleaned only now: the positions of links and marks count every sign.
  const clean = <Pieces text={capText(text, MOST_CHARACTERS)} />;
  return isMarked ? <mark className={styles.found}>{clean}</mark> : clean;
}

/** A text split so that it lays out fast even without spaces. */
function Pieces({ text }: { readonly text: string }) {
  const pieces = toPieces(text);
  if (pieces.length === 1) return text;
  // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes the order of its pieces
  return pieces.map((piece, index) => <span key={index}>{piece}</span>);
}

/** A link that opens in the system's browser; shows the real host if the text does not contain it. */
function LinkView({ link, words }: { readonly link: Link; readonly words: ReactNode }) {
  const { t } = useTranslation();
  const openLink = useOpenLink();
  const target = toLinkTarget(link.shown, link.url);
  if (!target) return <ClosedLink link={link} words={words} />;
  return (
    <Tooltip label={t('message.opensHost', { host: target.host })} side="top">
      <button
        type="button"
        className={`${shared.textLink} ${styles.link}`}
        onClick={() => openLink(target.url)}
      >
        <bdi>{words}</bdi>
        {target.differs && <bdi className={styles.host}>{target.host}</bdi>}
      </button>
    </Tooltip>
  );
}
