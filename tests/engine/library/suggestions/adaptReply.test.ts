import { describe, expect, it } from 'vitest';
import { adaptReply } from '#engine/library/suggestions/adaptReply.ts';
import { seededRandom } from '../../../../bench/corpus.ts';

const facts = { countries: ['BE', 'NL', 'FR', 'GB'], patterns: [] };

const adapt = (
  text: string,
  {
    asked = [] as string[],
    handle = 'annadv92',
    name = 'Anna de Vries',
    agents = ['Tom Peeters'],
    common = [] as string[],
  } = {},
) =>
  adaptReply(
    { text, links: [], handle, name },
    { asked, agents, own: 'harbourhelp', facts, isCommon: (word) => common.includes(word) },
  );

describe('what is replaced', () => {
  it.each([
    ['@annadv92 Hi Anna, we looked into it. ^TP', 'Hi {firstName}, we looked into it.'],
    ['@annadv92 @other Hello Anna de Vries! Sorry.', 'Hello {firstName}! Sorry.'],
    ['Hi there, thanks for waiting!', 'Hi there, thanks for waiting!'],
    [
      'Beste Anna, uw bestelling 4711-2233 is onderweg. Groeten, Tom',
      'Beste {firstName}, uw bestelling {orderNumber} is onderweg. Groeten,',
    ],
    [
      'Bonjour Mme de Vries, votre commande n° AB12345 est partie. Cordialement, Léa',
      'Bonjour {firstName}, votre commande n° {orderNumber} est partie. Cordialement,',
    ],
    ['Your refund of €12.50 was sent to anna@example.com.', 'Your refund of {amount} was sent to {email}.'],
    ['We call you at +32 470 12 34 56 today', 'We call you at {phone} today'],
    ['We send it to 12 Main Street, 1012 AB Amsterdam.', 'We send it to {address}.'],
    ['Nous livrons au 12 bis, rue de la Paix, 75001 Paris.', 'Nous livrons au {address}.'],
    ['We leveren in de Kerkstraat 12 bus 3 op 12 maart 2026.', 'We leveren in de {address} op {date}.'],
    ['Ask @annadv92 or @somebody; we are @harbourhelp', 'Ask @{handle} or {account}; we are @harbourhelp'],
    ['Sorry to hear that, Vicki! We look into it.', 'Sorry to hear that, {firstName}! We look into it.'],
    ['My name is Tom and I look into it', 'My name is {agent} and I look into it'],
    ['Please restart it. ~Heather B.', 'Please restart it.'],
    ['1/2 Please restart it and wait. 1/2', 'Please restart it and wait.'],
    ['Please restart it. Jason', 'Please restart it.'],
    ['Write {firstName} in braces', 'Write {{firstName}} in braces'],
  ])('%s', (text, adapted) => {
    expect(adapt(text)).toBe(adapted);
  });

  it('keeps what is about everybody', () => {
    const texts = [
      'Restart your PS4 twice, then update to iOS 13.4 before 2027.',
      'Our shop is open 24/7, from 9:00 to 17:30.',
      'You will get it in 3-5 days. Thanks!',
      'See https://help.example.com/hc/articles/360012345678-Return-policy for more.',
    ];
    expect(texts.map((text) => adapt(text))).toEqual(texts);
  });

  it('takes places and people that only this person wrote, but not what many write', () => {
    const asked = ['my bag from Lisbon is lost, says Marco of Dropbox'];
    const text = 'The bag from Lisbon is with Marco; see your Dropbox account';
    expect(adapt(text, { asked, common: ['Dropbox'] })).toBe(
      'The bag from {detail} is with {detail}; see your Dropbox account',
    );
  });

  it('takes the names that people give in their messages', () => {
    const asked = ['my name is Sofie Maes', 'still waiting\nJoost'];
    expect(adapt('Thank you Sofie, we told Joost and sofie', { asked })).toBe(
      'Thank you {firstName}, we told {firstName} and {firstName}',
    );
  });

  it('leaves documents, and leaves out what an address says of one person', () => {
    const asked = ['order 5566778 is missing'];
    expect(
      adapt(
        'See https://help.example.com/a?id=7&utm_source=x&email=a@b.c and https://t.example/track/99887766',
        {
          asked,
        },
      ),
    ).toBe('See https://help.example.com/a?id=7 and {link}');
    expect(adapt('See https://t.example/p/5566778', { asked })).toBe('See {link}');
    expect(adapt('See https://t.example/annadv92/x', { asked })).toBe('See {link}');
  });

  it('writes out the links that X abbreviates', () => {
    const text = 'Look at help.example.com/a for more';
    const links = [{ start: 8, end: 26, shown: 'help.example.com/a', url: 'https://help.example.com/a' }];
    const context = { asked: [], agents: [], own: '', facts, isCommon: () => true };
    expect(adaptReply({ text, links, handle: '', name: '' }, context)).toBe(
      'Look at https://help.example.com/a for more',
    );
  });
});

