import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { type Demande, demanderPieces, faire, recevoirPieces } from '../../../functions/demandes/demande.ts';
import type { Fait, PieceManquante } from '../../../functions/demandes/fait.ts';
import { estClose, gestesPossibles } from '../../../functions/demandes/gestes.ts';
import { horlogeDe } from '../../../functions/demandes/horloge.ts';
import {
  constater,
  finirDelaiImparti,
  premierReveil,
  prochainReveil,
  rappeler,
  silencer,
} from '../../../functions/echeances/constat.ts';
import { ajouter, instantDe, joursEntre } from '../../../functions/platform/dates.ts';
import { uneDemande } from '../../atelier/demande.ts';

const fondement = { texte: 'CRPA', article: 'L114-5', url: 'https://www.legifrance.gouv.fr' };
const PIECE: PieceManquante = {
  id: 'piece',
  nom: 'Une pièce',
  motif: '',
  fondement,
  indispensable: true,
  recue: false,
};
const CADRE = { calendrier: { zone: 'metropole' as const }, rappels: [15, 7, 2] };
const RECUE = '2026-11-23';
const agent = { qui: 'agent' as const, nom: 'Paul Exemple' };

/** What may befall a demande on a day; what is not possible that day is skipped, as a screen would not offer it. */
const ACTES = [
  'rien',
  'demander',
  'recevoir',
  'original',
  'produire',
  'accepter',
  'refuser',
  'desister',
] as const;
type Acte = { jour: number; acte: (typeof ACTES)[number]; imparti: number };
const vies = fc.array(
  fc.record({
    jour: fc.integer({ min: 0, max: 220 }),
    acte: fc.constantFrom(...ACTES),
    imparti: fc.integer({ min: 1, max: 60 }),
  }),
  { maxLength: 9 },
);

const jouer = (demande: Demande, { jour, acte, imparti }: Acte): Demande => {
  const le = ajouter(RECUE, `P${jour}D`);
  const signe = { le: instantDe(le, '10:00', demande.fuseau), par: agent };
  const gestes = gestesPossibles(demande);
  switch (acte) {
    case 'demander':
      return gestes.includes('demanderPieces')
        ? demanderPieces(demande, [PIECE], {
            type: 'pieces-demandees',
            pieces: [PIECE.nom],
            jusquau: ajouter(le, `P${imparti}D`),
            arreteLeDelai: true,
            ...signe,
          })
        : demande;
    case 'recevoir':
      return demande.statut === 'incomplete' ? recevoirPieces(demande, [PIECE], signe) : demande;
    case 'original':
      return tenter(demande, 'demanderOriginal', {
        type: 'original-demande',
        piece: 'P',
        motif: 'M',
        recommande: { numero: '1A', le },
        ...signe,
      });
    case 'produire':
      return tenter(demande, 'recevoirOriginal', { type: 'original-produit', piece: 'P', ...signe });
    case 'accepter':
      return tenter(demande, 'accepter', { type: 'decision', sens: 'acceptation', texte: '', ...signe });
    case 'refuser':
      return tenter(demande, 'refuser', { type: 'decision', sens: 'refus', texte: '', ...signe });
    case 'desister':
      return tenter(demande, 'desister', { type: 'desistement', ...signe });
    case 'rien':
      return demande;
  }
};

const tenter = (demande: Demande, geste: Parameters<typeof faire>[0], fait: Fait): Demande =>
  gestesPossibles(demande).includes(geste) ? faire(geste, demande, fait) : demande;

/** Wakes the watch at an instant: all that is due is done, as the waking does. */
const veiller = (demande: Demande, now: Date): Demande => {
  const du = constater(demande, now, CADRE);
  switch (du.type) {
    case 'silence':
      return veiller(silencer(demande, du.terme, now), now);
    case 'rappel':
      return veiller(rappeler(demande, du.rappel, now), now);
    case 'delai-imparti':
      return veiller(finirDelaiImparti(demande, du.jusquau, now), now);
    case 'rien':
      return demande;
  }
};

/** A whole life: each day the watch looks first, then people act. */
const vivre = (type: 'SVA' | 'SVR', actes: readonly Acte[]): Demande => {
  const regime = { type, delai: 'P2M', fondement };
  let demande = uneDemande({ regime });
  for (const acte of actes.toSorted((a, b) => a.jour - b.jour)) {
    const matin = instantDe(ajouter(RECUE, `P${acte.jour}D`), '09:59', demande.fuseau);
    demande = jouer(veiller(demande, new Date(matin)), acte);
  }
  return veiller(demande, new Date('2029-01-01T00:00:00Z'));
};

