import { ACTES } from '../commune/delegation.ts';
import { identifiant } from '../platform/aleas.ts';
import type { Contexte } from '../platform/perform.ts';
import { avecRenvoi, type ouvrirProjet } from './demande.signature.ts';
import { aAgent, dossierAOuvrir, objetDe } from './lettres.ts';

/** Sends an act back: the file shows why, and a mail tells who prepared it. */
export const renvoyer = (
  { dossier, projet }: Awaited<ReturnType<typeof ouvrirProjet>>,
  { par, mot }: { par: string; mot: string },
  { now, origines }: Pick<Contexte, 'now' | 'origines'>,
): { version: number } => {
  const { demande } = dossier;
  const lettre = {
    objet: objetDe(demande, 'Un acte vous est renvoyé'),
    paragraphes: [
      `Vous aviez préparé ${ACTES[projet.nature]}. Cet acte n’est pas signé : ${mot}`,
      par,
      ...dossierAOuvrir(demande, origines[0]),
    ],
  };
  return dossier.garder(avecRenvoi(demande, projet, { le: now.toISOString(), par, mot }), [
    aAgent({ ...lettre, a: projet.par.id }, identifiant()),
  ]);
};
