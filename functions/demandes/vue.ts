import { type Agent, litLeSensible } from '../agents/agent.ts';
import type { Service } from '../commune/commune.ts';
import { ACTES } from '../commune/delegation.ts';
import type { Demarche } from '../demarches/demarche.ts';
import { reponseLisible } from '../demarches/lisible.ts';
import { piecesDe, type Reponses } from '../demarches/reponses.ts';
import { calendrierDe } from '../echeances/calendrier.ts';
import { accuseAuPlusTard } from '../echeances/reveils.ts';
import type { Envoi } from '../envois/envoi.ts';
import type { Piece } from '../pieces/piece.ts';
import { type Jour, joursEntre } from '../platform/dates.ts';
import { jourLocal } from '../platform/lettres.ts';
import { nomDe } from '../usagers/usager.ts';
import {
  delaiImpartiDe,
  intitulePiece,
  manquantesDe,
  originalAttendu,
  promisesDe,
  recueOuNon,
} from './attendues.ts';
import {
  dernierJourPourContester,
  estHorsDelai,
  estTropTard,
  motifsAttendusLe,
  type Ville,
} from './contestation.ts';
import { decisionDe, silenceEfface } from './decision.ts';
import { aQui, canalDe, type Demande, intituleDe, recueLe, sansIdentite } from './demande.ts';
import type { Dossier, Ligne, LigneRegistre, Resume, Suivi } from './formes.ts';
import { estClose, type Geste, gestesPossibles, retraitEnvisage } from './gestes.ts';
import { horlogeDe } from './horloge.ts';
import type { Message } from './message.ts';
import { agirAvantDe } from './priorite.ts';
import type { Projet } from './projet.ts';
import { envisageDit, observationsDe } from './retrait.ts';
import { retirableJusquau, suitesDe } from './suites.ts';
import { titreDe } from './titres.ts';
import { lisible, phraseDe, vieDe } from './vie.ts';
import { type Voie, voiesDe } from './voie.ts';

/** What the queue shows of a demande, kept beside it so that a list reads nothing else. */
export const resumeDe = (demande: Demande, dernierMot = dernierFait(demande)): Resume => {
  const { terme } = horlogeDe(demande);
  const silence = demande.faits.findLast((fait) => fait.type === 'silence');
  return {
    reference: demande.reference,
    objet: intituleDe(demande),
    ...(demande.apercu && { apercu: demande.apercu }),
    personne: nomDe(demande.usager),
    canal: canalDe(demande),
    statut: demande.statut,
    service: demande.service,
    recueLe: recueLe(demande),
    ...(demande.agent && { agent: demande.agent.nom }),
    ...(terme && demande.statut !== 'ecartee' && { terme: { le: terme.le, sens: terme.sens } }),
    ...obligationEnFile(demande),
    ...(originalAttendu(demande) && { originalAttendu: true as const }),
    ...(demande.danger && { danger: true as const }),
    ...pauseEnFile(demande),
    ...motifsEnFile(demande),
    ...(silence && !silenceEfface(demande) && { silence: silence.sens }),
    dernierMot,
    ...(demande.aLire && { aLire: demande.aLire }),
    ...(demande.aSigner && { aSigner: projetEnFile(demande.aSigner) }),
  };
};

const projetEnFile = ({ nature, le, renvoi }: Projet): NonNullable<Resume['aSigner']> => ({
  acte: ACTES[nature],
  depuis: renvoi?.le ?? le,
  ...(renvoi && { renvoye: true as const }),
});

const obligationEnFile = (demande: Demande): Pick<Resume, 'obligation'> => {
  const { obligation } = demande;
  return obligation && !estClose(demande)
    ? { obligation: { le: obligation.le, phrase: obligation.phrase } }
    : {};
};

