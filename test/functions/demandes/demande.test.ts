import { describe, expect, it } from 'vitest';
import {
  aQui,
  arreteLeDelai,
  type Demande,
  demanderPieces,
  faire,
  recevoirPieces,
} from '../../../functions/demandes/demande.ts';
import type { Fait } from '../../../functions/demandes/fait.ts';
import { gestesPossibles } from '../../../functions/demandes/gestes.ts';
import { horlogeDe } from '../../../functions/demandes/horloge.ts';
import { uneDemande } from '../../atelier/demande.ts';

const par = { qui: 'agent' as const, nom: 'Agent' };
const accepter: Fait = { type: 'decision', sens: 'acceptation', texte: '', le: '2026-11-25T10:00:00Z', par };
const fondement = { texte: 'Code', article: 'R1', url: 'https://www.legifrance.gouv.fr' };
const piece = { id: 'plan', nom: 'Plan', motif: '', indispensable: true, recue: false };

const incomplete = (demande: Demande, pieces = [{ ...piece, fondement }]) =>
  demanderPieces(demande, pieces, {
    type: 'pieces-demandees',
    pieces: ['Plan'],
    jusquau: '2026-12-20',
    arreteLeDelai: arreteLeDelai(pieces),
    le: '2026-11-25T10:00:00Z',
    par,
  });

describe('la vie d’une demande', () => {
  it('ne peut plus qu’être retirée une fois acceptée', () => {
    const acceptee = faire('accepter', uneDemande(), accepter);
    expect(gestesPossibles(acceptee)).toEqual(['envisagerRetrait', 'retirer', 'ameliorer', 'notifier']);
    expect(() => faire('accepter', acceptee, accepter)).toThrow('geste-impossible');
  });

  it('se clôt sans accord ni refus quand elle n’attend pas de décision', () => {
    const gestes = gestesPossibles(uneDemande({ regime: { type: 'AUCUN', fondement } }));
    expect(gestes).toContain('cloturer');
    expect(gestes).not.toContain('accepter');
    expect(gestes).not.toContain('accepterParSilence');
  });

  it('n’est jamais acceptée par silence sous un régime de rejet, ni l’inverse', () => {
    expect(gestesPossibles(uneDemande({ regime: { type: 'SVR', delai: 'P2M', fondement } }))).not.toContain(
      'accepterParSilence',
    );
    expect(gestesPossibles(uneDemande())).not.toContain('rejeterParSilence');
  });
});

describe('une demande incomplète', () => {
  it('attend l’usager, et son acceptation par silence ne court plus', () => {
    const attend = incomplete(uneDemande());
    expect(aQui(attend)).toBe('usager');
    expect(horlogeDe(attend).terme).toBeNull();
  });

  it('repart du jour où la dernière pièce est arrivée', () => {
    const complete = recevoirPieces(incomplete(uneDemande()), [{ id: 'plan', nom: 'Plan' }], {
      le: '2026-12-05T10:00:00Z',
      par,
    });
    expect(complete.statut).toBe('en-instruction');
    expect(horlogeDe(complete).terme?.le).toBe('2027-02-05');
  });

  it('garde son délai quand aucun texte n’exige la pièce demandée (L114-5)', () => {
    expect(
      horlogeDe(incomplete(uneDemande(), [piece as typeof piece & { fondement: typeof fondement }])).terme
        ?.le,
    ).toBe('2027-01-23');
  });

  it('garde son délai quand la pièce exigée n’est pas indispensable (L114-5-1)', () => {
    expect(
      horlogeDe(incomplete(uneDemande(), [{ ...piece, fondement, indispensable: false }])).terme?.le,
    ).toBe('2027-01-23');
  });

  it('change de réglage à chaque mouvement du délai', () => {
    const attend = incomplete(uneDemande());
    expect(attend.reglage).toBe(2);
    expect(
      recevoirPieces(attend, [{ id: 'plan', nom: 'Plan' }], { le: '2026-12-05T10:00:00Z', par }).reglage,
    ).toBe(3);
  });
});
