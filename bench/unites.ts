import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { marshall } from '@aws-sdk/util-dynamodb';
import { accepterDemande } from '../functions/demandes/accepter-demande.ts';
import { consulterDemande } from '../functions/demandes/consulter-demande.ts';
import { promisesPar } from '../functions/demandes/demande.store.ts';
import { deposerDemande } from '../functions/demandes/deposer-demande.ts';
import { ecrireMairie } from '../functions/demandes/ecrire-mairie.ts';
import { ecrireUsager } from '../functions/demandes/ecrire-usager.ts';
import { listerDemandes } from '../functions/demandes/lister-demandes.ts';
import { ouvrirSuivi } from '../functions/demandes/ouvrir-suivi.ts';
import { prendreEnCharge } from '../functions/demandes/prendre-en-charge.ts';
import { refuserDemande } from '../functions/demandes/refuser-demande.ts';
import { suivreDemande } from '../functions/demandes/suivre-demande.ts';
import { constaterEcheance } from '../functions/echeances/constater-echeance.ts';
import { constaterRemise } from '../functions/envois/constater-remise.ts';
import { expedierEnvois } from '../functions/envois/expedier-envois.ts';
import type { Contract } from '../functions/platform/action.ts';
import { type Appel, type Jetons, type Lieu, perform, type Verbe } from '../functions/platform/perform.ts';
import { sessionStore } from '../functions/platform/session.store.ts';
import { type Item, ouvrirTable } from '../functions/platform/table.ts';
import { ecrit, type Ligne, type Releve } from './chiffres.ts';
import { saisieDuBanc } from './depot.ts';
import { ouvrirLieu, type Unites } from './lieu.ts';

const CIBLES: Record<string, number> = { deposerDemande: 14, accepterDemande: 6, refuserDemande: 6 };

/** What each main action reads and writes of the table, as the engine counts it. */
export const mesurerUnites = async (): Promise<Releve> => {
  const { lieu, relever, fermer } = await ouvrirLieu();
  const poste = await ouvrirPoste();
  const unites: Record<string, Unites> = {};
  const noter = (nom: string): void => {
    const releve = relever();
    if (nom) unites[nom] = releve;
  };
  await jouer(lieu, noter);
  poste.close();
  await fermer();
  return {
    titre: 'Unités de lecture et d’écriture de chaque action',
    lignes: Object.entries(unites).map(([nom, { lues, ecrites }]): Ligne => {
      const cible = CIBLES[nom];
      return {
        quoi: nom,
        mesure: `${ecrit(lues)} lues, ${ecrit(ecrites)} écrites`,
        ...(cible && { cible: `≤ ${cible} écrites`, tenue: ecrites <= cible }),
      };
    }),
    chiffres: { unites },
  };
};

/** The life of a demande, from its deposit to two possible decisions, with what each consumer does of it. */
const jouer = async (lieu: Lieu, noter: (nom: string) => void): Promise<void> => {
  const now = new Date();
  let rang = 0;
  const faire = async <C extends Contract>(verbe: Verbe<C>, nom: string, appel: Partial<Appel>) => {
    noter('');
    const reponse = await perform(verbe, { now, input: {}, cle: `banc-${rang++}`, ...appel }, lieu);
    noter(nom);
    return reponse;
  };
  const depot = (nom: string) =>
    faire(deposerDemande, nom, { input: saisieDuBanc(lieu), adresse: '127.0.0.1' });
  const agent = await ouvrirSession(lieu, now, { qui: 'agent' });
  const { reference: demande, code } = await depot('deposerDemande');
  const usager = await ouvrirSession(lieu, now, { qui: 'usager', demandes: [demande] });
  const version = 1;
  await faire(ouvrirSuivi, 'ouvrirSuivi', { input: { reference: demande, code } });
  await faire(suivreDemande, 'suivreDemande', { input: { demande }, jetons: usager });
  await faire(ecrireMairie, 'ecrireMairie', { input: { demande, texte: 'Une question.' }, jetons: usager });
  await faire(listerDemandes, 'listerDemandes', { jetons: agent });
  await faire(consulterDemande, 'consulterDemande', { input: { demande }, jetons: agent });
  await faire(ecrireUsager, 'ecrireUsager', { input: { demande, texte: 'Une réponse.' }, jetons: agent });
  const gestes = {
    prendreEnCharge: [prendreEnCharge, {}],
    accepterDemande: [accepterDemande, { texte: 'Votre carte vous attend en mairie.' }],
    refuserDemande: [
      refuserDemande,
      { faits: 'Le véhicule appartient à un tiers.', droit: 'Délibération, article 2.' },
    ],
  } as const;
  for (const [nom, [verbe, saisie]] of Object.entries(gestes)) {
    const { reference } = await depot('');
    await faire(verbe as Verbe, nom, { input: { demande: reference, version, ...saisie }, jetons: agent });
  }
  await consommer(lieu, { now, faire });
};

