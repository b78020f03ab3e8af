import type { ReplyLanguage } from '#shared/domain/replyLanguage.ts';

/** A word list per language, folded as tokens are. */
type Words = Readonly<Record<ReplyLanguage, string>>;

const toSet = (words: Words): ReadonlySet<string> =>
  new Set(Object.values(words).flatMap((list) => list.split(/\s+/).filter(Boolean)));

/** Verbs that say that what follows is a score, whatever stands before them. */
const framingVerbs: Words = {
  en: "give giving gave rate rating rated say i'd",
  nl: 'geef gaf geven zeg zeggen krijgen krijgt krijg',
  fr: 'dire donne donnerai donnerais mets mettrais mettrai jmet jmets noterais dirais dirai jdirais jdonne mettons',
};
export const framers = toSet(framingVerbs);

/** Words that say that what follows is a score. */
export const frames = toSet({
  en: `${framingVerbs.en} score scored id grade mark answer going go`,
  nl: `${framingVerbs.nl} score cijfer punt beoordeling antwoord`,
  fr: `${framingVerbs.fr} note reponse`,
});

/** Words that may stand before a score and add nothing. */
export const before = toSet({
  en: `a an the big fat solid strong good easy definitely probably honestly it its it's is that's thats that this would will you your guys
    i i'm i'll im my we we'd to with put me down for as hi hey hello there dear please ok okay yes well oh um uh overall sorry but
    final full clear proper straight think reckon guess be absolutely certainly ya u them y'all thanks thank ty cheers very great nice perfect high low weak decent
    hmm hm suppose gotta so today`,
  nl: `een n nen ne 'n dikke dik goede goeie goei ruime mooie nette mager magere stevige sterke volle zeker ik mijn m'n jullie je u jou
    zou doe maar mij me het dat dit is wordt van voor hallo hoi dag goeiedag goedendag goeiemorgen goedemorgen goeienavond goedenavond
    goedemiddag hey ja ok oke euh sorry eerlijk gezegd toch wel gewoon denk bij deze dus graag met plezier absoluut een kleine bedankt dank dankje dankjewel merci super prima heel vrij hoge lage zwakke perfecte
    goh vooruit vandaag mwa`,
  fr: `un une bon gros grand petit beau belle solide je vous te leur lui ma mon moi pour c'est ce sera serait est bonjour bonsoir salut
    coucou oui ok euh alors donc desole desolee mais sans hesiter hesitation franchement honnetement allez disons bien sur
    plutot attribue merci super tres parfait excellent bof beh bah joli jolie va sera ca de tout juste aujourd'hui`,
});

/** Words before a score that need a word such as "give" or "put" in front of them; "for 10" and "à 9" alone are something else. */
export const prepositions = toSet({
  en: 'to for with as',
  nl: 'van voor met bij',
  fr: 'pour de',
});

/** Before a number these say that it is a thing by itself, a mark: "a 9". */
export const articles = toSet({ en: 'a an', nl: 'een n ne nen', fr: 'un une' });

/** Words of people who look for the thing that a number names: "I need a 9". */
export const wanting = toSet({
  en: 'need want have has had got take took bought buy ordered order size looking wear use drive own find',
  nl: 'nodig heb heeft had wil zoek koop kocht besteld maat neem nam draag gebruik rij vind',
  fr: "j'ai ai pris prends cherche besoin taille veux voudrais achete commande utilise",
});

/** Words that may stand after a score and add nothing. */
export const after = toSet({
  en: `from me please pls i guess think reckon for sure definitely x xx xxx tbh honestly easily mate guys then i'd say would outright
    defo probably solid ya you of course not joking haha hehe today`,
  nl: `van mij aub svp alstublieft alsjeblieft denk ik hoor natuurlijk waard voor zeker dan maar x xx xxx eerlijk gezegd met een griffel
    bij deze bedoelde bedoel dus zou zeggen mezelf mijn kant vind hihi is vandaag`,
  fr: `pour moi svp stp je pense direct merite sans hesiter hesitation bien sur x xx bises facile pointe plait s'il vous te de ma part
    largement dirais mettez mdr ptdr evidemment voila aujourd'hui`,
});

