import { type Demande, faire } from '../demandes/demande.ts';
import type { Fait, ObjetRappel } from '../demandes/fait.ts';
import { gestesPossibles } from '../demandes/gestes.ts';
import { type Jour, jourDe } from '../platform/dates.ts';
import type { Terme } from './horloge.ts';
import { type Cadre, dejaFait, type Reveil, reveilsDe } from './reveils.ts';

/** What is due on a demande at an instant: the silence speaks, someone is reminded, a délai has ended, or nothing. */
export type Du =
  | { type: 'silence'; terme: Terme }
  | { type: 'rappel'; rappel: Extract<Reveil, { objet: 'rappel' }> }
  | { type: 'delai-imparti'; jusquau: string }
  | { type: 'rien' };

const HORLOGE = { qui: 'horloge' as const, nom: 'L’horloge légale' };
const RIEN: Du = { type: 'rien' };

/** The most urgent of what is due; what was done already is due no more. */
export const constater = (demande: Demande, now: Date, cadre: Cadre): Du =>
  duParmi(reveilsDe(demande, cadre), demande, now);

const duParmi = (reveils: readonly Reveil[], demande: Demande, now: Date): Du => {
  const sonnes = reveils.filter(({ quand }) => Date.parse(quand) <= now.getTime());
  const decision = sonnes.find((reveil) => reveil.objet === 'decision');
  if (decision && peutDecider(demande)) return { type: 'silence', terme: decision.terme };
  const reste = sonnes.filter((reveil) => reveil.objet !== 'decision' && !dejaFait(demande, reveil));
  const imparti = reste.find((reveil) => reveil.objet === 'delai-imparti');
  if (imparti) return { type: 'delai-imparti', jusquau: imparti.jusquau };
  // A closer reminder makes the farther ones useless; after the term nothing is recalled of it.
  const rappel = reste
    .filter((reveil) => reveil.objet === 'rappel')
    .filter(({ de, terme }) => sert(de, terme, { decision, jour: jourDe(now.toISOString(), demande.fuseau) }))
    .sort((a, b) => a.palier - b.palier)[0];
  return rappel ? { type: 'rappel', rappel } : RIEN;
};

/** After the term, or after the four months, there is nothing left to recall; an accusé or reasons that are late are still due. */
const sert = (
  de: ObjetRappel,
  terme: Jour,
  { decision, jour }: { decision: unknown; jour: Jour },
): boolean => {
  if (de === 'terme') return decision === undefined;
  return de !== 'retrait' || jour <= terme;
};

/** Silence says nothing of what no one has qualified: its meaning is not known yet. */
const peutDecider = (demande: Demande): boolean =>
  gestesPossibles(demande).some((geste) => geste === 'accepterParSilence' || geste === 'rejeterParSilence');

const noter = (demande: Demande, fait: Fait): Demande => ({ ...demande, faits: [...demande.faits, fait] });

export const rappeler = (
  demande: Demande,
  { de, palier, terme }: Extract<Reveil, { objet: 'rappel' }>,
  now: Date,
): Demande =>
  noter(demande, { type: 'rappel', objet: de, palier, terme, le: now.toISOString(), par: HORLOGE });

/** Nothing came in the délai imparti: it is written down once. */
export const finirDelaiImparti = (demande: Demande, jusquau: string, now: Date): Demande =>
  noter(demande, { type: 'delai-imparti-passe', jusquau, le: now.toISOString(), par: HORLOGE });

/** Silence has become a decision (CRPA L231-1, L231-4). What follows it has a watch of its own. */
export const silencer = (demande: Demande, { sens, le }: Terme, now: Date): Demande => ({
  ...faire(sens === 'acceptation' ? 'accepterParSilence' : 'rejeterParSilence', demande, {
    type: 'silence',
    sens,
    terme: le,
    le: now.toISOString(),
    par: HORLOGE,
  }),
});

/** When someone must look again; undefined when nothing can fall due any more. */
export const prochainReveil = (demande: Demande, now: Date, cadre: Cadre): string | undefined =>
  prochainParmi(reveilsDe(demande, cadre), now);

const prochainParmi = (reveils: readonly Reveil[], now: Date): string | undefined =>
  reveils.find(({ quand }) => Date.parse(quand) > now.getTime())?.quand;

/** When the watch over a demande must begin: at once when something is due already; undefined when it is for nothing. */
export const premierReveil = (demande: Demande, now: Date, cadre: Cadre): string | undefined => {
  const reveils = reveilsDe(demande, cadre);
  return duParmi(reveils, demande, now).type === 'rien' ? prochainParmi(reveils, now) : now.toISOString();
};
