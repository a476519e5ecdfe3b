import { beforeEach, describe, expect, it } from 'vitest';
import { servicesDe } from '../../../functions/agents/agent.ts';
import { relaisDe } from '../../../functions/agents/relais.ts';
import { consulterDemande } from '../../../functions/demandes/consulter-demande.ts';
import { contesterDecision } from '../../../functions/demandes/contester-decision.ts';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { listerDemandes } from '../../../functions/demandes/lister-demandes.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import { suivreDemande } from '../../../functions/demandes/suivre-demande.ts';
import { constaterEcheance } from '../../../functions/echeances/constater-echeance.ts';
import { ouvrirPiece } from '../../../functions/pieces/ouvrir-piece.ts';
import { pieceStore } from '../../../functions/pieces/piece.store.ts';
import { PieceId } from '../../../functions/pieces/piece.ts';
import { consulterRisques } from '../../../functions/pilotage/consulter-risques.ts';
import type { Role } from '../../../functions/platform/action.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { deposer, LUNDI, unAgent, uneSaisie, unLieu, unUsager } from '../../atelier/monde.ts';

let lieu: Lieu;
const now = LUNDI;
beforeEach(async () => {
  lieu = await unLieu();
});

const lire = async (demande: string, role: Role, service?: string) =>
  perform(consulterDemande, { input: { demande }, now, jetons: await unAgent(lieu, role, service) }, lieu);
const lignes = async (role: Role, service?: string) =>
  (await perform(listerDemandes, { input: {}, now, jetons: await unAgent(lieu, role, service) }, lieu))
    .lignes;

describe('une réponse sensible', () => {
  let demande: string;
  beforeEach(async () => {
    const saisie = uneSaisie(lieu, 'cantine');
    const reponses = { ...saisie.reponses, pai: 'Oui' };
    demande = (await deposer(lieu, { ...saisie, reponses })).reference;
  });
  const pai = async (role: Role, service?: string) =>
    (await lire(demande, role, service)).reponses.find(({ libelle }) => libelle.includes('PAI'))?.valeur;

  it('se lit par qui traite la demande, et par la personne', async () => {
    expect(await pai('instructeur', 'enfance')).toBe('Oui');
    expect(await pai('responsable', 'enfance')).toBe('Oui');
    const jetons = await unUsager(lieu, [demande]);
    const { reponses } = await perform(suivreDemande, { input: { demande }, now, jetons }, lieu);
    expect(reponses.map(({ valeur }) => valeur)).toContain('Oui');
  });

  it.each(['accueil', 'administrateur'] as const)(
    'ne se lit pas par le rôle %s, qui lit le reste',
    async (role) => {
      const { reponses } = await lire(demande, role);
      expect(await pai(role)).toBe('Réservé aux agents qui traitent cette demande.');
      expect(reponses.filter(({ reservee }) => !reservee).length).toBeGreaterThan(3);
    },
  );

  it('reste cachée quand la commune a fermé la démarche', async () => {
    const { demarches } = lieu.monde;
    const ailleurs = {
      ...lieu,
      monde: { ...lieu.monde, demarches: demarches.filter(({ id }) => id !== 'cantine') },
    };
    const { reponses } = await perform(
      consulterDemande,
      { input: { demande }, now, jetons: await unAgent(lieu, 'accueil') },
      ailleurs,
    );
    expect(reponses.filter(({ reservee }) => !reservee)).toEqual([]);
  });

  const joindre = async (demande: string, pour: string): Promise<string> => {
    const id = PieceId.parse(crypto.randomUUID());
    const table = ouvrirTable(lieu.base);
    const pieces = pieceStore(table, now);
    const fichier = { id, nom: 'pai.pdf', type: 'application/pdf' as const, octets: 1, jour: '2026-11-23' };
    pieces.addDepot({ ...fichier, etat: 'recu' });
    await table.commit();
    const depot = await pieces.getDepot(id);
    pieces.add(Reference.parse(demande), {
      depot,
      piece: { ...fichier, pour, recueLe: LUNDI.toISOString(), deposeePar: 'Zoé' },
    });
    await table.commit();
    return id;
  };
  const ouvrir = async (input: { demande: string; piece: string }, role: Role) =>
    perform(ouvrirPiece, { input, now, jetons: await unAgent(lieu, role) }, lieu);

  it.each(['documentPai', 'courriel', 'inconnue'])(
    'ferme aussi sa pièce « %s » à l’accueil',
    async (pour) => {
      const piece = await joindre(demande, pour);
      await expect(ouvrir({ demande, piece }, 'accueil')).rejects.toMatchObject({ code: 'interdit' });
      await expect(ouvrir({ demande, piece }, 'administrateur')).rejects.toMatchObject({ code: 'interdit' });
    },
  );

  it('garde son document fermé quand la demande change de démarche', async () => {
    const { reference } = await deposer(lieu, uneSaisie(lieu, 'signalement-voirie'));
    const piece = await joindre(reference, 'documentPai');
    await expect(ouvrir({ demande: reference, piece }, 'accueil')).rejects.toMatchObject({
      code: 'interdit',
    });
  });
});

