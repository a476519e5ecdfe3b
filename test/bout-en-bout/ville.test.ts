import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fait } from '../../functions/demandes/fait.ts';
import type { Ligne } from '../../functions/demandes/formes.ts';
import { Statut } from '../../functions/demandes/gestes.ts';
import { unVisiteur } from '../../local/semis/visiteur.ts';
import { unClient } from '../atelier/client.ts';
import { ouvrirNavigateur, ouvrirPage, verifierAcces } from '../atelier/navigateur.ts';
import { attendreQue, demarrerParvis, lancer, type Parvis, portLibre } from '../atelier/parvis.ts';

const COMMUNES = ['aubevive', 'lindenwiller', 'sainte-vanille'] as const;
const RESPONSABLES = {
  aubevive: 'claire.montfavet@aubevive.example',
  lindenwiller: 'paul.rebstock@lindenwiller.example',
  'sainte-vanille': 'fabrice.zainoul@sainte-vanille.example',
};

type Rue = { ouvertes: Ligne[]; closes: Ligne[]; aTrier: { raison?: string }[] };

let parvis: Parvis;
const rues = new Map<string, Rue>();

beforeAll(async () => {
  parvis = await demarrerParvis({ ville: 'pleine' });
  for (const slug of COMMUNES) {
    const agent = unVisiteur(parvis.port, `http://${slug}.localhost:${parvis.port}`);
    await agent.sIdentifier('/api/agents/connexion', RESPONSABLES[slug]);
    const file = async (vue: string) =>
      (await agent.lire<{ lignes: Ligne[] }>(`/api/demandes?vue=${vue}`)).lignes;
    const { interactions } = await agent.lire<{ interactions: { raison?: string }[] }>('/api/interactions');
    rues.set(slug, {
      ouvertes: await file('ouvertes'),
      closes: await file('closes'),
      aTrier: interactions,
    });
  }
}, 240_000);
afterAll(() => parvis.arreter());

const rue = (slug: (typeof COMMUNES)[number]): Rue =>
  rues.get(slug) ?? { ouvertes: [], closes: [], aTrier: [] };
const lignes = (slug: (typeof COMMUNES)[number]): Ligne[] => [...rue(slug).ouvertes, ...rue(slug).closes];

