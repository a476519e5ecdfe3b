import { describe, expect, it } from 'vitest';
import { espacer } from '../../functions/platform/lettres.ts';

describe('une phrase de la mairie', () => {
  it('garde ses signes doubles au bout de la ligne', () => {
    expect(espacer('Que faire ? Voici : une réponse ; une autre !')).toBe(
      'Que faire\u00a0? Voici\u00a0: une réponse\u00a0; une autre\u00a0!',
    );
  });

  it('garde ses guillemets contre les mots qu’ils entourent', () => {
    expect(espacer('la demande « Carte » est là')).toBe('la demande «\u00a0Carte\u00a0» est là');
  });

  it('ne sépare pas un jour de son mois', () => {
    expect(espacer('le 1er mai 2027 et le 22 août')).toBe('le 1er\u00a0mai\u00a02027 et le 22\u00a0août');
  });

  it('ne sépare ni un nombre de ce qu’il compte, ni un code de son article', () => {
    expect(espacer('16 avenue Feuchères, dans 17 jours (CRPA, L231-1 et L232-4)')).toBe(
      '16\u00a0avenue Feuchères, dans 17\u00a0jours (CRPA,\u00a0L231-1 et L232-4)',
    );
  });

  it('laisse les adresses et les heures comme elles sont', () => {
    for (const telle of ['https://aubevive.example/suivi', '9\u00a0h\u00a030', 'RNA W849900004'])
      expect(espacer(telle)).toBe(telle);
  });
});
