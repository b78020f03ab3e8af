import { useTranslation } from 'react-i18next';
import { useFormats } from '../base/useFormats.ts';
import { toFigureName } from './toFigureName.ts';
import styles from './Work.module.css';
import type { CasesAsked, ShowCases } from './workReport.ts';

interface Props {
  readonly number: number;
  /** What it counts; `part` tells it from the others of its table. */
  readonly asked: CasesAsked & { readonly part: string };
  /** Absent where nothing can be opened, as on paper. */
  readonly onShow?: ShowCases | undefined;
}

/** A count in a table, which leads to its conversations. */
export function Count({ number, asked, onShow }: Props) {
  const { t } = useTranslation();
  const { toCount } = useFormats();
  if (number === 0 || !onShow) return toCount(number);
  const label = t('labelled', { label: asked.part, value: toFigureName(asked.figure, t) });
  return (
    <button
      type="button"
      className={styles.figure}
      aria-label={t('workReport.showCases', { label, value: toCount(number) })}
      onClick={() => onShow(asked)}
    >
      {toCount(number)}
    </button>
  );
}
