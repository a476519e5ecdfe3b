import { type Arrivee, enregistrerArrivee, rattacherArrivee } from '../demandes/demande.entree.ts';
import { type DemandeEntiere, demandeStore } from '../demandes/demande.store.ts';
import type { Fait } from '../demandes/fait.ts';
import type { Resume } from '../demandes/formes.ts';
import { estClose } from '../demandes/gestes.ts';
import { Reference } from '../demandes/reference.ts';
import { voiesDe } from '../demandes/voie.ts';
import { envoiStore } from '../envois/envoi.store.ts';
import { identifiant } from '../platform/aleas.ts';
import { limiteStore } from '../platform/limite.store.ts';
import type { Contexte } from '../platform/perform.ts';
import { direSansSms } from '../usagers/usager.joignable.ts';
import { type AttenteLue, attenteStore } from './attente.store.ts';
import { type Attente, tient } from './attente.ts';
import { referencesDuSms } from './consigne.ts';
import { correspondantDe } from './correspondant.ts';
import { type InteractionLue, interactionStore } from './interaction.store.ts';
import { attend, type Interaction } from './interaction.ts';
import { CHOIX_MAX, DEJA_TRIE, laquelle } from './repliques.ts';
import { vientDEcrire } from './tri.ts';

/** An SMS, what was asked of its phone before, and all that this phone has asked. */
export type Recu = { interaction: Interaction; attente: AttenteLue | undefined; miennes: Resume[] };

export const recevoir = async (interaction: Interaction, { table }: Contexte): Promise<Recu> => {
  const [attente, miennes] = await Promise.all([
    attenteStore(table).find(interaction.de),
    demandeStore(table).listDuContact(interaction.de),
  ]);
  return { interaction, attente, miennes };
};

/** What is still asked of this phone. */
export const question = ({ attente, interaction }: Recu, quoi: Attente['quoi']): Attente | undefined =>
  attente?.valeur.quoi === quoi && tient(attente.valeur, interaction.recueLe) ? attente.valeur : undefined;

/** As many answers of the machine in an hour, and then silence: two machines would answer each other for ever. */
const REPONSES_PAR_HEURE = 12;

/** Answers what belongs to no demande. */
export const repondre = async (
  interaction: Interaction,
  { texte, malgreStop }: { texte: string; malgreStop?: true },
  { now, table }: Contexte,
): Promise<Interaction> => {
  const { id, de: a } = interaction;
  const compte = { quoi: 'sms-reponse', qui: a, secondes: 3600, pas: 1 };
  const { total } = await limiteStore(table, now).count(compte);
  if (total <= REPONSES_PAR_HEURE)
    envoiStore(table).add({
      id: identifiant(),
      a,
      etat: 'a-expedier',
      demande: '',
      interaction: id,
      code: '',
      contenu: { type: 'sms', texte, ...(malgreStop && { malgreStop }) },
    });
  return { ...interaction, etat: 'repondue' };
};

/** Where a message goes when nothing in it is a word for the machine. */
export const suivreMessage = async (recu: Recu, contexte: Contexte): Promise<Interaction> => {
  const { interaction, miennes } = recu;
  const citees: string[] = referencesDuSms(interaction.texte);
  const nommees = miennes.filter(({ reference }) => citees.includes(reference));
  const [seule, ...autres] = nommees;
  if (seule && autres.length === 0) return joindre(recu, { vers: seule, devinee: false }, contexte);
  if (nommees.length > 1) return demander(recu, nommees, contexte);
  const devinee = await deviner(recu, contexte);
  if (devinee.length > 1) return demander(recu, devinee, contexte);
  const [vers] = devinee;
  return vers ? joindre(recu, { vers, devinee: true }, contexte) : ouvrir(recu, [interaction], contexte);
};

/** The demandes that a message without a name may be about: the one of which an agent has just spoken, else all that are open. */
export const deviner = async (
  { interaction: { recueLe }, miennes }: Recu,
  { commune, table }: Contexte,
): Promise<Resume[]> => {
  const depuis = Date.parse(recueLe) - commune.echanges.smsReponseJours * JOUR_MS;
  const ouvertes = miennes.filter((resume) => !estClose(resume));
  const recentes = miennes.filter(({ dernierMot }) => Date.parse(dernierMot.le) >= depuis).slice(0, LUES_MAX);
  const parlees = await Promise.all(
    recentes.map(async (resume) => {
      const entiere = await demandeStore(table).getEntiere(Reference.parse(resume.reference));
      return agentAParle(entiere, depuis) ? [resume] : [];
    }),
  );
  const [parlee, ...autres] = parlees.flat();
  return parlee && autres.length === 0 ? [parlee] : union(ouvertes, parlees.flat());
};

const JOUR_MS = 86_400_000;
/** An SMS that is read while others wait reads no more files than this. */
const LUES_MAX = 6;

const union = (a: readonly Resume[], b: readonly Resume[]): Resume[] => [
  ...a,
  ...b.filter(({ reference }) => !a.some((deja) => deja.reference === reference)),
];

/** By SMS, to this person: words, or an act that leaves with words. */
const agentAParle = ({ lue: { valeur }, messages }: DemandeEntiere, depuis: number): boolean =>
  voiesDe(valeur).some(({ par }) => par === 'sms') &&
  [...messages, ...valeur.faits.filter(({ type }) => DITS_A_LA_PERSONNE.includes(type))].some(
    ({ le, par }) => par.qui === 'agent' && Date.parse(le) >= depuis,
  );

