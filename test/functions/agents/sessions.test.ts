import { beforeEach, describe, expect, it } from 'vitest';
import { consulterSession } from '../../../functions/agents/consulter-session.ts';
import { fermerSession } from '../../../functions/agents/fermer-session.ts';
import { listerSessions } from '../../../functions/agents/lister-sessions.ts';
import type { AgentHabilite } from '../../../functions/commune/commune.ts';
import { consulterDemande } from '../../../functions/demandes/consulter-demande.ts';
import { retirerDecision } from '../../../functions/demandes/retirer-decision.ts';
import { empreinte } from '../../../functions/platform/aleas.ts';
import { appareilDe } from '../../../functions/platform/appareil.ts';
import { type EvenementHttp, enAppel, enReponse } from '../../../functions/platform/http.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { Refus } from '../../../functions/platform/refus.ts';
import { deposer, LUNDI, unAgent, unLieu, unUsager } from '../../atelier/monde.ts';

type Jetons = { agent: string };
let lieu: Lieu;
let instructeur: Jetons;
let administrateur: Jetons;
beforeEach(async () => {
  lieu = await unLieu();
  instructeur = await unAgent(lieu, 'instructeur', 'voirie');
  administrateur = await unAgent(lieu, 'administrateur');
});

/** The commune's file, changed: what a deployment does. */
const changer = (qui: string, suite: (agent: AgentHabilite) => AgentHabilite[]): Lieu => {
  const { commune } = lieu.monde;
  const agents = commune.agents.flatMap((agent) => (agent.courriel === qui ? suite(agent) : [agent]));
  return { ...lieu, monde: { ...lieu.monde, commune: { ...commune, agents } } };
};
const moi = (jetons: Jetons, ou = lieu) => perform(consulterSession, { input: {}, now: LUNDI, jetons }, ou);
const lister = async (jetons: Jetons, now = LUNDI) =>
  (await perform(listerSessions, { input: {}, now, jetons }, lieu)).sessions;
const fermer = (session: string, jetons: Jetons) =>
  perform(fermerSession, { input: { session }, now: LUNDI, jetons }, lieu);
const FERMEE = { code: 'non-connecte' };

describe('les droits d’un agent', () => {
  it('se lisent à chaque demande : retiré du fichier, il n’entre plus, et une phrase le dit', async () => {
    const { courriel } = await moi(instructeur);
    await expect(
      moi(
        instructeur,
        changer(courriel, () => []),
      ),
    ).rejects.toMatchObject({
      code: 'habilitation-retiree',
    });
    const reponse = enReponse(consulterSession.contract, new Refus('habilitation-retiree'));
    expect(reponse.statusCode).toBe(401);
    expect(reponse.cookies?.join()).toMatch(/^parvis_agent=;.*Max-Age=0/);
  });

  it('d’un autre rôle ou d’autres services, valent à la demande suivante', async () => {
    const { reference: demande } = await deposer(lieu);
    const { courriel } = await moi(instructeur);
    const lire = (ou: Lieu) =>
      perform(consulterDemande, { input: { demande }, now: LUNDI, jetons: instructeur }, ou);
    await lire(lieu);
    const deplace = changer(courriel, (agent) => [{ ...agent, services: [] }]);
    await expect(lire(deplace)).rejects.toMatchObject({ code: 'introuvable' });
    const elu = changer(courriel, (agent) => [{ ...agent, role: 'elu' }]);
    await expect(lire(elu)).rejects.toMatchObject({ code: 'interdit' });
    const promu = changer(courriel, (agent) => [{ ...agent, role: 'responsable' }]);
    expect(await moi(instructeur, promu)).toMatchObject({ role: 'responsable' });
    await expect(
      perform(retirerDecision, { input: { demande }, now: LUNDI, jetons: instructeur }, lieu),
    ).rejects.toMatchObject({ code: 'interdit' });
  });

  it('se perdent aussi quand son établissement n’est plus admis', async () => {
    const commune = { ...lieu.monde.commune, siretsAgents: ['99999999999999'] };
    await expect(moi(instructeur, { ...lieu, monde: { ...lieu.monde, commune } })).rejects.toMatchObject({
      code: 'habilitation-retiree',
    });
  });

  it('ne coûtent qu’une lecture, celle de la session', async () => {
    const lues: string[] = [];
    const base = {
      ...lieu.base,
      get: (cle: { pk: string; sk: string }) => {
        lues.push(cle.pk.split('#')[0] ?? '');
        return lieu.base.get(cle);
      },
    };
    await moi(instructeur, { ...lieu, base });
    expect(lues).toEqual(['SESSION']);
  });
});

