import fc from 'fast-check';
import { expect, it } from 'vitest';
import { locatePersonalData, toKinds } from '#engine/guards/personal/locatePersonalData.ts';
import { compilePattern } from '#shared/domain/safePattern.ts';

const facts = { countries: ['BE', 'NL', 'FR', 'LU', 'GB', 'US', 'DE'], patterns: [] };
const findPersonalData = (text: string) => toKinds(locatePersonalData(text, facts));

it.each([
  ['Sorry to hear that, Anna!', []],
  ['Thanks @anna1234567890, on it', []],
  ['See https://example.com/orders/1234567890123', []],
  ['It costs 1,204 euro, since 2023', []],
  ['Opened 24/7 until 31.12.2026', []],
  ['Mail me at anna@example.com', ['email']],
  ['Is jan.de-vries@voorbeeld.example yours?', ['email']],
  ['Call +32 9 123 45 67', ['phone']],
  ['Call 0471 23 45 67 today', ['phone']],
  ['Your order 4471-2203-118', ['number']],
  ['Order 4471220311', ['number']],
  ['Card 4111 1111 1111 1111', ['card']],
  ['IBAN BE71 0961 2345 6769', ['iban']],
  ['anna@example.com or +31 6 12345678', ['email', 'phone']],
  // Written with signs that only look like spaces, dashes and figures.
  ['Bel 0471\u00a023\u00a045\u00a067', ['phone']],
  ['Appelez le 01\u202f23\u202f45\u202f67\u202f89', ['phone']],
  ['Call 0471\u201123\u201145\u201167', ['phone']],
  ['Tel. 0471·23·45·67', ['phone']],
  ['Tel. ０４７１ ２３ ４５ ６７', ['phone']],
  ['Call +31\u2009(0)20\u2009123\u20094567', ['phone']],
  ['Call 0032 9 123 45 67', ['phone']],
  ['Appelez le 06.12.34.56.78', ['phone']],
  ['Bel 020-1234567', ['phone']],
  ['Call (020) 7946 0958', ['phone']],
  ['IBAN\u00a0NL91\u00a0ABNA\u00a00417\u00a01643\u00a000', ['iban']],
  ['NL91ABNA0417164300', ['iban']],
  ['nl91 abna 0417 1643 00', ['iban']],
  ['FR76 3000 6000 0112 3456 7890 189', ['iban']],
  ['DE89-3704-0044-0532-0130-00', ['iban']],
  ['IBAN NL91 ABNA 0417 1643 00, call 0471 23 45 67', ['iban', 'phone']],
  ['Card 5500\u00a00000\u00a00000\u00a00004', ['card']],
  ['Kaart 4111-1111-1111-1111', ['card']],
  ['Carte 378282246310005', ['card']],
  ['Klantnummer 12345678', ['number']],
  ['Commande n° 2026 1127 0042', ['number']],
  ['Order no. 4111 1111 1111 1112', ['number']],
  // Dates, times, opening hours, years and sums are nobody's.
  ['Delivered on 2026-11-27', []],
  ['Since 2026-11-27T09:00:00Z', []],
  ['Between 2026-11-27 and 2026-12-02', []],
  ['Closed 12-14 mei 2026', []],
  ['Gesloten van 24/12 - 02/01', []],
  ['Fermé du 24/12 au 02/01', []],
  ['Gesloten 24.12.2026 - 02.01.2027', []],
  ['On 27/11/2026 at 14:30', []],
  ['Le 3 août 2026', []],
  ['3 to 5 May 2026', []],
  ['May 3-5, 2026', []],
  ['Open 09:00-17:30', []],
  ['Open 09:00 – 17:30', []],
  ['Ouvert de 9h-18h', []],
  ['Ouvert 9h30 à 18h30', []],
  ['Open van 9 - 17 u', []],
  ['Mo-Fr 08.30-12.30 13.30-17.00', []],
  ['Catalogue 2025-2026', []],
  ['Saison 2025/26', []],
  ['It costs € 1.250.000,00', []],
  ['It costs $1,250,000.00', []],
  ['Dat kost 12.345.678 euro', []],
  ['Ça coûte 1\u202f250\u202f000 €', []],
  ['Ticket 4711', []],
  ['Room 12-3456', []],
  ['Postcode 1012 AB', []],
  ['75008 Paris', []],
  ['Version 10.12.3', []],
  ['Score 3-2, 15 minutes', []],
  ['See https://example.com/2026/11/27/0471234567', []],
  // Hidden by signs that draw nothing, and what stands beside something else.
  ['Bel 0471\u200b23\u200b45\u200b67', ['phone']],
  ['Call 0️⃣4️⃣7️⃣1️⃣ 23 45 67', ['phone']],
  ['Call 0471–23–45–67', ['phone']],
  ['Call (212) 555-0123', ['phone']],
  ['Call 212.555.0123', ['phone']],
  ['Appelez le +33 (0)6 12 34 56 78', ['phone']],
  ['Bel +31\u20116\u201112345678', ['phone']],
  ['Kaart ４１１１ １１１１ １１１１ １１１１', ['card']],
  ['IBAN BE71·0961·2345·6769', ['iban']],
  ['IBAN BE71 0961 2345 6769 en bank voor ons', ['iban']],
  // A mistyped account is none, but still warned of.
  ['IBAN NL92 ABNA 0417 1643 00', ['phone']],
  ['Card 4111 1111 1111 1111, call 0471 23 45 67', ['card', 'phone']],
  ['Op 2026-11-27 bel 0471 23 45 67', ['phone']],
  ['Open 09:00-17:30, tel. 020-1234567', ['phone']],
  ['Mail anna＠example．com', ['email']],
  // More dates and hours, as each language writes them.
  ['Wij zijn open ma-vr 9u-17u30', []],
  ['Open van 9.00 tot 17.30 uur', []],
  ['Open 9:00–12:30 / 13:30–17:00', []],
  ['Open 9am-5:30pm', []],
  ['Ouvert de 9h à 12h et de 14h à 18h30', []],
  ['Fermé du 3 au 5 mai 2026', []],
  ['Fermé du 12–14 ao\u0075\u0302t 2026', []],
  ['Gesloten 24/12\u202f–\u202f02/01', []],
  ['Gesloten 24/12/2026-02/01/2027', []],
  ['2026.11.27 en 2026/11/27', []],
  ['2026\u201111\u201127', []],
  ['Tussen 12-14 mei en 20-22 juni', []],
  ['From 1 Jan 2026 - 31 Dec 2026', []],
  ['Prijs: € 12,50 - € 15,00', []],
  ['£1,250.00 or US$ 1,600.00', []],
  ['1 250 000,00 euros', []],
  ['Order 4711-22', []],
  ['1000 Brussel, 1012 AB Amsterdam', []],
])('finds in %j: %j', (text, expected) => {
  expect(findPersonalData(text)).toEqual(expected);
});

