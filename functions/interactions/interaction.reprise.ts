import type { Arrivee } from '../demandes/demande.entree.ts';
import { coffre } from '../platform/coffre.ts';
import { variable } from '../platform/monde.ts';
import { lireCourriel } from './interaction.courriel.ts';
import { garderJointes } from './interaction.jointes.ts';
import type { Interaction } from './interaction.ts';

const ILLISIBLE = 'Ce message n’a pas pu être lu entier. Son original est gardé.';

/** What a person decided to treat, read again from its original as far as it can be. */
export const reprendreArrivee = async (interaction: Interaction): Promise<Omit<Arrivee, 'accuser'>> => {
  const { id, canal, recueLe, objet, de, nom = de, original } = interaction;
  const lecture = original && (await lireOriginal(original));
  const commun = { interaction: id, canal, recueLe, objet };
  if (!lecture) return { ...commun, texte: interaction.texte || ILLISIBLE, pieces: [], refusees: [] };
  // What SES found dangerous is never taken out of its original.
  const jointes = interaction.raison === 'dangereux' ? [] : lecture.jointes;
  const fichiers = await garderJointes(jointes, { interaction: id, recueLe, nom });
  return {
    ...commun,
    texte: lecture.texte || interaction.texte || 'Message sans texte.',
    messageId: lecture.messageId,
    ...fichiers,
  };
};

const lireOriginal = async (original: string) => {
  const brut = await coffre(variable('COURRIELS')).lire(original).catch(siAbsent);
  return brut && lireCourriel(brut, { destination: [] }).catch(() => undefined);
};

/** An original that never arrived must not keep its message in the list for ever. */
const siAbsent = (erreur: unknown): undefined => {
  if (!(erreur instanceof Error) || erreur.name !== 'NoSuchKey') throw erreur;
};

/** A machine gets no answer, even when a person decided to treat what it sent. */
export const peutAccuser = ({ raison }: Interaction): boolean =>
  raison !== 'automatique' && raison !== 'dangereux';
