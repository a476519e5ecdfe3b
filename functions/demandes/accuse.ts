import * as z from 'zod';
import { adresseEnLignes, type Commune, Service, serviceDe } from '../commune/commune.ts';
import { enBref, enLettres, heureDe, jourLocal } from '../platform/lettres.ts';
import { type Demande, horlogeDe, recueLe } from './demande.ts';
import { recoursDe } from './recours.ts';

const commun = {
  reference: z.string(),
  code: z.string(),
  objet: z.string(),
  commune: z.string(),
  fuseau: z.string(),
  recueLe: z.iso.datetime(),
  service: Service,
};
const delai = z.object({ le: z.iso.date(), fondement: z.string() });

/** The accusé de réception électronique (CRPA R112-11-1): a record in which no legal mention can be missing. */
export const Accuse = z.discriminatedUnion('nature', [
  z.object({ nature: z.literal('demande-sva'), ...commun, acceptation: delai }),
  z.object({
    nature: z.literal('demande-svr'),
    ...commun,
    rejet: delai,
    recours: z.array(z.string()).min(2),
  }),
  z.object({ nature: z.literal('sans-decision-implicite'), ...commun }),
]);
export type Accuse = z.infer<typeof Accuse>;

/** Issues the accusé of a demande that has just been received. It is kept as issued, whatever happens to the clock later. */
export const accuser = (demande: Demande, commune: Commune): Accuse => {
  const { terme } = horlogeDe(demande);
  const tous = {
    reference: demande.reference,
    code: demande.code,
    objet: demande.demarche.nom,
    commune: commune.nomComplet,
    fuseau: commune.fuseau,
    recueLe: recueLe(demande),
    service: serviceDe(commune, demande.service),
  };
  if (!terme || demande.regime.type === 'AUCUN') return { nature: 'sans-decision-implicite', ...tous };
  const { texte, article } = demande.regime.fondement;
  const delai = { le: terme.le, fondement: `${texte}, ${article}` };
  if (terme.sens === 'acceptation') return { nature: 'demande-sva', ...tous, acceptation: delai };
  return { nature: 'demande-svr', ...tous, rejet: delai, recours: recoursDe(demande.recours, commune) };
};

/** A titled group of sentences: the screen, the mail and the PDF all print these. */
export type Section = { titre: string; lignes: string[] };

export const sectionsDe = (accuse: Accuse): Section[] => [
  { titre: 'Votre demande est reçue', lignes: reception(accuse) },
  {
    titre: 'Le service chargé de votre dossier',
    lignes: [
      accuse.service.nom,
      ...adresseEnLignes(accuse.service.adresse),
      `Téléphone : ${accuse.service.telephone}`,
      `E-mail : ${accuse.service.courriel}`,
    ],
  },
  ...silence(accuse),
];

const reception = ({ objet, commune, recueLe, fuseau, reference, code }: Accuse): string[] => [
  `${commune} a reçu votre demande « ${objet} » le ${enLettres(jourLocal(recueLe, fuseau))} à ${heureDe(recueLe, fuseau)}.`,
  `Référence : ${reference}`,
  `Code de suivi : ${code}`,
];

const silence = (accuse: Accuse): Section[] => {
  switch (accuse.nature) {
    case 'sans-decision-implicite':
      return [
        {
          titre: 'La suite',
          lignes: [
            'Le service traite votre demande. Cette démarche n’attend pas de décision : le silence de la mairie n’y vaut ni accord ni refus.',
          ],
        },
      ];
    case 'demande-sva':
      return [
        {
          titre: 'Si la mairie ne vous répond pas',
          lignes: [
            `Sans réponse de la mairie, votre demande sera acceptée le ${enBref(accuse.acceptation.le)}, sous réserve que la demande soit complète. (${accuse.acceptation.fondement})`,
            'Vous pourrez alors demander une attestation de cette acceptation. (CRPA, L232-3)',
          ],
        },
      ];
    case 'demande-svr':
      return [
        {
          titre: 'Si la mairie ne vous répond pas',
          lignes: [
            `Sans réponse de la mairie, votre demande sera rejetée le ${enBref(accuse.rejet.le)}, sous réserve que la demande soit complète. (${accuse.rejet.fondement})`,
          ],
        },
        { titre: 'Vos recours en cas de rejet', lignes: accuse.recours },
      ];
  }
};