/** Words that begin what was said beside a score: whatever follows them, the number before was not counting it. */
export const continuations = toSet({
  en: `because cause coz cuz since as and but though although however thanks thank thx ty cheers for great good super nice awesome amazing
    excellent perfect brilliant fantastic very really so too quick fast slow helpful friendly worst bad terrible poor awful best it it's its
    was were you your they i i'm my we would will could don't didn't meh ok okay fine happy not no never nothing took had love loved
    keep well overall lovely everything everyone all the your's thats that's nobody noone none everybody average`,
  nl: `want omdat doordat maar en bedankt dank dankje dankjewel merci thx voor top super goed goede goeie heel zeer echt erg snel snelle
    traag trage slecht slechte prima prachtig fantastisch geweldig vriendelijk vriendelijke correct correcte het dat was jullie ik je u
    geen niet nooit niks niets kon kan mag bof tevreden ontevreden alles omwille door dankzij toppers te veel al beetje niemand iedereen nergens gemiddeld`,
  fr: `car parce puisque mais et merci mercii pour super bon bonne tres trop vraiment rapide lent nickel top parfait parfaite genial
    excellent excellente c'est c'etait vous je j'ai on ca rien pas jamais aucun aucune personne peut bof satisfait satisfaite
    insatisfait service le la les un une grace tout toujours bravo efficace beaucoup malgre bien juste encore dommage moyen moyenne`,
});

/** What is counted or measured: a number before one of these is no score. */
export const units = toSet({
  en: `day days hour hours hr hrs h minute minutes min mins second seconds sec o'clock week weeks month months year years am pm times time people
    person persons orders order items item emails email mails mail calls call messages message questions question parcels parcel
    packages package boxes box products product tickets ticket dollars dollar bucks pounds pound quid euros euro eur usd gbp cents km
    miles mile kg gb mb percent pieces agents refunds refund accounts account weeks' days' hours' st nd rd th of in more less other
    others different cups january february march april may june july august september october november december jan feb apr jun jul
    aug oct nov dec kids k foot feet inch inches cm mm litre litres liter missing left broken damaged lost short extra remaining street road lane avenue pair pairs few replies responses answers complaints problems issues reviews stops floors`,
  nl: `dag dagen uur uren u minuut minuten min seconden week weken maand maanden jaar keer keren maal mensen personen bestelling
    bestellingen stuks stuk mails mail berichten bericht vragen vraag pakje pakjes pakket pakketten doos dozen producten product
    tickets euro euros eur cent km kg gb mb procent medewerkers januari februari maart april mei juni juli augustus september oktober
    november december jan feb mrt apr jun jul aug sep sept okt nov dec geleden besteld gekregen klanten artikels artikelen antwoorden klachten problemen werkdagen straat laan steenweg paar weinig ontbreken ontbreekt kapot over
    gratis nodig`,
  fr: `jour jours heure heures h minute minutes min seconde secondes semaine semaines mois an ans annee annees fois personnes gens
    commande commandes articles article mails mail messages message questions question colis produits produit billets euro euros eur
    centimes balles km kg go mo pourcent agents janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    janv fev avr juil sept oct nov dec rue boulevard chaussee commandes recus recu clients autres reponses plaintes problemes soucis ouvrables paire paires tentatives manquant manquants casses`,
});

/** Words before a date or a time. */
export const dateWords = toSet({
  en: 'since on from until till by before after at date due between',
  nl: 'sinds op vanaf tot voor na dd datum om rond vanaf tussen',
  fr: "depuis le du au avant apres jusqu'au date des vers à entre",
});

/** Words that make a score uncertain, or the score of something that did not happen. */
export const hedges = toSet({
  en: 'maybe perhaps almost nearly under below between around about roughly approximately least most less more if once unless idk unsure dunno wish wanted says',
  nl: 'misschien bijna ongeveer rond tussen ofzo minstens maximaal minder meer hooguit mits als indien weet voorlopig zoiets zegt',
  fr: "peut-etre presque environ vers entre moins plus si max maximum minimum quand sais dans aimerais j'aimerais voudrais",
});

/** Words that take back the number after them. */
export const negations = toSet({
  en: "not no isn't wasn't instead never can't cannot won't",
  nl: 'geen niet pas ipv nooit nee neen',
  fr: 'pas non jamais lieu',
});

/** Words of a score that somebody would have given. */
export const hypotheticals = toSet({
  en: "would've could could've might been usually normally last previously yesterday said",
  nl: 'geweest waren kunnen wou kon normaal vroeger vorige vorig laatst gisteren',
  fr: "aurait j'aurais aurais pourrait ete etait normalement derniere dernier avant hier",
});

/** Words that begin a correction of what was said before them. */
export const corrections = toSet({
  en: 'sorry meant mean oops whoops typo correction wait actually no make change rather',
  nl: 'sorry bedoel bedoelde oeps foutje correctie wacht nee neen maak eigenlijk euh verkeerd',
  fr: 'pardon voulais dire oups erreur corrige desole desolee non mettez fait plutot euh',
});

/** Words at which a new clause begins. */
export const breaks = toSet({
  en: 'but because cause coz cuz since and so not instead sorry oops whoops wait actually no uh um if would correction typo',
  nl: 'maar want omdat doordat en dus niet geen ipv sorry oeps wacht nee neen euh als indien correctie',
  fr: 'mais car parce puisque et donc pas pardon oups non euh desole desolee si',
});
