import type { NatureActe } from '../commune/delegation.ts';
import type { ActeASigner, Verdict } from '../commune/signataire.ts';
import { peutSigner, signatairesDe } from '../commune/signataire.ts';
import type { Contexte } from '../platform/perform.ts';
import { type Detail, Refus } from '../platform/refus.ts';
import { agentDe, type Demandeur } from '../platform/session.ts';
import type { Signature } from './consigner.ts';
import { verifierAcces } from './demande.acces.ts';
import {
  type Accompli,
  accepter,
  motiver,
  refuser,
  retirer,
  type Signe,
  suspendre,
} from './demande.actes.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import type { Demande } from './demande.ts';
import { RECOURS_GRACIEUX } from './gestes.ts';
import type { GesteSigne, Projet } from './projet.ts';
import type { Reference } from './reference.ts';

type Demandee = { demande: Reference; version: number };
/** A verb that decides, and what it was given. */
type Voulu = { geste: GesteSigne; saisie: Demandee & Record<string, unknown> };

/** What an act is to who signs it; the answer to a recours is one, whatever it says. */
export const natureDe = (
  geste: GesteSigne,
  { saisie, demarche }: { saisie: Record<string, unknown>; demarche: string },
): NatureActe => {
  switch (geste) {
    case 'accepterDemande':
      return demarche === RECOURS_GRACIEUX ? 'recours' : 'acceptation';
    case 'refuserDemande':
      return demarche === RECOURS_GRACIEUX ? 'recours' : 'refus';
    case 'retirerDecision':
      return saisie.nature === 'abrogation' ? 'abrogation' : 'retrait';
    case 'communiquerMotifs':
      return 'motifs';
    case 'consignerFait':
      return 'suspension';
  }
};

export const acteDe = (
  nature: NatureActe,
  { demarche, autorite }: Pick<Demande, 'demarche' | 'autorite'>,
): ActeASigner => ({
  nature,
  demarche: demarche.id,
  autorite,
});

/** Does it under a signature: every guard of the verb is asked. Throws `geste-impossible`, `entree-invalide`. */
export const accomplir = ({ geste, saisie }: Voulu, signe: Signe, contexte: Contexte): Accompli => {
  switch (geste) {
    case 'accepterDemande':
      return accepter(demandeActions.accepterDemande.input.parse(saisie), signe, contexte);
    case 'refuserDemande':
      return refuser(demandeActions.refuserDemande.input.parse(saisie), signe, contexte);
    case 'retirerDecision':
      return retirer(demandeActions.retirerDecision.input.parse(saisie), signe, contexte);
    case 'communiquerMotifs':
      return motiver(demandeActions.communiquerMotifs.input.parse(saisie), signe, contexte);
    case 'consignerFait':
      return suspendre(demandeActions.consignerFait.input.parse(saisie), signe, contexte);
  }
};

/** Notified in time and written down late: only these look at a term that has passed. */
const APRES_COUP: readonly GesteSigne[] = ['accepterDemande', 'refuserDemande'];

/**
 * Whoever has the delegation decides; whoever has none has prepared, and the act waits for a signature. A letter signed by
 * hand is written down by anyone who treats the file, with who signed it. Throws what the verb throws.
 */
export const signerOuPreparer = async (
  voulu: Voulu,
  contexte: Contexte,
): Promise<{ version: number; aSigner?: true }> => {
  const { geste, saisie } = voulu;
  const dossier = await ouvrirDossier(saisie, contexte, { malgreLeTerme: APRES_COUP.includes(geste) });
  const surPapier = await dossier.estSurPapier();
  const { demande, agent } = dossier;
  const nature = natureDe(geste, { saisie, demarche: demande.demarche.id });
  const dit = signataireDit(saisie, {
    acte: acteDe(nature, demande),
    agent: agent.id,
    aujourdhui: dossier.aujourdhui,
  });
  const verdict = peutSigner(dit.acte, dit.qui, { jour: dit.jour, commune: contexte.commune });
  if (!verdict.oui) {
    if (dit.parUnAutre) throw new Refus('entree-invalide', [{ champ: 'signataire', phrase: verdict.raison }]);
    if (surPapier || saisie.notifieeLe)
      throw new Refus('entree-invalide', [aLaMain(dit.acte, dossier.aujourdhui, contexte)]);
    accomplir(voulu, { dossier, signature: dossier.signature, surPapier }, contexte);
    const { demande: _, version: __, ...reste } = saisie;
    const { le } = dossier.signature;
    const aSigner: Projet = {
      geste,
      nature,
      saisie: reste,
      le,
      par: { id: agent.id, nom: agent.nom },
      faits: demande.faits.length,
    };
    return { ...dossier.garder({ ...demande, aSigner }), aSigner: true };
  }
  const signature = sous(verdict, {
    ...dossier.signature,
    ...(dit.parUnAutre && { par: auteurDe(dit.qui, contexte) }),
    ...(dit.parUnAutre && { preparePar: agent.nom, aLaMain: true as const }),
  });
  return achever(accomplir(voulu, { dossier, signature, surPapier }, contexte), dossier);
};

