import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agirAvantDe, GROUPES, groupeDe } from '../../../functions/demandes/priorite.ts';
import { parUrgence } from '../../../functions/demandes/urgence.ts';

const commune = { fuseau: 'Europe/Paris', calendrier: 'metropole' } as const;
const aujourdhui = '2026-11-23';
const jours = { aujourdhui, commune };
const base = {
  statut: 'en-instruction',
  recueLe: '2026-11-02T09:00:00.000Z',
  dernierMot: { le: '2026-11-02T09:00:00.000Z', phrase: '' },
} as const;
const terme = { le: '2027-01-02', sens: 'acceptation' } as const;
const agir = (situation: Partial<Parameters<typeof agirAvantDe>[0]>) =>
  agirAvantDe({ ...base, ...situation }, jours);

describe('agir avant', () => {
  it('prend l’obligation la plus proche, de quelque sorte qu’elle soit', () => {
    const obligation = { le: '2026-11-28', phrase: 'Décider' };
    expect(agir({ terme })).toEqual({ quoi: 'repondre', le: terme.le, jours: 40 });
    expect(agir({ terme, obligation })).toEqual({ quoi: 'rendre', le: obligation.le, jours: 5 });
    expect(agir({ terme, motifs: '2026-11-25' })?.quoi).toBe('motiver');
    expect(agir({})).toEqual({ quoi: 'instruire' });
  });

  it('met un danger avant tout, même le jour d’un terme', () => {
    const danger = agir({ danger: true, terme: { ...terme, le: aujourdhui } });
    expect(danger).toEqual({ quoi: 'danger', le: '2026-11-02', jours: -21 });
    expect(danger && groupeDe(danger)).toBe('tout-de-suite');
  });

  it('compte les jours de l’accusé tant que personne n’a qualifié, quel que soit le terme supposé', () => {
    // Ten working days from Monday 2 November 2026, the 11th being a holiday (R112-11-2).
    expect(agir({ statut: 'a-qualifier', terme })).toEqual({
      quoi: 'qualifier',
      le: '2026-11-17',
      jours: -6,
    });
  });

  it('laisse à la personne le jour entier qu’on lui a donné', () => {
    const pause = { quoi: 'pieces', jusquau: '2026-12-01' } as const;
    const attente = agir({ statut: 'incomplete', pause });
    expect(attente).toEqual({ quoi: 'attendre', le: '2026-12-02', jours: 9 });
    expect(attente && groupeDe(attente)).toBe('en-pause');
    expect(agir({ statut: 'incomplete', pause: { ...pause, jusquau: aujourdhui } })?.quoi).toBe('attendre');
    expect(agir({ statut: 'incomplete', pause: { ...pause, jusquau: '2026-11-22' } })?.quoi).toBe(
      'instruire',
    );
  });

  it('ne laisse pas une pause cacher un terme proche, un autre délai, ou ce que la personne vient d’écrire', () => {
    const pause = { quoi: 'pieces', jusquau: '2026-12-01' } as const;
    const proche = { ...terme, le: '2026-12-03' };
    expect(agir({ statut: 'incomplete', pause, terme: proche })?.quoi).toBe('repondre');
    const obligation = { le: '2026-12-10', phrase: 'Décider' };
    expect(agir({ statut: 'incomplete', pause, obligation })?.quoi).toBe('rendre');
    const dernierMot = { ...base.dernierMot, deLaPersonne: true };
    const lire = agir({ statut: 'incomplete', pause, dernierMot });
    expect(lire && groupeDe(lire)).toBe('aujourdhui');
  });

  it('une demande close ne demande plus rien, sauf un mot à lire ou des raisons à donner', () => {
    const aLire = { depuis: '2026-11-20T09:00:00.000Z', extrait: 'Bonjour', canal: 'web' } as never;
    expect(agir({ statut: 'refusee', terme, danger: true })).toBeUndefined();
    expect(agir({ statut: 'refusee', aLire })).toEqual({ quoi: 'lire' });
    expect(agir({ statut: 'rejetee-par-silence', aLire, motifs: '2026-12-20' })?.quoi).toBe('motiver');
  });

  it('range en groupes dans le même ordre que la liste', () => {
    const ligne = fc
      .record(
        {
          statut: fc.constantFrom('a-qualifier', 'en-instruction', 'incomplete', 'refusee'),
          danger: fc.constant(true as const),
          terme: fc.record({ le: unJour(), sens: fc.constant('rejet' as const) }),
          obligation: fc.record({ le: unJour(), phrase: fc.constant('Décider') }),
          motifs: unJour(),
          pause: fc.record({ quoi: fc.constant('pieces' as const), jusquau: unJour() }),
        },
        { requiredKeys: ['statut'] },
      )
      .map((situation) => ({ ...base, agirAvant: agirAvantDe({ ...base, ...situation } as never, jours) }));
    fc.assert(
      fc.property(fc.array(ligne), (lignes) => {
        const rangs = lignes
          .toSorted(parUrgence)
          .map(({ agirAvant }) => (agirAvant ? GROUPES.indexOf(groupeDe(agirAvant)) : GROUPES.length));
        expect(rangs).toEqual(rangs.toSorted((a, b) => a - b));
      }),
    );
  });
});

const unJour = () =>
  fc
    .date({ min: new Date('2026-10-01'), max: new Date('2027-03-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
