import type { Dossier } from '../../functions/demandes/formes.ts';
import { siretLisible } from '../../functions/usagers/numeros.ts';

type Qui = Pick<Dossier, 'personne' | 'usager'>;

/** A legal person may file without giving its name: its number alone then stands for it. */
const anonyme = ({ usager }: Qui): 'entreprise' | 'association' | undefined => {
  if (usager.nom || usager.qualite === 'particulier' || usager.qualite === 'correspondant') return undefined;
  return usager.qualite === 'entreprise' ? 'entreprise' : 'association';
};

/** Who asks, as a title says it. */
export const nomAffiche = (qui: Qui): string => {
  const sorte = anonyme(qui);
  if (!sorte) return qui.personne;
  return sorte === 'entreprise' ? 'Entreprise sans nom indiqué' : 'Association sans nom indiqué';
};

/** Who asks, as a sentence says it: « Écrire à l’association ». */
export const appel = (qui: Qui): string => {
  const sorte = anonyme(qui);
  return sorte ? `l’${sorte}` : qui.personne;
};

/** What became of a letter: it leaves by itself, or someone must carry it. */
export const departVers = (dossier: Qui & Pick<Dossier, 'voies'>): string =>
  dossier.voies.length > 0
    ? `Un message part à ${appel(dossier)}.`
    : `Rien n’est envoyé\u00a0: prévenez ${appel(dossier)} par la poste ou par téléphone.`;

/** The queue knows a legal person without a name by its number alone. */
export const nomEnFile = (personne: string): string =>
  personne
    .replace(/^RNA (?=W\d{9}$)/, 'Association ')
    .replace(/^SIRET (\d{14})$/, (_, siret: string) => `SIRET ${siretLisible(siret)}`);
