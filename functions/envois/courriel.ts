import type { Commune } from '../commune/commune.ts';
import { enTeteDe } from '../commune/entete.ts';
import type { Section } from '../demandes/accuse.ts';
import { pageDe } from './gabarit.ts';

/** A mail ready to be put in MIME: the same words in plain text and in sober HTML. */
export type Courriel = { objet: string; texte: string; html: string };

/** Where an answer to a mail about a demande must go: the reference travels in the address. */
export const adresseDeReponse = (
  { courriel, domaine }: Pick<Commune, 'courriel' | 'domaine'>,
  reference: string,
): string => {
  const [local = 'mairie'] = courriel.split('@');
  return `${courriel.endsWith(`@${domaine}`) ? local : 'mairie'}+${reference}@${domaine}`;
};

type Corps = { objet: string; sections: readonly Section[]; lien?: string; pour?: string | undefined };

/** Writes a mail of the commune: the same words twice. */
export const rediger = ({ objet, sections, lien, pour }: Corps, commune: Commune): Courriel => {
  const { nom, adresse, telephone, accent } = enTeteDe(commune);
  const pied = [nom, ...adresse, `Téléphone : ${telephone}`];
  const salut = pour ? `Bonjour ${pour},` : 'Bonjour,';
  const texte = [
    nom,
    salut,
    ...sections.map(({ titre, lignes }) => [...(titre ? [titre.toUpperCase()] : []), ...lignes].join('\n')),
    ...(lien ? [`Suivre votre demande, envoyer une pièce ou écrire à la mairie :\n${lien}`] : []),
    ['-- ', ...pied].join('\n'),
  ].join('\n\n');
  const bouton = lien ? { bouton: { vers: lien, dit: 'Suivre ma demande' } } : {};
  return {
    objet,
    texte,
    html: pageDe({ objet, tete: nom, accent, salut, blocs: sections, ...bouton, pied }),
  };
};
