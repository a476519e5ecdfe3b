import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lireDate } from '../../../functions/demarches/date.ts';
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

  it.each(['1850-02-28', '1539-08-10', '1900-01-01'])('ancienne existe : %s', (jour) => {
    expect(phraseDe(unChamp({ type: 'date', quand: 'passee' }), jour)).toBeUndefined();
  });

  it.each(['1850', '1850-03', '1850-03-00', '1850-00-00', '1850--'])(
    'dont on ne sait pas tout se redemande, si la question veut un jour : %s',
    (saisie) => {
      expect(phraseDe(unChamp({ type: 'date' }), saisie)).toMatch(/indiquez le jour|n’existe pas/);
    },
  );
});

describe('une date dont on ne sait pas tout', () => {
  const naissance = unChamp({ type: 'date', libelle: 'Né', quand: 'passee', partielle: true });

  it.each([
    ['1850', '1850', 'en\u00a01850'],
    ['1850--', '1850', 'en\u00a01850'],
    ['1950-00-00', '1950', 'en\u00a01950'],
    ['1850-03', '1850-03', 'en\u00a0mars\u00a01850'],
    ['1850-3-', '1850-03', 'en\u00a0mars\u00a01850'],
    ['1950-12-00', '1950-12', 'en\u00a0décembre\u00a01950'],
    ['1950-03-01', '1950-03-01', '1er\u00a0mars\u00a01950'],
    ['2026', '2026', 'en\u00a02026'],
  ])('%s se garde et se relit', (saisie, gardee, lue) => {
    expect(phraseDe(naissance, saisie)).toBeUndefined();
    expect(garderUtiles({ etapes: [{ titre: 'Une', champs: [naissance] }] }, { champ: saisie })).toEqual({
      champ: gardee,
    });
    expect(reponseLisible(naissance, gardee).replace(/ /g, '\u00a0')).toBe(lue);
  });

  it.each([
    ['-03-15', 'indiquez au moins l’année.'],
    ['1950--15', 'indiquez aussi le mois, ou laissez le jour vide.'],
    ['50-03-15', 'écrivez l’année avec quatre chiffres.'],
    ['1950-02-30', 'cette date n’existe pas. Vérifiez le jour, le mois et l’année.'],
    ['1950-13', 'cette date n’existe pas. Vérifiez le jour, le mois et l’année.'],
    ['2027', 'cette date doit être passée.'],
    ['2026-12', 'cette date doit être passée.'],
    ['2026-11-24', 'cette date doit être passée.'],
    ['hier', 'écrivez l’année avec quatre chiffres.'],
  ])('%s se redemande', (saisie, phrase) => {
    expect(phraseDe(naissance, saisie)).toBe(`Né\u00a0: ${phrase}`);
  });

  it('quelle qu’elle soit, ne se garde que d’une forme', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1500-01-01'), max: new Date('2200-12-31'), noInvalidDate: true }),
        (date) => {
          const jour = date.toISOString().slice(0, 10);
          expect(lireDate(jour)).toBe(jour);
          expect(lireDate(`${jour.slice(0, 7)}-00`)).toBe(jour.slice(0, 7));
          expect(lireDate(`${jour.slice(0, 4)}-00-00`)).toBe(jour.slice(0, 4));
        },
      ),
    );
  });
});

describe('une immatriculation', () => {
  const plaque = unChamp({ type: 'texte', forme: 'immatriculation', max: 15 });
  it.each([
    ['ab123cd', 'AB-123-CD'],
    ['AB 123 CD', 'AB-123-CD'],
    ['1234 ab 84', '1234 AB 84'],
    ['123abc2a', '123 ABC 2A'],
    ['1-abc-234', '1-ABC-234'],
    ['m·ab 1234', 'M·AB 1234'],
    ['GE 12345', 'GE 12345'],
  ])('%s se garde %s', (saisie, gardee) => {
    expect(phraseDe(plaque, saisie)).toBeUndefined();
    expect(garderUtiles({ etapes: [{ titre: 'Une', champs: [plaque] }] }, { champ: saisie })).toEqual({
      champ: gardee,
    });
  });

  it('qui ne se lit pas se redemande', () => {
    expect(phraseDe(plaque, '?!')).toMatch(/ne se lit pas/);
  });
});

it.each(['1e-300', '0.0000000000001'])('un nombre trop petit pour se garder se redemande : %s', (saisie) => {
  expect(verifierChamps([euros], { champ: Number(saisie) }, AUJOURDHUI)[0]?.phrase).toMatch(/en chiffres/);
});