const regimes = fc.constantFrom('SVA' as const, 'SVR' as const);
const decisions = ({ faits }: Demande): Fait[] =>
  faits.filter(({ type }) => type === 'decision' || type === 'silence' || type === 'desistement');

describe('des milliers de vies', () => {
  it('n’ont jamais deux décisions', () => {
    fc.assert(
      fc.property(regimes, vies, (type, actes) => decisions(vivre(type, actes)).length <= 1),
      { numRuns: 1000 },
    );
  });

  it('n’ont jamais de silence après une réponse donnée à temps', () => {
    fc.assert(
      fc.property(regimes, vies, (type, actes) => {
        const { faits } = vivre(type, actes);
        return !faits.some(
          (fait, rang) =>
            fait.type === 'silence' && faits.slice(0, rang).some(({ type: t }) => t === 'decision'),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('n’acceptent jamais par silence un dossier signalé incomplet et jamais complété', () => {
    fc.assert(
      fc.property(vies, (actes) => {
        const { faits } = vivre('SVA', actes);
        const silence = faits.findIndex(({ type }) => type === 'silence');
        const avant = faits.slice(0, Math.max(silence, 0));
        const demandees = avant.findLastIndex(({ type }) => type === 'pieces-demandees');
        return demandees < 0 || avant.findLastIndex(({ type }) => type === 'pieces-recues') > demandees;
      }),
      { numRuns: 1000 },
    );
  });

  it('donnent la même horloge chaque fois qu’on la recalcule, et quel que soit l’ordre où l’on a écrit', () => {
    fc.assert(
      fc.property(regimes, vies, (type, actes) => {
        const demande = vivre(type, actes);
        const relue = JSON.parse(JSON.stringify(demande)) as Demande;
        return JSON.stringify(horlogeDe(demande)) === JSON.stringify(horlogeDe(relue));
      }),
      { numRuns: 500 },
    );
  });

  it('décident toujours au terme, ni avant ni plus tard', () => {
    fc.assert(
      fc.property(regimes, vies, (type, actes) => {
        const demande = vivre(type, actes);
        const silence = demande.faits.find((fait) => fait.type === 'silence');
        return !silence || silence.terme === horlogeDe(demande).terme?.le;
      }),
      { numRuns: 1000 },
    );
  });

  it('ont toujours quelqu’un qui veille tant que le silence peut encore décider', () => {
    fc.assert(
      fc.property(regimes, vies, fc.integer({ min: 0, max: 400 }), (type, actes, jour) => {
        const now = new Date(instantDe(ajouter(RECUE, `P${jour}D`), '12:00', 'Europe/Paris'));
        const regime = { type, delai: 'P2M', fondement };
        const passes = actes.filter((acte) => acte.jour <= jour).toSorted((a, b) => a.jour - b.jour);
        const demande = passes.reduce(jouer, uneDemande({ regime }));
        const { terme } = horlogeDe(demande);
        return !terme || estClose(demande) || premierReveil(demande, now, CADRE) !== undefined;
      }),
      { numRuns: 1000 },
    );
  });

  it('finissent par n’avoir plus rien à attendre', () => {
    fc.assert(
      fc.property(regimes, vies, (type, actes) => {
        const demande = vivre(type, actes);
        return prochainReveil(demande, new Date('2029-01-01T00:00:00Z'), CADRE) === undefined;
      }),
      { numRuns: 500 },
    );
  });

  it('suspendent d’autant de jours que l’original s’est fait attendre', () => {
    fc.assert(
      fc.property(regimes, fc.nat(50), fc.nat(100), (type, debut, attente) => {
        const regime = { type, delai: 'P2M', fondement };
        const sans = horlogeDe(uneDemande({ regime })).terme?.le ?? '';
        const demandee = jouer(uneDemande({ regime }), { jour: debut, acte: 'original', imparti: 1 });
        const produite = jouer(demandee, { jour: debut + attente, acte: 'produire', imparti: 1 });
        return joursEntre(sans, horlogeDe(produite).terme?.le ?? '') === attente;
      }),
      { numRuns: 500 },
    );
  });
});
