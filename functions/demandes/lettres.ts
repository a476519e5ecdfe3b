import type { Commune } from '../commune/commune.ts';
import type { Envoi } from '../envois/envoi.ts';
import { enBref } from '../platform/lettres.ts';
import { type Demande, horlogeDe } from './demande.ts';
import { recoursDe } from './recours.ts';
import { decisionDe } from './vue.ts';

/** A letter of the commune to the person who asked, or to the agent in charge: its subject and its paragraphs. */
export type Lettre = { objet: string; paragraphes: string[] };

/** The envois that tell the person: a mail, and an SMS when they asked for one. `id` makes identifiers. */
export const aUsager = (demande: Demande, lettre: Lettre, id: () => string): Envoi[] => {
  const { reference, code, usager } = demande;
  const enveloppe = { demande: reference, code, etat: 'a-expedier' as const };
  const courriel: Envoi = {
    ...enveloppe,
    id: id(),
    a: usager.courriel,
    contenu: { type: 'lettre', ...lettre, suivi: true },
  };
  return [courriel, ...parSms(demande, lettre.objet, id)];
};

/** The accusé leaves by mail, and by SMS when asked. */
export const accuseAUsager = (demande: Demande, id: () => string): Envoi[] => {
  const { reference, code, usager } = demande;
  const courriel: Envoi = {
    demande: reference,
    code,
    etat: 'a-expedier',
    id: id(),
    a: usager.courriel,
    contenu: { type: 'accuse' },
  };
  return [courriel, ...parSms(demande, `Demande reçue — ${demande.demarche.nom} (${reference})`, id)];
};

const parSms = ({ reference, code, usager }: Demande, texte: string, id: () => string): Envoi[] =>
  usager.parSms && usager.telephone
    ? [
        {
          demande: reference,
          code,
          etat: 'a-expedier',
          id: id(),
          a: usager.telephone,
          contenu: { type: 'sms', texte },
        },
      ]
    : [];

export const aAgent = (demande: Demande, lettre: Lettre & { a: string }, id: string): Envoi => ({
  id,
  demande: demande.reference,
  code: '',
  a: lettre.a,
  contenu: { type: 'lettre', objet: lettre.objet, paragraphes: lettre.paragraphes, suivi: false },
  etat: 'a-expedier',
});

const objetDe = (demande: Demande, quoi: string): string =>
  `${quoi} — ${demande.demarche.nom} (${demande.reference})`;

export const lettreDePieces = (demande: Demande, message: string): Lettre => {
  const demandees = demande.faits.findLast((fait) => fait.type === 'pieces-demandees');
  const attendues = demande.manquantes.filter((piece) => !piece.recue);
  return {
    objet: objetDe(demande, 'Il manque des pièces'),
    paragraphes: [
      'Pour étudier votre demande, il nous manque :',
      ...attendues.map(
        ({ nom, motif, fondement }) =>
          `• ${nom}${motif ? ` : ${motif}` : ''}${fondement ? ` (${fondement.texte}, ${fondement.article})` : ''}`,
      ),
      ...(message ? [message] : []),
      `Vous pouvez les envoyer en ligne, à toute heure, avant le ${enBref(demandees?.jusquau ?? '')}.`,
      ...(demandees?.arreteLeDelai ? [effetSurLeDelai(demande)] : []),
    ],
  };
};

/** CRPA L114-5: the person must be told what the request does to the delay. */
const effetSurLeDelai = ({ regime }: Demande): string =>
  regime.type === 'SVA'
    ? 'Le délai au bout duquel le silence vaut acceptation ne partira qu’à la réception de ces pièces. (CRPA, L114-5)'
    : 'Le délai au bout duquel le silence vaut rejet est suspendu jusqu’à la réception de ces pièces, et au plus tard jusqu’à cette date. (CRPA, L114-5)';

export const lettreDePiecesRecues = (demande: Demande): Lettre => {
  const { terme } = horlogeDe(demande);
  return {
    objet: objetDe(demande, 'Vos pièces sont arrivées'),
    paragraphes: [
      'Nous avons bien reçu vos pièces.',
      ...(terme
        ? [
            `Votre dossier suit son cours. Sans réponse de la mairie, votre demande sera ${terme.sens === 'acceptation' ? 'acceptée' : 'rejetée'} le ${enBref(terme.le)}.`,
          ]
        : []),
    ],
  };
};

export const lettreDeMessage = (
  demande: Demande,
  { nom, texte }: { nom: string; texte: string },
): Lettre => ({
  objet: objetDe(demande, 'Un message de la mairie'),
  paragraphes: [texte, nom],
});

export const lettreDeDecision = (demande: Demande, commune: Pick<Commune, 'tribunal'>): Lettre => {
  const decision = decisionDe(demande);
  const refus = demande.faits.some((fait) => fait.type === 'decision' && fait.sens === 'refus');
  return {
    objet: objetDe(demande, decision?.titre ?? ''),
    paragraphes: [
      `${decision?.titre}.`,
      ...(decision?.lignes ?? []).filter(Boolean),
      ...(refus ? recoursDe(demande.recours, commune) : []),
    ],
  };
};

export const lettreDeSilence = (demande: Demande, commune: Commune): Lettre => {
  const { terme, explications } = horlogeDe(demande);
  const raisons = explications.map(({ phrase, article }) => `${phrase} (${article})`);
  if (terme?.sens === 'acceptation')
    return {
      objet: objetDe(demande, 'Votre demande est acceptée'),
      paragraphes: [
        `La mairie ne vous a pas répondu à temps : votre demande est acceptée depuis le ${enBref(terme.le)}.`,
        ...raisons,
        'Vous pouvez demander une attestation de cette acceptation au service chargé de votre dossier. (CRPA, L232-3)',
      ],
    };
  return {
    objet: objetDe(demande, 'Votre demande est rejetée'),
    paragraphes: [
      `La mairie ne vous a pas répondu à temps : votre demande est rejetée depuis le ${enBref(terme?.le ?? '')}.`,
      ...raisons,
      'Vous pouvez demander à la mairie les raisons de ce rejet ; elle doit vous les donner dans le mois. (CRPA, L232-4)',
      ...recoursDe(demande.recours, commune),
    ],
  };
};

export const lettreDeRappel = (demande: Demande, jours: number): Lettre => {
  const { terme } = horlogeDe(demande);
  const effet = terme?.sens === 'acceptation' ? 'acceptée' : 'rejetée';
  return {
    objet: `Plus que ${jours} jours — ${demande.demarche.nom} (${demande.reference})`,
    paragraphes: [
      `Cette demande attend une réponse. Sans décision notifiée, elle sera ${effet} par silence le ${enBref(terme?.le ?? '')}.`,
      `Dernier jour prudent pour notifier une décision : le ${enBref(terme?.dernierJourUtile ?? '')}.`,
    ],
  };
};

export const lettreDeSilenceAuxAgents = (demande: Demande): Lettre => {
  const acceptee = demande.statut === 'acceptee-par-silence';
  return {
    objet: `${acceptee ? 'Acceptée' : 'Rejetée'} par silence — ${demande.demarche.nom} (${demande.reference})`,
    paragraphes: [
      `Le délai est passé sans décision : cette demande est ${acceptee ? 'acceptée' : 'rejetée'} par silence. La personne est prévenue.`,
      ...(acceptee
        ? ['Une acceptation illégale peut être retirée dans les quatre mois. (CRPA, L242-1)']
        : []),
    ],
  };
};
