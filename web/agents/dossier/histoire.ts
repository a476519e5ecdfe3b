import type { Dossier, Point } from '../../../functions/demandes/formes.ts';
import { heureDe } from '../../../functions/platform/lettres.ts';
import { commune } from '../../client.ts';
import { jourDe } from '../mots.ts';

type Message = Dossier['messages'][number];
export type Evenement = { quand: string; cle: string } & (
  | { type: 'message'; message: Message }
  | { type: 'fait'; point: Point }
);

/** Words and facts in one thread, in the order in which they came. */
export const histoireDe = ({ messages, vie }: Pick<Dossier, 'messages' | 'vie'>): Evenement[] => {
  const faits = vie
    .filter(({ moment }) => moment === 'passe')
    .map(
      (point): Evenement => ({
        type: 'fait',
        point,
        quand: trier(point.le, point.heure ?? ''),
        cle: `${point.le}${point.heure ?? ''}${point.titre}`,
      }),
    );
  const mots = messages.map(
    (message): Evenement => ({
      type: 'message',
      message,
      quand: trier(jourDe(message.le), heureDe(message.le, commune.fuseau)),
      cle: message.id,
    }),
  );
  return [...faits, ...mots].sort((a, b) => a.quand.localeCompare(b.quand));
};

/** A day and « 9 h 05 » as one string that sorts. */
const trier = (jour: string, heure: string): string => {
  const [heures = '0', minutes = '0'] = heure.match(/\d+/g) ?? [];
  return `${jour}T${heures.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
};
