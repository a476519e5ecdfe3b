import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulerEcheance } from '../../../functions/echeances/simuler-echeance.ts';
import { simulerRecours } from '../../../functions/echeances/simuler-recours.ts';
import { perform } from '../../../functions/platform/perform.ts';
import { Refus } from '../../../functions/platform/refus.ts';
import { unLieu } from '../../atelier/monde.ts';

const now = new Date('2026-11-23T09:00:00Z');
const lieu = await unLieu();

type Nom = 'echeance' | 'recours';
const demander = (nom: Nom, input: unknown) =>
  nom === 'echeance'
    ? perform(simulerEcheance, { input, now }, lieu)
    : perform(simulerRecours, { input, now }, lieu);

/** What may be answered: dates, or a refusal whose sentences are ours. */
const issueDe = async (nom: Nom, input: unknown) => {
  try {
    await demander(nom, input);
    return 'dates';
  } catch (erreur) {
    if (!(erreur instanceof Refus)) throw erreur;
    for (const { phrase } of erreur.details ?? [])
      expect(phrase).not.toMatch(/\b(invalid|expected|received)\b/i);
    return erreur.code;
  }
};

const CAS = { regime: 'SVR', delai: 'P2M', recue: '2026-03-02', evenements: [] };
/** Texts that look like what is asked. */
const presque = fc.oneof(
  fc.constantFrom(
    '2026-02-30',
    '0000-01-01',
    '2199-12-31',
    '1970-01-01',
    '+010000-01-01',
    '2026-03-02T24:00:00Z',
    '2026-03-02T23:59:60Z',
    '2026-03-02T10:00Z',
    '2026-03-02T10:00:00+25:00',
    '2026-03-02T10:00:00.12345678901234Z',
    '2199-12-31T23:59:59-23:59',
    '1970-01-01T00:00:00+14:00',
    '2026-03-02[u-ca=hebrew]',
    'P0M',
    'P999M',
    'P999D',
    'P1Y',
    'GMT',
    'EST5EDT',
    'Etc/GMT+12',
    'CET',
    'europe/paris',
    'competente',
    'etranger',
    'cada',
    'SVA',
    'AUCUN',
    'transmise',
    '__proto__',
    '\u0000',
    '\ud800',
  ),
  fc.string(),
  fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
);
const valeur = fc.oneof(presque, fc.integer(), fc.boolean(), fc.constant(null), fc.jsonValue());
const evenement = fc.record(
  {
    type: fc.oneof(
      fc.constantFrom(
        'transmise',
        'pieces-demandees',
        'pieces-recues',
        'fraude-suspectee',
        'original-produit',
      ),
      valeur,
    ),
    le: fc.oneof(fc.constantFrom('2026-03-10', '2199-12-31', '1970-01-01'), valeur),
    jusquau: fc.oneof(fc.constantFrom('2026-03-10', '2199-12-31'), valeur),
    complet: valeur,
  },
  { requiredKeys: [] },
);
const CHAMPS = [
  'regime',
  'delai',
  'depuis',
  'recue',
  'fuseau',
  'calendrier',
  'vendrediSaint',
  'residence',
  'recours',
  'decision',
];
const corps = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.dictionary(fc.constantFrom(...CHAMPS), valeur).map((ecart) => ({ ...CAS, ...ecart })),
  },
  {
    weight: 3,
    arbitrary: fc.array(evenement, { maxLength: 5 }).map((evenements) => ({ ...CAS, evenements })),
  },
  { weight: 1, arbitrary: fc.jsonValue() },
);

describe('n’importe quel corps', () => {
  it.each(['echeance', 'recours'] as const)(
    'reçoit de %s des dates ou une phrase, jamais une panne',
    async (nom) => {
      await fc.assert(
        fc.asyncProperty(corps, async (input) => {
          expect(['dates', 'entree-invalide']).toContain(await issueDe(nom, input));
        }),
        { numRuns: 1500 },
      );
    },
  );

  it.each(Intl.supportedValuesOf('timeZone'))('connaît ou refuse le fuseau %s', async (fuseau) => {
    const recue = '2026-03-02T10:00:00Z';
    expect(['dates', 'entree-invalide']).toContain(await issueDe('echeance', { ...CAS, recue, fuseau }));
  });

  it.each([
    '2026-03-02T10:00:00.12345678901234Z',
    '2026-03-02T10:00Z',
    '2026-03-02T23:59:60Z',
    '2026-03-02T10:00:00+25:00',
    '2199-12-31T23:59:59-23:59',
    '1970-01-01T00:00:00+14:00',
  ])('répond à l’instant %s', async (recue) => {
    for (const fuseau of [
      'Europe/Paris',
      'EST5EDT',
      'Etc/GMT+12',
      'europe/paris',
      'CET',
      'GMT',
      'GB-Eire',
      'PRC',
    ])
      expect(['dates', 'entree-invalide']).toContain(await issueDe('echeance', { ...CAS, recue, fuseau }));
  });
});
