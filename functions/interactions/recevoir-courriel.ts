import type * as z from 'zod';
import { enregistrerArrivee, rattacherArrivee } from '../demandes/demande.entree.ts';
import { type DemandeEntiere, demandeStore } from '../demandes/demande.store.ts';
import { coffre } from '../platform/coffre.ts';
import { lambda } from '../platform/lambda.ts';
import { variable } from '../platform/monde.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { couper, nettoyer } from '../platform/texte.ts';
import { nomDe } from '../usagers/usager.ts';
import { correspondantDe } from './correspondant.ts';
import { type Annonce, interactionActions } from './interaction.actions.ts';
import { lireCourriel } from './interaction.courriel.ts';
import { examiner, garderJointes } from './interaction.jointes.ts';
import { contenuDe, motDuCourriel } from './interaction.mot.ts';
import { numeroter, reprendre } from './interaction.numero.ts';
import { interactionStore } from './interaction.store.ts';
import { auteurDuTransfert } from './interaction.transfert.ts';
import type { Interaction, Raison } from './interaction.ts';
import { demandeVisee } from './interaction.visee.ts';
import type { Lecture } from './lecture.ts';
import { commeIlFaut, estDeLaMaison, parleDUnAutre } from './maison.ts';
import { estProuve, type Verdicts } from './preuve.ts';
import { ecritTrop, estDe, raisonDe } from './tri.ts';

type Annoncee = z.infer<typeof Annonce>;

/** Numbered first, read next: whatever the reading meets, the mail is kept and someone sees it. */
export const recevoirCourriel = implement(
  interactionActions.recevoirCourriel,
  async ({ Records }, contexte) => {
    for (const { ses } of Records) {
      const numerotee = await numeroter(arrivanteDe(ses, contexte.now), contexte);
      if (!numerotee) continue;
      const { id, original } = numerotee.valeur;
      const brut = await coffre(variable('COURRIELS')).lire(original);
      const lecture = await lire(brut, ses, contexte);
      const lu = lecture && {
        lecture,
        verdicts: verdictsDe(ses),
        prouve: estProuve(verdictsDe(ses), { de: lecture.de, source: ses.mail.source }),
      };
      await reprendre(async (table) => {
        const interactions = interactionStore(table);
        const lue = await interactions.get(id);
        if (lue.valeur.etat !== 'recue') return;
        const suite = lu
          ? await suivre(await decrire(lue.valeur, lu), lu, { ...contexte, table })
          : aTrier(lue.valeur, 'illisible');
        interactions.replace(lue, suite);
      }, contexte);
    }
    return {};
  },
);

const lire = async (
  brut: Uint8Array,
  { mail }: Annoncee,
  { commune }: Contexte,
): Promise<Lecture | undefined> => {
  const { source, destination } = mail;
  const lecture = await lireCourriel(brut, { source, destination }).catch(() => undefined);
  return lecture && commeIlFaut(lecture, commune);
};

/** Nothing that a mail holds may stop it from having a number: what it says of itself is repaired, or left out. */
const arrivanteDe = ({ mail }: Annoncee, now: Date) => ({
  id: mail.messageId,
  canal: 'courriel' as const,
  de: couper(mail.source ?? '', 320),
  objet: couper(nettoyer((mail.commonHeaders?.subject ?? '').toWellFormed()), 200, '…'),
  texte: '',
  recueLe: instantDe(mail.timestamp) ?? now.toISOString(),
  original: `entrants/${mail.messageId}`,
});

const instantDe = (dit: string): string | undefined => {
  const instant = new Date(dit);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
};

const verdictsDe = ({ receipt }: Annoncee): Verdicts => ({
  spam: receipt?.spamVerdict?.status,
  virus: receipt?.virusVerdict?.status,
  spf: receipt?.spfVerdict?.status,
  dkim: receipt?.dkimVerdict?.status,
  dmarc: receipt?.dmarcVerdict?.status,
});

/** What the list shows of a long mail; the original keeps the rest. */
const EXTRAIT = 4000;
const FICHIERS_MONTRES = 50;

type Lu = { lecture: Lecture; verdicts: Verdicts; prouve: boolean };

const decrire = async (interaction: Interaction, { lecture, prouve }: Lu): Promise<Interaction> => {
  const { de, nom, objet, texte, jointes, machine } = lecture;
  const fichiers = (await examiner(jointes.slice(0, FICHIERS_MONTRES))).map((fichier) => ({
    nom: fichier.nom,
    octets: fichier.octets.byteLength,
    ...(fichier.refus && { refus: fichier.refus }),
  }));
  return {
    ...interaction,
    de: de || interaction.de,
    ...(nom && { nom }),
    objet,
    texte: couper(texte, EXTRAIT, '…'),
    ...(machine && { machine }),
    ...(!prouve && { nonProuve: true }),
    ...(fichiers.length > 0 && { fichiers }),
  };
};

const aTrier = (interaction: Interaction, raison: Raison): Interaction => ({
  ...interaction,
  etat: 'a-trier',
  raison,
});

