import { describe, expect, it } from 'vitest';
import {
  codePostal,
  codePostalEtranger,
  rna,
  siret,
  siretLisible,
  telephone,
} from '../../../functions/usagers/numeros.ts';
import { telephoneLisible } from '../../../functions/usagers/telephone.ts';
import { UsagerIdentifie } from '../../../functions/usagers/usager.ts';

const lu = ({ propre, faute }: typeof siret, saisie: string) => faute(propre(saisie)) ?? propre(saisie);

describe('un numéro se lit comme on l’écrit', () => {
  it.each([
    { nom: 'siret', numero: siret, saisie: '218 409 993 00019', attendu: '21840999300019' },
    { nom: 'siret de La Poste', numero: siret, saisie: '35600000000048', attendu: '35600000000048' },
    { nom: 'rna en minuscule', numero: rna, saisie: 'w842\u00a0001 234', attendu: 'W842001234' },
    { nom: 'rna de Corse', numero: rna, saisie: 'W2A1000123', attendu: 'W2A1000123' },
    { nom: 'téléphone à points', numero: telephone, saisie: '06.12.34.56.78', attendu: '0612345678' },
    {
      nom: 'téléphone et son zéro',
      numero: telephone,
      saisie: '+33 (0)6 12 34 56 78',
      attendu: '+33612345678',
    },
    { nom: 'téléphone du Pacifique', numero: telephone, saisie: '28 12 34', attendu: '281234' },
    { nom: 'code postal', numero: codePostal, saisie: '84\u202f990', attendu: '84990' },
    { nom: 'code postal d’ailleurs', numero: codePostalEtranger, saisie: 'sw1a 2aa', attendu: 'SW1A2AA' },
  ])('$nom', ({ numero, saisie, attendu }) => {
    expect(lu(numero, saisie)).toBe(attendu);
  });

  it.each([
    {
      nom: 'une clé fausse',
      numero: siret,
      saisie: '21840999300018',
      attendu: 'Ce numéro SIRET n’existe pas. Vérifiez ses 14 chiffres.',
    },
    {
      nom: 'un chiffre de moins',
      numero: siret,
      saisie: '2184099930001',
      attendu: 'Le SIRET a 14 chiffres.',
    },
    {
      nom: 'un RNA sans W',
      numero: rna,
      saisie: '842001234',
      attendu: 'Le numéro RNA est un W suivi de 9 chiffres.',
    },
    {
      nom: 'un chiffre de moins',
      numero: telephone,
      saisie: '06 12 34 56 7',
      attendu:
        'Ce numéro de téléphone n’a pas la bonne longueur. Il ressemble à 06\u00a012\u00a034\u00a056\u00a078.',
    },
  ])('dit ce qui ne va pas : $nom', ({ numero, saisie, attendu }) => {
    expect(lu(numero, saisie)).toBe(attendu);
  });

  it('se relit par groupes', () => {
    expect(telephoneLisible('0612345678')).toBe('06\u00a012\u00a034\u00a056\u00a078');
    expect(telephoneLisible('+33612345678')).toBe('06\u00a012\u00a034\u00a056\u00a078');
    expect(telephoneLisible('+32470123456')).toBe('+32\u00a0470123456\u00a0(Belgique)');
    expect(telephoneLisible('+262692123456')).toBe(
      '+262\u00a0692\u00a012\u00a034\u00a056\u00a0(La\u00a0Réunion)',
    );
    expect(siretLisible('21840999300019')).toBe('218\u00a0409\u00a0993\u00a000019');
  });
});

it('le serveur nettoie comme le formulaire', () => {
  const association = { qualite: 'association', rna: 'w842 001 234', courriel: 'a@courriel.example' };
  expect(UsagerIdentifie.parse({ ...association, telephone: '06 12 34 56 78' })).toMatchObject({
    rna: 'W842001234',
    telephone: '0612345678',
  });
});
