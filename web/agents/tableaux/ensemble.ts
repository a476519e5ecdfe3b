type Compte = { acceptees: number; rejetees: number; expresses: number };

/** All services together, with the part that silence takes. */
export const ensembleDe = (services: readonly Compte[]): Compte & { taux: number | null } => {
  const somme = (de: (compte: Compte) => number): number =>
    services.reduce((total, compte) => total + de(compte), 0);
  const acceptees = somme((compte) => compte.acceptees);
  const rejetees = somme((compte) => compte.rejetees);
  const expresses = somme((compte) => compte.expresses);
  const toutes = acceptees + rejetees + expresses;
  return { acceptees, rejetees, expresses, taux: toutes === 0 ? null : (acceptees + rejetees) / toutes };
};
