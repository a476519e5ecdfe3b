import { beforeEach, describe, expect, it } from 'vitest';
import { accepterDemande } from '../../../functions/demandes/accepter-demande.ts';
import { sectionsDe } from '../../../functions/demandes/accuse.ts';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { ecarterDemande } from '../../../functions/demandes/ecarter-demande.ts';
import { qualifierDemande } from '../../../functions/demandes/qualifier-demande.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import { constaterEcheance } from '../../../functions/echeances/constater-echeance.ts';
import { ecarterInteraction } from '../../../functions/interactions/ecarter-interaction.ts';
import { interactionStore } from '../../../functions/interactions/interaction.store.ts';
import { listerInteractions } from '../../../functions/interactions/lister-interactions.ts';
import { ouvrirInteraction } from '../../../functions/interactions/ouvrir-interaction.ts';
import { ouvrirOriginal } from '../../../functions/interactions/ouvrir-original.ts';
import { rattacherInteraction } from '../../../functions/interactions/rattacher-interaction.ts';
import { recevoirCourriel } from '../../../functions/interactions/recevoir-courriel.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { desCoffres, unCourriel } from '../../atelier/courrier.ts';
import { deposer, LUNDI, unAgent, unAgentLe, unLieu } from '../../atelier/monde.ts';

process.env.AWS_ACCESS_KEY_ID = 'essai';
process.env.AWS_SECRET_ACCESS_KEY = 'essai';

let lieu: Lieu;
let jetons: { agent: string };
const fichiers = desCoffres();
const LE_SOIR = new Date(LUNDI.getTime() + 6 * 3_600_000);
beforeEach(async () => {
  fichiers.clear();
  lieu = await unLieu();
  jetons = await unAgent(lieu, 'administrateur');
});

const recevoir = async (options: object, id: string = crypto.randomUUID()) => {
  fichiers.set(
    `entrants/${id}`,
    await unCourriel({ from: 'Zoé Fictif <zoe@exemple.test>', text: 'Un mot.', ...options }),
  );
  const mail = { messageId: id, timestamp: LUNDI.toISOString(), source: 'zoe@exemple.test', destination: [] };
  await perform(
    recevoirCourriel,
    { input: { Records: [{ ses: { mail } }] }, now: LUNDI, interne: true },
    lieu,
  );
  return (await interactionStore(ouvrirTable(lieu.base)).get(id)).valeur;
};
const entiere = (reference: string | undefined) =>
  demandeStore(ouvrirTable(lieu.base)).getEntiere(Reference.parse(reference));
const AUTOMATIQUE = { headers: { 'Auto-Submitted': 'auto-replied' } };

