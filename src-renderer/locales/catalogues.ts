import type { Language } from '#shared/domain/language.ts';
import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

/** The catalogue of each language. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { en, nl, fr };