/** What becomes of a mail that could be read: its words join a demande, open one, or wait. */
const suivre = async (interaction: Interaction, lu: Lu, contexte: Contexte): Promise<Interaction> => {
  const { lecture } = lu;
  const visee = await demandeVisee(lecture, contexte);
  const demande = typeof visee === 'object' ? visee : undefined;
  const decrite = { ...interaction, ...(demande && { visee: demande.lue.valeur.reference }) };
  // A person may answer us through a list: whoever has the demande, and names it, is no newsletter.
  const repond = demande !== undefined && estDe(lecture.de, demande.lue.valeur.usager);
  const machine = lecture.machine === 'liste' && repond ? undefined : lecture.machine;
  const raison = raisonDe({ ...lecture, machine }, lu.verdicts, contexte.commune);
  if (raison) return proposer(aTrier(decrite, raison), lecture, contexte);
  const interactions = interactionStore(contexte.table);
  const contenu = contenuDe(lecture, interaction.recueLe);
  const deja = await interactions.getCourriel(contenu);
  if (deja) return doublon(interaction, deja, contexte.now);
  const suite = await joindreOuOuvrir(decrite, { ...lu, visee }, contexte);
  if (suite.etat === 'rattachee') interactions.addCourriel(contenu, interaction.id);
  return suite;
};

/** For whom an agent may open a demande, when it is not for whoever sent the mail. */
const proposer = (interaction: Interaction, lecture: Lecture, { commune }: Contexte): Interaction => {
  const transfere = interaction.raison === 'interne' ? auteurDuTransfert(lecture) : undefined;
  const ecrivait = transfere && !estDeLaMaison(transfere.de, commune) ? transfere : undefined;
  const voulu = ecrivait ?? lecture.repondreA;
  if (!voulu) return interaction;
  const parce = ecrivait ? ('transfere' as const) : ('repondre-a' as const);
  return { ...interaction, propose: { courriel: voulu.de, nom: voulu.nom, parce } };
};

const doublon = (interaction: Interaction, deja: string, now: Date): Interaction => ({
  ...interaction,
  etat: 'ecartee',
  tri: { le: now.toISOString(), par: 'Parvis', motif: 'doublon', precision: deja },
});

type Vers = Lu & { visee: DemandeEntiere | 'reference-inconnue' | undefined };

const joindreOuOuvrir = async (
  interaction: Interaction,
  { lecture, prouve, visee }: Vers,
  contexte: Contexte,
): Promise<Interaction> => {
  if (visee === 'reference-inconnue') return aTrier(interaction, visee);
  const parFichiers = lecture.jointes.length > 0 && (visee !== undefined || lecture.objet !== '');
  if (!lecture.texte && !parFichiers) return aTrier(interaction, 'sans-texte');
  if (visee) return joindre(interaction, { lecture, visee, prouve }, contexte);
  if (parleDUnAutre(lecture)) return proposer(aTrier(interaction, 'repondre-a'), lecture, contexte);
  return ouvrir(interaction, { lecture, prouve }, contexte);
};

/** One answer in an hour to an address, whatever it asks: two machines would answer each other for ever. */
const REPIT_MS = 3_600_000;

const peutAccuser = async (de: string, { now, table }: Contexte): Promise<boolean> => {
  const interactions = interactionStore(table);
  const deja = await interactions.findAccuse(de);
  if (deja && now.getTime() - Date.parse(deja.valeur.le) < REPIT_MS) return false;
  interactions.poserAccuse(deja, de, now.toISOString());
  return true;
};

const arriveeDe = (
  { id, recueLe }: Interaction,
  { lecture, prouve }: Pick<Lu, 'lecture' | 'prouve'>,
  { commune }: Contexte,
) => ({
  interaction: id,
  canal: 'courriel' as const,
  recueLe,
  objet: lecture.objet,
  messageId: lecture.messageId,
  ...motDuCourriel(lecture, commune),
  ...(!prouve && { nonProuve: true }),
  ...(lecture.repondreA && { repondreA: lecture.repondreA.de }),
});

const joindre = async (
  interaction: Interaction,
  { lecture, visee, prouve }: { lecture: Lecture; visee: DemandeEntiere; prouve: boolean },
  contexte: Contexte,
): Promise<Interaction> => {
  const demande = visee.lue.valeur;
  if (!estDe(lecture.de, demande.usager))
    return proposer(aTrier(interaction, 'autre-expediteur'), lecture, contexte);
  const { id, recueLe } = interaction;
  const fichiers = await garderJointes(lecture, { interaction: id, recueLe, nom: nomDe(demande.usager) });
  const accuser = await peutAccuser(lecture.de, contexte);
  rattacherArrivee(
    { ...arriveeDe(interaction, { lecture, prouve }, contexte), ...fichiers, accuser },
    visee.lue,
    contexte,
  );
  return { ...interaction, etat: 'rattachee', demande: demande.reference };
};

const ouvrir = async (
  interaction: Interaction,
  { lecture, prouve }: Omit<Lu, 'verdicts'>,
  contexte: Contexte,
): Promise<Interaction> => {
  const { now, table } = contexte;
  const { de, nom } = lecture;
  if (ecritTrop(await demandeStore(table).listDuContact(de), now))
    return aTrier(interaction, 'trop-de-messages');
  const usager = correspondantDe({ canal: 'courriel', de, nom });
  const { id, recueLe } = interaction;
  const fichiers = await garderJointes(lecture, { interaction: id, recueLe, nom: nomDe(usager) });
  const accuser = await peutAccuser(de, contexte);
  const arrivee = { ...arriveeDe(interaction, { lecture, prouve }, contexte), ...fichiers, accuser };
  const demande = enregistrerArrivee(arrivee, usager, contexte);
  return demande
    ? { ...interaction, etat: 'rattachee', demande: demande.reference }
    : aTrier(interaction, 'sans-demande-libre');
};

export const handler = lambda(recevoirCourriel);
