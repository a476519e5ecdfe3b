import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Regime } from '../../../functions/demarches/demarche.ts';
import { type Evenement, horloge } from '../../../functions/echeances/horloge.ts';
import { ajouter, jourDe, joursEntre } from '../../../functions/platform/dates.ts';
import vecteurs from './vecteurs.json' with { type: 'json' };

const fondement = { texte: 'CRPA', article: 'L231-1', url: 'https://www.legifrance.gouv.fr' };
const regime = (type: string, delai: string): Regime =>
  Regime.parse(type === 'AUCUN' ? { type, fondement } : { type, delai, fondement });
const enIso = (delai: string) => delai.replace(/^(\d+) mois$/, 'P$1M').replace(/^(\d+) jours$/, 'P$1D');

type Vecteur = (typeof vecteurs.decisions_implicites)[number];

/** The sample's own words for what happened, as events of the clock. */
const evenementsDe = ({ date_reception, evenements }: Vecteur): Evenement[] => {
  const dits: Partial<Record<string, unknown>> = evenements;
  const le = (cle: string) => dits[cle] as string;
  const suspensions = (dits.suspensions as [string, string][] | undefined) ?? [];
  const enPieces = !dits.suspension_fraude;
  return [
    { type: 'recue', le: date_reception },
    ...(dits.transmis_le ? [{ type: 'transmise' as const, le: le('transmis_le') }] : []),
    ...(dits.pieces_demandees_le && suspensions.length === 0
      ? [{ type: 'pieces-demandees' as const, le: le('pieces_demandees_le') }]
      : []),
    ...suspensions.flatMap(([du, au]): Evenement[] =>
      enPieces
        ? [
            { type: 'pieces-demandees', le: du, jusquau: (dits.delai_imparti_jusquau as string) ?? au },
            { type: 'pieces-recues', le: au, complet: true },
          ]
        : [
            { type: 'fraude-suspectee', le: du },
            { type: 'fraude-levee', le: au },
          ],
    ),
    ...(dits.complet_le ? [{ type: 'pieces-recues' as const, le: le('complet_le'), complet: true }] : []),
    ...(dits.decision_expresse_notifiee_le
      ? [{ type: 'decision-notifiee' as const, le: le('decision_expresse_notifiee_le') }]
      : []),
  ];
};

describe('l’horloge légale', () => {
  it.each(vecteurs.decisions_implicites)('donne la date de $id ($regime, $note)', (vecteur) => {
    expect(jourDe(vecteur.reception, vecteur.fuseau)).toBe(vecteur.date_reception);
    const { terme } = horloge(regime(vecteur.regime, enIso(vecteur.delai)), evenementsDe(vecteur));
    expect(terme?.le ?? null).toBe(vecteur.decision_implicite);
    expect(terme?.constatableLe ?? null).toBe(vecteur.constatable_a_partir_de);
  });

  it('explique chaque date avec son article', () => {
    const { explications } = horloge(regime('SVA', 'P2M'), [
      { type: 'recue', le: '2026-03-02' },
      { type: 'pieces-demandees', le: '2026-03-10' },
      { type: 'pieces-recues', le: '2026-03-25', complet: true },
    ]);
    expect(explications.map(({ phrase }) => phrase)).toEqual([
      'La demande a été reçue le 2 mars 2026.',
      'Des pièces ont été demandées le 10 mars 2026 : le délai ne partira qu’à leur réception.',
      'Le dossier est complet depuis le 25 mars 2026 : le délai part de ce jour.',
      'Le silence de la mairie pendant deux mois vaut acceptation : le 25 mai 2026.',
    ]);
    expect(explications.every(({ article }) => /\d/.test(article))).toBe(true);
  });
});

const jours = fc.integer({ min: 0, max: 12_000 }).map((n) => ajouter('2000-01-01', `P${n}D`));
const mois = fc.integer({ min: 1, max: 12 }).map((n) => `P${n}M`);
const terme = (type: string, delai: string, evenements: Evenement[]) =>
  horloge(regime(type, delai), evenements).terme?.le ?? '';

