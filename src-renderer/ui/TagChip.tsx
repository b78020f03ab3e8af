import type { Tag } from '#shared/domain/tag.ts';
import { toShownName } from './shownName.ts';
import styles from './TagChip.module.css';

/** The dot in the colour of a tag; its name stands beside it. */
export function TagDot({ colour }: Pick<Tag, 'colour'>) {
  return <span aria-hidden="true" className={styles.dot} data-colour={colour} />;
}

/** A tag as a small chip: a dot in its colour, and its name. */
export function TagChip({ name, colour }: Pick<Tag, 'name' | 'colour'>) {
  const shown = toShownName(name, 60);
  return (
    <span className={styles.chip} title={shown}>
      <TagDot colour={colour} />
      <bdi className={styles.name}>{shown}</bdi>
    </span>
  );
}

/** How many more tags there are than are shown. */
export function MoreTags({ tags }: { readonly tags: readonly Pick<Tag, 'name'>[] }) {
  const names = tags.map(({ name }) => toShownName(name, 60)).join(', ');
  return (
    <span className={styles.chip} title={names}>
      <span aria-hidden="true">+{tags.length}</span>
    </span>
  );
}
