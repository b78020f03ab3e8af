import { tokenise, toWords } from '#shared/foldText.ts';

/** Words that say nothing about what a post is about; shorter ones are no themes anyway. */
const lists = [
  `the and for you your yours are was were been being have has had having not but with without this that these those they them their theirs there here what when where who whom which why how
  can could would should will shall may might must did does doing done don doesn didn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn ain cannot all any some many much more most
  other another such only own same than then too very just also even still again once about after before above below over under out off from into onto down through during between against because
  until while since until yet ever never always now today yesterday tomorrow get gets got getting going gone goes went come comes came make makes made take takes took let lets know think want wants
  need needs like really please thanks thank hello hey see say says said one two three first last new its his her him she our ours own back way day days week time people thing things something anything
  nothing everything someone anyone everyone lot lots bit yes nope okay lol omg via amp`,
  `het een van voor met niet geen dat dit die deze der den des aan als bij dan door naar maar ook nog wel heb hebt heeft hebben had hadden zijn ben bent was waren word wordt worden werd geworden
  kan kunt kunnen kon konden zal zult zullen zou zouden moet moeten moest mag mogen wil wilt willen wilde doe doet doen deed gaat gaan ging komt komen kwam krijg krijgt krijgen kreeg maak maakt
  maken laat laten weet weten denk denkt zeg zegt zei ziet zien jij jou jouw jullie mijn ons onze hun hen haar hem zij wij wie wat waar wanneer waarom hoe welke welk hier daar waar erg heel zeer
  meer minder veel weinig alle alles iets niets niks iemand niemand iedereen altijd nooit soms weer opnieuw steeds vandaag gisteren morgen sinds tijdens over onder boven tussen tegen zonder zonder
  omdat want dus toch nou even gewoon echt alleen zelf zelfs eens keer dag dagen week tijd mensen ding dingen een twee drie eerste laatste nieuw nieuwe bedankt dank hallo hoi graag alvast`,
  `les des une aux par pour avec sans sur sous dans entre vers chez est sont suis sommes etes etait etaient sera seront serait ete etre avoir avez avons ont avait avaient ayant aura fait faire
  faites font fais peut peux pouvez peuvent pouvait pourrait pourriez dois doit devez doivent devait veux veut voulez veulent voudrais va vais vont allez aller vient viens venir dit dire sais sait
  pas plus moins tres trop bien mal aussi encore toujours jamais rien tout tous toute toutes quelque quelques chose quelqu personne aucun aucune chaque autre autres meme memes tel telle mais donc car
  que qui quoi dont quand comment pourquoi combien quel quelle quels quelles cet cette ces celui celle ceux cela ceci mon mes ton tes son ses notre nos votre vos leur leurs moi toi lui elle elles ils
  nous vous eux soi depuis apres avant pendant jusqu hier demain aujourd hui alors ainsi puis ici voila voici merci bonjour bonsoir salut svp stp fois jour jours semaine temps gens deux trois premier
  premiere dernier derniere nouveau nouvelle vraiment juste oui non`,
];

export const stopWords: ReadonlySet<string> = new Set(lists.flatMap((list) => toWords(tokenise(list))));
