import { useTranslation } from 'react-i18next';
import { TagChip } from '../ui/TagChip.tsx';
import { useTags } from '../workspace/useTags.ts';
import styles from './StepLines.module.css';

interface Props {
  readonly labelledBy: string;
  /** The ids of the chosen tags. One that is gone is listed, too, so that it can be taken out. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** All tags, each a button that is pressed while its tag is chosen. */
export function TagButtons({ labelledBy, chosen, onChange }: Props) {
  const { t } = useTranslation();
  const tags = useTags();
  const gone = chosen
    .filter((id) => !tags.some((tag) => tag.id === id))
    .map((id) => ({ id, name: t('lists.tagGone'), colour: 'grey' as const }));
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend of its own
    <div role="group" aria-labelledby={labelledBy} className={styles.tags}>
      {[...tags, ...gone].map((tag) => (
        <button
          key={tag.id}
          type="button"
          aria-pressed={chosen.includes(tag.id)}
          onClick={() => toggle(tag.id)}
        >
          <TagChip {...tag} />
        </button>
      ))}
    </div>
  );
}
