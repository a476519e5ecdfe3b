import { lambda } from '../platform/lambda.ts';
import { enBref } from '../platform/lettres.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import type { Accompli } from './demande.actes.ts';
import { demandeActions } from './demande.actions.ts';
import { renvoyer } from './demande.renvoi.ts';
import { acteDuProjet, ouvrirProjet, signerLeProjet } from './demande.signature.ts';
import { demandeStore } from './demande.store.ts';
import type { Demande } from './demande.ts';
import type { Message } from './message.ts';
import type { Projet } from './projet.ts';
import { retirableJusquau } from './suites.ts';
import { titreDe } from './titres.ts';

/** What nobody had read when the act was prepared sends it back; so does what the law no longer allows. */
export const signerActe = implement(demandeActions.signerActe, async (saisie, contexte) => {
  const ouvert = await ouvrirProjet(saisie, contexte);
  const { dossier, projet } = ouvert;
  const { messages } = await demandeStore(contexte.table).getEntiere(saisie.demande);
  const changees = changementsDepuis(projet, dossier.demande, messages);
  const suite = changees.length > 0 ? changees : await essayer(saisie.version, ouvert, contexte);
  if (!Array.isArray(suite)) {
    await signerLeProjet(suite, dossier);
    return { issue: 'signe' as const, raisons: [] };
  }
  renvoyer(ouvert, { par: 'Parvis', mot: suite.join(' ') }, contexte);
  return { issue: 'renvoye' as const, raisons: suite };
});

const essayer = async (
  version: number,
  { dossier, projet, signature }: Awaited<ReturnType<typeof ouvrirProjet>>,
  contexte: Contexte,
): Promise<Accompli | string[]> => {
  try {
    return acteDuProjet(
      projet,
      { dossier, version, signature, surPapier: await dossier.estSurPapier() },
      contexte,
    );
  } catch (erreur) {
    if (!(erreur instanceof Refus)) throw erreur;
    return [
      ...(erreur.details.length > 0 ? erreur.details.map(({ phrase }) => phrase) : [erreur.message]),
      ...retraitOffert(dossier.demande),
    ];
  }
};

/** What silence granted can no longer be refused; it may still be withdrawn if it is illegal (CRPA L242-1). */
const retraitOffert = (demande: Demande): string[] => {
  const jusquau = retirableJusquau(demande);
  return demande.statut === 'acceptee-par-silence' && jusquau
    ? [
        `Le silence a accepté cette demande. Si cette acceptation est illégale, elle peut être retirée jusqu’au ${enBref(jusquau)}. (CRPA, L242-1)`,
      ]
    : [];
};

/** What the house and the agents did about the file itself changes nothing that was weighed. */
const SANS_EFFET: readonly Demande['faits'][number]['type'][] = ['rappel', 'prise-en-charge', 'silence'];

const changementsDepuis = (
  { le, faits }: Projet,
  demande: Demande,
  messages: readonly Message[],
): string[] => {
  const nouveaux = demande.faits.slice(faits).filter(({ type }) => !SANS_EFFET.includes(type));
  const mots = messages.filter((message) => message.par.qui === 'usager' && message.le > le);
  const dits = [
    ...nouveaux.map((fait) => titreDe(fait)?.titre ?? ''),
    ...(mots.length > 0 ? ['La personne a écrit'] : []),
  ];
  return dits.filter(Boolean).length > 0
    ? [`Depuis que cet acte est préparé : ${dits.filter(Boolean).join(', ')}.`]
    : [];
};

export const handler = lambda(signerActe);
