import { useState } from 'react';
import type { Sortie } from '../../client.ts';
import { AccuseSaisi } from './accuse-saisi.tsx';
import { Formulaire } from './formulaire.tsx';

/** Writing down a demande that came at the counter, by post or by phone. */
export const Saisir = () => {
  const [recue, recevoir] = useState<Sortie<'saisirDemande'>>();
  return recue ? (
    <AccuseSaisi recue={recue} onAutre={() => recevoir(undefined)} />
  ) : (
    <Formulaire onRecue={recevoir} />
  );
};
