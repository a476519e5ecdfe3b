import { describe, expect, it } from 'vitest';
import { AdressePostale, adresseEnLignes } from '../../../functions/commune/commune.ts';
import { siret } from '../../../functions/usagers/numeros.ts';
import { etatCivilDe } from '../../../functions/usagers/usager.franceconnect.ts';
import { nomDe, UsagerIdentifie } from '../../../functions/usagers/usager.ts';
import { fautesIdentite, versUsager } from '../../../web/ui/identite.ts';

const adresse = { voie: '3 rue de l’Exemple', codePostal: '84990', ville: 'Aubevive' };
const personne = { qualite: 'particulier', adresse, courriel: 'zoe@courriel.example' };

describe('une personne', () => {
  it.each([
    [{ nom: 'Suharto' }, 'Suharto'],
    [{ prenom: 'Björk' }, 'Björk'],
    [{ nom: 'd’Ÿs de la Tour', prenom: 'Marie Claire' }, 'Marie Claire d’Ÿs de la Tour'],
    [{ nom: 'X Æ A-12', prenom: 'É' }, 'É X Æ A-12'],
    [{ nom: ' Žižek\u200b ', prenom: 'Łukasz\n Jan' }, 'Łukasz Jan Žižek'],
    [{ nom: '王', prenom: '小明' }, '小明 王'],
  ])('porte son nom, même seul : %o', (noms, attendu) => {
    expect(nomDe(UsagerIdentifie.parse({ ...personne, ...noms }))).toBe(attendu);
  });

  it('sans aucun nom se redemande, auprès du nom', () => {
    const lue = UsagerIdentifie.safeParse(personne);
    expect(lue.error?.issues).toMatchObject([{ path: ['nom'], message: 'Indiquez votre nom.' }]);
  });
});

describe('FranceConnect', () => {
  it.each([
    [{ given_name: 'Marie Claire Sophie', given_name_array: ['Marie Claire', 'Sophie'] }, 'Marie Claire'],
    [{ given_name: 'Marie Claire' }, 'Marie Claire'],
    [{ given_name: 'Jean-Noël', given_name_array: [] }, 'Jean-Noël'],
  ])('ne coupe pas un prénom : %o', (identite, prenom) => {
    expect(etatCivilDe({ family_name: 'Fictif', ...identite })).toEqual({ prenom, nom: 'Fictif' });
  });

  it.each([
    [{ family_name: 'Suharto' }, { nom: 'Suharto' }],
    [{ family_name: 'Suharto', given_name: '' }, { nom: 'Suharto' }],
    [{ family_name: 'Suharto', given_name: null }, { nom: 'Suharto' }],
    [{ given_name: 'Björk' }, { nom: 'Björk' }],
    [{}, {}],
  ])('laisse entrer qui n’a qu’un nom : %o', (identite, attendu) => {
    expect(etatCivilDe(identite)).toEqual(attendu);
  });

  it('donne le nom d’usage d’abord, et une adresse qui peut servir', () => {
    const identite = { given_name: 'Zoé', family_name: 'Née', preferred_username: 'Épousée' };
    expect(etatCivilDe({ ...identite, email: ' Zoe@Courriel.example ' })).toEqual({
      prenom: 'Zoé',
      nom: 'Épousée',
      courriel: 'zoe@courriel.example',
    });
    expect(etatCivilDe({ ...identite, email: 'pas une adresse' })).not.toHaveProperty('courriel');
  });
});

