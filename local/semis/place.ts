import type { Commune } from '../../functions/commune/commune.ts';
import type { Demarche } from '../../functions/demarches/demarche.ts';
import { unVisiteur, type Visiteur } from './visiteur.ts';

/** Where the people of a commune meet: its démarches, and the doors through which everybody goes. */
export type Place = {
  commune: Commune;
  demarches: readonly Demarche[];
  smtpPort: number;
  visiteur(): Visiteur;
  /** An agent at their desk, signed in for the day. */
  bureauDe(courriel: string): Promise<Visiteur>;
  /** The agent who treats what comes to a service. */
  chargeDe(service: string): string;
};

type Portes = { port: number; smtpPort: number; adresse: string; aujourdhui(): string };
type Ici = { commune: Commune; demarches: readonly Demarche[] };

export const ouvrirPlace = (
  { commune, demarches }: Ici,
  { port, smtpPort, adresse, aujourdhui }: Portes,
): Place => {
  const bureaux = new Map<string, Promise<Visiteur>>();
  const visiteur = () => unVisiteur(port, adresse);
  const arriver = async (courriel: string): Promise<Visiteur> => {
    const nouveau = visiteur();
    await nouveau.sIdentifier('/api/agents/connexion', courriel);
    return nouveau;
  };
  return {
    commune,
    demarches,
    smtpPort,
    visiteur,
    bureauDe(courriel) {
      const jour = `${courriel} ${aujourdhui()}`;
      const bureau = bureaux.get(jour) ?? arriver(courriel);
      bureaux.set(jour, bureau);
      return bureau;
    },
    chargeDe(service) {
      const { agents, delegations } = commune;
      // Who only prepares decides of no story.
      const signe = (qui: string): boolean => delegations.some(({ delegataire }) => delegataire === qui);
      const duService = agents.filter(({ services }) => services.includes(service));
      const charge =
        duService.find(({ role, courriel }) => role === 'instructeur' && signe(courriel)) ??
        duService.find(({ role, courriel }) => role === 'responsable' && signe(courriel));
      if (!charge) throw new Error(`personne ne s’occupe du service ${service} à ${commune.nom}`);
      return charge.courriel;
    },
  };
};