const first = ['Anna', 'Jürgen', 'Fatima', 'Zoë', 'Émile', 'Bram', 'Marie-Claire', 'Liam', 'Noor', 'Chloé'];
const last = ['Peeters', 'van den Berg', 'O’Neill', 'Dubois', 'Şahin', 'Müller', 'De Smet', 'Lefèvre'];
const streets = [
  '14 Elm Street',
  'Dorpsstraat 8',
  '27, rue du Moulin',
  'avenue Louise 54',
  '221B Baker Street',
  'Lange Leemstraat 12a',
];
const towns = ['1012 AB Amsterdam', '75011 Paris', 'B-9000 Gent', 'SW1A 1AA'];
const templates = [
  '@{h} Hi {f}, order {o} ({a}) went to {s}, {t}. Call {p} or mail {e}. ^JB',
  'Dear {f} {l}, we have refunded {a} for order number {o}; it was sent to {e}. Thanks, Jo',
  'Dag {f}, bestelling {o} komt op {d} naar {s}. Bel {p}. Groetjes, Jo',
  'Beste {l}, we storten {a} op {i} en mailen naar {e}',
  'Bonjour {f}, votre commande {o} de {a} part au {s}, {t} le {d}. Merci, {f} !',
  'Bonsoir @{h}, appelez le {p}. Nous avons écrit à {e}, {f}.',
  'Thanks @{h}! {f}, your parcel {c} is here: https://track.example/parcel/{c}?email={e}',
  'We told {f} {l} (@{h}) that {o} is on its way, {f}!',
  'Case {c}: {f} lives at {s}, {t}, phone {p}, IBAN {i}.',
];

function somebody(random: () => number) {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const digits = (count: number) =>
    Array.from({ length: count }, () => 1 + Math.floor(random() * 9)).join('');
  const [f, l] = [pick(first), pick(last)];
  return {
    ...{
      f,
      l,
      h: `${f
        .normalize('NFD')
        .replace(/[^a-z]/giu, '')
        .toLowerCase()}_${digits(3)}`,
    },
    o: pick([digits(8), `AB-${digits(5)}`, `#${digits(6)}`, `${digits(3)}-${digits(7)}`]),
    a: pick([
      `€${digits(2)},${digits(2)}`,
      `${digits(3)} euro`,
      `$${digits(2)}.${digits(2)}`,
      `£${digits(3)}`,
    ]),
    p: pick([
      `+32 4${digits(2)} ${digits(2)} ${digits(2)} ${digits(2)}`,
      `06-${digits(8)}`,
      `+33 6 ${digits(2)} ${digits(2)} ${digits(2)} ${digits(2)}`,
    ]),
    e: `x${digits(3)}@mail.example`,
    ...{ s: pick(streets), t: pick(towns), c: `JD${digits(9)}NL`, i: 'BE71 0961 2345 6769' },
    d: pick(['12 maart', '3 juin 2026', '04/05/2026', 'March 3rd']),
  };
}

it('lets no personal word of somebody else through', () => {
  const random = seededRandom(5);
  const survived: string[] = [];
  for (let n = 0; n < 700; n += 1) {
    const person = somebody(random);
    const template = templates[n % templates.length] ?? '';
    const text = template.replace(/\{(\w)\}/gu, (_, key: keyof typeof person) => person[key]);
    const used = Object.entries(person).filter(([key]) => template.includes(`{${key}}`));
    const adapted = adapt(text, {
      handle: person.h,
      name: `${person.f} ${person.l}`,
      agents: [],
    }).toLowerCase();
    for (const [, value] of used) {
      const words = value.toLowerCase().split(/[\s,]+/u);
      const tell = words.filter((word) =>
        /\d/u.test(word) ? word.replace(/\D/gu, '').length >= 2 : word.length > 4,
      );
      if (tell.some((word) => adapted.includes(word))) survived.push(`${value} in ${adapted}`);
    }
  }
  expect(survived).toEqual([]);
});
