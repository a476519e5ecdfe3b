import { type Demande, estClose, type Fait, faire, gestesPossibles, horlogeDe } from '../demandes/demande.ts';
import { type Palier, reveils, type Terme } from './horloge.ts';

/** What is due on a demande at an instant: the silence speaks, an agent is reminded, or nothing. */
export type Du =
  | { type: 'silence'; terme: Terme }
  | { type: 'rappel'; palier: Palier; terme: Terme }
  | { type: 'rien' };

const HORLOGE = { qui: 'horloge' as const, nom: 'L’horloge légale' };

export const constater = (demande: Demande, now: Date): Du => {
  const { terme } = horlogeDe(demande);
  if (!terme || estClose(demande)) return { type: 'rien' };
  const sonnes = reveils({ terme }, demande.fuseau).filter(({ quand }) => Date.parse(quand) <= now.getTime());
  if (sonnes.some(({ objet }) => objet === 'decision'))
    return peutDecider(demande) ? { type: 'silence', terme } : { type: 'rien' };
  const paliers = sonnes.flatMap((reveil) => (reveil.objet === 'rappel' ? [reveil.palier] : []));
  const palier = paliers.sort((a, b) => a - b)[0];
  return palier !== undefined && !dejaRappele(demande, palier, terme)
    ? { type: 'rappel', palier, terme }
    : { type: 'rien' };
};

/** Silence says nothing of what no one has qualified: its meaning is not known yet. */
const peutDecider = (demande: Demande): boolean =>
  gestesPossibles(demande).some((geste) => geste === 'accepterParSilence' || geste === 'rejeterParSilence');

/** A closer reminder makes the farther ones useless. */
const dejaRappele = ({ faits }: Demande, palier: Palier, terme: Terme): boolean =>
  faits.some((fait) => fait.type === 'rappel' && fait.terme === terme.le && fait.palier <= palier);

export const rappeler = (
  demande: Demande,
  { palier, terme }: { palier: Palier; terme: Terme },
  now: Date,
): Demande => {
  const fait: Fait = { type: 'rappel', palier, terme: terme.le, le: now.toISOString(), par: HORLOGE };
  return { ...demande, faits: [...demande.faits, fait] };
};

/** Silence has become a decision (CRPA L231-1, L231-4). */
export const silencer = (demande: Demande, { sens, le }: Terme, now: Date): Demande =>
  faire(sens === 'acceptation' ? 'accepterParSilence' : 'rejeterParSilence', demande, {
    type: 'silence',
    sens,
    terme: le,
    le: now.toISOString(),
    par: HORLOGE,
  });

/** When someone must look again; undefined when nothing can fall due any more. */
export const prochainReveil = (demande: Demande, now: Date): string | undefined =>
  estClose(demande)
    ? undefined
    : reveils(horlogeDe(demande), demande.fuseau)
        .map(({ quand }) => quand)
        .filter((quand) => Date.parse(quand) > now.getTime())
        .sort()[0];
