import type { en } from './en.ts';

/**
 * The keys of the English catalogue with any words. A language may add the plural form `_many`, which some need.
 */
export type Words<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]>;
} & {
  readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_many` : never]?: string;
};

export type Catalogue = Words<typeof en>;
