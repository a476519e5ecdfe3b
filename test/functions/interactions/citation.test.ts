import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { separer } from '../../../functions/interactions/interaction.citation.ts';
import { A_GARDER, PROGRAMMES, type Programme } from './corpus/programmes.ts';

const RAPPELE = ['Bonjour,', '', 'Votre message est enregistré.', 'La mairie'];
const DIT = 'Voici la facture.\n\nLou';

/** The mail of the commune, as this program recalls it. */
const rappel = ({ tete, forme }: Programme): string => {
  const marques = RAPPELE.map((ligne) => `> ${ligne}`.trimEnd());
  if (forme === 'tout') return [...tete.split('\n').map((ligne) => `> ${ligne}`), ...marques].join('\n');
  return [tete, ...(forme === 'marquee' ? marques : RAPPELE)].join('\n');
};
const mots = (texte: string): string[] => texte.split(/\s+/).filter(Boolean).sort();

describe('une réponse', () => {
  it.each(PROGRAMMES.map((un) => [un.nom, un] as const))('%s : au-dessus de ce qu’elle cite', (_, un) => {
    const signe = un.signature ? `\n\n${un.signature}` : '';
    const { texte, citation } = separer(`${DIT}${signe}\n\n${rappel(un)}`);
    expect(texte).toBe(DIT);
    expect(citation).toContain('Votre message est enregistré.');
    if (un.signature) expect(citation).toContain(un.signature);
  });

  it.each(PROGRAMMES.filter(({ forme }) => forme !== 'tout').map((un) => [un.nom, un] as const))(
    '%s : collée à ce qu’elle cite',
    (_, un) => {
      for (const dit of [DIT, 'Le chat est rentré.', 'On se voit jeudi'])
        expect(separer(`${dit}\n${rappel(un)}`).texte).toBe(dit);
    },
  );

  it.each(PROGRAMMES.filter(({ forme }) => forme !== 'nue').map((un) => [un.nom, un] as const))(
    '%s : ce qui suit la citation, ou la coupe, reste à la personne',
    (_, un) => {
      const { texte } = separer(`${rappel(un)}\n\nMa réponse.\n> Quand ?\nDemain.`);
      expect(texte).toBe('Ma réponse.\nDemain.');
    },
  );

  it.each(A_GARDER)('garde %s', (_, texte) => {
    expect(separer(texte)).toEqual({ texte, citation: '' });
  });

  it.each(A_GARDER)('garde %s, au-dessus d’une citation', (_, dit) => {
    for (const un of PROGRAMMES.slice(0, 3)) expect(separer(`${dit}\n\n${rappel(un)}`).texte).toBe(dit);
  });

  it('garde ce qu’un tiers a écrit et que la personne montre, quand rien ne marque où il finit', () => {
    const montre =
      'Voici ce que dit l’école :\nDe : École <ecole@sauge.example>\nEnvoyé : lundi 2 novembre 2026 10:00\nObjet : cantine\n\nComplet.\n\nQue faire ?';
    expect(separer(montre, (adresse) => adresse.endsWith('@valbrume.example'))).toEqual({
      texte: montre,
      citation: '',
    });
  });

  it('ne perd pas un mot, quoi qu’elle dise', () => {
    const lignes = fc.oneof(
      fc.string(),
      fc.constantFrom(
        ...PROGRAMMES.flatMap(({ tete }) => tete.split('\n')),
        '> cité',
        '',
        '--',
        '____________',
      ),
    );
    fc.assert(
      fc.property(fc.array(lignes, { maxLength: 30 }), (dites) => {
        const entier = dites.join('\n');
        const { texte, citation } = separer(entier);
        expect(mots(`${texte}\n${citation}`)).toEqual(mots(entier));
      }),
      { numRuns: 300 },
    );
  });
});