describe('une demande du CCAS', () => {
  const CCAS = 'action-sociale';
  let demande: string;
  beforeEach(async () => {
    demande = (await deposer(lieu, uneSaisie(lieu, 'portage-de-repas'))).reference;
  });

  it('n’est ouverte, ni même listée, par aucun agent de la commune', async () => {
    const habilites = lieu.monde.commune.agents.filter(({ services }) => !services.includes(CCAS));
    const roles = new Set(habilites.map(({ role }) => role).filter((role) => role !== 'elu'));
    expect([...roles].sort()).toEqual(['accueil', 'administrateur', 'instructeur', 'responsable']);
    for (const role of roles) {
      await expect(lire(demande, role)).rejects.toMatchObject({ code: 'introuvable' });
      expect(await lignes(role)).toEqual([]);
    }
  });

  it('est ouverte par l’agente du CCAS, qui ne voit rien d’autre', async () => {
    await deposer(lieu);
    expect((await lire(demande, 'instructeur', CCAS)).reference).toBe(demande);
    expect((await lignes('instructeur', CCAS)).map(({ reference }) => reference)).toEqual([demande]);
  });

  it('n’apparaît pas parmi les autres demandes de la personne, ni dans les tableaux de la commune', async () => {
    const { reference } = await deposer(lieu, uneSaisie(lieu, 'signalement-voirie'));
    expect((await lire(reference, 'instructeur', 'voirie')).autres).toEqual([]);
    for (const role of ['elu', 'administrateur'] as const) {
      const jetons = await unAgent(lieu, role);
      const { services } = await perform(consulterRisques, { input: {}, now, jetons }, lieu);
      expect(services.map(({ id }) => id)).not.toContain(CCAS);
    }
  });

  it('n’est rappelée à personne de la commune', () => {
    const { commune } = lieu.monde;
    const adresses = relaisDe({ service: CCAS }, 2, { commune, le: '2026-11-23' });
    const desAutres = commune.agents.filter(({ services }) => !services.includes(CCAS));
    expect(adresses.filter((une) => desAutres.some(({ courriel }) => courriel === une))).toEqual([]);
    expect(adresses.length).toBeGreaterThan(0);
  });

  it('dit à la personne que le CCAS décide, et que c’est à lui qu’on demande de revoir un refus', async () => {
    const accuse = await demandeStore(ouvrirTable(lieu.base)).getAccuse(Reference.parse(demande));
    expect(JSON.stringify(accuse)).toContain('en demandant au CCAS de revoir sa décision');
  });

  it('contestée, va au CCAS qui l’a rejetée, et le dit', async () => {
    const apres = new Date('2027-03-25T09:00:00Z');
    await perform(constaterEcheance, { input: { demande, reglage: 1 }, now: apres, interne: true }, lieu);
    const { reference, sections } = await perform(
      contesterDecision,
      {
        input: { demande, texte: 'Je vis seule.' },
        now: apres,
        jetons: await unUsager(lieu, [demande], apres),
      },
      lieu,
    );
    const recours = await demandeStore(ouvrirTable(lieu.base)).get(Reference.parse(reference));
    expect(recours.valeur).toMatchObject({ service: CCAS, autorite: 'ccas' });
    expect(JSON.stringify(sections)).toContain('Autorité compétente : le centre communal d’action sociale');
  });

  it('un administrateur n’a un service à part que s’il y est nommé', () => {
    const { commune } = lieu.monde;
    expect(servicesDe({ role: 'administrateur', services: [] }, commune)).not.toContain(CCAS);
    expect(servicesDe({ role: 'administrateur', services: [CCAS] }, commune)).toContain(CCAS);
  });
});