it.each([
  ['Bel 0471\u00a023\u202f45\u201167, of mail', ['0471\u00a023\u202f45\u201167']],
  ['👍 Tel. ０４７１·２３·４５·６７!', ['０４７１·２３·４５·６７']],
  ['½ ﬁn… IBAN BE71 0961 2345 6769 en a@example.com', ['BE71 0961 2345 6769', 'a@example.com']],
  ['Call 0️⃣4️⃣7️⃣1️⃣ 23 45 67', ['0️⃣4️⃣7️⃣1️⃣ 23 45 67']],
])('knows where it is in %j', (text, parts) => {
  expect(locatePersonalData(text, facts).map(({ start, end }) => text.slice(start, end))).toEqual(parts);
});

// What phone libraries read wrongly, each under a Belgian default.
it.each([
  ['27/11/2026 om 14:30', []],
  ['04/12/2026', []],
  ['on (03/18/2020)', []],
  ['0612345678, 0687654321', ['0612345678', '0687654321']],
  ['Bel 0471 23 45 67 0472 11 22 33', ['0471 23 45 67', '0472 11 22 33']],
  ['0471 23 45 67 € 12', ['0471 23 45 67']],
  ['€ 12 0471 23 45 67', ['0471 23 45 67']],
  ['4111 1111 1111 1111 0471 23 45 67', ['4111 1111 1111 1111', '0471 23 45 67']],
  ['06 12345678 12:30', ['06 12345678']],
  ['Call 06-12345678, 3011 AB', ['06-12345678']],
  ['0471\u00a023\u202f45\u201167', ['0471\u00a023\u202f45\u201167']],
  ['NL91 ABNA 0417 1643 00 0612345678', ['NL91 ABNA 0417 1643 00', '0612345678']],
  ['+32 471 23 45 67+33 6 12 34 56 78', ['+32 471 23 45 67', '+33 6 12 34 56 78']],
  ['mobiel 06 12 34 56 78', ['06 12 34 56 78']],
  ['portable 07 56 78 90 12', ['07 56 78 90 12']],
  ['Appelez le 26 12 34 56', ['26 12 34 56']],
  ['Call 212 555 0123', ['212 555 0123']],
])('finds every phone number in %j: %j', (text, parts) => {
  expect(locatePersonalData(text, facts).map(({ start, end }) => text.slice(start, end))).toEqual(parts);
});

