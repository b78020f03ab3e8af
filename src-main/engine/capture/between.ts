import type { Between } from '#shared/domain/estimate.ts';

/** A number that is known. */
export const exactly = (value: number): Between => ({ least: value, most: value });

/** A number of which only the most is known. */
export const upTo = (most: number): Between => ({ least: 0, most });

/** A number in another unit. */
export const scale = ({ least, most }: Between, by: number): Between => ({
  least: least * by,
  most: most === null ? null : most * by,
});

/** The sum of numbers: without an upper bound if one of them has none. */
export const sum = (all: readonly Between[]): Between =>
  all.reduce(
    (total, { least, most }) => ({
      least: total.least + least,
      most: total.most === null || most === null ? null : total.most + most,
    }),
    exactly(0),
  );
