import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../commands/CommandsProvider.tsx';
import { useFind } from '../../../state/find.ts';
import { useUi } from '../../../state/ui.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { pressedKey } from '../../../ui/pressedKey.ts';
import shared from '../../../ui/shared.module.css';
import { useTypeAhead } from '../../../ui/typeAhead.ts';
import type { Place, TimelinePlace } from '../timeline/usePlace.ts';
import styles from './FindBar.module.css';
import { type FoundHits, useFoundHits } from './useFoundHits.ts';
import type { HitState } from './useHit.ts';

interface Props {
  readonly conversationId: string;
  readonly hitState: HitState;
  readonly place: RefObject<TimelinePlace | null>;
}

/** Finds words in the open conversation. It lies over the timeline, so that opening it moves nothing. */
export function FindBar(props: Props) {
  const isOpen = useFind((find) => find.conversationId === props.conversationId);
  return isOpen ? <OpenFindBar {...props} /> : null;
}

function OpenFindBar({ conversationId, hitState, place }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { text, setText } = useFind();
  const { origin, goBack } = useOrigin(place, input);
  const hits = useFoundHits(conversationId, () => origin()?.at ?? Number.POSITIVE_INFINITY);
  const close = () => {
    goBack();
    useFind.getState().close();
  };
  useStepCommands(hits);
  useTypeAhead(({ key }) => stepKeys.has(key) && !hits.isDone);
  return (
    <div className={styles.place}>
      <search aria-label={t('find.bar')} className={styles.bar}>
        <IconSearch aria-hidden="true" size={15} stroke={1.75} className={shared.fieldIcon ?? ''} />
        <input
          ref={input}
          aria-label={t('find.bar')}
          placeholder={t('find.placeholder')}
          className={shared.bareInput}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => onKeyDown(event, hits, close)}
        />
        <FindCount hits={hits} isEmpty={text.trim() === ''} isMissing={hitState === 'missing'} />
        <StepButtons hits={hits} />
        <IconButton label={t('find.close')} icon={<IconX size={15} stroke={1.75} />} onClick={stayHere} />
      </search>
    </div>
  );
}

function stayHere(): void {
  useFind.getState().close();
  useUi.getState().focusOn('conversation');
}

/** Up leads back in time, as in the timeline itself. */
function StepButtons({ hits }: { readonly hits: FoundHits }) {
  const { t } = useTranslation();
  return (
    <>
      <IconButton
        label={t('find.older')}
        command="find.older"
        icon={<IconChevronUp size={16} stroke={1.75} />}
        disabled={hits.count === 0}
        onClick={() => hits.showNext(1)}
      />
      <IconButton
        label={t('find.newer')}
        command="find.newer"
        icon={<IconChevronDown size={16} stroke={1.75} />}
        disabled={hits.count === 0}
        onClick={() => hits.showNext(-1)}
      />
    </>
  );
}

interface CountProps {
  readonly hits: FoundHits;
  readonly isEmpty: boolean;
  readonly isMissing: boolean;
}

/** Which of how many hits is shown. */
function FindCount({ hits, isEmpty, isMissing }: CountProps) {
  const { t, i18n } = useTranslation();
  const { count, at, isDone, isIncomplete } = hits;
  const toFigures = (value: number) => new Intl.NumberFormat(i18n.language).format(value);
  const say = () => {
    if (isEmpty || !isDone) return '';
    if (isMissing) return t('find.gone');
    if (count === 0) return t(isIncomplete ? 'find.noneYet' : 'find.none');
    return t('find.count', { at: at < 0 ? '–' : toFigures(at + 1), of: toFigures(count) });
  };
  return (
    <span role="status" data-figures className={styles.count}>
      {say()}
    </span>
  );
}

const stepKeys: ReadonlySet<string> = new Set(['Enter', 'ArrowUp', 'ArrowDown']);

function onKeyDown(event: KeyboardEvent, hits: FoundHits, close: () => void): void {
  const key = pressedKey(event);
  if (key === 'Escape') close();
  else if (key === 'ArrowUp' || (key === 'Enter' && !event.shiftKey)) hits.showNext(1);
  else if (key === 'ArrowDown' || key === 'Enter') hits.showNext(-1);
  else return;
  event.preventDefault();
}

function useStepCommands(hits: FoundHits): void {
  const when = () => hits.count > 0;
  useCommands([
    { id: 'find.older', when, run: () => hits.showNext(1) },
    { id: 'find.newer', when, run: () => hits.showNext(-1) },
  ]);
}

/** Takes the focus when asked to, and remembers where one was before: what was in sight, and what had the focus. */
function useOrigin(place: Props['place'], input: RefObject<HTMLInputElement | null>) {
  const focusWanted = useFind((find) => find.focusWanted);
  const origin = useRef<{ readonly place: Place | null; readonly focused: Element | null }>(null);
  useEffect(() => {
    if (focusWanted === 0) return;
    const { activeElement } = document;
    if (activeElement !== input.current) {
      origin.current ??= { place: place.current?.get() ?? null, focused: activeElement };
    }
    input.current?.focus();
    input.current?.select();
  }, [focusWanted, place, input]);
  const goBack = () => {
    const { place: before, focused } = origin.current ?? {};
    if (before) place.current?.goBack(before);
    if (focused instanceof HTMLElement && focused.isConnected && focused !== document.body) focused.focus();
    else useUi.getState().focusOn('conversation');
  };
  return { origin: () => origin.current?.place, goBack };
}
