import { describe, expect, it } from 'vitest';
import { machineDe } from '../../../functions/interactions/automate.ts';
import { DE_MACHINES, DE_PERSONNES } from './corpus/programmes.ts';

const indices = (objet: string, texte: string, entetes: Record<string, string> = {}) => ({
  entetes: Object.entries(entetes).map(([key, value]) => ({ key, value })),
  de: 'lou@sauge.example',
  retour: 'lou@sauge.example',
  objet,
  texte,
  agenda: [],
});

describe('une machine', () => {
  it.each(DE_MACHINES)('se reconnaît sans en-tête : %s', (objet, texte, machine) => {
    expect(machineDe(indices(objet, texte))).toBe(machine);
  });

  it.each([
    ['X-Auto-Reply', 'yes', 'absence'],
    ['X-Autoreply', '1', 'absence'],
    ['X-Autorespond', 'Votre demande', 'absence'],
    ['Auto-Submitted', 'auto-generated', 'absence'],
    ['Precedence', 'auto_reply', 'absence'],
    ['List-Unsubscribe', '<mailto:non@lettre.example>', 'liste'],
    ['Feedback-ID', '12:lettre', 'liste'],
    ['List-Id', '<lettre.example>', 'liste'],
    ['Content-Type', 'multipart/report; report-type=disposition-notification', 'lecture'],
    ['Content-Type', 'multipart/report; report-type=feedback-report', 'plainte'],
    ['Content-Type', 'multipart/report; report-type=delivery-status', 'remise'],
  ])('se reconnaît à %s: %s', (nom, valeur, machine) => {
    expect(machineDe(indices('Bonjour', 'Un mot.', { [nom.toLowerCase()]: valeur }))).toBe(machine);
  });

  it.each([
    'donotreply',
    'do-not-reply',
    'no-reply',
    'noreply2',
    'ne-pas-repondre',
    'nepasrepondre',
    'info.noreply',
    'sans-reponse',
  ])('se reconnaît à son adresse : %s@', (local) => {
    expect(machineDe({ ...indices('Bonjour', 'Un mot.'), de: `${local}@sauge.example` })).toBe('robot');
  });

  it('se reconnaît à ce que répond un agenda, mais une invitation vient d’une personne', () => {
    expect(machineDe({ ...indices('Accepté : visite', ''), agenda: ['REPLY'] })).toBe('agenda');
    expect(machineDe({ ...indices('Visite', 'Venez.'), agenda: ['REQUEST'] })).toBeUndefined();
  });
});

describe('une personne', () => {
  it.each(DE_PERSONNES)('n’est pas une machine : %s', (objet, texte) => {
    expect(machineDe(indices(objet, texte))).toBeUndefined();
  });

  it('le reste quand son programme demande aux machines de se taire', () => {
    expect(machineDe(indices('Trou', 'Rue Haute.', { 'x-auto-response-suppress': 'All' }))).toBeUndefined();
  });

  it.each(['noreen', 'reply', 'norbert.reply', 'contact', 'nobel'])('le reste à l’adresse %s@', (local) => {
    expect(machineDe({ ...indices('Trou', 'Rue Haute.'), de: `${local}@sauge.example` })).toBeUndefined();
  });
});
