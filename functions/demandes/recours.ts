import { adresseEnLignes, type Commune } from '../commune/commune.ts';
import type { Autorite } from '../demarches/autorite.ts';
import { type Instance, type Recours, voiesDeRecours } from '../demarches/recours.ts';
import { citer } from '../echeances/explication.ts';
import { siegeDe } from '../echeances/residence.ts';
import { delaiEnLettres } from '../platform/dates.ts';
import type { Demande } from './demande.ts';

/** From when the delay runs: a rejection to come, one born of silence, its reasons, or a decision that is notified. */
export type Depuis =
  | 'ce rejet'
  | 'ce rejet par silence'
  | 'la réception de ces raisons'
  | 'la confirmation de ce refus'
  | 'la réception de l’accusé de cette demande'
  | 'la notification de cette décision';

/** What of a commune says before whom its decisions are contested. */
export type Instances = Pick<Commune, 'tribunal' | 'instances' | 'mediateur' | 'calendrier'>;

type Contestee = Pick<Demande, 'recours' | 'autorite'> & { depuis: Depuis };

/**
 * Voies et délais de recours: badly said, the delay does not run (CJA R421-5; CRPA L112-6, L112-12), and a compulsory
 * step that is not named is not opposable (CRPA L412-3).
 */
export const recoursDe = ({ recours, autorite, depuis }: Contestee, commune: Instances): string[] => {
  const voies = voiesDeRecours({ recours });
  const [premiere, ...suite] = voies;
  const cadre = { autorite, commune };
  if (premiere?.prealable)
    return [...etapeDite(premiere, depuis, cadre), ...suiteDite(suite, cadre), ...distanceDite(suite, cadre)];
  return [...choixDits(voies, depuis, cadre), ...distanceDite(voies, cadre), ...mediationDite(voies, cadre)];
};

/** No delay is told without those that distance adds, and no one is asked where they live (CJA R421-7). */
const distanceDite = (voies: readonly Recours[], { commune }: Cadre): string[] =>
  voies.some(({ devant, delai }) => devant === 'tribunal-administratif' && delai)
    ? [
        `Devant le tribunal administratif, ce délai est plus long d’un mois si vous habitez ${siegeDe({ zone: commune.calendrier }) === 'metropole' ? 'outre-mer' : 'hors de son ressort'}, de deux mois si vous habitez à l’étranger. (CJA, R421-7)`,
      ]
    : [];

type Cadre = { autorite: Demande['autorite']; commune: Instances };

const dans = ({ delai }: Recours, depuis: string): string =>
  delai ? `dans les ${delaiEnLettres(delai)} qui suivent ${depuis}` : '';

/** The step without which the judge hears nobody. */
const etapeDite = (etape: Recours, depuis: Depuis, cadre: Cadre): string[] => [
  `Vous pouvez saisir${etape.delai ? `, ${dans(etape, depuis)},` : ''} ${lInstance(etape.devant, cadre)}. (${citer(etape.fondement)})`,
  ...(etape.phrase ? [etape.phrase] : []),
  ...(etape.silence
    ? [`Sans réponse de sa part pendant ${delaiEnLettres(etape.silence)}, votre recours est rejeté.`]
    : []),
];

const suiteDite = (voies: readonly Recours[], cadre: Cadre): string[] =>
  voies.map(
    (voie) =>
      `Cette étape est obligatoire avant de saisir ${lInstance(voie.devant, cadre)}${voie.delai ? `, ${dans(voie, 'la réponse qui y est donnée, ou ce silence')}` : ''}. (${citer(voie.fondement)} ; CRPA, L412-3)${voie.phrase ? ` ${voie.phrase}` : ''}`,
  );

const choixDits = (voies: readonly Recours[], depuis: Depuis, cadre: Cadre): string[] => {
  const [seule, autre] = voies;
  return seule && !autre ? uniqueDite(seule, depuis, cadre) : plusieursDites(voies, depuis, cadre);
};

const uniqueDite = (voie: Recours, depuis: Depuis, cadre: Cadre): string[] => [
  `Vous pouvez saisir${voie.delai ? `, ${dans(voie, depuis)},` : ''} ${lInstance(voie.devant, cadre)}${guichetDe(voie.devant)}. (${citer(voie.fondement)})`,
  ...(voie.phrase ? [voie.phrase] : []),
];

