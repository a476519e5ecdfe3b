import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { estDemande, verifierReponses } from '../../functions/demarches/reponses.ts';
import { Usager } from '../../functions/usagers/usager.ts';
import { lireCommunes } from '../../lib/communes.ts';
import { calendrier, JOURS_PASSES } from '../../local/semis/calendrier.ts';
import { hasardDe } from '../../local/semis/hasard.ts';
import { graineDe, type Histoire } from '../../local/semis/histoire.ts';
import { unePhoto, unPdf } from '../../local/semis/papiers.ts';
import { remplir } from '../../local/semis/reponses.ts';
import { VILLES } from '../../local/semis/villes/villes.ts';

const JOUR = '2026-11-23';
const chargees = lireCommunes(path.resolve(import.meta.dirname, '../..'));
const deposees = chargees.flatMap(({ commune, demarches }) =>
  (VILLES[commune.slug]?.histoires ?? []).flatMap((histoire) =>
    histoire.par === undefined
      ? [
          {
            nom: `${commune.slug}, ${histoire.qui}, ${histoire.demarche}`,
            histoire,
            demarche: demarches.find(({ id }) => id === histoire.demarche),
          },
        ]
      : [],
  ),
);

const defautsDe = ({ nom, histoire, demarche }: (typeof deposees)[number]): string[] => {
  if (!demarche) return [`${nom} : cette démarche n’est pas ouverte`];
  const dites = histoire.reponses ?? {};
  const reponses = remplir(demarche, dites, { jour: JOUR, hasard: hasardDe(graineDe(histoire)) });
  const attendues = demarche.pieces.filter((piece) => estDemande(piece, reponses)).map(({ id }) => id);
  return [
    ...verifierReponses(demarche, reponses, JOUR).map(({ champ, phrase }) => `${nom} : ${champ}, ${phrase}`),
    ...Object.keys(dites)
      .filter((id) => reponses[id] === undefined)
      .map((id) => `${nom} : « ${id} » n’est pas demandé`),
    ...(histoire.pieces ?? [])
      .filter((id) => !attendues.includes(id))
      .map((id) => `${nom} : la pièce « ${id} » n’est pas attendue`),
  ];
};

describe('les histoires de la ville', () => {
  it('sont permises par le catalogue', () => {
    expect(deposees.length).toBeGreaterThan(60);
    expect(deposees.flatMap(defautsDe)).toEqual([]);
  });

  it('leurs habitants ont un numéro, un SIRET ou un RNA plausibles, et une adresse qui n’existe pas', () => {
    const tous = Object.values(VILLES).flatMap(({ gens }) => Object.entries(gens));
    for (const [qui, usager] of tous) {
      expect(Usager.safeParse(usager).error, qui).toBeUndefined();
      expect(usager.courriel ?? 'personne.example', qui).toMatch(/\.example$/);
      expect(usager.telephone ?? '06 39 98', qui).toMatch(/^(06 39 98|04 65 71|03 53 01|\+262 262 00)/);
    }
  });
});

describe('le calendrier de la ville', () => {
  const present = { instant: Date.parse('2026-11-22T15:00:00Z'), fuseau: 'Europe/Paris' };
  const une: Histoire = {
    qui: 'zoe',
    ilYA: 1,
    demarche: 'demande-libre',
    suite: [
      { apres: 0, fait: 'prend' },
      { apres: 5, fait: 'ecrit', texte: 'Bonjour' },
    ],
  };

  it('tient dans le passé que l’horloge remonte, et ne dépasse pas le présent', () => {
    const histoires = Object.values(VILLES).flatMap((ville) => ville.histoires);
    const moments = calendrier(histoires, present).map(({ instant }) => instant);
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    expect(moments[0]).toBeGreaterThan(present.instant - JOURS_PASSES * 86_400_000);
    expect(moments.at(-1)).toBeLessThanOrEqual(present.instant);
  });

  it('garde l’ordre de chaque histoire, et laisse les bureaux fermés le dimanche', () => {
    const moments = calendrier([une], { ...present, instant: Date.parse('2026-11-30T20:00:00Z') });
    const enOrdre = moments.flatMap(({ instant, actes }) =>
      actes.map(({ rang }) => ({ rang, jour: new Date(instant).getUTCDay() })),
    );
    // Filed on a Sunday evening: nobody takes charge before Monday.
    expect(enOrdre.map(({ rang }) => rang)).toEqual([0, 1, 2]);
    expect(enOrdre[0]?.jour).toBe(0);
    expect(enOrdre[1]?.jour).toBe(1);
  });

  it('est le même à chaque premier démarrage', () => {
    expect(calendrier([une], present)).toEqual(calendrier([une], present));
  });
});

describe('les papiers de la ville', () => {
  it('sont de vrais fichiers, les mêmes à chaque fois', () => {
    const photo = unePhoto('IMG_1', hasardDe('banc'));
    expect(photo.contenu.subarray(1, 4).toString()).toBe('PNG');
    expect(photo.contenu).toEqual(unePhoto('IMG_1', hasardDe('banc')).contenu);
    const pdf = unPdf('budget', 'Budget prévisionnel (œuvre)', 'Štěpán');
    expect(pdf.contenu.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.contenu.toString('latin1')).toContain('Budget prévisionnel \\(oeuvre\\)');
  });
});