describe('la ville du premier démarrage', () => {
  it('joue toutes ses histoires, et le dit en avançant', () => {
    expect(parvis.paroles()).toMatch(/La ville prend vie… (\d+)\/\1\n/);
    expect(parvis.paroles()).not.toContain('n’ont pas pu être jouées');
  });

  it('montre une soixantaine de demandes, dans tous les états et par tous les canaux', () => {
    const toutes = lignes('aubevive');
    expect(toutes.length).toBeGreaterThanOrEqual(55);
    expect(new Set(toutes.map(({ statut }) => statut))).toEqual(new Set(Statut.options));
    expect(new Set(toutes.map(({ canal }) => canal))).toEqual(
      new Set(['web', 'courriel', 'sms', 'guichet', 'courrier']),
    );
  });

  it('remplit chaque vue de l’agent', () => {
    const { ouvertes, closes, aTrier } = rue('aubevive');
    const silence = (ligne: Ligne) => ligne.statut.endsWith('-par-silence');
    const vues = {
      'les miennes': ouvertes.filter(({ agent }) => agent === 'Claire Montfavet'),
      'en attente de l’usager': ouvertes.filter(({ statut }) => statut === 'incomplete'),
      'sans responsable': ouvertes.filter(({ agent }) => !agent),
      décidées: closes.filter((ligne) => !silence(ligne)),
      'par silence': closes.filter(silence),
    };
    for (const [vue, montrees] of Object.entries(vues)) expect(montrees.length, vue).toBeGreaterThan(1);
    expect(ouvertes.filter(({ aLire }) => aLire).length, 'à lire').toBeGreaterThan(0);
    expect(aTrier.length).toBeGreaterThan(0);
    expect(aTrier.map(({ raison }) => raison)).toContain('choix-attendu');
  });

  it('donne à trier ce que la machine ne doit pas trancher : un mot transmis, un expéditeur douteux, des machines', () => {
    const raisons = rue('aubevive').aTrier.map(({ raison }) => raison);
    expect(raisons).toEqual(expect.arrayContaining(['interne', 'expediteur-douteux']));
    expect(raisons.filter((raison) => raison === 'automatique').length).toBeGreaterThanOrEqual(2);
  });

  it('accueille les noms que les formulaires refusent souvent', () => {
    const personnes = lignes('aubevive').map(({ personne }) => personne);
    expect(personnes).toEqual(
      expect.arrayContaining(['Melatindah', 'Мирослава Вигаданенко', 'Thị Hương Nguyễn']),
    );
  });

  it('raconte ce que deviennent les décisions', async () => {
    const agent = unVisiteur(parvis.port, `http://aubevive.localhost:${parvis.port}`);
    await agent.sIdentifier('/api/agents/connexion', RESPONSABLES.aubevive);
    const dossierDe = async (qui: string, statut: string, objet = '') => {
      const ligne = lignes('aubevive').find(
        (une) => une.personne === qui && une.statut === statut && une.objet.includes(objet),
      );
      return agent.lire<{ faits: Fait[] }>(`/api/demandes/${ligne?.reference}`);
    };
    const typesDe = ({ faits }: { faits: Fait[] }) => faits.map(({ type }) => type);
    const sousConditions = await dossierDe('Le Fournil du Lavoir', 'acceptee');
    expect(sousConditions.faits.findLast((fait) => fait.type === 'decision')).toHaveProperty('conditions');
    expect(typesDe(await dossierDe('Cycles et Rayons', 'acceptee')).at(-1)).toBe('retrait-envisage');
    expect(typesDe(await dossierDe('Nolwenn Le Guénantin', 'acceptee')).at(-1)).toBe('observations');
    expect(typesDe(await dossierDe('Marbrerie Granitelle', 'retiree'))).toEqual(
      expect.arrayContaining(['silence', 'retrait-envisage', 'observations', 'retrait']),
    );
    const remplacee = typesDe(await dossierDe('Bastien Roquelande', 'acceptee', 'déménagement'));
    expect(remplacee.filter((type) => type === 'decision')).toHaveLength(2);
    const attendent = lignes('aubevive').flatMap(({ aSigner }) => aSigner ?? []);
    expect(attendent.map(({ renvoye = false }) => renvoye).sort()).toEqual([false, true]);
    expect(typesDe(await dossierDe('Victor Escanglon', 'refusee'))).toEqual(
      expect.arrayContaining(['notification-revenue', 'notification']),
    );
  });

  it('presse : plusieurs demandes sont à moins de quinze jours de leur terme', () => {
    const proches = rue('aubevive').ouvertes.filter(({ joursRestants = 99 }) => joursRestants < 15);
    expect(proches.length).toBeGreaterThanOrEqual(5);
  });

  it('a vécu plusieurs mois, chaque courriel à sa date', async () => {
    const courriels = await unClient(parvis.base).get<{ le: string; objet: string }[]>('/local/courriels');
    const jours = courriels.map(({ le }) => (Date.now() - Date.parse(le)) / 86_400_000);
    expect(Math.max(...jours)).toBeGreaterThan(120);
    expect(Math.min(...jours)).toBeGreaterThanOrEqual(0);
    expect(courriels.filter(({ objet }) => objet.startsWith('Plus que')).length).toBeGreaterThan(10);
  });

  it('finit au présent', async () => {
    const { decalage } = await unClient(parvis.base).get<{ decalage: number }>('/local/horloge');
    expect(decalage).toBe(0);
  });

  it('laisse à chaque commune ses demandes et ses habitants', () => {
    for (const slug of COMMUNES) {
      expect(lignes(slug).length, slug).toBeGreaterThan(5);
      const ailleurs = COMMUNES.filter((autre) => autre !== slug).flatMap(lignes);
      const references = new Set(ailleurs.map(({ reference }) => reference));
      const personnes = new Set(ailleurs.map(({ personne }) => personne));
      expect(lignes(slug).filter(({ reference }) => references.has(reference))).toEqual([]);
      expect(lignes(slug).filter(({ personne }) => personnes.has(personne))).toEqual([]);
    }
  });

  it('le maire signe depuis son téléphone : la lettre est ouverte, un geste l’envoie, et rien d’autre n’attend', async () => {
    const navigateur = await ouvrirNavigateur();
    try {
      const page = await ouvrirPage(navigateur, { viewport: { width: 360, height: 740 } });
      await page.goto(`${parvis.base}/agents/`);
      await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).click();
      await page.getByRole('button', { name: /Solange Mirabeau/ }).click();
      await page.getByRole('link', { name: 'À signer' }).click();
      await page.getByText(/Le maire, Solange Mirabeau/).waitFor();
      await verifierAcces(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.getByRole('button', { name: 'Signer et envoyer' }).click();
      await page.getByText('Rien n’attend votre signature.').waitFor();
      await verifierAcces(page);
    } finally {
      await navigateur.close();
    }
  }, 60_000);

  it('ne recommence pas au démarrage suivant', async () => {
    await parvis.tuer();
    parvis = await demarrerParvis({ donnees: parvis.donnees, port: parvis.port, ville: 'pleine' });
    expect(parvis.paroles()).not.toContain('La ville');
    const agent = unClient(parvis.base);
    await agent.connecter(RESPONSABLES.aubevive);
    const relues = [...(await agent.file('ouvertes')), ...(await agent.file('closes'))];
    expect(relues.map(({ reference }) => reference).sort()).toEqual(
      lignes('aubevive')
        .map(({ reference }) => reference)
        .sort(),
    );
  }, 90_000);
});

describe('une ville interrompue', () => {
  it('est effacée, et le suivant le dit', async () => {
    const donnees = mkdtempSync(path.join(tmpdir(), 'parvis-'));
    const coupee = await lancer({ donnees, port: await portLibre(), ville: 'pleine' });
    await attendreQue(
      async () => coupee.paroles(),
      (paroles) => paroles.includes('La ville prend vie'),
      90_000,
    );
    await coupee.tuer();
    const suivante = await demarrerParvis({ donnees, ville: 'vide' });
    expect(suivante.paroles()).toContain('La ville n’avait pas fini de prendre vie.');
    const agent = unClient(suivante.base);
    expect(await agent.get('/local/horloge')).toMatchObject({ decalage: 0 });
    expect(await agent.courriels()).toEqual([]);
    await agent.connecter(RESPONSABLES.aubevive);
    expect(await agent.file('ouvertes')).toEqual([]);
    await suivante.arreter();
  }, 200_000);
});
