/** Whether a warning of a real reply had a cause, looked at one by one. */
export interface Verdict {
  /** The X id of the reply. */
  readonly id: string;
  readonly hasCause: boolean;
  readonly why: string;
}

const caused = (why: string, ids: readonly string[]): Verdict[] =>
  ids.map((id) => ({ id, hasCause: true, why }));
const needless = (why: string, ids: readonly string[]): Verdict[] =>
  ids.map((id) => ({ id, hasCause: false, why }));

/** All warnings of the real replies but those of the price, which states a fact. */
export const verdicts: readonly Verdict[] = [
  ...caused('the same words went to the same person before', ['1245498541117779973', '1245516110017056768']),
  ...caused('the same words went out in public within ten minutes', [
    '1148646995294396416',
    '1243261208431480832',
    '1245555366005313548',
    '1239816076181020675',
    '1242443077144514560',
    '1242717560317018112',
  ]),
  ...caused('the number of the customer’s ticket', ['1227753153472421888']),
  ...caused('a page of another company', ['1244170551469527042']),
  ...needless('the company’s own phone number', [
    '1244126764911284225',
    '1236809756339290114',
    '1245265616115847169',
    '1234571828003266565',
    '1244734679426752512',
    '1238620557442244610',
    '1245044953178345472',
  ]),
  ...needless('the company’s own email address', ['1154515197995966474', '1231399253748125696']),
  ...needless('a host of the company that it had not linked to twice', [
    '1245667097558081538',
    '1240628020458782722',
    '1240827786950049792',
    '1239352602694991872',
    '1243372803987927043',
    '1245442150268952576',
    '1245147624375758850',
  ]),
  ...needless('a host of a sister company', ['1242582818774863872', '1242586701240786944']),
];
