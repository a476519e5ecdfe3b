import type { Demarche } from '../../functions/demarches/demarche.ts';
import type { Gens, Histoire } from './histoire.ts';
import type { Place } from './place.ts';

/** A story on its way: who lives it, and what it has become. */
export type Vecu = {
  place: Place;
  histoire: Histoire;
  personne: Gens[string];
  demarche?: Demarche;
  service?: string;
  reference?: string;
  code?: string;
  /** The recours that they made against the decision. */
  recours?: string;
};

export const nomDAffichage = ({ personne }: Pick<Vecu, 'personne'>): string =>
  personne.qualite === 'particulier'
    ? [personne.prenom, personne.nom].filter(Boolean).join(' ')
    : (personne.nom ?? personne.courriel ?? '');

/** Who they are to a mail program. Throws for someone without an address. */
export const adresseDe = (vecu: Pick<Vecu, 'personne' | 'histoire'>): { nom: string; adresse: string } => {
  const { courriel: adresse } = vecu.personne;
  if (!adresse) throw new Error(`${vecu.histoire.qui} n’a pas d’adresse de courriel`);
  return { nom: nomDAffichage(vecu), adresse };
};
