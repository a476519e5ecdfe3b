import { describe, expect, it } from 'vitest';
import { CALENDRIERS } from '../../../functions/commune/commune.ts';
import { simuler } from '../../../functions/echeances/simulateur.ts';
import { SaisieEcheance } from '../../../functions/echeances/simulation.ts';
import { simulerRecours } from '../../../functions/echeances/simuler-recours.ts';
import { perform } from '../../../functions/platform/perform.ts';
import { unLieu } from '../../atelier/monde.ts';
import {
  type CasDit,
  type EvenementDit,
  enClair,
  leJour,
  oracle,
  type Quantieme,
  recoursDit,
} from './oracle.ts';
import vecteurs from './vecteurs.json' with { type: 'json' };

/** A reproducible hasard (mulberry32): the same cases each time, others with another GRAINE. */
const GRAINE = Number(process.env.GRAINE ?? 20261127);
const hasard = (graine: number) => {
  let etat = graine;
  return (max: number): number => {
    etat = (etat + 0x6d2b79f5) | 0;
    let t = Math.imul(etat ^ (etat >>> 15), 1 | etat);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % max;
  };
};
type De = ReturnType<typeof hasard>;
const parmi = <T>(de: De, choix: readonly [T, ...T[]] | readonly T[]): T => choix[de(choix.length)] as T;

/** Around what the texts and the calendar make special: ends of months, leap years, March 2026. */
const DEBUTS: readonly Quantieme[] = [
  leJour(2023, 12, 29),
  leJour(2024, 2, 27),
  leJour(2025, 8, 29),
  leJour(2025, 12, 29),
  leJour(2026, 2, 26),
  leJour(2026, 3, 29),
  leJour(2026, 10, 29),
  leJour(2027, 12, 28),
];

const uneReception = (de: De): Quantieme =>
  de(8) ? parmi(de, DEBUTS) + de(5) : leJour(2023, 1, 1) + de(5 * 365);

/** What may happen, and when: days that gather around the term, where all is decided. */
const unEcart = (de: De, cas: Pick<CasDit, 'nombre' | 'unite'>): number => {
  const duree = cas.unite === 'M' ? cas.nombre * 30 : cas.nombre;
  return de(3) === 0 ? Math.max(0, duree - 3 + de(7)) : de(duree * 2 + 40);
};

const unEvenement = (de: De, cas: Omit<CasDit, 'evenements'>): EvenementDit[] => {
  const le = cas.recue + unEcart(de, cas);
  const apres = le + de(parmi(de, [1, 15, 60, 220]));
  switch (de(8)) {
    case 0:
      return [{ type: 'transmise', le }];
    case 1:
      return [{ type: 'decision-notifiee', le }];
    case 2:
    case 3:
      return [
        { type: 'pieces-demandees', le, ...(de(5) && { jusquau: le + de(70) }) },
        ...(de(4) ? [{ type: 'pieces-recues' as const, le: apres, complet: de(5) > 0 }] : []),
      ];
    case 4:
      return [
        { type: 'original-demande', le },
        ...(de(4) ? [{ type: 'original-produit' as const, le: apres }] : []),
      ];
    case 5:
      return [
        { type: 'fraude-suspectee', le },
        ...(de(2) ? [{ type: 'fraude-levee' as const, le: apres }] : []),
      ];
    case 6:
      return [
        { type: 'fraude-suspectee', le },
        { type: 'fraude-suspectee', le: apres },
      ];
    default:
      return [{ type: 'transmise', le: cas.recue + de(200) }];
  }
};

