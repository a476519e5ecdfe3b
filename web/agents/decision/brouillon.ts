import type { Agent } from '../../../functions/agents/agent.ts';
import type { NatureActe } from '../../../functions/commune/delegation.ts';
import type { Ville } from '../../../functions/demandes/contestation.ts';
import type { Demande } from '../../../functions/demandes/demande.ts';
import type { Fait, PieceManquante } from '../../../functions/demandes/fait.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import type { Geste } from '../../../functions/demandes/gestes.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import type { Fondement } from '../../../functions/demarches/fondement.ts';

/** What an act is written from: the file, who writes, when, and for which commune. */
export type Contexte = {
  dossier: Dossier;
  moi: Pick<Agent, 'nom' | 'qualite' | 'courriel'>;
  maintenant: string;
  commune: Ville & { fuseau: string };
};
export type Signature = Pick<Fait, 'le' | 'par'>;

/** A file before an act that is being written, and after it. */
export type Pas = { avant: Demande; apres: Demande };

type Acte = { geste: Geste; agir: (avant: Demande, signature: Signature) => Demande | undefined };

/** Does to the file what the commune would do: letters and dates are then read from it. Undefined once the file no longer allows it. */
export const essayer = (contexte: Contexte, { geste, agir }: Acte): Pas | undefined => {
  const { dossier, commune } = contexte;
  if (!dossier.gestes.includes(geste)) return undefined;
  const avant = demandeDe(dossier, commune);
  const apres = agir(avant, signatureDe(contexte, NATURES[geste]));
  return apres && { avant, apres };
};

/** A file as the commune holds it; its letters and its clock look at nothing else. */
export const demandeDe = (dossier: Dossier, { fuseau }: { fuseau: string }): Demande => ({
  reference: Reference.parse(dossier.reference),
  code: '',
  demarche: { id: '', version: 1, nom: dossier.objet },
  regime: dossier.regime,
  ...(dossier.recours && { recours: dossier.recours }),
  ...(dossier.autorite && { autorite: dossier.autorite }),
  ...(dossier.limites.obligation && { obligation: dossier.limites.obligation }),
  aidePublique: dossier.gestes.includes('ouvrirVerification'),
  ...(dossier.doctrine && { doctrine: dossier.doctrine }),
  fuseau,
  service: dossier.service.id,
  usager: dossier.usager,
  statut: dossier.statut,
  reglage: 0,
  manquantes: manquantesDe(dossier),
  faits: dossier.faits,
});

const manquantesDe = (dossier: Dossier): PieceManquante[] =>
  dossier.manquantes.map(({ id, nom, motif, recue, fondement }) => ({
    id,
    nom,
    motif,
    recue,
    indispensable: estIndispensable({ id, nom }, dossier),
    ...(fondement && { fondement: enFondement(fondement) }),
  }));

/** The démarche says it; of a pièce that its answers do not call for, the request that asked for it. */
const estIndispensable = (
  { id, nom }: { id: string; nom: string },
  { attendues, faits }: Pick<Dossier, 'attendues' | 'faits'>,
): boolean =>
  attendues.find((attendue) => attendue.id === id)?.indispensable ??
  faits.some((fait) => fait.type === 'pieces-demandees' && fait.arreteLeDelai && fait.pieces.includes(nom));

/** What an act is to who signs it. */
const NATURES: Partial<Record<Geste, NatureActe>> = {
  accepter: 'acceptation',
  accepterATemps: 'acceptation',
  remplacer: 'acceptation',
  ameliorer: 'acceptation',
  refuser: 'refus',
  refuserATemps: 'refus',
  retirer: 'retrait',
  communiquerMotifs: 'motifs',
  ouvrirVerification: 'suspension',
};

/** Whoever has no delegation prepares: who will sign is not known yet. */
const A_SIGNER = '[signature]';

const signatureDe = (
  { dossier: { service, signe }, moi, maintenant }: Contexte,
  nature: NatureActe | undefined,
): Signature => ({
  le: maintenant,
  par: {
    qui: 'agent',
    nom: `${moi.nom}, ${moi.qualite}`,
    id: moi.courriel,
    service: service.nom,
    ...(nature && { signe: { formule: signe[nature] ?? A_SIGNER } }),
  },
});

/** « Code, article R1 » back into a text and its article: a letter only ever puts them together again. */
export const enFondement = (phrase: string): Fondement => {
  const coupure = phrase.indexOf(', ');
  return { texte: phrase.slice(0, coupure), article: phrase.slice(coupure + 2), url: '' };
};

/** Where words are still to come in a letter. */
export const ouAEcrire = (texte: string): string => texte.trim() || '[…]';