/** The clock waits for the person, or for a check; without a clock, the file waits all the same. */
const pauseEnFile = (demande: Demande): Pick<Resume, 'pause'> => {
  const { etat, suspendueJusquau } = horlogeDe(demande);
  const attend = attenteDe(demande);
  const arretee = etat === 'attend-pieces' || etat === 'suspendue';
  const sansHorloge = etat === 'sans-decision-implicite' && attend !== 'verification';
  if (estClose(demande) || !(arretee || sansHorloge)) return {};
  const jusquau = suspendueJusquau ?? delaiImpartiDe(demande);
  return { pause: { quoi: attend, ...(jusquau && { jusquau }) } };
};

/** An original is waited for first: it is asked of pièces that came. */
const attenteDe = (demande: Demande): NonNullable<Resume['pause']>['quoi'] => {
  if (originalAttendu(demande)) return 'original';
  return demande.statut === 'incomplete' ? 'pieces' : 'verification';
};

const motifsEnFile = (demande: Demande): Pick<Resume, 'motifs'> => {
  const motifs = motifsAttendusLe(demande);
  return motifs ? { motifs } : {};
};

/** The same, for the public register: nothing that tells who asks. */
export const ligneDeRegistre = (demande: Demande, numero: string): LigneRegistre => {
  const { terme } = horlogeDe(demande);
  const silence = demande.faits.findLast((fait) => fait.type === 'silence');
  const tient = silence && !silenceEfface(demande) ? silence.terme : undefined;
  const accepteeLe = tient ?? (estClose(demande) ? undefined : terme?.le);
  return {
    numero,
    demarche: demande.demarche.nom,
    resume: demande.publicite ?? '',
    recueLe: jourLocal(recueLe(demande), demande.fuseau),
    ...(accepteeLe && { accepteeLe }),
    etat: etatAuRegistre(demande),
  };
};

const etatAuRegistre = ({ statut }: Demande): LigneRegistre['etat'] => {
  if (statut === 'acceptee-par-silence' || statut === 'retiree') return statut;
  return estClose({ statut }) ? 'decidee' : 'en-cours';
};

const dernierFait = (demande: Demande): Resume['dernierMot'] => {
  const fait = demande.faits.filter((candidat) => candidat.type !== 'rappel').at(-1);
  return {
    le: fait?.le ?? recueLe(demande),
    phrase: (fait && titreDe(fait)?.titre) ?? '',
    deLaPersonne: fait?.par.qui === 'usager',
  };
};

export const ligneDe = (resume: Resume, jours: Parameters<typeof agirAvantDe>[1]): Ligne => {
  const le = resume.terme?.le ?? resume.obligation?.le;
  const agirAvant = agirAvantDe(resume, jours);
  return {
    ...resume,
    ...(le && { joursRestants: joursEntre(jours.aujourdhui, le) }),
    ...(agirAvant && { agirAvant }),
  };
};

type Lue = {
  lue: { valeur: Demande; version: number };
  reponses: Reponses;
  messages: Message[];
  pieces: Piece[];
  envois: Envoi[];
  consultations: { le: string; nom: string }[];
};

const communDe = (
  { lue, messages, pieces }: Lue,
  { service, demarche, aujourdhui }: Omit<Cadre, 'commune'>,
) => {
  const demande = lue.valeur;
  const { terme, explications } = horlogeDe(demande);
  const jusquau = delaiImpartiDe(demande);
  const decision = decisionDe(demande);
  return {
    reference: demande.reference,
    objet: intituleDe(demande),
    ...(demande.conteste && { conteste: demande.conteste }),
    statut: demande.statut,
    phrase: phraseDe(demande),
    aQui: aQui(demande),
    service,
    terme,
    pourquoi: explications.map(lisible),
    etatHorloge: etatLe(demande, aujourdhui),
    vie: vieDe(demande),
    manquantes: manquantesDe(demande),
    ...(jusquau && { jusquau }),
    messages,
    pieces: pieces.map((piece) => ({ ...piece, intitule: intitulePiece(piece, demande, demarche) })),
    ...(decision && { decision }),
  };
};

