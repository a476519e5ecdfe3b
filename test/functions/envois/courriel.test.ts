import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rediger } from '../../../functions/envois/courriel.ts';
import { lireCommunes } from '../../../lib/communes.ts';

const [chargee] = lireCommunes(path.resolve(import.meta.dirname, '../../..'));
if (!chargee) throw new Error('aucune commune');
const { commune } = chargee;
const un = (lignes: string[], plus = {}) =>
  rediger({ objet: 'Il manque des pièces', sections: [{ titre: '', lignes }], ...plus }, commune);

describe('un e-mail de la commune', () => {
  it('dit d’abord quelle commune écrit, puis de quoi, et salue par son nom', () => {
    const { html, texte } = un(['Une ligne.'], { pour: 'Zoé & <Fils>' });
    expect(html).toContain('<html lang="fr"');
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html.match(/<div role="main">/g)).toHaveLength(1);
    expect(html.indexOf(commune.nomComplet)).toBeLessThan(html.indexOf('<h1'));
    expect(html).toContain('Bonjour Zoé &amp; &lt;Fils&gt;,');
    expect(texte.startsWith(`${commune.nomComplet}\n\nBonjour Zoé & <Fils>,`)).toBe(true);
    expect(un(['Une ligne.']).html).toContain('Bonjour,');
  });
  it('tient sur un téléphone, de jour comme de nuit', () => {
    const { html } = un(['x'.repeat(300)]);
    for (const marque of [
      'name="viewport"',
      'name="color-scheme"',
      'prefers-color-scheme:dark',
      'overflow-wrap:anywhere',
    ])
      expect(html).toContain(marque);
  });
  it('fait de vraies listes', () => {
    const { html } = un(['Il manque :', '• un plan', '• une photo', 'Merci.']);
    expect(html.match(/<ul /g)).toHaveLength(1);
    expect(html.match(/<li /g)).toHaveLength(2);
    expect(html).not.toContain('•');
  });
  it('fait un lien de chaque adresse et de chaque numéro, sans le point qui les suit', () => {
    const { html } = un([
      'Ouvrir le dossier : https://aubevive.example/agents/demandes/K7M2-9QX3.',
      'Téléphone 04 90 00 00 00, mairie@aubevive.example.',
    ]);
    expect(html).toContain('href="https://aubevive.example/agents/demandes/K7M2-9QX3"');
    expect(html).toContain('href="tel:0490000000"');
    expect(html).toContain('href="mailto:mairie@aubevive.example"');
    expect(html).toContain(`href="tel:${commune.telephone.replaceAll(' ', '')}"`);
  });
  it('ne coupe en deux lignes ni un numéro, ni une référence dans son titre', () => {
    const { html } = un(['Téléphone 04 90 00 00 00.'], { objet: 'Il manque des pièces (K7M2-9QX3)' });
    expect(html).toMatch(/href="tel:0490000000" style="[^"]*white-space:nowrap/);
    expect(html).toContain('(<span style="white-space:nowrap">K7M2-9QX3</span>)');
  });
  it('ne laisse passer aucune balise de ce que l’on y écrit', () => {
    const { html } = un(['<script>alert(1)</script> https://a.example/"onclick="x <b>gras</b>']);
    expect(html).not.toMatch(/<script|<b>|"onclick/);
  });
  it('a un bouton qu’Outlook dessine, et la même adresse en clair', () => {
    const lien = 'https://aubevive.example/suivi/K7M2-9QX3#4H7Q-K2M9-XT3B';
    const { html, texte } = un(['Une ligne.'], { lien });
    expect(html).toMatch(/<td class="bouton" bgcolor="#[0-9a-f]{6}"/i);
    expect(html.match(new RegExp(`href="${lien}"`, 'g'))).toHaveLength(2);
    expect(texte).toContain(lien);
  });
});
