import type { Service } from '../commune/commune.ts';
import type { Demarche } from '../demarches/demarche.ts';
import { piecesDe, type Reponses, type Valeur } from '../demarches/reponses.ts';
import type { Envoi } from '../envois/envoi.ts';
import type { Piece } from '../pieces/piece.ts';
import { joursEntre } from '../platform/dates.ts';
import { enBref, jourLocal } from '../platform/lettres.ts';
import { nomDe } from '../usagers/usager.ts';
import { aQui, type Demande, gestesPossibles, horlogeDe, recueLe } from './demande.ts';
import type { Dossier, Ligne, Suivi } from './formes.ts';
import type { Message } from './message.ts';
import { phraseDe, titreDe, vieDe } from './vie.ts';

type Resume = Omit<Ligne, 'joursRestants'>;

/** What the queue shows of a demande, kept beside it so that a list reads nothing else. */
export const resumeDe = (demande: Demande, dernierMot = dernierFait(demande)): Resume => {
  const { terme } = horlogeDe(demande);
  const [premier] = demande.faits;
  return {
    reference: demande.reference,
    objet: demande.demarche.nom,
    personne: nomDe(demande.usager),
    canal: premier?.type === 'recue' ? premier.canal : 'web',
    statut: demande.statut,
    service: demande.service,
    recueLe: recueLe(demande),
    ...(demande.agent && { agent: demande.agent.nom }),
    ...(terme && { terme: { le: terme.le, sens: terme.sens } }),
    dernierMot,
  };
};

const dernierFait = (demande: Demande): Resume['dernierMot'] => {
  const fait = demande.faits.filter((candidat) => candidat.type !== 'rappel').at(-1);
  return { le: fait?.le ?? recueLe(demande), phrase: (fait && titreDe(fait)?.titre) ?? '' };
};

export const ligneDe = (resume: Resume, aujourdhui: string): Ligne =>
  resume.terme ? { ...resume, joursRestants: joursEntre(aujourdhui, resume.terme.le) } : resume;

/** What a decision says, to the screen and to the mail alike. */
export const decisionDe = (demande: Demande): { titre: string; lignes: string[] } | undefined => {
  const fait = demande.faits.findLast((candidat) => candidat.type === 'decision');
  if (!fait) return undefined;
  const signature = `${fait.par.nom}, le ${enBref(jourLocal(fait.le, demande.fuseau))}`;
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

const communDe = ({ lue, messages, pieces }: Lue, service: Service) => {
  const demande = lue.valeur;
  const { terme, etat } = horlogeDe(demande);
  const jusquau = jusquauDe(demande);
  const decision = decisionDe(demande);
  return {
    reference: demande.reference,
    objet: demande.demarche.nom,
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
    pieces,
    ...(decision && { decision }),
  };
};

/** The page of the person who asked. */
export const suiviDe = (entiere: Lue, service: Service): Suivi => {
  const { agent } = entiere.lue.valeur;
  return {
    ...communDe(entiere, service),
    ...(agent && { agent: { nom: agent.nom, qualite: agent.qualite } }),
    lecteurs: entiere.consultations,
  };
};

type Autour = { service: Service; demarche: Demarche | undefined; autres: Resume[] };

/** The file of the agent. */
export const dossierDe = (entiere: Lue, { service, demarche, autres }: Autour): Dossier => {
  const { valeur: demande, version } = entiere.lue;
  const { canal } = resumeDe(demande);
  return {
    ...communDe(entiere, service),
    version,
    canal,
    recueLe: recueLe(demande),
    personne: nomDe(demande.usager),
    usager: demande.usager,
    ...(demande.agent && { agent: demande.agent }),
    reponses: reponsesLisibles(demarche, entiere.reponses),
    attendues: (demarche ? piecesDe(demarche, entiere.reponses) : []).map(
      ({ id, nom, fondement, indispensable }) => ({
        id,
        nom,
        indispensable,
        recue: entiere.pieces.some((piece) => piece.pour === id),
        ...(fondement && { fondement: `${fondement.texte}, ${fondement.article}` }),
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
  };
};

/** In the order of the form; an answer to a question that the démarche no longer asks comes last, under its own name. */
const reponsesLisibles = (demarche: Demarche | undefined, reponses: Reponses) => {
  const champs = demarche?.etapes.flatMap((etape) => etape.champs) ?? [];
  const posees = champs.flatMap(({ id, libelle, type }) =>
    reponses[id] === undefined ? [] : [{ libelle, valeur: lisible(reponses[id], type) }],
  );
  const autres = Object.entries(reponses).filter(([id]) => !champs.some((champ) => champ.id === id));
  return [...posees, ...autres.map(([libelle, valeur]) => ({ libelle, valeur: lisible(valeur, undefined) }))];
};

const lisible = (valeur: Valeur, type: string | undefined): string => {
  if (typeof valeur === 'boolean') return valeur ? 'Oui' : 'Non';
  if (Array.isArray(valeur)) return valeur.join(', ');
  return type === 'date' && typeof valeur === 'string' ? enBref(valeur) : String(valeur);
};
