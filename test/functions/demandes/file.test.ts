import { beforeEach, describe, expect, it } from 'vitest';
import type { Ligne, Signet } from '../../../functions/demandes/formes.ts';
import { listerDemandes } from '../../../functions/demandes/lister-demandes.ts';
import { recevoirSms } from '../../../functions/interactions/recevoir-sms.ts';
import { consulterRisques } from '../../../functions/pilotage/consulter-risques.ts';
import { ajouter } from '../../../functions/platform/dates.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import type { Item } from '../../../functions/platform/table.ts';
import { deposer, LUNDI, unAgent, unLieu } from '../../atelier/monde.ts';

/** More than two pages of a service. */
const RUEE = 1203;
const now = LUNDI;

let lieu: Lieu;
let jetons: Awaited<ReturnType<typeof unAgent>>;
let service: string;
beforeEach(async () => {
  lieu = await unLieu();
  const { reference } = await deposer(lieu);
  const item = await lieu.base.get({ pk: `DEMANDE#${reference}`, sk: 'DEMANDE' });
  if (!item) throw new Error('la demande n’est pas dans la table');
  service = (item.resume as Ligne).service;
  jetons = await unAgent(lieu, 'instructeur', service);
  await repeter(item, RUEE);
});

/** The same demande many times, each with a term of its own day. */
const repeter = async (modele: Item, fois: number): Promise<void> => {
  const resume = modele.resume as Ligne;
  const items = Array.from({ length: fois }, (_, i): Item => {
    const reference = `RUEE-${String(i).padStart(4, '0')}`;
    const le = ajouter('2026-11-24', `P${i % 40}D`);
    return {
      ...modele,
      pk: `DEMANDE#${reference}`,
      resume: { ...resume, reference, terme: { sens: 'acceptation', le } },
      fileSk: `${le}#${reference}`,
    };
  });
  for (let i = 0; i < items.length; i += 100)
    await lieu.base.ecrire(items.slice(i, i + 100).map((item) => ({ geste: 'poser', item })));
};

/** An SMS that nobody has read yet. */
const ecrire = async (messageBody: string): Promise<void> => {
  const Message = JSON.stringify({
    originationNumber: '+33639980001',
    messageBody,
    inboundMessageId: 'sms-1',
  });
  const input = { Records: [{ Sns: { MessageId: 'sms-1', Message, Timestamp: now.toISOString() } }] };
  await perform(recevoirSms, { input, now, interne: true }, lieu);
};

const page = (signet: Partial<Signet> = {}) => perform(listerDemandes, { input: signet, now, jetons }, lieu);

const toutes = async (): Promise<Ligne[]> => {
  const { lignes, suites } = await page();
  const lues = [...lignes];
  for (let reste = suites; reste.length > 0; ) {
    const pages = await Promise.all(reste.map(page));
    lues.push(...pages.flatMap((une) => une.lignes));
    reste = pages.flatMap((une) => une.suites);
  }
  return lues;
};

describe('la file d’un service débordé', () => {
  it('donne les plus urgentes, puis dit où reprendre : rien n’y manque, rien n’y est deux fois', async () => {
    const { lignes, suites } = await page();
    expect(lignes).toHaveLength(500);
    expect(suites).toEqual([{ service, file: 'ouverte', apres: expect.any(String) }]);
    const references = (await toutes()).map(({ reference }) => reference);
    expect(references).toHaveLength(RUEE + 1);
    expect(new Set(references).size).toBe(RUEE + 1);
    const dates = (await toutes()).map(({ terme }) => terme?.le ?? '');
    expect(dates).toEqual([...dates].sort());
  });

  it('ne cache pas ce que personne n’a encore lu derrière ce qui a une date', async () => {
    await ecrire('Bonjour, est-ce que la piscine ouvre le lundi ?');
    const direction = await unAgent(lieu, 'administrateur');
    const lire = () => perform(listerDemandes, { input: {}, now, jetons: direction }, lieu);
    const message = (await lire()).lignes.find(({ statut }) => statut === 'a-qualifier');
    const [item] = await lieu.base.list({ pk: `FILE#${message?.service}#a-qualifier`, index: 'file' });
    await repeter({ ...(item as Item), filePk: `FILE#${message?.service}#ouverte` }, 600);
    const { lignes } = await lire();
    expect(lignes.map(({ reference }) => reference)).toContain(message?.reference);
  });

  it('ne se lit pas chez un autre service', async () => {
    const ailleurs = await unAgent(lieu, 'instructeur', 'etat-civil');
    const apres = '2026-11-24#RUEE-0000';
    const lue = await perform(
      listerDemandes,
      { input: { service, file: 'ouverte', apres }, now, jetons: ailleurs },
      lieu,
    );
    expect(lue.lignes).toEqual([]);
  });

  it('se compte entière sur le tableau de l’élu', async () => {
    const { services } = await perform(consulterRisques, { input: {}, now, jetons }, lieu);
    const proches = (await toutes()).filter(({ terme }) => terme && terme.le <= '2026-12-07');
    expect(services.find(({ id }) => id === service)?.acceptations).toBe(proches.length);
    expect(proches.length).toBeGreaterThan(400);
  });
});