const DITS_A_LA_PERSONNE: readonly Fait['type'][] = [
  'pieces-demandees',
  'original-demande',
  'regularisation-demandee',
  'decision',
  'motifs-communiques',
  'retrait',
  'rouverte',
];

const arriveeDe = (interactions: readonly [Interaction, ...Interaction[]]): Arrivee => ({
  interaction: interactions[0].id,
  canal: 'sms',
  recueLe: interactions[0].recueLe,
  objet: '',
  texte: interactions.map(({ texte }) => texte).join('\n\n'),
  pieces: [],
  refusees: [],
  accuser: true,
});

type Vers = { vers: Pick<Resume, 'reference'>; devinee: boolean; accuser?: boolean };

/** Puts the message in the thread of a demande; one that nothing named may still be taken out of it. */
export const joindre = async (
  { interaction, attente, miennes }: Recu,
  { vers, devinee, accuser = true }: Vers,
  contexte: Contexte,
): Promise<Interaction> => {
  const { lue, messages } = await demandeStore(contexte.table).getEntiere(Reference.parse(vers.reference));
  const arrivee = { ...arriveeDe([interaction]), devinee };
  rattacherArrivee({ ...arrivee, accuser: accuser && !vientDEcrire(messages, arrivee) }, lue, contexte);
  const objet = miennes.find(({ reference }) => reference === vers.reference)?.objet ?? '';
  if (devinee)
    attenteStore(contexte.table).save(
      interaction.de,
      {
        quoi: 'jointe',
        interactions: [interaction.id],
        choix: [{ reference: vers.reference, objet }],
        le: interaction.recueLe,
      },
      attente,
    );
  return { ...interaction, etat: 'rattachee', demande: vers.reference };
};

const REPIT_MS = 600_000;

/** Keeps the message in sight of the agents, and asks once which demande it is about. */
const demander = async (recu: Recu, parmi: readonly Resume[], contexte: Contexte): Promise<Interaction> => {
  const { interaction, attente } = recu;
  const { id, de, recueLe: le } = interaction;
  const deja = question(recu, 'question');
  const choix =
    deja?.choix ?? parmi.slice(0, CHOIX_MAX).map(({ reference, objet }) => ({ reference, objet }));
  attenteStore(contexte.table).save(
    de,
    { quoi: 'question', interactions: [...(deja?.interactions ?? []), id], choix, le },
    attente,
  );
  const recente = deja && Date.parse(le) - Date.parse(deja.le) < REPIT_MS;
  const demandee = recente
    ? interaction
    : await repondre(interaction, { texte: laquelle(choix, 'message') }, contexte);
  return { ...demandee, etat: 'a-trier', raison: 'choix-attendu', propositions: choix };
};

/** The texts that wait for a choice and that no agent has treated meanwhile. */
const enAttente = async ({ interactions }: Attente, { table }: Contexte): Promise<InteractionLue[]> => {
  const lues = await Promise.all(interactions.map((id) => interactionStore(table).find(id)));
  return lues.filter((lue) => lue !== undefined).filter(({ valeur }) => attend(valeur));
};

/** The person has said which: all that waited joins it. */
export const choisir = async (
  { interaction, attente }: Recu,
  reference: string,
  contexte: Contexte,
): Promise<Interaction> => {
  const { table } = contexte;
  const lues = attente ? await enAttente(attente.valeur, contexte) : [];
  attenteStore(table).remove(interaction.de);
  const [premiere, ...suite] = lues;
  if (!premiere) return repondre(interaction, { texte: DEJA_TRIE }, contexte);
  const { lue } = await demandeStore(table).getEntiere(Reference.parse(reference));
  rattacherArrivee(arriveeDe([premiere.valeur, ...suite.map(({ valeur }) => valeur)]), lue, contexte);
  for (const une of lues) interactionStore(table).replace(une, rattachee(une.valeur, reference));
  return { ...interaction, etat: 'repondue', demande: reference };
};

const rattachee = (
  { raison: _, propositions: __, ...interaction }: Interaction,
  demande: string,
): Interaction => ({ ...interaction, etat: 'rattachee', demande });

/** Opens a demande from what was just written, or from what waited or had joined another. */
export const ouvrir = (
  { interaction, attente }: Recu,
  textes: readonly [Interaction, ...Interaction[]],
  contexte: Contexte,
): Interaction => {
  const usager = direSansSms(correspondantDe({ canal: 'sms', de: interaction.de }), contexte.commune);
  const demande = enregistrerArrivee(arriveeDe(textes), usager, contexte);
  if (!demande) return { ...interaction, etat: 'a-trier', raison: 'sans-demande-libre' };
  if (attente) attenteStore(contexte.table).remove(interaction.de);
  return { ...interaction, etat: 'rattachee', demande: demande.reference };
};

/** NOUVELLE, alone: what waited, or had joined another demande, is a new one, received the day it came. */
export const ouvrirCeQuiAttend = async (recu: Recu, contexte: Contexte): Promise<Interaction | undefined> => {
  const { table } = contexte;
  const enQuestion = question(recu, 'question');
  const jointe = question(recu, 'jointe');
  const lues = enQuestion
    ? await enAttente(enQuestion, contexte)
    : await Promise.all((jointe?.interactions ?? []).map((id) => interactionStore(table).get(id)));
  const [premiere, ...suite] = lues;
  if (!premiere) return undefined;
  const ouverte = ouvrir(recu, [premiere.valeur, ...suite.map(({ valeur }) => valeur)], contexte);
  if (!ouverte.demande) return ouverte;
  for (const une of lues) interactionStore(table).replace(une, rattachee(une.valeur, ouverte.demande));
  return { ...ouverte, etat: 'repondue' };
};