type Ouvert = Awaited<ReturnType<typeof ouvrirDossier>>;

const achever = async (
  { apres, lettre, aussi, evenement }: Accompli,
  dossier: Ouvert,
): Promise<{ version: number }> => {
  const { aSigner: _, ...decidee } = apres;
  await aussi?.();
  return evenement ? dossier.evenement(decidee) : dossier.notifier(decidee, lettre);
};

/** The day of the signature is the one that counts: that of the letter when it was signed by hand. */
const signataireDit = (
  { signataire, priseLe, notifieeLe }: Record<string, unknown>,
  { acte, agent, aujourdhui }: { acte: ActeASigner; agent: string; aujourdhui: string },
) => {
  const jour =
    [priseLe, ...(signataire ? [notifieeLe] : [])].find((un) => typeof un === 'string') ?? aujourdhui;
  return typeof signataire === 'string' && signataire !== agent
    ? { acte, qui: signataire, jour, parUnAutre: true }
    : { acte, qui: agent, jour, parUnAutre: false };
};

const aLaMain = (acte: ActeASigner, jour: string, { commune }: Contexte): Detail => {
  const noms = signatairesDe(acte, { jour, commune }).map(
    ({ prenom, nom, qualite }) => `${prenom} ${nom}, ${qualite}`,
  );
  return {
    champ: 'signataire',
    phrase: `Cette lettre se signe à la main : faites-la signer, puis dites qui l’a signée (${noms.join(' ; ') || 'le maire'}). (CRPA, L212-1)`,
  };
};

type ASigner = Signature & { preparePar?: string; aLaMain?: true };

const sous = (
  verdict: Extract<Verdict, { oui: true }>,
  { le, par, preparePar, aLaMain: main }: ASigner,
): Signature => ({
  le,
  par: {
    ...par,
    signe: {
      formule: verdict.formule,
      ...(verdict.delegation && { delegation: verdict.delegation }),
      ...(preparePar && { preparePar }),
      ...(main && { aLaMain: main }),
    },
  },
});

const auteurDe = (courriel: string, { commune }: Contexte): Signature['par'] => {
  const qui = commune.agents.find((agent) => agent.courriel === courriel);
  return { qui: 'agent', id: courriel, nom: qui ? `${qui.prenom} ${qui.nom}, ${qui.qualite}` : courriel };
};

/** What waits, for who may sign it today. Throws `introuvable`, `interdit` with the reason, `modifie-entre-temps`. */
export const ouvrirProjet = async (saisie: Demandee, contexte: Contexte) => {
  const dossier = await ouvrirDossier(saisie, contexte, {
    malgreLeTerme: true,
    verifier: verifierLecteur(contexte),
  });
  const { demande, agent, aujourdhui } = dossier;
  const projet = demande.aSigner;
  if (!projet || projet.renvoi)
    throw new Refus('geste-impossible', [{ phrase: 'Cet acte n’attend plus de signature.' }]);
  const verdict = peutSigner(acteDe(projet.nature, demande), agent.id, {
    jour: aujourdhui,
    commune: contexte.commune,
  });
  if (!verdict.oui) throw new Refus('interdit', [{ phrase: verdict.raison }]);
  return { dossier, projet, signature: sous(verdict, { ...dossier.signature, preparePar: projet.par.nom }) };
};

/** An élu has no file: what an arrêté of theirs names, and that waits for a signature, is all that exists for them. */
const verifierLecteur =
  ({ commune }: Pick<Contexte, 'commune'>) =>
  (demandeur: Demandeur, demande: Demande): void => {
    const { role, courriel } = agentDe(demandeur);
    if (role !== 'elu') verifierAcces(demandeur, demande);
    else if (!estSonActe(courriel, demande, commune)) throw new Refus('introuvable');
  };

const estSonActe = (
  courriel: string,
  { aSigner: projet, demarche }: Demande,
  commune: Contexte['commune'],
): boolean => {
  if (!projet) return false;
  const maire = commune.agents.some((agent) => agent.courriel === courriel && agent.mandat === 'maire');
  return (
    maire ||
    commune.delegations.some(
      ({ delegataire, demarches, actes }) =>
        delegataire === courriel && demarches.includes(demarche.id) && actes.includes(projet.nature),
    )
  );
};

/** The act as it would be today, under that signature. Throws what the verb throws. */
export const acteDuProjet = (
  { geste, saisie }: Projet,
  {
    dossier,
    version,
    signature,
    surPapier = false,
  }: { dossier: Signe['dossier']; version: number; signature: Signature; surPapier?: boolean },
  contexte: Contexte,
): Accompli =>
  accomplir(
    { geste, saisie: { ...saisie, demande: dossier.demande.reference, version } },
    { dossier, signature, surPapier },
    contexte,
  );

export const signerLeProjet = achever;

/** Sends it back to who prepared it: nothing is lost, and the file shows why. */
export const avecRenvoi = (
  demande: Demande,
  projet: Projet,
  renvoi: NonNullable<Projet['renvoi']>,
): Demande => ({
  ...demande,
  aSigner: { ...projet, renvoi },
});