const unCas = (de: De): CasDit => {
  const unite = de(4) ? 'M' : 'D';
  const cas = {
    regime: parmi(de, ['SVA', 'SVA', 'SVR', 'SVR', 'SVR', 'AUCUN'] as const),
    nombre: unite === 'M' ? 1 + de(6) : 1 + de(60),
    unite,
    competente: de(3) === 0,
    recue: uneReception(de),
    zone: parmi(de, CALENDRIERS),
    vendrediSaint: de(2) === 0,
    residence: parmi(de, [undefined, 'metropole', 'outre-mer', 'etranger'] as const),
    cada: de(5) === 0,
  } as const;
  const evenements = Array.from({ length: de(5) }, () => unEvenement(de, cas)).flat();
  // What is typed is in no order.
  return { ...cas, evenements: de(2) ? evenements : evenements.toReversed() };
};

/** The same case, as the API asks for it. */
const enSaisie = ({ zone, vendrediSaint, nombre, unite, recue, ...cas }: CasDit): SaisieEcheance =>
  ({
    regime: cas.regime,
    delai: `P${nombre}${unite}`,
    ...(cas.competente && { depuis: 'competente' }),
    recue: enClair(recue),
    fuseau: 'Europe/Paris',
    calendrier: zone,
    ...(zone === 'alsace-moselle' && { vendrediSaint }),
    ...(cas.residence && { residence: cas.residence }),
    ...(cas.cada && { recours: 'cada' }),
    evenements: cas.evenements.map((evenement) => ({
      ...evenement,
      le: enClair(evenement.le),
      ...('jusquau' in evenement &&
        evenement.jusquau !== undefined && { jusquau: enClair(evenement.jusquau) }),
    })),
  }) as SaisieEcheance;

const dite = (cas: CasDit) => {
  const { terme, accuseEnregistrement, accuseReception, recours } = oracle(cas);
  return [terme, accuseEnregistrement, accuseReception, recours]
    .map((jour) => jour && enClair(jour))
    .join(' ');
};
const calculee = (cas: CasDit) => {
  const { decisionImplicite, accuses, recours } = simuler(enSaisie(cas));
  return [
    decisionImplicite?.le ?? null,
    accuses.aeeAuPlusTard,
    accuses.areAuPlusTard,
    recours?.dernierJour ?? null,
  ].join(' ');
};

describe('un second calcul, qui n’a rien du premier', () => {
  it('est d’accord avec l’horloge sur cent mille cas', () => {
    const de = hasard(GRAINE);
    const ecarts: unknown[] = [];
    for (let i = 0; i < 100_000 && ecarts.length < 3; i += 1) {
      const cas = unCas(de);
      const [attendu, obtenu] = [dite(cas), calculee(cas)];
      if (attendu !== obtenu) ecarts.push({ saisie: enSaisie(cas), attendu, obtenu });
    }
    expect(ecarts).toEqual([]);
  }, 120_000);

  it('décrit des cas que l’API accepte', () => {
    const de = hasard(GRAINE + 1);
    for (let i = 0; i < 500; i += 1) expect(SaisieEcheance.safeParse(enSaisie(unCas(de))).success).toBe(true);
  });

  it.each(vecteurs.recours)('donne le dernier jour publié de $id', ({ decision, dernier_jour_recours }) => {
    const [an = 0, mois = 0, jour = 0] = decision.split('-').map(Number);
    const cas = { zone: 'metropole', vendrediSaint: false, residence: undefined, cada: false };
    expect(enClair(recoursDit(leJour(an, mois, jour), cas))).toBe(dernier_jour_recours);
  });

  it('est d’accord sur le recours d’une décision, où que l’on vive', async () => {
    const lieu = await unLieu();
    const de = hasard(GRAINE + 2);
    for (let i = 0; i < 300; i += 1) {
      const { zone: calendrier, residence, cada } = unCas(de);
      const decision = uneReception(de);
      const cas = { zone: calendrier, vendrediSaint: true, residence, cada };
      const input = { decision: enClair(decision), calendrier, residence, ...(cada && { recours: 'cada' }) };
      const { dernierJour } = await perform(simulerRecours, { input, now: new Date() }, lieu);
      expect({ ...input, dernierJour }).toEqual({
        ...input,
        dernierJour: enClair(recoursDit(decision, cas)),
      });
    }
  });
});
