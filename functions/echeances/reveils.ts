import { delaiImpartiDe } from '../demandes/attendues.ts';
import { motifsAttendusLe } from '../demandes/contestation.ts';
import { type Demande, recueLe } from '../demandes/demande.ts';
import type { ObjetRappel } from '../demandes/fait.ts';
import { estClose } from '../demandes/gestes.ts';
import { horlogeDe } from '../demandes/horloge.ts';
import { retirableJusquau } from '../demandes/suites.ts';
import { ajouter, instantDe, type Jour, jourDe } from '../platform/dates.ts';
import type { Calendrier } from './calendrier.ts';
import { accusesAuPlusTard } from './delais.ts';
import type { Terme } from './horloge.ts';

/** An instant at which someone must look at a demande, and what for. `rang`: how many reminders came before this one. */
export type Reveil =
  | { objet: 'rappel'; de: ObjetRappel; palier: number; rang: number; terme: Jour; quand: string }
  | { objet: 'delai-imparti'; jusquau: Jour; quand: string }
  | { objet: 'decision'; terme: Terme; quand: string };

/** How days are counted where the demande is, and how many days before its term its agents are reminded. */
export type Cadre = { calendrier: Calendrier; rappels: readonly number[] };

/** How many days before the limit the other delays are recalled. */
const AVANT = { accuse: [5, 1], motifs: [10, 3], retrait: [15] };

const MATIN = '08:00';

/** Reminders in the morning, the rest at the midnight which ends a day: all that may fall due on a demande, in order. */
export const reveilsDe = (demande: Demande, { calendrier, rappels }: Cadre): Reveil[] =>
  [
    ...duTerme(demande, rappels),
    ...duDelaiImparti(demande),
    ...rappelsDe('accuse', accuseAttenduLe(demande, calendrier), { jours: AVANT.accuse, demande }),
    ...rappelsDe('motifs', motifsAttendusLe(demande), { jours: AVANT.motifs, demande }),
    ...rappelsDe('retrait', parSilence(demande), { jours: AVANT.retrait, demande }),
  ].sort((a, b) => a.quand.localeCompare(b.quand));

const duTerme = (demande: Demande, rappels: readonly number[]): Reveil[] => {
  const { terme } = horlogeDe(demande);
  if (!terme || estClose(demande)) return [];
  const decision: Reveil = {
    objet: 'decision',
    terme,
    quand: instantDe(terme.constatableLe, '00:00', demande.fuseau),
  };
  return [...rappelsDe('terme', terme.le, { jours: rappels, demande }), decision];
};

type Rappels = { jours: readonly number[]; demande: Pick<Demande, 'fuseau'> };
const rappelsDe = (de: ObjetRappel, terme: Jour | undefined, { jours, demande }: Rappels): Reveil[] =>
  terme
    ? jours.map((palier) => ({
        objet: 'rappel',
        de,
        palier,
        rang: jours.filter((autre) => autre > palier).length,
        terme,
        quand: instantDe(ajouter(terme, `-P${palier}D`), MATIN, demande.fuseau),
      }))
    : [];

/** The day after a délai imparti, if nothing has come (CRPA L114-5). */
const duDelaiImparti = (demande: Demande): Reveil[] => {
  const jusquau = delaiImpartiDe(demande);
  if (!jusquau) return [];
  return [
    { objet: 'delai-imparti', jusquau, quand: instantDe(ajouter(jusquau, 'P1D'), '00:00', demande.fuseau) },
  ];
};

/** By when the accusé of what nobody has read yet must leave (CRPA R112-11-2). */
export const accuseAuPlusTard = (demande: Demande, calendrier: Calendrier): Jour =>
  accusesAuPlusTard({ recueLe: jourDe(recueLe(demande), demande.fuseau) }, calendrier).are.le;

const accuseAttenduLe = (demande: Demande, calendrier: Calendrier): Jour | undefined =>
  demande.statut === 'a-qualifier' ? accuseAuPlusTard(demande, calendrier) : undefined;

/** Who was silent may have granted what the law forbids: there is still time to see it. */
const parSilence = (demande: Demande): Jour | undefined =>
  demande.statut === 'acceptee-par-silence' ? retirableJusquau(demande) : undefined;

/** Was it already said, or something closer to the limit? */
export const dejaFait = (demande: Demande, reveil: Reveil): boolean =>
  demande.faits.some((fait) => {
    if (reveil.objet === 'delai-imparti')
      return fait.type === 'delai-imparti-passe' && fait.jusquau === reveil.jusquau;
    return (
      reveil.objet === 'rappel' &&
      fait.type === 'rappel' &&
      fait.objet === reveil.de &&
      fait.terme === reveil.terme &&
      fait.palier <= reveil.palier
    );
  });
