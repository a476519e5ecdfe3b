import { describe, expect, it } from 'vitest';
import { Champ } from '../../../functions/demarches/demarche.ts';
import { reponseLisible } from '../../../functions/demarches/lisible.ts';
import { lireNombre } from '../../../functions/demarches/nombre.ts';
import { abreger, garderUtiles, nommer, verifierChamps } from '../../../functions/demarches/reponses.ts';

const AUJOURDHUI = '2026-11-23';
const unChamp = (champ: Record<string, unknown>) =>
  Champ.parse({ id: 'champ', libelle: 'Question', ...champ });
const euros = unChamp({ type: 'nombre', libelle: 'Montant', unite: '€', max: 100_000 });
const phraseDe = (champ: Champ, valeur?: string) =>
  verifierChamps([champ], valeur === undefined ? {} : { champ: valeur }, AUJOURDHUI)[0]?.phrase;

describe('un nombre comme on l’écrit', () => {
  it.each([
    ['1 200', 1200],
    ['1\u202f200', 1200],
    ['1\u00a0500,50', 1500.5],
    ['3000 €', 3000],
    ['3 000 euros', 3000],
    ['12.5', 12.5],
    [' 7 ', 7],
  ])('« %s » se lit', (saisie, nombre) => {
    expect(lireNombre(saisie, '€')).toBe(nombre);
  });

  it.each(['beaucoup', '1.500', '12 34', '2 ou 3', '1e5', ''])('« %s » est redemandé', (saisie) => {
    expect(lireNombre(saisie, '€')).toBeUndefined();
  });

  it('part comme un nombre, et se relit avec ses centimes', () => {
    expect(garderUtiles({ etapes: [{ titre: 'Une', champs: [euros] }] }, { champ: '1 500,5 €' })).toEqual({
      champ: 1500.5,
    });
    expect(reponseLisible(euros, '1500,5')).toBe('1\u00a0500,50\u00a0€');
    expect(reponseLisible(euros, 1500)).toBe('1\u00a0500\u00a0€');
  });

  it('dit ses bornes en chiffres lisibles', () => {
    expect(phraseDe(euros, '200000')).toBe('Montant\u00a0: indiquez un nombre entre 0 et 100\u00a0000.');
  });
});

describe('une phrase dit de quelle question elle parle', () => {
  it.each([
    ['Immatriculation', 'Immatriculation\u00a0: cette réponse est nécessaire.'],
    ['Quel cours ?', 'Quel cours ? Cette réponse est nécessaire.'],
  ])('« %s »', (libelle, phrase) => {
    expect(phraseDe(unChamp({ type: 'texte', libelle }))).toBe(phrase);
  });

  it.each(['Immatriculation', 'Quel cours ?', 'Cet acte est celui de…'])(
    'et « %s » ne se redit pas auprès du champ',
    (libelle) => {
      const courte = 'Cette réponse est nécessaire.';
      expect(abreger(libelle, nommer(libelle, courte))).toBe(courte);
      expect(abreger(libelle, courte)).toBe(courte);
    },
  );
});

describe('une date', () => {
  it.each([
    ['27-03-15', 'Écrivez l’année avec quatre chiffres.'],
    ['-03-15', 'Indiquez le jour, le mois et l’année.'],
    ['2027-02-30', 'Cette date n’existe pas. Vérifiez le jour, le mois et l’année.'],
  ])('%s', (saisie, phrase) => {
    const date = unChamp({ type: 'date', libelle: 'Quel jour ?' });
    expect(phraseDe(date, saisie)).toBe(`Quel jour ? ${phrase}`);
  });

  const debut = unChamp({ id: 'debut', type: 'date' });
  const fin = unChamp({ id: 'fin', type: 'date', libelle: 'Jusqu’au', depuis: 'debut' });
  it.each([
    ['2026-12-07', ['Jusqu’au\u00a0: choisissez le mardi 8 décembre 2026, ou un jour d’après.']],
    ['2026-12-08', []],
    ['2026-12-09', []],
  ])('une fin le %s, pour un début le 8 décembre', (jour, phrases) => {
    const dites = verifierChamps([debut, fin], { debut: '2026-12-08', fin: jour }, AUJOURDHUI);
    expect(dites.map(({ phrase }) => phrase)).toEqual(phrases);
  });

  it('une fin se lit même quand le début est faux ou absent : lui seul est à corriger', () => {
    const faux = verifierChamps([debut, fin], { debut: '2026-13-08', fin: '2026-12-07' }, AUJOURDHUI);
    const absent = verifierChamps([debut, fin], { fin: '2026-12-07' }, AUJOURDHUI);
    expect([faux, absent].map((details) => details.map(({ champ }) => champ))).toEqual([
      ['debut'],
      ['debut'],
    ]);
  });
});
