import { describe, expect, it } from 'vitest';
import { motCourt } from '../../web/agents/file/mot-court.ts';
import { appel, nomAffiche, nomEnFile } from '../../web/agents/personnes.ts';

const contact = { courriel: 'jardins@partages.example', parSms: false };
const association = {
  personne: 'RNA W849900004',
  usager: { qualite: 'association' as const, rna: 'W849900004', ...contact },
};

describe('le dernier mot d’une ligne', () => {
  it('ne redit pas la qualité de qui a écrit', () => {
    expect(motCourt('Karim Bellaval, technicien de voirie a écrit')).toBe('Karim Bellaval a écrit');
  });

  it('laisse à la colonne d’à côté le nom de qui a pris en charge', () => {
    expect(motCourt('Prise en charge par Claire Montfavet, directrice')).toBe('Prise en charge');
  });

  it('garde toute autre phrase', () => {
    expect(motCourt('La personne a écrit')).toBe('La personne a écrit');
    expect(motCourt('Demande rejetée : la mairie n’a pas répondu à temps')).toBe('Demande rejetée');
    expect(motCourt('Transmise à l’administration compétente')).toBe('Transmise');
  });
});

describe('une association sans nom', () => {
  it('se nomme par ce qu’elle est, jamais par son seul numéro', () => {
    expect(nomAffiche(association)).toBe('Association sans nom indiqué');
    expect(appel(association)).toBe('l’association');
    expect(nomEnFile(association.personne)).toBe('Association W849900004');
  });

  it('garde son nom quand elle l’a donné', () => {
    const nommee = { personne: 'Les Jardins', usager: { ...association.usager, nom: 'Les Jardins' } };
    expect([nomAffiche(nommee), appel(nommee)]).toEqual(['Les Jardins', 'Les Jardins']);
  });
});
