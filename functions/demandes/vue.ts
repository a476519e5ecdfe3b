import type { Commune, Service } from '../commune/commune.ts';
import type { Demarche } from '../demarches/demarche.ts';
import { reponseLisible } from '../demarches/lisible.ts';
import { piecesDe, type Reponses } from '../demarches/reponses.ts';
import type { Envoi } from '../envois/envoi.ts';
import type { Piece } from '../pieces/piece.ts';
import { joursEntre } from '../platform/dates.ts';
import { enBref, jourLocal } from '../platform/lettres.ts';
import { nomDe } from '../usagers/usager.ts';
import {
  aQui,
  canalDe,
  type Demande,
  estClose,
  gestesPossibles,
  horlogeDe,
  intituleDe,
  recueLe,
} from './demande.ts';
import type { Dossier, Ligne, Suivi } from './formes.ts';
import type { Message } from './message.ts';
import { suitesDe } from './suites.ts';
import { phraseDe, titreDe, vieDe } from './vie.ts';
import { type Voie, voiesDe } from './voie.ts';

type Resume = Omit<Ligne, 'joursRestants'>;

/** What the queue shows of a demande, kept beside it so that a list reads nothing else. */
export const resumeDe = (demande: Demande, dernierMot = dernierFait(demande)): Resume => {
  const { terme } = horlogeDe(demande);
  return {
    reference: demande.reference,
    objet: intituleDe(demande),
    personne: nomDe(demande.usager),
    canal: canalDe(demande),
    statut: demande.statut,
    service: demande.service,
    recueLe: recueLe(demande),
    ...(demande.agent && { agent: demande.agent.nom }),
    ...(terme && demande.statut !== 'ecartee' && { terme: { le: terme.le, sens: terme.sens } }),
    dernierMot,
  };
};

const dernierFait = (demande: Demande): Resume['dernierMot'] => {
  const fait = demande.faits.filter((candidat) => candidat.type !== 'rappel').at(-1);
  return {
    le: fait?.le ?? recueLe(demande),
    phrase: (fait && titreDe(fait)?.titre) ?? '',
    deLaPersonne: fait?.par.qui === 'usager',
  };
};

export const ligneDe = (resume: Resume, aujourdhui: string): Ligne =>
  resume.terme ? { ...resume, joursRestants: joursEntre(aujourdhui, resume.terme.le) } : resume;

/** What a decision says, to the screen and to the mail alike. */
export const decisionDe = (demande: Demande): { titre: string; lignes: string[] } | undefined => {
  const fait = demande.faits.findLast((candidat) => candidat.type === 'decision');
  if (!fait) return undefined;
  const qui = [fait.par.nom, fait.par.service].filter(Boolean).join(', ');
  const signature = `${qui}, le ${enBref(jourLocal(fait.le, demande.fuseau))}`;
  switch (fait.sens) {
    case 'acceptation':
      return {
        titre: 'Votre demande est acceptée',
        lignes: [...(fait.texte ? [fait.texte] : []), signature],
      };
    case 'cloture':
      return { titre: 'Votre demande est traitée', lignes: [fait.texte, signature] };
    case 'refus':
      return {
        titre: 'Votre demande est refusée',
        lignes: [`Les faits : ${fait.faits ?? ''}`, `Le droit : ${fait.droit ?? ''}`, fait.texte, signature],
      };
  }
};

const manquantesDe = ({ manquantes }: Demande) =>
  manquantes.map(({ id, nom, motif, fondement, recue }) => ({
    id,
    nom,
    motif,
    recue,
    ...(fondement && { fondement: `${fondement.texte}, ${fondement.article}` }),
  }));

const jusquauDe = (demande: Demande): string | undefined =>
  demande.statut === 'incomplete'
    ? demande.faits.findLast((fait) => fait.type === 'pieces-demandees')?.jusquau
    : undefined;

type Lue = {
  lue: { valeur: Demande; version: number };
  reponses: Reponses;
  messages: Message[];
  pieces: Piece[];
  envois: Envoi[];
  consultations: { le: string; nom: string }[];
};

const communDe = ({ lue, messages, pieces }: Lue, { service, demarche }: Omit<Cadre, 'commune'>) => {
  const demande = lue.valeur;
  const { terme, etat } = horlogeDe(demande);
  const jusquau = jusquauDe(demande);
  const decision = decisionDe(demande);
  return {
    reference: demande.reference,
    objet: intituleDe(demande),
    statut: demande.statut,
    phrase: phraseDe(demande),
    aQui: aQui(demande),
    service,
    terme,
    etatHorloge: etat,
    vie: vieDe(demande),
    manquantes: manquantesDe(demande),
    ...(jusquau && { jusquau }),
    messages,
    pieces: pieces.map((piece) => ({ ...piece, intitule: intitulePiece(piece.pour, demande, demarche) })),
    ...(decision && { decision }),
  };
};