/** Said once when they all have the same delay; else each says its own. The judge, who comes last, gives the text. */
const plusieursDites = (voies: readonly Recours[], depuis: Depuis, cadre: Cadre): string[] => {
  const delais = new Set(voies.map((voie) => dans(voie, depuis)));
  const commun = delais.size === 1 ? ([...delais][0] ?? '') : '';
  const textes = voies.slice(-1).map(({ fondement }) => ` (${citer(fondement)})`);
  const puces = voies.map((voie) =>
    [enAgissant(voie, cadre), ...(commun ? [] : [dans(voie, depuis)]).filter(Boolean)].join(', '),
  );
  return [
    `Vous pouvez contester${commun && ` ${commun}`}${textes.join('')} :`,
    ...puces.slice(0, -1).map((puce) => `• ${puce} ;`),
    ...puces.slice(-1).map((puce) => `• ou ${puce}.`),
    ...voies.flatMap(({ phrase }) => phrase ?? []),
  ];
};

const enAgissant = ({ devant, fondement }: Recours, cadre: Cadre): string => {
  switch (devant) {
    case 'mairie':
      return `en demandant ${AUTEURS[cadre.autorite === 'ccas' ? 'ccas' : 'mairie'].a} de revoir sa décision (recours gracieux), ce qui fait repartir le délai (${citer(fondement)})`;
    case 'dasen':
    case 'prefet':
      return `en écrivant à l’autorité au nom de qui le maire décide ici (recours hiérarchique), ${lInstance(devant, cadre)}, ce qui fait repartir le délai (${citer(fondement)})`;
    case 'commission-de-controle':
    case 'cada':
    case 'cnil':
    case 'procureur':
      return `en saisissant ${lInstance(devant, cadre)} (${citer(fondement)})`;
    case 'tribunal-administratif':
    case 'tribunal-judiciaire':
      return `en saisissant ${lInstance(devant, cadre)}${guichetDe(devant)}`;
  }
};

/** The CCAS decides by itself: it is to it that one writes (CASF L123-6). */
const AUTEURS = {
  mairie: { a: 'à la mairie', nom: 'la mairie' },
  ccas: { a: 'au CCAS', nom: 'le CCAS' },
} as const;

const guichetDe = (devant: Instance): string =>
  devant === 'tribunal-administratif' ? ', sur place, par courrier ou sur www.telerecours.fr' : '';

type Lieu = Commune['tribunal'];

const situe = ({ nom, adresse }: Lieu): string => [nom, ...adresseEnLignes(adresse)].join(', ');

/** Its name, and where to write to it. */
const lInstance = (devant: Instance, { autorite, commune: { tribunal, instances = {} } }: Cadre): string => {
  const judiciaire = instances.tribunalJudiciaire
    ? situe(instances.tribunalJudiciaire)
    : 'tribunal judiciaire dont dépend la commune';
  switch (devant) {
    case 'mairie':
      return AUTEURS[autorite === 'ccas' ? 'ccas' : 'mairie'].nom;
    case 'dasen':
      return `le ${instances.dasen ? situe(instances.dasen) : 'directeur académique des services de l’éducation nationale'}`;
    case 'prefet':
      return `le ${instances.prefet ? situe(instances.prefet) : 'préfet du département'}`;
    case 'commission-de-controle':
      return 'la commission de contrôle des listes électorales, par écrit, à la mairie';
    case 'cada':
      return 'la Commission d’accès aux documents administratifs (CADA), TSA 50730, 75334 Paris Cedex 07, ou www.cada.fr';
    case 'cnil':
      return 'la Commission nationale de l’informatique et des libertés (CNIL), TSA 80715, 75334 Paris Cedex 07, ou www.cnil.fr';
    case 'procureur':
      return `le procureur de la République près le ${judiciaire}`;
    case 'tribunal-administratif':
      return `le ${situe(tribunal)}`;
    case 'tribunal-judiciaire':
      return `le ${judiciaire}`;
  }
};

const DE_LA_COMMUNE: readonly Autorite[] = ['maire', 'conseil-municipal'];

/** The commune's own médiateur hears what the commune decides, not what its maire does for the State (CGCT L1112-24). */
const mediationDite = (voies: readonly Recours[], { autorite, commune }: Cadre): string[] => {
  const { mediateur } = commune;
  const sienne = DE_LA_COMMUNE.includes(autorite ?? 'maire');
  if (!mediateur || !sienne || !voies.some(({ devant }) => devant === 'tribunal-administratif')) return [];
  const contacts = [
    mediateur.courriel,
    mediateur.telephone,
    mediateur.adresse && adresseEnLignes(mediateur.adresse).join(', '),
  ];
  return [
    `Vous pouvez aussi saisir, gratuitement, ${mediateur.nom} : ${contacts.filter(Boolean).join(', ')}. (CGCT, L1112-24)`,
    'Une médiation engagée avant la fin du délai l’interrompt ; l’avoir demandée ne suffit pas. (CRPA, L421-3 et L424-2)',
  ];
};