describe('les propriétés de l’horloge', () => {
  it('un dépôt plus tardif n’est jamais décidé plus tôt', () => {
    fc.assert(
      fc.property(
        jours,
        fc.nat(400),
        mois,
        (recue, ecart, delai) =>
          terme('SVA', delai, [{ type: 'recue', le: recue }]) <=
          terme('SVA', delai, [{ type: 'recue', le: ajouter(recue, `P${ecart}D`) }]),
      ),
      { numRuns: 1000 },
    );
  });

  it('le quantième du terme ne dépasse jamais celui de la réception', () => {
    fc.assert(
      fc.property(
        jours,
        mois,
        (recue, delai) => terme('SVR', delai, [{ type: 'recue', le: recue }]).slice(8) <= recue.slice(8),
      ),
      { numRuns: 1000 },
    );
  });

  it('une suspension de k jours repousse un rejet d’exactement k jours', () => {
    fc.assert(
      fc.property(jours, fc.integer({ min: 0, max: 50 }), fc.nat(90), (recue, debut, k) => {
        const du = ajouter(recue, `P${debut}D`);
        const suspendu = terme('SVR', 'P2M', [
          { type: 'recue', le: recue },
          { type: 'pieces-demandees', le: du, jusquau: ajouter(du, 'P100D') },
          { type: 'pieces-recues', le: ajouter(du, `P${k}D`), complet: true },
        ]);
        return joursEntre(terme('SVR', 'P2M', [{ type: 'recue', le: recue }]), suspendu) === k;
      }),
      { numRuns: 1000 },
    );
  });

  it('un dossier signalé incomplet et jamais complété n’est jamais accepté par silence', () => {
    fc.assert(
      fc.property(
        jours,
        fc.integer({ min: 0, max: 50 }),
        (recue, debut) =>
          terme('SVA', 'P2M', [
            { type: 'recue', le: recue },
            { type: 'pieces-demandees', le: ajouter(recue, `P${debut}D`) },
          ]) === '',
      ),
      { numRuns: 1000 },
    );
  });

  it('une acceptation après complément ne dépend que du jour où le dossier est complet', () => {
    fc.assert(
      fc.property(jours, fc.integer({ min: 0, max: 40 }), fc.nat(300), (recue, debut, attente) => {
        const demandees = ajouter(recue, `P${debut}D`);
        const complet = ajouter(demandees, `P${attente}D`);
        return (
          terme('SVA', 'P2M', [
            { type: 'recue', le: recue },
            { type: 'pieces-demandees', le: demandees },
            { type: 'pieces-recues', le: complet, complet: true },
          ]) === ajouter(complet, 'P2M')
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('deux demandes de pièces qui se chevauchent suspendent leur réunion, ni plus ni moins', () => {
    fc.assert(
      fc.property(
        jours,
        fc.tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 25 })),
        fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 })),
        (recue, [premiere, ecart], [duree1, duree2]) => {
          const du1 = ajouter(recue, `P${premiere}D`);
          const du2 = ajouter(du1, `P${ecart}D`);
          const au1 = ajouter(du1, `P${duree1}D`);
          const au2 = ajouter(du2, `P${duree2}D`);
          const suspendu = terme('SVR', 'P2M', [
            { type: 'recue', le: recue },
            { type: 'pieces-demandees', le: du1, jusquau: au1 },
            { type: 'pieces-demandees', le: du2, jusquau: au2 },
          ]);
          const couverts = new Set<string>();
          for (const [du, au] of [
            [du1, au1],
            [du2, au2],
          ] as const)
            for (let jour = du; jour < au; jour = ajouter(jour, 'P1D')) couverts.add(jour);
          return joursEntre(terme('SVR', 'P2M', [{ type: 'recue', le: recue }]), suspendu) === couverts.size;
        },
      ),
      { numRuns: 500 },
    );
  });
});
