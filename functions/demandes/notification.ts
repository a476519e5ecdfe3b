import { adresseEnLignes, type Service } from '../commune/commune.ts';
import { enBref, heureDe, jourLocal } from '../platform/lettres.ts';
import { decisionDe } from './decision.ts';
import type { Demande } from './demande.ts';
import type { FaitDe } from './fait.ts';
import { type Lettre, objetDe } from './lettres.ts';

/** What is notified by being put in the person's space: a decision, its withdrawal, the reasons of a silence. */
export type Notifie = FaitDe<'decision'> | FaitDe<'retrait'> | FaitDe<'motifs-communiques'>;

export const notifieDe = ({ faits }: Pick<Demande, 'faits'>): Notifie | undefined =>
  faits.findLast(
    (fait): fait is Notifie =>
      fait.type === 'decision' || fait.type === 'retrait' || fait.type === 'motifs-communiques',
  );

/**
 * The mail is not the act. Only what is notified through the téléservice needs no signature (CRPA L212-2, 1°): the mail
 * says that the act is there, since when, from whom, and how to open it (R112-18 asks as much of a registered one).
 */
export const avisDeNotification = (demande: Demande, service: Service): Lettre => {
  const notifie = notifieDe(demande);
  const titre = notifie ? titreDe(notifie, demande) : '';
  const depuis = notifie
    ? `depuis le ${enBref(jourLocal(notifie.le, demande.fuseau))} à ${heureDe(notifie.le, demande.fuseau)}`
    : '';
  const quoi = notifie ? QUOI[notifie.type] : QUOI.decision;
  return {
    objet: objetDe(demande, titre),
    paragraphes: [
      `${titre}.`,
      `${quoi.nom} dans votre espace ${depuis}. Cet e-mail vous en prévient : il ne ${quoi.remplace} pas.`,
      ...(quoi.contient ? [quoi.contient] : []),
      `Pour ${quoi.ouvrir} : suivez le lien ci-dessous, ou ouvrez le suivi de la demande ${demande.reference} sur le portail de la commune, avec le code reçu dans votre accusé de réception.`,
      `Service qui vous répond : ${service.nom}, ${adresseEnLignes(service.adresse).join(', ')}, téléphone ${service.telephone}, ${service.courriel}. Si vous ne pouvez pas l’ouvrir, il vous en remettra un exemplaire sur papier, signé.`,
    ],
  };
};

const titreDe = (notifie: Notifie, demande: Demande): string =>
  notifie.type === 'motifs-communiques'
    ? 'La mairie vous donne les raisons du rejet de votre demande'
    : (decisionDe(demande)?.titre ?? '');

const DECISION = {
  nom: 'La décision est',
  remplace: 'la remplace',
  ouvrir: 'la lire et la garder',
  contient:
    'Elle dit qui l’a prise et, quand la loi le demande, ses raisons, vos recours et leurs délais. (CRPA, L212-2)',
};

const QUOI: Record<Notifie['type'], { nom: string; remplace: string; ouvrir: string; contient?: string }> = {
  decision: DECISION,
  retrait: DECISION,
  'motifs-communiques': {
    nom: 'Ces raisons sont',
    remplace: 'les remplace',
    ouvrir: 'les lire et les garder',
    contient: 'Elles font repartir votre délai pour contester. (CRPA, L232-4)',
  },
};