type Entiere = Pick<Lue, 'lue' | 'reponses' | 'pieces'>;

/** The pièces that one said one would send later, and may still send. */
export const promisesDe = (
  { lue, reponses, pieces }: Entiere,
  demarche: Demarche | undefined,
): { id: string; nom: string; aide?: string }[] => {
  if (!demarche || estClose(lue.valeur)) return [];
  const venues = new Set([...pieces.map(({ pour }) => pour), ...lue.valeur.manquantes.map(({ id }) => id)]);
  return piecesDe(demarche, reponses)
    .filter(({ id, obligatoire, plusTard }) => obligatoire && plusTard && !venues.has(id))
    .map(({ id, nom, aide }) => ({ id, nom, ...(aide && { aide }) }));
};

type Cadre = { service: Service; demarche: Demarche | undefined; commune: Pick<Commune, 'tribunal'> };

/** The page of the person who asked. */
export const suiviDe = (entiere: Lue, { service, demarche, commune }: Cadre): Suivi => {
  const { agent } = entiere.lue.valeur;
  return {
    ...communDe(entiere, { service, demarche }),
    ...(agent && { agent: { nom: agent.nom, qualite: agent.qualite } }),
    suites: suitesDe(entiere.lue.valeur, commune),
    reponses: reponsesLisibles(demarche, entiere.reponses),
    promises: promisesDe(entiere, demarche),
    lecteurs: entiere.consultations,
  };
};

type Autour = {
  service: Service;
  demarche: Demarche | undefined;
  autres: Resume[];
  /** Has this person asked for no more SMS? */
  sansSms: boolean;
  services: { id: string; nom: string }[];
};

/** The file of the agent. */
export const dossierDe = (
  entiere: Lue,
  { service, demarche, autres, sansSms, services }: Autour,
): Dossier => {
  const { valeur: demande, version } = entiere.lue;
  // Until someone says which démarche it is, no pièce is expected.
  const attendDesPieces = demande.statut !== 'a-qualifier';
  return {
    ...communDe(entiere, { service, demarche }),
    version,
    canal: canalDe(demande),
    recueLe: recueLe(demande),
    personne: nomDe(demande.usager),
    usager: demande.usager,
    ...(demande.agent && { agent: demande.agent }),
    reponses: reponsesLisibles(demarche, entiere.reponses),
    attendues: (attendDesPieces && demarche ? piecesDe(demarche, entiere.reponses) : []).map(
      ({ id, nom, fondement, indispensable, obligatoire }) => ({
        id,
        nom,
        indispensable,
        obligatoire,
        recue: entiere.pieces.some((piece) => piece.pour === id),
        // What may be left out is required by no text: asking for it does not stop the clock.
        ...(fondement && obligatoire && { fondement: `${fondement.texte}, ${fondement.article}` }),
      }),
    ),
    gestes: gestesPossibles(demande),
    recours: demande.recours,
    autres: autres.map(({ reference, objet, statut, recueLe: le }) => ({
      reference,
      objet,
      statut,
      recueLe: le,
    })),
    echecs: entiere.envois
      .filter(({ etat }) => etat === 'echec')
      .map(({ a, motif }) => `Le message pour ${a} n’est pas arrivé : ${motif ?? 'raison inconnue'}.`),
    services: services.map(({ id, nom }) => ({ id, nom })),
    voies: voiesDe(demande).filter(({ par }: Voie) => !sansSms || par !== 'sms'),
  };
};

/** In the order of the form; an answer to a question that the démarche no longer asks comes last, under its own name. */
const reponsesLisibles = (demarche: Demarche | undefined, reponses: Reponses) => {
  const champs = demarche?.etapes.flatMap((etape) => etape.champs) ?? [];
  const posees = champs.flatMap((champ) =>
    reponses[champ.id] === undefined
      ? []
      : [{ libelle: champ.libelle, valeur: reponseLisible(champ, reponses[champ.id]) }],
  );
  const autres = Object.entries(reponses).filter(([id]) => !champs.some((champ) => champ.id === id));
  return [...posees, ...autres.map(([libelle, valeur]) => ({ libelle, valeur: String(valeur) }))];
};

/** The name of the pièce that a file answers. */
const intitulePiece = (pour: string, { manquantes }: Demande, demarche: Demarche | undefined): string =>
  manquantes.find(({ id }) => id === pour)?.nom ??
  demarche?.pieces.find(({ id }) => id === pour)?.nom ??
  'Pièce jointe';
