import type { Arrivee } from '../demandes/demande.entree.ts';
import { coffre } from '../platform/coffre.ts';
import { variable } from '../platform/monde.ts';
import type { Contexte } from '../platform/perform.ts';
import { lireCourriel } from './interaction.courriel.ts';
import { garderJointes } from './interaction.jointes.ts';
import { motDuCourriel } from './interaction.mot.ts';
import type { Interaction } from './interaction.ts';
import type { Lecture } from './lecture.ts';

const ILLISIBLE = 'Ce message n’a pas pu être lu entier. Son original est gardé.';

/** What a person decided to treat, read again from its original as far as it can be. */
export const reprendreArrivee = async (
  interaction: Interaction,
  { commune }: Pick<Contexte, 'commune'>,
): Promise<Omit<Arrivee, 'accuser'>> => {
  const { id, canal, recueLe, objet, de, nom = de, original, nonProuve } = interaction;
  const lecture = original && (await lireOriginal(original));
  const commun = { interaction: id, canal, recueLe, objet, ...(nonProuve && { nonProuve }) };
  if (!lecture) return { ...commun, texte: interaction.texte || ILLISIBLE, pieces: [], refusees: [] };
  const fichiers = await garderJointes(sansDanger(interaction, lecture), { interaction: id, recueLe, nom });
  return {
    ...commun,
    ...motDuCourriel(lecture, commune),
    messageId: lecture.messageId,
    ...(lecture.repondreA && { repondreA: lecture.repondreA.de }),
    ...fichiers,
  };
};

/** What SES found dangerous, or could not look at, is never taken out of its original. */
const sansDanger = (
  { raison }: Interaction,
  { jointes, laissees }: Lecture,
): Pick<Lecture, 'jointes' | 'laissees'> =>
  raison === 'dangereux' || raison === 'non-verifie'
    ? {
        jointes: [],
        laissees: [
          ...jointes.map(({ nom }) => `${nom} : la recherche de virus ne l’a pas laissé passer.`),
          ...laissees,
        ],
      }
    : { jointes, laissees };

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
