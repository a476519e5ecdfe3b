import type { Dossier, Point } from '../../../functions/demandes/formes.ts';
import { titreDe } from '../../../functions/demandes/titres.ts';
import { heureDe } from '../../../functions/platform/lettres.ts';
import { commune } from '../../client.ts';
import { jourDe } from '../mots.ts';

type Message = Dossier['messages'][number];
export type Evenement = { quand: string; cle: string } & (
  | { type: 'message'; message: Message }
  | { type: 'fait'; point: Point; dit: readonly string[] }
);

/** Words and facts in one thread, in the order in which they came. The words of a decision follow its fact. */
export const histoireDe = ({
  messages,
  vie,
  decision,
  faits: histoire,
}: Pick<Dossier, 'messages' | 'vie' | 'decision' | 'faits'>): Evenement[] => {
  const passes = vie.filter(({ moment }) => moment === 'passe');
  const decidee = rangDe(passes, histoire);
  const faits = passes.map(
    (point, rang): Evenement => ({
      type: 'fait',
      point,
      dit: rang === decidee ? (decision?.lignes.filter(Boolean) ?? []) : [],
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

/** The point of what was decided last: the words of a decision, or of its withdrawal, stand under it. */
const rangDe = (passes: readonly Point[], faits: Dossier['faits']): number => {
  const dernier = faits.findLast(({ type }) => type === 'retrait' || type === 'decision');
  const titre = dernier && titreDe(dernier)?.titre;
  return passes.findLastIndex((point) => point.titre === titre);
};

/** A day and « 9 h 05 » as one string that sorts. */
const trier = (jour: string, heure: string): string => {
  const [heures = '0', minutes = '0'] = heure.match(/\d+/g) ?? [];
  return `${jour}T${heures.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
};