describe('qualifier', () => {
  let demande: string;
  beforeEach(async () => {
    demande = (await recevoir({ subject: 'Stationner' })).demande ?? '';
  });
  const qualifier = (demarche: string, service?: string) =>
    perform(
      qualifierDemande,
      { input: { demande, version: 1, demarche, ...(service && { service }) }, now: LE_SOIR, jetons },
      lieu,
    );

  it('après le terme, ne promet plus une date passée : l’accusé dit ce que le silence a décidé', async () => {
    const troisMois = new Date(LUNDI.getTime() + 92 * 24 * 3_600_000);
    const agent = await unAgentLe(lieu, troisMois, { role: 'administrateur' });
    const input = { demande, version: 1, demarche: 'carte-stationnement-resident' };
    await perform(qualifierDemande, { input, now: troisMois, jetons: agent }, lieu);
    const { accuse } = await entiere(demande);
    const dit = sectionsDe(accuse)
      .flatMap(({ lignes }) => lignes)
      .join('\n');
    expect(dit).toContain('votre demande est acceptée depuis le 23 janvier 2027');
    expect(dit).toContain('Vous pouvez demander une attestation');
    expect(dit).not.toContain('sera acceptée');
  });

  it('donne le régime, le service et l’accusé de réception ; le délai part toujours de l’arrivée', async () => {
    await qualifier('carte-stationnement-resident');
    const { lue, accuse, envois } = await entiere(demande);
    expect(lue.valeur).toMatchObject({
      statut: 'deposee',
      service: 'voirie',
      reglage: 2,
      regime: { type: 'SVA' },
      demarche: { id: 'carte-stationnement-resident' },
      faits: [{ type: 'recue' }, { type: 'qualifiee', service: expect.any(String) }],
    });
    expect(accuse).toMatchObject({
      nature: 'demande-sva',
      recueLe: LUNDI.toISOString(),
      acceptation: { le: '2027-01-23' },
    });
    expect(envois.map(({ contenu }) => contenu.type).sort()).toEqual(['accuse', 'enregistrement']);
  });

  it('peut garder la demande libre et l’adresser à un service', async () => {
    await qualifier('demande-libre', 'voirie');
    const { lue, accuse } = await entiere(demande);
    expect(lue.valeur).toMatchObject({ service: 'voirie', objet: 'Stationner', regime: { type: 'SVR' } });
    expect(accuse).toMatchObject({ nature: 'demande-svr', objet: 'Stationner', rejet: { le: '2027-01-23' } });
  });

  it('ne se fait qu’une fois, et d’abord : rien ne se décide avant', async () => {
    const accepter = (version: number) =>
      perform(accepterDemande, { input: { demande, version }, now: LE_SOIR, jetons }, lieu);
    await expect(accepter(1)).rejects.toMatchObject({ code: 'geste-impossible' });
    await qualifier('carte-stationnement-resident');
    await expect(qualifier('demande-libre')).rejects.toMatchObject({ code: 'modifie-entre-temps' });
    await accepter(2);
  });

  it('demande ce dont le régime dépend ; sans réponse, le régime ordinaire, et la question reste à poser', async () => {
    const vers = (reponses: Record<string, string | boolean>) =>
      perform(
        qualifierDemande,
        { input: { demande, version: 1, demarche: 'signalement-voirie', reponses }, now: LE_SOIR, jetons },
        lieu,
      );
    await vers({ decision: true });
    const decidee = (await entiere(demande)).lue.valeur;
    expect(decidee.regime).toMatchObject({ type: 'SVR', delai: 'P2M' });
    expect(decidee.faits.at(-1)).not.toHaveProperty('aDemander');

    demande = (await recevoir({ subject: 'Un trou' })).demande ?? '';
    await vers({});
    const ouverte = (await entiere(demande)).lue.valeur;
    expect(ouverte.regime.type).toBe('AUCUN');
    expect(ouverte.faits.at(-1)).toMatchObject({
      aDemander: [expect.stringContaining('Je demande aussi une décision')],
    });
  });

  it('envoie ce qui est au CCAS au CCAS, où la commune ne le lit plus', async () => {
    await qualifier('portage-de-repas', 'accueil');
    expect((await entiere(demande)).lue.valeur.service).toBe('action-sociale');
    await expect(qualifier('demande-libre')).rejects.toMatchObject({ code: 'introuvable' });
  });

  it('refuse une démarche ou un service que la commune n’a pas', async () => {
    await expect(qualifier('inconnue')).rejects.toMatchObject({ code: 'demarche-inconnue' });
    await expect(qualifier('demande-libre', 'lune')).rejects.toMatchObject({ code: 'entree-invalide' });
  });

  it('se refuse à l’agent d’un autre service', async () => {
    const autre = await unAgent(lieu, 'instructeur', 'enfance');
    const essai = perform(
      qualifierDemande,
      { input: { demande, version: 1, demarche: 'demande-libre' }, now: LE_SOIR, jetons: autre },
      lieu,
    );
    await expect(essai).rejects.toMatchObject({ code: 'introuvable' });
  });

  it('tant que personne ne l’a fait, l’horloge rappelle mais le silence ne décide rien', async () => {
    const regarder = (jour: string) =>
      perform(
        constaterEcheance,
        { input: { demande, reglage: 1 }, now: new Date(`${jour}T09:00:00Z`), interne: true },
        lieu,
      );
    await regarder('2027-01-22');
    await regarder('2027-01-25');
    const { lue, envois } = await entiere(demande);
    expect(lue.valeur.statut).toBe('a-qualifier');
    expect(JSON.stringify(envois)).toContain('Personne ne l’a encore qualifiée');
  });

  it('ce qui n’est pas une demande se classe, avec son motif et sans lettre', async () => {
    await perform(
      ecarterDemande,
      { input: { demande, version: 1, motif: 'publicite' }, now: LE_SOIR, jetons },
      lieu,
    );
    const { lue, envois } = await entiere(demande);
    expect(lue.valeur).toMatchObject({
      statut: 'ecartee',
      faits: [{}, { type: 'ecartee', motif: 'publicite' }],
    });
    expect(envois).toHaveLength(1);
  });
});

