import type { PrivateData } from '#shared/privateData.ts';
import type { Leak } from './leak.ts';

/** Random choices that are the same for the same seed. */
export interface Choices {
  readonly of: <T>(list: readonly T[]) => T;
  /** So many digits; the first is one of `first`. */
  readonly digits: (count: number, first?: string) => string;
}

export function createChoices(seed: number): Choices {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const of = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const digits = (count: number, first = '0123456789') =>
    of([...first]) + Array.from({ length: count - 1 }, () => of([...'0123456789'])).join('');
  return { of, digits };
}

const spaces = [' ', ' ', ' ', '\u00a0', '\u202f', '\u2009', '-', '\u2011', '\u2013', '.', '', '\u00b7'];

/** Digits in groups of these lengths, with one kind of separator. */
function grouped({ of }: Choices, digits: string, lengths: readonly number[], separators = spaces): string {
  const separator = of(separators);
  const groups = lengths.map((length, index) => {
    const from = lengths.slice(0, index).reduce((sum, one) => sum + one, 0);
    return digits.slice(from, from + length);
  });
  return groups.join(separator);
}

function toPhone(choices: Choices, language: Leak['language']): string {
  const { of, digits } = choices;
  const forms: Record<Leak['language'], readonly (() => string)[]> = {
    nl: [
      () => grouped(choices, `04${of(['7', '8', '9'])}${digits(7)}`, [4, 2, 2, 2]),
      () => `04${of(['7', '8', '9'])}${digits(1)}/${digits(2)}.${digits(2)}.${digits(2)}`,
      () =>
        grouped(
          choices,
          `06${digits(8, '12345')}`,
          of([
            [2, 8],
            [2, 2, 2, 2, 2],
            [2, 4, 4],
          ]),
        ),
      () => `+32 ${grouped(choices, `47${digits(7)}`, [3, 2, 2, 2], [' ', '\u00a0', ''])}`,
      () => `+31${of([' (0)', ' ', ''])}6 ${digits(8, '12345')}`,
    ],
    fr: [
      () => grouped(choices, `${of(['06', '07'])}${digits(8, '56789')}`, [2, 2, 2, 2, 2]),
      () => grouped(choices, `04${of(['7', '8', '9'])}${digits(7)}`, [4, 2, 2, 2]),
      () => `+33 ${of(['(0)', ''])}6 ${grouped(choices, digits(8, '56789'), [2, 2, 2, 2], [' ', '\u00a0'])}`,
      () => `+352 ${of(['621', '661', '691'])} ${digits(3)} ${digits(3)}`,
      () => `0033 6 ${grouped(choices, digits(8, '56789'), [2, 2, 2, 2], [' ', '.'])}`,
    ],
    en: [
      () =>
        grouped(
          choices,
          `07${digits(9, '45789')}`,
          of([
            [5, 6],
            [5, 3, 3],
          ]),
        ),
      () => `(${of(['212', '415', '617', '312'])}) ${digits(3, '2345')}-${digits(4)}`,
      () => `${of(['212', '415', '617', '312'])}-${digits(3, '2345')}-${digits(4)}`,
      () => `+44 7${grouped(choices, digits(9, '45789'), [3, 3, 3], [' ', ''])}`,
      () => `+1 ${of(['212', '415', '617'])} ${digits(3, '2345')} ${digits(4)}`,
    ],
  };
  return of(forms[language])();
}

const letters: Readonly<Record<string, string>> = { BE: '', NL: 'ABNA', FR: '', DE: '', LU: '', GB: 'NWBK' };
const lengths: Readonly<Record<string, number>> = { BE: 12, NL: 10, FR: 23, DE: 18, LU: 16, GB: 14 };

function toIban({ of, digits }: Choices): string {
  const country = of(Object.keys(lengths));
  const account = letters[country] + digits(lengths[country] ?? 0);
  const number = [...`${account}${country}00`].map((sign) => Number.parseInt(sign, 36)).join('');
  const check = String(98n - (BigInt(number) % 97n)).padStart(2, '0');
  const separator = of([' ', ' ', '\u00a0', '', '-']);
  const iban = `${country}${check}${account}`.replace(/(.{4})(?=.)/g, `$1${separator}`);
  return of([iban, iban, iban.toLowerCase()]);
}