type Cadre = { service: Service; demarche: Demarche | undefined; commune: Ville; aujourdhui: Jour };

/** A pause whose last day has passed is over: the clock runs again. */
const etatLe = (demande: Demande, aujourdhui: Jour): Suivi['etatHorloge'] => {
  const { etat, terme, suspendueJusquau } = horlogeDe(demande);
  const finie = terme && suspendueJusquau && suspendueJusquau < aujourdhui;
  return etat === 'suspendue' && finie ? 'court' : etat;
};

/** What the person does by themself. */
const DE_LA_PERSONNE: readonly Geste[] = ['attester', 'demanderMotifs', 'contester', 'desister', 'observer'];

/** The reasons of a silence are asked within the delay to contest it (CRPA L232-4). */
const gestesDeLaPersonne = (
  demande: Demande,
  { commune, aujourdhui }: { commune: Ville; aujourdhui: Jour },
): Geste[] => {
  const tard = estTropTard(demande, commune, aujourdhui);
  const siens = gestesPossibles(demande).filter((geste) => DE_LA_PERSONNE.includes(geste));
  return tard ? siens.filter((geste) => geste !== 'demanderMotifs') : siens;
};

const contestableDe = (
  demande: Demande,
  { commune, aujourdhui }: { commune: Ville; aujourdhui: Jour },
): Pick<Suivi, 'contestable'> => {
  const jusquau = dernierJourPourContester(demande, commune);
  return jusquau ? { contestable: { jusquau, passe: estHorsDelai(demande, commune, aujourdhui) } } : {};
};

const envisageDe = (demande: Demande): Pick<Suivi, 'envisage'> => {
  const envisage = retraitEnvisage(demande.faits);
  if (!envisage) return {};
  const repondu = observationsDe(demande).length > 0;
  return { envisage: { lignes: envisageDit(envisage), jusquau: envisage.jusquau, repondu } };
};

/** The page of the person who asked. */
export const suiviDe = (entiere: Lue, { service, demarche, commune, aujourdhui }: Cadre): Suivi => {
  const { agent } = entiere.lue.valeur;
  return {
    ...communDe(entiere, { service, demarche, aujourdhui }),
    ...(agent && { agent: { nom: agent.nom, qualite: agent.qualite } }),
    gestes: gestesDeLaPersonne(entiere.lue.valeur, { commune, aujourdhui }),
    ...contestableDe(entiere.lue.valeur, { commune, aujourdhui }),
    ...envisageDe(entiere.lue.valeur),
    suites: suitesDe(entiere.lue.valeur, commune),
    reponses: reponsesLisibles(demarche, entiere.reponses),
    promises: promisesDe(entiere, demarche),
    lecteurs: entiere.consultations,
    ...(sansIdentite(entiere.lue.valeur) && { sansAccuse: true as const }),
  };
};

type Autour = {
  service: Service;
  demarche: Demarche | undefined;
  autres: Resume[];
  /** May this agent suspend an aid for a suspicion of fraud? */
  habilite: boolean;
  /** Has this person asked for no more SMS? */
  sansSms: boolean;
  services: { id: string; nom: string }[];
  signatures: Pick<Dossier, 'signe' | 'signataires' | 'deliberation' | 'aSigner'>;
  commune: Ville;
  aujourdhui: Jour;
  lecteur: Pick<Agent, 'role'>;
};

/** The delays that bind the commune beside the term. */
const limitesDe = (demande: Demande, commune: Ville): Dossier['limites'] => {
  const retrait = retirableJusquau(demande);
  const motifs = motifsAttendusLe(demande);
  const accuse =
    demande.statut === 'a-qualifier' ? accuseAuPlusTard(demande, calendrierDe(commune)) : undefined;
  const { obligation } = demande;
  return {
    ...(obligation && !estClose(demande) && { obligation }),
    ...(retrait && { retrait }),
    ...(motifs && { motifs }),
    ...(accuse && { accuse }),
  };
};