type Jeu = {
  now: Date;
  faire<C extends Contract>(verbe: Verbe<C>, nom: string, appel: Partial<Appel>): Promise<unknown>;
};

/** What follows a deposit by itself: its mail, the news that it left, and the first look at its clock. */
const consommer = async (lieu: Lieu, { now, faire }: Jeu): Promise<void> => {
  const items: Item[] = [];
  const base: Lieu['base'] = {
    ...lieu.base,
    ecrire: async (ecritures) => {
      for (const ecriture of ecritures) if ('item' in ecriture) items.push(ecriture.item);
      await lieu.base.ecrire(ecritures);
    },
  };
  const { reference } = await perform(deposerDemande, { input: saisieDuBanc(lieu), now }, { ...lieu, base });
  const Records = items.map((item, i) => ({
    eventName: 'INSERT',
    dynamodb: { SequenceNumber: String(i), NewImage: marshall(item, { removeUndefinedValues: true }) },
  }));
  await faire(expedierEnvois, 'expedierEnvois', { input: { Records }, interne: true });
  await faire(constaterRemise, 'constaterRemise', { input: { Records: nouvellesDe(items) }, interne: true });
  await faire(constaterEcheance, 'constaterEcheance', {
    input: { demande: reference, reglage: 1 },
    interne: true,
  });
};

/** What SES tells once the mails that these items promised have left. */
const nouvellesDe = (items: readonly Item[]) =>
  items
    .flatMap((apres) => promisesPar({ apres }))
    .map(({ id, demande }) => ({
      Sns: {
        Message: JSON.stringify({ eventType: 'Send', mail: { tags: { envoi: [id], demande: [demande] } } }),
      },
    }));

/** A session as the doors open them, for an agent of the service or for the person who holds the demande. */
const ouvrirSession = async (
  { base, monde: { commune } }: Lieu,
  now: Date,
  { qui, demandes = [] }: { qui: 'agent' | 'usager'; demandes?: string[] },
): Promise<Jetons> => {
  const jeton = crypto.randomUUID();
  const table = ouvrirTable(base);
  const sessions = sessionStore(table, now);
  const un = commune.agents.find(({ role }) => role === 'administrateur');
  if (!un) throw new Error('aucun administrateur');
  if (qui === 'usager') sessions.add(jeton, { qui, demandes });
  else
    sessions.add(jeton, {
      qui,
      idToken: '',
      courriel: un.courriel,
      siret: commune.siretsAgents[0] ?? '',
      ouverteLe: now.toISOString(),
      vueLe: now.toISOString(),
      appareil: 'Banc',
    });
  await table.commit();
  return { [qui]: jeton };
};

/** Answers as SES does, for the mails that the bench makes leave. */
const ouvrirPoste = async (): Promise<http.Server> => {
  const corps = JSON.stringify({ MessageId: 'banc' });
  const serveur = http.createServer((requete, reponse) => {
    requete.resume().on('end', () => reponse.setHeader('content-type', 'application/json').end(corps));
  });
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-3',
    AWS_ACCESS_KEY_ID: 'banc',
    AWS_SECRET_ACCESS_KEY: 'banc',
    AWS_ENDPOINT_URL_SESV2: `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`,
    SES_CONFIGURATION: 'banc',
  });
  return serveur;
};