describe('les sessions ouvertes', () => {
  it('sont toutes visibles d’un administrateur, sans adresse réseau', async () => {
    const sessions = await lister(administrateur);
    expect(sessions).toHaveLength(2);
    expect(sessions.find(({ celleCi }) => celleCi)?.id).toBe(empreinte(administrateur.agent));
    expect(Object.keys(sessions[0] ?? {}).sort()).toEqual(
      ['appareil', 'celleCi', 'courriel', 'id', 'nom', 'ouverteLe', 'vueLe'].sort(),
    );
    expect(JSON.stringify(sessions)).not.toContain(administrateur.agent);
  });

  it('d’un autre agent, ne sont visibles que d’un administrateur', async () => {
    const siennes = await lister(instructeur);
    expect(siennes.map(({ celleCi }) => celleCi)).toEqual([true]);
  });

  it('se ferment par un administrateur, et le jeton ne sert plus', async () => {
    await fermer(empreinte(instructeur.agent), administrateur);
    await expect(moi(instructeur)).rejects.toMatchObject(FERMEE);
    expect(await lister(administrateur)).toHaveLength(1);
  });

  it('se ferment par leur agent, une à une', async () => {
    const ailleurs = await unAgent(lieu, 'instructeur', 'voirie');
    await fermer(empreinte(ailleurs.agent), instructeur);
    await expect(moi(ailleurs)).rejects.toMatchObject(FERMEE);
    await moi(instructeur);
  });

  it('ne se ferment ni par un collègue, ni quand ce sont celles d’un habitant', async () => {
    const habitant = await unUsager(lieu, []);
    for (const [session, jetons] of [
      [empreinte(administrateur.agent), instructeur],
      [empreinte(habitant.usager), administrateur],
      [empreinte('rien'), administrateur],
    ] as const)
      await expect(fermer(session, jetons)).rejects.toMatchObject({ code: 'introuvable' });
    await moi(administrateur);
  });

  it('disent la dernière action, au quart d’heure, sans vivre plus longtemps', async () => {
    const { reference: demande } = await deposer(lieu);
    const plusTard = new Date(LUNDI.getTime() + 20 * 60_000);
    await perform(consulterDemande, { input: { demande }, now: plusTard, jetons: instructeur }, lieu);
    const [vue] = await lister(instructeur, plusTard);
    expect(vue).toMatchObject({ ouverteLe: LUNDI.toISOString(), vueLe: plusTard.toISOString() });
    const fin = new Date(LUNDI.getTime() + 12 * 3600_000);
    await expect(
      perform(consulterSession, { input: {}, now: fin, jetons: instructeur }, lieu),
    ).rejects.toMatchObject(FERMEE);
    expect(await lister(await unAgent(lieu, 'administrateur'), LUNDI)).toHaveLength(3);
  });
});

describe('l’appareil d’une session', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
      'Firefox sur Windows',
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
      'Chrome sur Linux',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1',
      'Safari sur iPhone ou iPad',
    ],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge sur Windows'],
    ['curl/8', 'Appareil inconnu'],
    ['<script>alert(1)</script>', 'Appareil inconnu'],
  ])('se dit sans détail : %s', (agent, dit) => {
    const event = {
      headers: { 'user-agent': agent },
      requestContext: { http: { method: 'GET' } },
    } as unknown as EvenementHttp;
    expect(enAppel(event, { origines: [], now: LUNDI }).appareil).toBe(dit);
    expect(appareilDe(agent)).toBe(dit);
  });
});
