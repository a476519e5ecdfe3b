import type { Dossier } from '../../../functions/demandes/formes.ts';
import { enBref } from '../../../functions/platform/lettres.ts';
import { quandEnLettres, STATUTS } from '../mots.ts';

type Vu = Pick<Dossier, 'vie' | 'messages' | 'statut' | 'agent' | 'terme'>;

/** What happened to a file between two readings, in sentences. */
export const changementsEntre = (avant: Vu, apres: Vu): string[] => [
  ...faitsNouveaux(avant, apres),
  ...messagesNouveaux(avant, apres),
  ...etatNouveau(avant, apres),
  ...termeNouveau(avant, apres),
];

const faitsNouveaux = (avant: Vu, apres: Vu): string[] => {
  const connus = new Set(avant.vie.map(cleDe));
  return apres.vie
    .filter((point) => point.moment === 'passe' && !connus.has(cleDe(point)))
    .map(
      ({ titre, detail, le, heure }) =>
        `${titre}${detail ? ` (${detail})` : ''}, le ${enBref(le)}${heure ? ` à ${heure}` : ''}`,
    );
};

const cleDe = ({ le, heure, titre }: Vu['vie'][number]): string => `${le} ${heure ?? ''} ${titre}`;

const messagesNouveaux = (avant: Vu, apres: Vu): string[] => {
  const connus = new Set(avant.messages.map(({ id }) => id));
  return apres.messages
    .filter(({ id }) => !connus.has(id))
    .map(({ par, le, texte }) => `${par.nom} a écrit le ${quandEnLettres(le)}\u00a0: «\u00a0${texte}\u00a0»`);
};

const etatNouveau = (avant: Vu, apres: Vu): string[] =>
  avant.statut === apres.statut
    ? []
    : [`L’état est maintenant\u00a0: ${STATUTS[apres.statut].toLowerCase()}`];

const termeNouveau = ({ terme: ancien }: Vu, { terme }: Vu): string[] => {
  if (ancien?.le === terme?.le) return [];
  return [terme ? `La date légale est maintenant le ${enBref(terme.le)}` : 'Le délai légal ne court plus'];
};
