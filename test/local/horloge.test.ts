import { describe, expect, it, onTestFinished } from 'vitest';
import { ouvrirFonctions } from '../../local/fonctions.ts';
import { ouvrirHorloge, vraiMaintenant } from '../../local/horloge.ts';
import { ouvrirRegistre } from '../../local/registre.ts';
import { destination } from '../../local/temps.ts';
import { unDossier, unManifeste } from './atelier.ts';

const JOUR = 24 * 3600_000;
const ouvrir = (dossier: string) => {
  const registre = ouvrirRegistre(dossier);
  const horloge = ouvrirHorloge(registre);
  let ouvert = true;
  const fermer = () => {
    if (!ouvert) return;
    ouvert = false;
    horloge.fermer();
    registre.close();
  };
  onTestFinished(fermer);
  return { horloge, fermer };
};

describe('l’horloge', () => {
  it('déplace toutes les lectures de la date, et elles seules', () => {
    const { horloge } = ouvrir(unDossier());
    horloge.poser(Date.now() + 60 * JOUR);
    expect(Date.now() - vraiMaintenant()).toBeGreaterThanOrEqual(60 * JOUR - 1000);
    expect(Number(new Date()) - vraiMaintenant()).toBeGreaterThanOrEqual(60 * JOUR - 1000);
    expect(new Date('2026-03-01T00:00:00Z').toISOString()).toBe('2026-03-01T00:00:00.000Z');
    expect(new Date()).toBeInstanceOf(Date);
    expect(Date.UTC(2026, 0)).toBe(1767225600000);
  });

  it('est retrouvée au démarrage suivant', () => {
    const dossier = unDossier();
    const avant = ouvrir(dossier);
    avant.horloge.poser(Date.now() + JOUR);
    avant.fermer();
    expect(Math.abs(Date.now() - vraiMaintenant())).toBeLessThan(JOUR / 2);
    expect(ouvrir(dossier).horloge.decalage()).toBeGreaterThanOrEqual(JOUR - 1000);
  });

  it('ne recule jamais', () => {
    const { horloge } = ouvrir(unDossier());
    horloge.poser(Date.now() + JOUR);
    const atteint = horloge.decalage();
    horloge.poser(Date.now() - 2 * JOUR);
    expect(horloge.decalage()).toBe(atteint);
  });

  it('est la même dans les fonctions, sans qu’on les redémarre', async () => {
    const { horloge } = ouvrir(unDossier());
    const environnements = new Map([['essai', { TABLE: 'parvis-essai' }]]);
    const fonctions = ouvrirFonctions({
      manifeste: unManifeste('decrireApi'),
      horloge: horloge.partage,
      environnements,
      tracer: () => undefined,
    });
    onTestFinished(fonctions.fermer);
    const lire = async () =>
      (await fonctions.invoquer('essai', 'decrireApi', '{"titre":"x"}')) as { heure: number; TABLE: string };
    expect(Math.abs((await lire()).heure - Date.now())).toBeLessThan(JOUR / 2);
    horloge.poser(Date.now() + 30 * JOUR);
    expect((await lire()).heure - vraiMaintenant()).toBeGreaterThanOrEqual(29 * JOUR);
    expect((await lire()).TABLE).toBe('parvis-essai');
  });
});

describe('une demande de déplacement', () => {
  const DEPUIS = Date.parse('2026-11-22T09:00:00Z');
  const vers = (consigne: object) => destination(consigne, DEPUIS, 'Europe/Paris');

  it('avance de deux mois à la même heure de la commune', () => {
    expect(vers({ avancer: 'P2M' })).toEqual({ instant: Date.parse('2027-01-22T10:00:00+01:00') });
  });

  it('va à un instant', () => {
    expect(vers({ maintenant: '2027-01-31T09:00:00+01:00' })).toEqual({
      instant: Date.parse('2027-01-31T08:00:00Z'),
    });
  });

  it.each([
    ['un retour en arrière', { maintenant: '2026-01-01T00:00:00Z' }],
    ['une durée négative', { avancer: '-P1D' }],
    ['plus de dix ans', { avancer: 'P11Y' }],
    ['ce qui n’est pas une durée', { avancer: 'demain' }],
    ['rien', {}],
  ])('refuse %s avec une phrase', (_, consigne) => {
    expect(vers(consigne)).toEqual({ phrase: expect.stringMatching(/\.$/) });
  });
});
