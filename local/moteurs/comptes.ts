import { createHash } from 'node:crypto';
import type { Commune } from '../../functions/commune/commune.ts';

/** A person whom the stand-in knows, as ProConnect describes them. */
export type Compte = { sub: string; uid: string; email: string; given_name: string; usual_name: string };
export type CompteMontre = Compte & { qualite: string };

/** The agents of a commune's file, and someone whom it does not know: that case must be seen too. */
export const comptesDe = (commune: Commune): CompteMontre[] => [
  ...commune.agents.map(({ courriel, prenom, nom, qualite, role }) => ({
    ...compte(courriel, prenom, nom),
    qualite: `${qualite} (${ROLES[role]})`,
  })),
  {
    ...compte(`camille.inconnu@${commune.domaine}`, 'Camille', 'Inconnu'),
    qualite: 'Personne que la commune n’a pas habilitée',
  },
];

/** The account that was chosen, without what is only for the page. */
export const trouverCompte = (commune: Commune, email: string): Compte | undefined => {
  const trouve = comptesDe(commune).find((candidat) => candidat.email === email);
  return trouve && compte(trouve.email, trouve.given_name, trouve.usual_name);
};

const ROLES: Record<Commune['agents'][number]['role'], string> = {
  accueil: 'accueil',
  instructeur: 'instruction',
  responsable: 'responsable',
  administrateur: 'administration',
  elu: 'élu',
};

const compte = (email: string, given_name: string, usual_name: string): Compte => {
  const sub = createHash('sha256').update(email).digest('hex').slice(0, 32);
  return { sub, uid: sub, email, given_name, usual_name };
};
