import { adresseEnLignes, type Commune, type Responsable } from '../commune/commune.ts';
import { citer } from '../echeances/explication.ts';
import type { Demarche } from './demarche.ts';
import { BASES, DROITS } from './traitement.ts';

/** A titled group of sentences. */
export type Partie = { titre: string; lignes: string[] };

type Lue = Pick<Demarche, 'nom' | 'autorite' | 'traitement' | 'regime' | 'conservation' | 'recupere'>;

/** Who answers for the answers: the commune, or the CCAS, which is another person in law (CASF L123-6; RGPD, 4-7). */
export const responsableDe = ({ autorite }: Pick<Demarche, 'autorite'>, commune: Commune): Responsable => {
  const { nomComplet: nom, adresse, courriel, telephone, dpo } = commune;
  return autorite === 'ccas' && commune.ccas
    ? commune.ccas
    : { nom, adresse, courriel, telephone, ...(dpo && { dpo }) };
};

/** Until the commune has named one, its own address takes the letters. */
const dpoDe = ({ dpo, courriel, telephone }: Responsable): NonNullable<Responsable['dpo']> =>
  dpo ?? { courriel, telephone };

/** What must be told when data are collected (RGPD, 13 and 14), for one démarche. */
export const noticeDe = (demarche: Lue, commune: Commune, service: { nom: string }): Partie[] => {
  const responsable = responsableDe(demarche, commune);
  const dpo = dpoDe(responsable);
  return [
    {
      titre: 'Qui en répond',
      lignes: [
        `${responsable.nom}, ${adresseEnLignes(responsable.adresse).join(', ')}.`,
        `Délégué à la protection des données : ${[dpo.nom, dpo.courriel, dpo.telephone].filter(Boolean).join(', ')}.`,
      ],
    },
    { titre: 'Pourquoi', lignes: pourquoi(demarche) },
    {
      titre: 'Qui les reçoit',
      lignes: [
        `Le service « ${service.nom} ».`,
        ...demarche.traitement.destinataires.map((un) => `${un}.`),
        SOUS_TRAITANT,
      ],
    },
    ...(demarche.recupere.length > 0
      ? [{ titre: 'Ce qui ne vient pas de vous', lignes: demarche.recupere.map((quoi) => `${quoi}.`) }]
      : []),
    { titre: 'Combien de temps', lignes: garde(demarche) },
    { titre: 'Vos droits', lignes: droits(demarche, { courriel: dpo.courriel, commune }) },
  ];
};

const SOUS_TRAITANT =
  'Amazon Web Services, qui héberge ce site à Paris pour le compte de la mairie, sans pouvoir en faire autre chose.';

const pourquoi = ({ nom, traitement, regime }: Lue): string[] => {
  const { base, fondement = regime.fondement, sensibles } = traitement;
  return [
    `Traiter votre démarche « ${nom} », et rien d’autre. Le traitement repose sur ${BASES[base].phrase}. (${BASES[base].article} ; ${citer(fondement)})`,
    'Les réponses demandées sont nécessaires : sans elles, la demande ne peut pas être traitée. Celles qui sont marquées « facultatif » ne le sont pas.',
    ...(sensibles
      ? [
          `Certaines réponses sont protégées : ${sensibles.quoi}. (${sensibles.permis}) Seules les personnes qui traitent votre demande les lisent : ni l’accueil, ni l’administration du site.`,
        ]
      : []),
    'Aucune décision n’est prise par un programme.',
  ];
};

const SORTS = {
  destruction: 'Ensuite, elles doivent être détruites',
  tri: 'Ensuite, un tri décide de ce qui va aux archives publiques',
  versement: 'Ensuite, elles vont aux archives publiques',
} as const;

/** What is not done by a machine today is not promised. */
const garde = ({ conservation: { duree, sort } }: Lue): string[] => [
  `La règle de la mairie : ${dureeEnLettres(duree)} après la fin de la demande. ${SORTS[sort]}, avec le visa des Archives départementales. (Code du patrimoine, L212-2)`,
  'Ce site n’efface rien de lui-même à cette date : c’est un agent qui le fait.',
];

const dureeEnLettres = (duree: string): string => {
  const [, nombre = '', unite] = /^P(\d+)([YMD])$/.exec(duree) ?? [];
  const pluriel = Number(nombre) > 1 ? 's' : '';
  if (unite === 'Y') return `${nombre} an${pluriel}`;
  return unite === 'M' ? `${nombre} mois` : `${nombre} jour${pluriel}`;
};

/** The démarche is the commune's: it does not open the files of the CCAS. */
const parDemarche = ({ autorite }: Lue, { demarches }: Commune): string =>
  autorite !== 'ccas' && demarches.ouvertes.includes('exercice-des-droits')
    ? ', ou utilisez la démarche « Exercer ses droits sur ses données »'
    : '';

const droits = (demarche: Lue, { courriel, commune }: { courriel: string; commune: Commune }): string[] => [
  `Vous pouvez ${new Intl.ListFormat('fr').format(DROITS[demarche.traitement.base])}. Écrivez au délégué à la protection des données (${courriel})${parDemarche(demarche, commune)}. (RGPD, 15 à 22)`,
  'Vous pouvez aussi porter plainte à la CNIL, www.cnil.fr. (RGPD, 77)',
];
