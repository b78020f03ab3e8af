import type { TFunction } from 'i18next';
import type { ListedFigure } from '#shared/domain/workReport.ts';

/** What a figure counts, in words. */
export const toFigureName = (figure: ListedFigure, t: TFunction): string =>
  figure === 'unresolved' || figure === 'waiting'
    ? t(`workReport.counts.${figure}`)
    : t(`workReport.figures.${figure}`);