it.each([
  ['Stuur het naar Kerkstraat 12 bus 3, 9000 Gent', 'Kerkstraat 12 bus 3, 9000 Gent'],
  ['Woont u nog op de Korte Meer 11?', null],
  ['naar de Lange Violettestraat 12A?', 'Lange Violettestraat 12A'],
  ['Grote Markt 1, 2000 Antwerpen', 'Grote Markt 1, 2000 Antwerpen'],
  ['Prinsengracht 263-B, 1016 GV Amsterdam', 'Prinsengracht 263-B, 1016 GV Amsterdam'],
  ['1016 GV 263', '1016 GV 263'],
  ['Livré au 12 rue de la Paix, 75002 Paris', '12 rue de la Paix, 75002 Paris'],
  ['12 bis, avenue des Champs-Élysées', '12 bis, avenue des Champs-Élysées'],
  ['Rue de la Loi 16, 1000 Bruxelles', 'Rue de la Loi 16, 1000 Bruxelles'],
  ['We sent it to 221B Baker Street', '221B Baker Street'],
  ['to 10 Downing Street, London SW1A 2AA?', '10 Downing Street, London SW1A 2AA'],
  ['at 1600 Pennsylvania Ave', '1600 Pennsylvania Ave'],
  ['at 42 station road', '42 station road'],
  ['Hauptstraße 5, 10115 Berlin', 'Hauptstraße 5, 10115 Berlin'],
  ['Onderweg 2 pakketjes', null],
  ['a 2 way street', null],
  ['Il reste 2 places', null],
  ['1 place de parking', null],
  ['Kerstmarkt 2026', null],
  ['Windows 10 Start Menu', null],
  ['The 24 Hour Drive', null],
])('finds the address in %j: %j', (text, part) => {
  const [found] = locatePersonalData(text, facts);
  expect(found ? [found.kind, text.slice(found.start, found.end)] : null).toEqual(
    part ? ['address', part] : null,
  );
});

it.each([
  ['85.07.30-033.28 is your national number', '85.07.30-033.28'],
  ['National insurance QQ 12 34 56 C', null],
  ['National insurance AB 12 34 56 C', 'AB 12 34 56 C'],
  ['Your order number is KX-4711-22', 'KX-4711-22'],
  ['Je bestelnummer: 471122', '471122'],
  ['Votre numéro de commande est CMD48213', 'CMD48213'],
  ['anna (at) example (dot) com', 'anna (at) example (dot) com'],
  ['https://example.com/?mail=anna@example.com', 'anna@example.com'],
  ['Tracking number 00340434161094042557', null],
  ['Track & trace 3SABCD1234567', null],
  ['Artikelnummer 12345678', null],
  ['KvK 12345678, BTW BE 0123.456.789', null],
  ['SIRET 123 456 789 00012', null],
  ['More than 12 000 000 users, 12345678 views', null],
  ['Please do not share your order number here', null],
])('knows names and labels of numbers in %j: %j', (text, part) => {
  const [found] = locatePersonalData(text, facts);
  expect(found ? text.slice(found.start, found.end) : null).toBe(part);
});

it('finds what the patterns of the company say, by their names', () => {
  const pattern = compilePattern('KL-####');
  const found = locatePersonalData('Kaart kl 4711', {
    ...facts,
    patterns: [{ name: 'Klantenkaart', pattern: pattern ?? /$^/ }],
  });
  expect(found).toMatchObject([{ kind: 'number', name: 'Klantenkaart', start: 6, end: 13 }]);
});

it('takes no long time for any text', () => {
  const signs = fc.constantFrom(
    '0',
    '4',
    ' ',
    '-',
    '.',
    '/',
    ':',
    'a',
    'mei',
    '@',
    '€',
    '\u00a0',
    '(',
    '+',
    'h',
  );
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 400 }), (parts) => {
      const started = performance.now();
      const text = parts.join('');
      for (const { start, end } of locatePersonalData(text, facts)) expect(start).toBeLessThan(end);
      expect(performance.now() - started).toBeLessThan(500);
    }),
  );
});
