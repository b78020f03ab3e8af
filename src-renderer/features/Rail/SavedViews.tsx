import { goToSavedView, useListQuery } from '../../state/listQuery.ts';
import { useUi } from '../../state/ui.ts';
import { toShownName } from '../../ui/shownName.ts';
import { useFilterWords } from '../../workspace/useFilterWords.ts';
import { useCounts, useFollowedView, useSavedViews } from '../../workspace/useOpenList.ts';
import styles from './Rail.module.css';
import { RailItem } from './RailItem.tsx';

/** The saved views with their numbers, below the others. */
export function SavedViews({ folded }: { readonly folded: boolean }) {
  const views = useSavedViews();
  useFollowedView();
  const counts = useCounts()?.saved;
  const isShown = useUi((state) => state.screen === 'conversations');
  const openId = useListQuery((state) => state.saved?.id);
  const toWords = useFilterWords();
  return views.map((saved, index) => {
    const name = toShownName(saved.name);
    const words = toWords(saved.filter).map(({ label }) => label);
    return (
      <li key={saved.id} className={index === 0 ? styles.firstSaved : undefined}>
        <RailItem
          label={name}
          // What tells apart views of the same name.
          tooltip={[name, ...words].join(' · ')}
          icon={<Initial name={name} />}
          command={`savedView:${saved.id}`}
          folded={folded}
          current={isShown && openId === saved.id}
          onPress={() => goToSavedView(saved)}
          count={counts?.[saved.id] ?? 0}
        />
      </li>
    );
  });
}

function Initial({ name }: { readonly name: string }) {
  const [first = ''] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name);
  return (
    <span className={styles.initial}>
      {typeof first === 'string' ? first : first.segment.toLocaleUpperCase()}
    </span>
  );
}