describe('à trier', () => {
  it('un message peut ouvrir une demande à la date de son arrivée, et l’accusé va à l’adresse d’envoi', async () => {
    const { id } = await recevoir({ subject: 'Écho', from: 'zoe', text: 'Sans signature' });
    const { demande } = await perform(
      ouvrirInteraction,
      { input: { interaction: id }, now: LE_SOIR, jetons },
      lieu,
    );
    const { lue, messages, envois } = await entiere(demande);
    expect(lue.valeur.faits[0]).toMatchObject({ type: 'recue', le: LUNDI.toISOString() });
    expect(messages).toMatchObject([{ texte: 'Sans signature', interaction: id }]);
    expect(envois).toMatchObject([{ a: 'zoe@exemple.test', contenu: { type: 'enregistrement' } }]);
    const encore = perform(ouvrirInteraction, { input: { interaction: id }, now: LE_SOIR, jetons }, lieu);
    await expect(encore).rejects.toMatchObject({ code: 'geste-impossible' });
  });

  it('une machine ne reçoit pas d’accusé, même si un agent ouvre une demande', async () => {
    const { id } = await recevoir(AUTOMATIQUE);
    const { demande } = await perform(
      ouvrirInteraction,
      { input: { interaction: id }, now: LE_SOIR, jetons },
      lieu,
    );
    expect((await entiere(demande)).envois).toEqual([]);
  });

  it('un message d’une autre adresse se rattache à la demande, sous le nom de qui l’a écrit', async () => {
    const { reference } = await deposer(lieu);
    const { id, raison } = await recevoir({ subject: `Re: (${reference})`, text: 'De mon travail' });
    expect(raison).toBe('autre-expediteur');
    const input = { interaction: id, demande: reference };
    await perform(rattacherInteraction, { input, now: LE_SOIR, jetons }, lieu);
    expect((await entiere(reference)).messages).toMatchObject([
      { texte: 'De mon travail', par: { nom: 'Zoé Fictif' } },
    ]);
  });

  it('un message s’écarte, et son motif se garde', async () => {
    const { id } = await recevoir(AUTOMATIQUE);
    const input = { interaction: id, motif: 'abusif' as const, precision: 'Dixième envoi.' };
    await perform(ecarterInteraction, { input, now: LE_SOIR, jetons }, lieu);
    const { interactions } = await perform(listerInteractions, { input: {}, now: LE_SOIR, jetons }, lieu);
    expect(interactions).toEqual([]);
    expect((await interactionStore(ouvrirTable(lieu.base)).get(id)).valeur).toMatchObject({
      etat: 'ecartee',
      tri: { motif: 'abusif', precision: 'Dixième envoi.', par: expect.stringContaining('@') },
    });
  });

  it('quand il y en a trop, la liste le dit', async () => {
    const message = await recevoir(AUTOMATIQUE);
    const lister = () => perform(listerInteractions, { input: {}, now: LE_SOIR, jetons }, lieu);
    expect((await lister()).encore).toBe(false);
    const table = ouvrirTable(lieu.base);
    for (let i = 0; i < 99; i++) interactionStore(table).add({ ...message, id: `autre-${i}` });
    await table.commit();
    for (let i = 0; i < 100; i++) interactionStore(table).add({ ...message, id: `encore-${i}` });
    await table.commit();
    expect(await lister()).toMatchObject({ encore: false, interactions: { length: 200 } });
    await recevoir(AUTOMATIQUE);
    expect(await lister()).toMatchObject({ encore: true, interactions: { length: 200 } });
  });

  it('l’original ouvert avant d’être à personne laisse une lecture, que la personne verra', async () => {
    const { reference } = await deposer(lieu);
    const { id } = await recevoir({ subject: `Re: (${reference})`, text: 'De mon travail' });
    for (let fois = 0; fois < 2; fois++)
      await perform(ouvrirOriginal, { input: { interaction: id }, now: LE_SOIR, jetons }, lieu);
    expect((await entiere(reference)).consultations).toEqual([]);
    const input = { interaction: id, demande: reference };
    await perform(rattacherInteraction, { input, now: LE_SOIR, jetons }, lieu);
    expect((await entiere(reference)).consultations).toHaveLength(1);
  });

  it('l’original se télécharge par une adresse qui dure peu, et suit les droits de sa demande', async () => {
    const { id, demande = '' } = await recevoir({ subject: 'Banc' });
    const ouvrir = (jetonsDe: { agent: string }) =>
      perform(ouvrirOriginal, { input: { interaction: id }, now: LE_SOIR, jetons: jetonsDe }, lieu);
    const { vers } = await ouvrir(jetons);
    expect(vers).toMatch(new RegExp(`entrants/${id}.*X-Amz-Expires=60`));
    expect(new URL(vers).searchParams.get('response-content-disposition')).toMatch(/^attachment;/);
    expect((await entiere(demande)).consultations).toHaveLength(1);
    expect(demande).not.toBe('');
    await expect(ouvrir(await unAgent(lieu, 'instructeur', 'enfance'))).rejects.toMatchObject({
      code: 'introuvable',
    });
  });
});
