import { describe, expect, it } from 'vitest';
import { consulterSession } from '../../../functions/agents/consulter-session.ts';
import { deposerDemande } from '../../../functions/demandes/deposer-demande.ts';
import { freiner, verifierChemin } from '../../../functions/platform/porte.ts';

const MOT = 'un-mot-tire-au-hasard';

describe('l’adresse de l’API', () => {
  it.each([
    ['sans le mot du site', {}],
    ['avec un autre', { 'x-parvis-bord': 'autre' }],
    ['avec un mot vide', { 'x-parvis-bord': '' }],
    ['avec le début du mot', { 'x-parvis-bord': MOT.slice(0, -1) }],
    ['avec la liste des mots', { 'x-parvis-bord': `${MOT},ancien` }],
  ])('ne répond pas %s', (_, entetes) => {
    expect(() => verifierChemin(entetes, `${MOT},ancien`)).toThrow('hors-du-site');
  });

  it('répond au mot du site, et à l’ancien tant qu’ils se remplacent', () => {
    for (const mot of [MOT, 'ancien'])
      expect(() => verifierChemin({ 'x-parvis-bord': mot }, `${MOT},ancien`)).not.toThrow();
  });
});

describe('une adresse qui demande plus vite qu’une personne', () => {
  const le = (ms: number) => new Date(Date.parse('2026-11-23T09:00:00Z') + ms);
  const demander = (fois: number, adresse: string, quand = le(0)) => {
    for (let i = 0; i < fois; i++) freiner(deposerDemande.contract, adresse, quand);
  };

  it('attend, et elle seule', () => {
    demander(100, '192.0.2.1');
    expect(() => demander(1, '192.0.2.1')).toThrow('trop-de-demandes');
    demander(1, '192.0.2.2');
    demander(1, '192.0.2.1', le(10_000));
  });

  it('n’arrête pas les agents', () => {
    for (let i = 0; i < 300; i++) freiner(consulterSession.contract, '192.0.2.1', le(60_000));
  });
});