describe('une adresse', () => {
  it.each([
    [{ ...adresse, codePostal: '84 990' }, ['3 rue de l’Exemple', '84990 Aubevive']],
    [{ ...adresse, codePostal: 'F-84990', pays: 'France' }, ['3 rue de l’Exemple', '84990 Aubevive']],
    [
      { voie: 'Lieu-dit Les Oliviers', codePostal: '97411', ville: 'Saint-Paul' },
      ['Lieu-dit Les Oliviers', '97411 Saint-Paul'],
    ],
    [
      { voie: '1 quai', codePostal: '98000', ville: 'Monaco', pays: 'Monaco' },
      ['1 quai', '98000 Monaco', 'Monaco'],
    ],
    [{ voie: 'Villa 12', ville: 'Dakar', pays: 'Sénégal' }, ['Villa 12', 'Dakar', 'Sénégal']],
    [
      { voie: '10 Downing St', codePostal: 'sw1a 2aa', ville: 'London', pays: 'Royaume-Uni' },
      ['10 Downing St', 'SW1A2AA London', 'Royaume-Uni'],
    ],
    [
      { voie: 'B.P. 3', codePostal: '', ville: 'Abidjan', pays: 'Côte d’Ivoire' },
      ['B.P. 3', 'Abidjan', 'Côte d’Ivoire'],
    ],
    [
      { voie: 'ул. Ленина 1', codePostal: '101000', ville: 'Москва', pays: 'Russie' },
      ['ул. Ленина 1', '101000 Москва', 'Russie'],
    ],
  ])('se lit où qu’elle soit : %o', (saisie, lignes) => {
    const lue = AdressePostale.parse(saisie);
    expect(adresseEnLignes(lue)).toEqual(lignes);
    expect(AdressePostale.parse(lue)).toEqual(lue);
  });

  it.each([{ codePostal: '8499' }, { codePostal: undefined }, { codePostal: 'SW1A 2AA' }])(
    'en France a son code postal : %o',
    (faux) => {
      const lue = AdressePostale.safeParse({ ...adresse, ...faux });
      expect(lue.error?.issues).toMatchObject([{ path: ['codePostal'] }]);
      expect(lue.error?.issues[0]?.message).toMatch(/5 chiffres/);
    },
  );
});

it.each(['00000000000000', '000 000 000 00018', '00000000000018'])(
  'un SIRET de zéros n’existe pas : %s',
  (saisie) => {
    expect(siret.faute(siret.propre(saisie))).toMatch(/n’existe pas/);
  },
);

describe('le formulaire vérifie par les mêmes règles que le contrat', () => {
  const saisie = (valeurs: Record<string, string>) => ({
    qualite: 'particulier' as const,
    parSms: false,
    valeurs: {
      prenom: 'Zoé',
      nom: 'Fictif',
      'adresse.voie': '3 rue de l’Exemple',
      'adresse.codePostal': '84990',
      'adresse.ville': 'Aubevive',
      courriel: 'zoe@courriel.example',
      ...valeurs,
    },
  });

  it.each([
    ['adresse.voie', 'x'.repeat(251), '250\u00a0caractères au plus.'],
    ['nom', 'x'.repeat(121), '120\u00a0caractères au plus.'],
    ['nom', '\u3164\u200b', 'Indiquez votre nom.'],
    ['nom', '...', 'Écrivez ce nom avec des lettres.'],
    ['courriel', 'zoe@', 'Cette adresse e-mail est incomplète. Elle ressemble à nom@exemple.fr.'],
  ])('%s : une seule phrase, à son étape', (chemin, valeur, phrase) => {
    expect(fautesIdentite(saisie({ [chemin]: valeur }))).toEqual([{ champ: `usager.${chemin}`, phrase }]);
  });

  it.each<Record<string, string>>([
    { courriel: 'zoé&fils/2!@école.example' },
    { 'nom-seul': 'oui', prenom: '' },
    { 'adresse.pays': 'Sénégal', 'adresse.codePostal': '' },
    { 'adresse.voie': 'x'.repeat(250), nom: 'x'.repeat(120) },
    { telephone: '0692 12 34 56' },
  ])('ce qu’il admet est admis : %o', (valeurs) => {
    expect(fautesIdentite(saisie(valeurs))).toEqual([]);
    expect(UsagerIdentifie.safeParse(versUsager(saisie(valeurs))).success).toBe(true);
  });
});