function toCard({ of, digits }: Choices): string {
  const [prefix, length, groups] = of([
    ['4', 16, [4, 4, 4, 4]],
    ['53', 16, [4, 4, 4, 4]],
    ['37', 15, [4, 6, 5]],
  ] as const);
  const body = prefix + digits(length - prefix.length - 1);
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  const card = body + String((10 - (sum % 10)) % 10);
  return grouped({ of, digits }, card, groups, [' ', '-', '', '\u00a0', '\u2011']);
}

const names = ['anna', 'jan.de-vries', 'm.dupont', 'sofie_peeters', 'lou.martin88', 'k.oneill', 'zoë'];
const hosts = [
  'example.com',
  'voorbeeld.be',
  'exemple.fr',
  'mail.example.co.uk',
  'post.example.lu',
  'proton.example',
];

function toEmail({ of }: Choices): string {
  const at = of(['@', '@', '@', '@', '＠', ' (at) ', '[at]']);
  return `${of(names)}${at}${of(hosts)}`;
}

function toAddress(choices: Choices, language: Leak['language']): string {
  const { of, digits } = choices;
  const house = () => digits(of([1, 2, 3]), '12345') + of(['', '', 'A', 'b']);
  const forms: Record<Leak['language'], readonly (() => string)[]> = {
    nl: [
      () =>
        `${of(['Kerk', 'School', 'Molen', 'Sint-Pieters', 'Burgemeester-de-Vries'])}${of(['straat', 'laan', 'weg', 'plein', 'dreef'])} ${house()}${of(['', ' bus 3', ', 9000 Gent'])}`,
      () =>
        `${of(['Korte Meir', 'Grote Markt', 'Lange Nieuwstraat', 'Oude Gracht'].slice(1, 3))} ${house()}, ${digits(4, '123456789')} ${of(['Gent', 'Antwerpen', 'Leuven'])}`,
      () =>
        `${of(['Prinsen', 'Heren', 'Keizers'])}gracht ${house()}, ${digits(4, '1')} ${of(['AB', 'GV', 'KX'])} Amsterdam`,
    ],
    fr: [
      () =>
        `${house()} ${of(['rue', 'avenue', 'boulevard', 'impasse'])} ${of(['de la Paix', 'Victor Hugo', 'des Lilas', 'du Général Leclerc', "de l'Église"])}${of(['', ', 75002 Paris', ', 69003 Lyon'])}`,
      () =>
        `${of(['rue', 'Rue', 'avenue', 'chaussée'])} ${of(['de la Loi', 'Haute', 'de Namur', 'des Bouchers'])} ${house()}${of(['', ', 1000 Bruxelles', ' bte 4, 5000 Namur'])}`,
      () =>
        `${house()} ${of(['place', 'quai', 'allée'])} ${of(['Bellecour', 'de la République', 'des Platanes'])}`,
    ],
    en: [
      () =>
        `${house()} ${of(['Baker', 'Station', 'Church', 'High', 'St. James'])} ${of(['Street', 'Road', 'Lane', 'Avenue', 'Close'])}${of(['', ', London NW1 6XE', ', Leeds'])}`,
      () =>
        `${digits(4, '123')} ${of(['N. ', 'W ', ''])}${of(['Maple', 'Oak Hill', '5th', 'Pennsylvania'])} ${of(['Ave', 'St', 'Blvd', 'Drive'])}`,
      () => `${house()} ${of(['Meadow', 'Orchard', 'Queen’s'])} ${of(['Gardens', 'Crescent', 'Terrace'])}`,
    ],
  };
  return of(forms[language])();
}

function toNumber({ of, digits }: Choices): string {
  return of([
    digits(8, '123456789'),
    digits(10, '123456789'),
    `${digits(4, '123')}-${digits(4)}-${digits(3)}`,
    digits(12, '123'),
  ]);
}

const values: Readonly<Record<PrivateData, (choices: Choices, language: Leak['language']) => string>> = {
  email: toEmail,
  phone: toPhone,
  iban: toIban,
  card: toCard,
  address: toAddress,
  number: toNumber,
};

/** Personal data of a kind, as people of a language write it. */
export const toValue = (choices: Choices, kind: PrivateData, language: Leak['language']): string =>
  values[kind](choices, language);
