import { useState } from 'react';
import type { Echec, Sortie } from '../../client.ts';
import { useEnvoi } from '../../ui/use-envoi.ts';
import type { Papier } from './papier.ts';

export type Verdict = Sortie<'verifierAttestation'>;
export type Verification = {
  verdict: Verdict | undefined;
  enCours: boolean;
  echec: Echec | undefined;
  verifier: (papier: Papier) => Promise<void>;
};

/** Asks the commune about a paper; the former answer leaves as soon as another is asked. */
export const useVerification = (): Verification => {
  const [verdict, montrer] = useState<Verdict>();
  const { enCours, echec, envoyer } = useEnvoi('verifierAttestation');
  const verifier = async (papier: Papier) => {
    montrer(undefined);
    const reponse = await envoyer(papier);
    if (reponse.ok) montrer(reponse.valeur);
  };
  return { verdict, enCours, echec, verifier };
};
