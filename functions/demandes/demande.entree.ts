import { serviceDe } from '../commune/commune.ts';
import { identifiantCite } from '../envois/fil.ts';
import { pieceStore } from '../pieces/piece.store.ts';
import type { Piece } from '../pieces/piece.ts';
import { identifiant, octets } from '../platform/aleas.ts';
import type { Contexte } from '../platform/perform.ts';
import { couper } from '../platform/texte.ts';
import { nomDe, type Usager } from '../usagers/usager.ts';
import { accuserEnregistrement } from './accuse.ts';
import { type Accueil, accueillirMot } from './demande.mot.ts';
import { type DemandeLue, demandeStore } from './demande.store.ts';
import { type Demande, enregistrer } from './demande.ts';
import type { Canal } from './fait.ts';
import { DEMANDE_LIBRE } from './gestes.ts';
import { accuseAUsager } from './lettres.ts';
import type { Message } from './message.ts';
import { codeDe, referenceDe } from './reference.ts';
import type { Sort } from './reouverture.ts';

/** What someone wrote, by whatever way, with the files that could be kept and those that could not. */
export type Arrivee = {
  interaction: string;
  canal: Canal;
  recueLe: string;
  objet: string;
  texte: string;
  /** What their program recalled under their words. */
  citation?: string;
  /** Nothing proves that the address shown wrote it. */
  nonProuve?: boolean;
  /** Where they want the answer, when it is elsewhere. */
  repondreA?: string;
  /** Of the mail itself: our answers name it. */
  messageId?: string;
  pieces: Piece[];
  refusees: string[];
  /** Who wrote, when it is not the person of the demande. */
  auteur?: string;
  /** False for a machine, which must get no answer. */
  accuser: boolean;
  /** Nothing in it says which demande it is about: the person is told how to say that it is another. */
  devinee?: boolean;
};

/** Opens a demande from a free message, and promises its accusé d'enregistrement. Undefined when the commune has not opened the demande libre. */
export const enregistrerArrivee = (
  arrivee: Arrivee,
  usager: Usager,
  { commune, demarches, now, table }: Contexte,
): Demande | undefined => {
  const demarche = demarches.find(({ id }) => id === DEMANDE_LIBRE);
  if (!demarche) return undefined;
  const par = { qui: 'usager' as const, nom: nomDe(usager) };
  const demande = enregistrer({
    reference: referenceDe(octets(7)),
    code: codeDe(octets(12)),
    demarche,
    fuseau: commune.fuseau,
    ...(commune.doctrine && { doctrine: commune.doctrine }),
    service: serviceDe(commune, demarche.service).id,
    usager,
    objet: intitule(arrivee),
    recue: { type: 'recue', canal: arrivee.canal, le: arrivee.recueLe, par },
    ...dernierCourriel(arrivee.messageId),
  });
  const demandes = demandeStore(table);
  demandes.add(demande, {
    accuse: accuserEnregistrement(demande, commune, arrivee.refusees),
    promis: arrivee.accuser ? accuseAUsager(demande, identifiant) : [],
    now,
  });
  demandes.addMessage(demande.reference, motDe(arrivee, demande));
  for (const piece of arrivee.pieces) pieceStore(table, now).join(demande.reference, piece);
  return demande;
};

/** Puts a message in the thread of a demande, whatever its statut, and says that it came and what it does (CRPA L112-11). */
export const rattacherArrivee = (arrivee: Arrivee, lue: DemandeLue, contexte: Accueil): Sort => {
  const { now, table } = contexte;
  const { reference } = lue.valeur;
  const { accuser, devinee, pieces, refusees } = arrivee;
  // Only what the person wrote themselves is answered under its own name.
  const valeur = { ...lue.valeur, ...dernierCourriel(arrivee.auteur ? undefined : arrivee.messageId) };
  const message = motDe(arrivee, valeur);
  const sort = accueillirMot({ ...lue, valeur }, { message, accuser, devinee, refusees }, contexte);
  for (const piece of pieces) pieceStore(table, now).join(reference, piece);
  return sort;
};

const dernierCourriel = (messageId: string | undefined): Pick<Demande, 'dernierCourriel'> => {
  const cite = identifiantCite(messageId);
  return cite ? { dernierCourriel: cite } : {};
};

const OBJET_MAX = 90;

/** The subject, without the marks that mail programs add; else the first words. */
const intitule = ({ objet, texte }: Arrivee): string => {
  const net = objet.replace(/^((re|tr|fw|fwd|ref)\s*:\s*)+/i, '').trim();
  const dit = net || (texte.trim().split('\n')[0] ?? '');
  return couper(dit, OBJET_MAX, '…');
};

const motDe = (
  { interaction, canal, recueLe, texte, citation, nonProuve, repondreA, pieces, refusees, auteur }: Arrivee,
  demande: Demande,
): Message => ({
  id: identifiant(),
  le: recueLe,
  par: { qui: 'usager', nom: auteur ?? nomDe(demande.usager) },
  canal,
  texte,
  interaction,
  ...(citation && { citation }),
  ...(nonProuve && { nonProuve }),
  ...(repondreA && { repondreA }),
  ...(auteur && { tiers: true }),
  ...(pieces.length > 0 && { jointes: pieces.map(({ nom }) => nom) }),
  ...(refusees.length > 0 && { refusees }),
});
