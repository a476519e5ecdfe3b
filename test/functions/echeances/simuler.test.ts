import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { simuler } from '../../../functions/echeances/simulateur.ts';
import { SaisieEcheance } from '../../../functions/echeances/simulation.ts';
import { simulerEcheance } from '../../../functions/echeances/simuler-echeance.ts';
import { simulerRecours } from '../../../functions/echeances/simuler-recours.ts';
import { perform } from '../../../functions/platform/perform.ts';
import { unLieu } from '../../atelier/monde.ts';

const now = new Date('2026-11-23T09:00:00Z');
const lieu = await unLieu();
const echeance = (input: object) => perform(simulerEcheance, { input, now }, lieu);
const recours = (input: object) => perform(simulerRecours, { input, now }, lieu);

const CAS = {
  regime: 'SVA',
  delai: 'P2M',
  recue: '2026-03-02T09:00:00+01:00',
  fuseau: 'Europe/Paris',
  calendrier: 'metropole',
} as const;

describe('le simulateur', () => {
  it('ne tait rien de ce qu’il ne comprend pas', async () => {
    const inconnu = { residance: 'etranger' };
    const evenements = [{ type: 'transmise', le: '2026-03-03', jusquau: '2026-04-01' }];
    for (const saisie of [
      { ...CAS, ...inconnu },
      { ...CAS, evenements },
    ])
      await expect(echeance(saisie)).rejects.toMatchObject({ code: 'entree-invalide' });
    expect(SaisieEcheance.safeParse({ ...CAS, fuseau: 'Europe/Paris\u0000' }).success).toBe(false);
    await expect(recours({ decision: '2026-03-02', ...inconnu })).rejects.toMatchObject({
      details: [{ phrase: expect.stringContaining('residance') }],
    });
  });

  it('donne la date, les accusés, le recours et les articles', async () => {
    const { explications, ...reste } = await echeance({ ...CAS, regime: 'SVR' });
    expect(reste).toEqual({
      recueLe: '2026-03-02',
      decisionImplicite: {
        sens: 'rejet',
        le: '2026-05-02',
        constatableLe: '2026-05-03',
        dernierJourUtile: '2026-05-01',
      },
      accuses: { aeeAuPlusTard: '2026-03-03', areAuPlusTard: '2026-03-16' },
      recours: { dernierJour: '2026-07-03' },
    });
    expect(explications.map(({ article }) => article)).toEqual([
      'L114-3',
      'L231-4',
      'R112-11-2',
      'R112-11-2',
      'R421-2',
      'R421-7',
    ]);
  });

  it('remet les évènements dans l’ordre', async () => {
    const evenements = [
      { type: 'pieces-recues', le: '2026-03-25', complet: true },
      { type: 'pieces-demandees', le: '2026-03-10' },
    ];
    expect((await echeance({ ...CAS, evenements })).decisionImplicite?.le).toBe('2026-05-25');
  });

  it('range le même jour ce qui finit après ce qui commence', async () => {
    const evenements = [
      { type: 'pieces-recues', le: '2026-03-10', complet: true },
      { type: 'pieces-demandees', le: '2026-03-10' },
    ];
    expect((await echeance({ ...CAS, evenements })).decisionImplicite?.le).toBe('2026-05-10');
  });

  it('suspend pour un original, et ne compte pas deux fois les jours que deux suspensions partagent', async () => {
    const evenements = [
      { type: 'original-demande', le: '2026-03-10' },
      { type: 'pieces-demandees', le: '2026-03-15', jusquau: '2026-03-30' },
      { type: 'original-produit', le: '2026-03-20' },
    ];
    expect((await echeance({ ...CAS, regime: 'SVR', evenements })).decisionImplicite?.le).toBe('2026-05-22');
  });

  it('une acceptation ne compte que les suspensions qui suivent le dossier complet', async () => {
    const evenements = [
      { type: 'original-demande', le: '2026-03-05' },
      { type: 'pieces-demandees', le: '2026-03-10' },
      { type: 'pieces-recues', le: '2026-03-20', complet: true },
      { type: 'original-produit', le: '2026-03-25' },
    ];
    expect((await echeance({ ...CAS, evenements })).decisionImplicite?.le).toBe('2026-05-25');
  });

  it('n’annonce aucune date tant que l’original n’est pas produit', async () => {
    const evenements = [{ type: 'original-demande', le: '2026-03-10' }];
    expect((await echeance({ ...CAS, evenements })).decisionImplicite).toBeNull();
  });

  it('une vérification pour fraude dure trois mois au plus, une fois renouvelée, et ne vaut que depuis mars 2026', async () => {
    const soupcon = { type: 'fraude-suspectee', le: '2026-03-12' };
    const terme = async (...evenements: object[]) =>
      (await echeance({ ...CAS, regime: 'SVR', evenements })).decisionImplicite?.le;
    expect(await terme(soupcon)).toBe('2026-08-02');
    expect(await terme(soupcon, { type: 'fraude-levee', le: '2026-03-22' })).toBe('2026-05-12');
    expect(await terme(soupcon, { type: 'fraude-suspectee', le: '2026-05-12' })).toBe('2026-11-02');
    const avant = { ...CAS, recue: '2026-02-28T10:00:00+01:00', evenements: [soupcon] };
    expect((await echeance(avant)).decisionImplicite?.le).toBe('2026-04-28');
  });

  it('une vérification finie ou levée ne se rouvre jamais, et ne se renouvelle qu’une fois', async () => {
    const soupcon = (le: string) => ({ type: 'fraude-suspectee', le });
    const terme = async (...evenements: object[]) =>
      (await echeance({ ...CAS, delai: 'P6M', regime: 'SVR', evenements })).decisionImplicite?.le;
    const [premiere, renouvelee] = [soupcon('2026-03-12'), soupcon('2026-06-12')];
    expect(await terme(premiere, soupcon('2026-06-13'))).toBe('2026-12-03');
    expect(await terme(premiere, renouvelee)).toBe('2027-03-05');
    expect(await terme(premiere, renouvelee, soupcon('2026-09-01'))).toBe('2027-03-05');
    expect(await terme(premiere, { type: 'fraude-levee', le: '2026-04-12' }, soupcon('2026-04-20'))).toBe(
      '2026-10-03',
    );
  });

  it('n’a pas de terme avant que l’administration compétente ait la demande, si tard soit-ce', async () => {
    const cas = { ...CAS, recue: '2026-01-01' };
    const terme = async (...evenements: object[]) =>
      (await echeance({ ...cas, evenements })).decisionImplicite?.le;
    expect(await terme({ type: 'transmise', le: '2026-03-15' })).toBe('2026-05-15');
    // Whoever sent it on was not competent.
    expect(
      await terme({ type: 'transmise', le: '2026-02-01' }, { type: 'transmise', le: '2026-06-30' }),
    ).toBe('2026-08-30');
    expect(
      await terme(
        { type: 'pieces-demandees', le: '2026-03-10' },
        { type: 'transmise', le: '2026-04-15' },
        { type: 'pieces-recues', le: '2026-03-31', complet: true },
      ),
    ).toBe('2026-06-15');
    expect(
      await terme(
        { type: 'pieces-demandees', le: '2026-03-10' },
        { type: 'transmise', le: '2026-04-15' },
        { type: 'pieces-recues', le: '2026-04-30', complet: true },
      ),
    ).toBe('2026-06-30');
  });

  it('un rejet part de l’administration compétente quand un texte le dit', async () => {
    const cas = { ...CAS, regime: 'SVR', delai: 'P1M', recue: '2026-01-01' };
    const evenements = [{ type: 'transmise', le: '2026-03-31' }];
    const terme = async (suite: object) => (await echeance({ ...cas, ...suite })).decisionImplicite?.le;
    expect(await terme({ evenements, depuis: 'competente' })).toBe('2026-04-30');
    expect(await terme({ evenements, depuis: 'premiere' })).toBe('2026-02-01');
    expect(await terme({ evenements })).toBe('2026-02-01');
    expect(await terme({ depuis: 'competente' })).toBe('2026-02-01');
  });

  it('allonge le recours de qui vit loin du tribunal, et le dit quand il ne sait pas où l’on vit', async () => {
    const dernier = async (suite: object) => (await echeance({ ...CAS, regime: 'SVR', ...suite })).recours;
    expect(await dernier({ residence: 'metropole' })).toEqual({ dernierJour: '2026-07-03' });
    expect(await dernier({ residence: 'outre-mer' })).toEqual({ dernierJour: '2026-08-03' });
    expect(await dernier({ residence: 'etranger' })).toEqual({ dernierJour: '2026-09-03' });
    expect(await dernier({ recours: 'cada' })).toEqual({ dernierJour: '2026-07-02' });
  });

  it('dit qu’une réponse vient trop tard', async () => {
    const { decisionImplicite, explications } = await echeance({
      ...CAS,
      evenements: [{ type: 'decision-notifiee', le: '2026-05-03' }],
    });
    expect(decisionImplicite?.le).toBe('2026-05-02');
    expect(
      explications.some(({ phrase }) => phrase.includes('arrive après la décision née du silence')),
    ).toBe(true);
  });

  it('compte le recours, et prolonge au jour ouvré', async () => {
    expect(await recours({ decision: '2026-03-31', calendrier: 'metropole' })).toMatchObject({
      dernierJour: '2026-06-01',
    });
  });

  it.each([
    ['un évènement avant la réception', { evenements: [{ type: 'transmise', le: '2026-03-01' }] }],
    [
      'un dossier complété sans demande',
      { evenements: [{ type: 'pieces-recues', le: '2026-03-20', complet: true }] },
    ],
    ['un original jamais demandé', { evenements: [{ type: 'original-produit', le: '2026-03-20' }] }],
    ['un fuseau inconnu', { fuseau: 'Europe/Brocéliande' }],
    ['un décalage en guise de fuseau', { fuseau: '+02:00' }],
    ['un calendrier inconnu', { calendrier: 'corse' }],
    ['un Vendredi saint hors d’Alsace-Moselle', { vendrediSaint: true }],
    ['un jour qui n’existe pas', { recue: '2026-02-30T10:00:00+01:00' }],
    ['un jour d’évènement qui n’existe pas', { evenements: [{ type: 'transmise', le: '2027-02-29' }] }],
    ['un délai en années', { delai: 'P1Y' }],
    ['un délai nul', { delai: 'P0M' }],
    ['pas de délai', { delai: undefined }],
    ['un régime inconnu', { regime: 'SVX' }],
    ['un départ inconnu', { regime: 'SVR', depuis: 'hier' }],
    ['une acceptation qui partirait de la première administration', { depuis: 'premiere' }],
    ['une résidence inconnue', { residence: 'lune' }],
    ['un recours inconnu', { recours: 'pape' }],
    ['un évènement inconnu', { evenements: [{ type: 'miracle', le: '2026-04-01' }] }],
    [
      'un délai imparti à rebours',
      { evenements: [{ type: 'pieces-demandees', le: '2026-03-20', jusquau: '2026-03-19' }] },
    ],
  ])('refuse %s, avec une phrase', async (_, ecart) => {
    const refus = await echeance({ ...CAS, ...ecart }).catch((erreur) => erreur);
    expect(refus).toMatchObject({
      code: 'entree-invalide',
      details: [{ phrase: expect.stringMatching(/[.…]$/) }],
    });
  });

  it('ne dépend ni du fuseau ni de la langue de la machine', () => {
    const module = new URL('../../../functions/echeances/simulateur.ts', import.meta.url).href;
    const cas = [
      { ...CAS, recue: '2026-06-30T22:30:00Z', evenements: [] },
      { ...CAS, regime: 'SVR', recue: '2026-03-29T00:59:59Z', evenements: [] },
      { ...CAS, fuseau: 'America/Guadeloupe', recue: '2026-07-01T02:00:00Z', evenements: [] },
    ] as const;
    const script = `import { simuler } from ${JSON.stringify(module)};
      process.stdout.write(JSON.stringify(${JSON.stringify(cas)}.map(simuler)));`;
    const attendu = JSON.stringify(cas.map((un) => simuler({ ...un, evenements: [] })));
    for (const TZ of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata'])
      expect(
        execFileSync(process.execPath, ['--input-type=module', '-e', script], {
          env: { ...process.env, TZ, LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
        }).toString(),
      ).toBe(attendu);
  });
});
