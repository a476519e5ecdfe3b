import { describe, expect, it } from 'vitest';
import { injecter, pageDe, ROBOTS_TXT, SECURITY_TXT, securityTxt } from '../../lib/fronts.ts';
import { uneCommune } from './pile.ts';

describe('security.txt', () => {
  const le = new Date('2026-11-27T14:00:00Z');
  it('dit à qui écrire, pour moins d’un an, et où il se lit (RFC 9116)', () => {
    const lignes = securityTxt(uneCommune('sobre'), le).split('\n');
    expect(lignes).toContain('Contact: mailto:mairie@sobre.example.fr');
    expect(lignes).toContain('Canonical: https://sobre.example.fr/.well-known/security.txt');
    const expire = Date.parse(lignes.find((ligne) => ligne.startsWith('Expires: '))?.slice(9) ?? '');
    expect(expire - le.getTime()).toBeGreaterThan(300 * 24 * 3600_000);
    expect(expire - le.getTime()).toBeLessThan(365 * 24 * 3600_000);
  });
  it('nomme qui la commune a choisi', () => {
    const commune = uneCommune('sobre', { courrielSecurite: 'securite@example.fr' });
    expect(securityTxt(commune, le)).toContain('Contact: mailto:securite@example.fr\n');
  });
  it('est un fichier, pour CloudFront comme sur un poste', () => {
    expect(pageDe(SECURITY_TXT)).toBe(SECURITY_TXT);
  });
});

it('robots.txt laisse chercher les démarches, et rien de ce qui est à quelqu’un', () => {
  expect(ROBOTS_TXT).toMatch(/^User-agent: \*\n/);
  for (const chemin of ['/api/', '/agents/', '/suivi', '/recu/', '/mes-demandes'])
    expect(ROBOTS_TXT).toContain(`Disallow: ${chemin}\n`);
  expect(ROBOTS_TXT).not.toMatch(/Disallow: \/(demarches.*)?\n/);
});

it('sans JavaScript, la page dit de qui elle est et comment demander autrement', () => {
  const commune = { ...uneCommune('sobre'), nomComplet: 'Commune de <Sobre>' };
  const html = injecter(
    '<title>Parvis</title><noscript>Activez JavaScript, ou demandez par téléphone.</noscript>',
    commune,
  );
  expect(html).toContain('<h1>Commune de &lt;Sobre></h1>');
  expect(html).toContain(`<a href="tel:${commune.telephone.replace(/ /g, '')}">${commune.telephone}</a>`);
  for (const { heures } of commune.horaires) expect(html).toContain(heures);
});
