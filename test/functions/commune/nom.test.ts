import { describe, expect, it } from 'vitest';
import { deVille, laCommune, malContractee } from '../../../functions/commune/nom.ts';

const de = (nom: string, insee = '01001') => deVille({ nom, insee });

describe('la commune, dans une phrase', () => {
  it.each([
    ['Aubevive', 'd’Aubevive'],
    ['Épinal', 'd’Épinal'],
    ['Œting', 'd’Œting'],
    ['Îlot', 'd’Îlot'],
    ['Yerres', 'd’Yerres'],
    ['Yvetot', 'd’Yvetot'],
    ['Ÿ', 'd’Ÿ'],
    ['Yutz', 'de Yutz'],
    ['Hyères', 'd’Hyères'],
    ['Hérouville', 'd’Hérouville'],
    ['Honfleur', 'de Honfleur'],
    ['Hauteville', 'de Hauteville'],
    ['Houilles', 'de Houilles'],
    ['Le Havre', 'du Havre'],
    ['LE MANS', 'du MANS'],
    ['Les Ulis', 'des Ulis'],
    ['La Rochelle', 'de La Rochelle'],
    ['L’Haÿ-les-Roses', 'de L’Haÿ-les-Roses'],
    ['Les-Aubes', 'de Les-Aubes'],
    ['Lens', 'de Lens'],
    ['Ouistreham', 'd’Ouistreham'],
    ['Sainte-Vanille', 'de Sainte-Vanille'],
  ])('%s : %s', (nom, dit) => {
    expect(de(nom)).toBe(dit);
  });
  it('respire le h en Alsace et en Moselle', () => {
    expect([de('Haguenau', '67180'), de('Hayange', '57306')]).toEqual(['de Haguenau', 'de Hayange']);
  });
  it('laisse à la commune le dernier mot', () => {
    expect(deVille({ nom: 'Halluin', insee: '59279', deNom: 'de Halluin' })).toBe('de Halluin');
  });
  it.each([
    ['Le Havre', 'Commune de Le Havre', 'Commune du Havre'],
    ['Aubevive', 'Ville de Aubevive', 'Ville d’Aubevive'],
    ['Aubevive', "Commune d'Aubevive", undefined],
    ['Aubevive', 'Les Quatre-Vents', undefined],
  ])('relit le nom complet : %s, « %s »', (nom, nomComplet, dit) => {
    expect(malContractee({ nom, nomComplet, insee: '01001' })).toBe(dit);
  });
  it('garde le nom qu’elle se donne', () => {
    const ville = { nom: 'Le Havre', insee: '76351' };
    expect(laCommune({ ...ville, nomComplet: 'Ville du Havre' })).toBe('La ville du Havre');
    expect(laCommune({ ...ville, nomComplet: 'Le Havre' })).toBe('La commune du Havre');
  });
});