const attenduesDe = (demarche: Demarche, entiere: Lue): Dossier['attendues'] =>
  piecesDe(demarche, entiere.reponses).map(({ id, nom, fondement, indispensable, obligatoire }) => ({
    id,
    nom,
    indispensable,
    obligatoire,
    ...recueOuNon({ id, nom }, entiere),
    // What may be left out is required by no text: asking for it does not stop the clock.
    ...(fondement && obligatoire && { fondement: `${fondement.texte}, ${fondement.article}` }),
  }));

/** The file of the agent. */
export const dossierDe = (
  entiere: Lue,
  {
    signatures,
    service,
    demarche,
    autres,
    habilite,
    sansSms,
    services,
    commune,
    aujourdhui,
    lecteur,
  }: Autour,
): Dossier => {
  const { valeur: demande, version } = entiere.lue;
  // Until someone says which démarche it is, no pièce is expected.
  const attendDesPieces = demande.statut !== 'a-qualifier';
  const voies = voiesDe(demande).filter(({ par }: Voie) => !sansSms || par !== 'sms');
  return {
    ...communDe(entiere, { service, demarche, aujourdhui }),
    version,
    ...(demande.aLire && { aLire: demande.aLire }),
    ...(demande.danger && { danger: true as const }),
    canal: canalDe(demande),
    recueLe: recueLe(demande),
    personne: nomDe(demande.usager),
    usager: demande.usager,
    ...(demande.agent && { agent: demande.agent }),
    reponses: reponsesPour(lecteur, demarche, entiere.reponses),
    attendues: attendDesPieces && demarche ? attenduesDe(demarche, entiere) : [],
    gestes: gestesPossibles(demande).filter((geste) => habilite || geste !== 'ouvrirVerification'),
    ...signatures,
    ...(demande.recours && { recours: demande.recours }),
    ...(demande.autorite && { autorite: demande.autorite }),
    limites: limitesDe(demande, commune),
    regime: demande.regime,
    faits: demande.faits,
    ...(demande.doctrine && { doctrine: demande.doctrine }),
    promises: promisesDe(entiere, demarche).map(({ id, nom }) => ({ id, nom })),
    surPapier: voies.length === 0,
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
    voies,
  };
};

const RESERVEE = 'Réservé aux agents qui traitent cette demande.';

/** What only those who treat the demande read is named, not shown; so is what the catalogue no longer knows. */
const reponsesPour = (
  lecteur: Pick<Agent, 'role'>,
  demarche: Demarche | undefined,
  reponses: Reponses,
): Dossier['reponses'] => {
  const lues = reponsesLisibles(demarche, reponses);
  if (litLeSensible(lecteur)) return lues;
  const ouvertes = champsOuverts(demarche);
  return lues.map(({ libelle, valeur }) =>
    ouvertes.has(libelle) ? { libelle, valeur } : { libelle, valeur: RESERVEE, reservee: true as const },
  );
};

/** The questions that anyone of the service may read. */
const champsOuverts = (demarche: Demarche | undefined): Set<string> => {
  const champs = (demarche?.etapes ?? []).flatMap((etape) => etape.champs);
  const reserves = new Set(champs.flatMap(({ libelle, sensible }) => (sensible ? [libelle] : [])));
  const libelles = [...champs.map(({ libelle }) => libelle), ...Object.values(LIBRES)];
  return new Set(libelles.filter((libelle) => !reserves.has(libelle)));
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
  return [
    ...posees,
    ...autres.map(([id, valeur]) => ({ libelle: LIBRES[id] ?? id, valeur: String(valeur) })),
  ];
};

/** What was asked without a form keeps its questions, whatever it was found to be. */
const LIBRES: Readonly<Record<string, string>> = { objet: 'De quoi il s’agit', texte: 'La demande' };
