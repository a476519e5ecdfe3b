import { setTimeout as pause } from 'node:timers/promises';
import { ajouter } from '../../functions/platform/dates.ts';
import { jourLocal } from '../../functions/platform/lettres.ts';
import { recusPar, repondreAuDernier } from './courrier.ts';
import type { Episode } from './histoire.ts';
import { papiersDe, remettre } from './remise.ts';
import { adresseDe, type Vecu } from './vecu.ts';
import type { Visiteur } from './visiteur.ts';

const aujourdhuiDe = ({ place }: Vecu): string => jourLocal(new Date().toISOString(), place.commune.fuseau);

/** Plays an episode, by the door of whoever acts in it. */
export const poursuivre = async (vecu: Vecu, episode: Episode): Promise<void> => {
  if (episode.fait === 'ouvre') return ouvrirPourElle(vecu);
  vecu.reference ??= await retrouver(vecu);
  switch (episode.fait) {
    case 'qualifie':
      return qualifier(vecu, episode);
    case 'ecarte':
      return instruire(vecu, 'ecart', {
        agent: aLAccueil(vecu),
        motif: episode.motif,
        precision: episode.precision,
      });
    case 'prend':
      return instruire(vecu, 'prise-en-charge', { agent: episode.agent });
    case 'lit':
      return void (await ouvrir(vecu, await bureau(vecu, episode.agent)));
    case 'demande':
      return instruire(vecu, 'pieces-manquantes', {
        pieces: episode.pieces,
        message: episode.message,
        jusquau: ajouter(aujourdhuiDe(vecu), `P${episode.sous}D`),
      });
    case 'accepte':
      return instruire(vecu, 'acceptation', { texte: episode.texte, ...episode.conditions, ...votee(vecu) });
    case 'refuse':
      return instruire(vecu, 'refus', { faits: episode.faits, droit: episode.droit });
    case 'prepare':
      return instruire(vecu, 'acceptation', { agent: episode.agent, texte: episode.texte });
    case 'signe':
      return auParapheur(vecu, 'signature', { agent: episode.agent });
    case 'renvoie':
      return auParapheur(vecu, 'renvoi', { agent: episode.agent, mot: episode.mot });
    case 'termine':
      return instruire(vecu, 'cloture', { texte: episode.texte });
    case 'repond':
      return instruire(vecu, 'messages', { texte: episode.texte });
    case 'consigne':
      return instruire(vecu, 'faits', { fait: episode.consigne(aujourdhuiDe(vecu)) });
    case 'motive':
      return instruire(vecu, 'motifs', { faits: episode.faits, droit: episode.droit });
    case 'envisage':
      return instruire(vecu, 'retrait-envisage', {
        agent: episode.agent,
        nature: 'retrait',
        motif: 'illegale',
        faits: episode.faits,
        droit: episode.droit,
        jusquau: ajouter(aujourdhuiDe(vecu), `P${episode.sous}D`),
      });
    case 'repond-au-retrait':
      return void (await demander(vecu, 'observations', { texte: episode.texte }));
    case 'retire':
      return instruire(vecu, 'retrait', {
        agent: episode.agent,
        nature: 'retrait',
        motif: 'illegale',
        faits: episode.faits,
        droit: episode.droit,
      });
    case 'demande-les-raisons':
      return void (await demander(vecu, 'motifs', {}));
    case 'conteste':
      vecu.recours = (
        await demander<{ reference: string }>(vecu, 'recours', { texte: episode.texte })
      ).reference;
      return undefined;
    case 'fait-droit':
      return instruire({ ...vecu, reference: vecu.recours }, 'acceptation', { texte: episode.texte });
    case 'renonce':
      return renoncer(vecu);
    case 'envoie':
      return completer(vecu, episode.pieces);
    case 'ecrit':
      return void (await demander(vecu, 'messages', { texte: episode.texte }));
    case 'ecrit-un-courriel':
      return repondreAuDernier(vecu.place, {
        de: adresseDe(vecu),
        texte: episode.texte,
        reference: vecu.reference ?? '',
      });
  }
};

/** What the conseil municipal alone grants, it has just voted (CGCT L2311-7). */
const votee = (vecu: Vecu) => {
  const aujourdhui = aujourdhuiDe(vecu);
  return vecu.demarche?.id === 'subvention-association'
    ? { deliberation: { numero: `${aujourdhui.slice(0, 7)}-08`, le: aujourdhui } }
    : {};
};

/** An act of the agent in charge, on the file as they have just read it. */
const instruire = async (
  vecu: Vecu,
  acte: string,
  { agent, ...saisie }: { agent?: string | undefined } & Record<string, unknown>,
): Promise<void> => {
  const visiteur = await bureau(vecu, agent);
  const { version } = await ouvrir(vecu, visiteur);
  await visiteur.faire(
    `/api/demandes/${vecu.reference}/${acte}`,
    acte === 'messages' ? saisie : { ...saisie, version },
  );
};

/** An élu has no file: what waits for their signature says its version. */
const auParapheur = async (
  vecu: Vecu,
  acte: 'signature' | 'renvoi',
  { agent, ...saisie }: { agent: string; mot?: string },
): Promise<void> => {
  const visiteur = await bureau(vecu, agent);
  const { actes } = await visiteur.lire<{ actes: { reference: string; version: number }[] }>(
    '/api/agents/a-signer',
  );
  const sien = actes.find(({ reference }) => reference === vecu.reference);
  if (!sien) throw new Error(`rien n’attend la signature de ${agent} pour ${vecu.reference}`);
  await visiteur.faire(`/api/demandes/${vecu.reference}/${acte}`, { ...saisie, version: sien.version });
};

const ouvrir = ({ reference }: Vecu, visiteur: Visiteur) =>
  visiteur.lire<{ version: number }>(`/api/demandes/${reference}`);

/** `agent` is what comes before the @; by default, whoever is in charge of the service. */
const bureau = ({ place, demarche, service }: Vecu, agent?: string): Promise<Visiteur> =>
  place.bureauDe(
    agent ? `${agent}@${place.commune.domaine}` : place.chargeDe(service ?? demarche?.service ?? ''),
  );

const suivi = async ({ place, reference, code }: Vecu): Promise<Visiteur> => {
  const visiteur = place.visiteur();
  await visiteur.faire('/api/suivi', { reference, code });
  return visiteur;
};

/** What the person asks from the page of their demande. */
const demander = async <T>(vecu: Vecu, quoi: string, saisie: Record<string, unknown>): Promise<T> =>
  (await suivi(vecu)).faire<T>(`/api/suivi/${vecu.reference}/${quoi}`, saisie);

/** Giving up takes the code that the contact of the demande receives. */
const renoncer = async (vecu: Vecu): Promise<void> => {
  const visiteur = await suivi(vecu);
  const chemin = `/api/suivi/${vecu.reference}/desistement`;
  const { connexion } = await visiteur.faire<{ connexion: string }>(`${chemin}/code`, {});
  await visiteur.faire(chemin, { connexion, code: await codeRecu(vecu) });
};

const codeRecu = async ({ place, personne, reference }: Vecu): Promise<string> => {
  for (let essai = 0; essai < ESSAIS; essai++) {
    const recus = await recusPar(place, personne);
    const code = recus
      .filter((texte) => texte.includes(`renoncer à la demande ${reference}`))
      .map((texte) => CODE.exec(texte)?.[0])
      .find(Boolean);
    if (code) return code;
    await pause(PAUSE);
  }
  throw new Error('le code pour renoncer n’est pas arrivé');
};

/** Two hundred milliseconds, fifty times: a mail leaves from the stream, once the request is answered. */
const PAUSE = 200;
const ESSAIS = 50;
const CODE = /\b\d{3}[\s\u00a0]?\d{3}\b/;

const completer = async (vecu: Vecu, ids: readonly string[]): Promise<void> => {
  const visiteur = await suivi(vecu);
  const pieces = await remettre(visiteur, papiersDe(vecu, ids));
  await visiteur.faire(`/api/suivi/${vecu.reference}/pieces`, { pieces });
};

/** Someone who wrote freely finds their reference in the acknowledgement. */
const retrouver = async ({ place, personne, histoire }: Vecu): Promise<string> => {
  const recus = await recusPar(place, histoire.par === 'sms' ? { telephone: personne.telephone } : personne);
  const reference = recus.map((texte) => REFERENCE.exec(texte)?.[0]).find(Boolean);
  if (!reference) throw new Error('la mairie n’a pas donné de référence');
  return reference;
};
const REFERENCE = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/;

/** The reception opens, in the name of the person, the demande of a mail that a colleague sent on. */
const ouvrirPourElle = async (vecu: Vecu): Promise<void> => {
  const { histoire } = vecu;
  const accueil = await bureau(vecu, aLAccueil(vecu));
  const { interactions } = await accueil.lire<{ interactions: ATrier[] }>('/api/interactions');
  const laSienne = interactions.find(
    ({ etat, objet }) => etat === 'a-trier' && histoire.par === 'courriel' && objet === histoire.objet,
  );
  if (!laSienne) throw new Error('le message transmis n’est pas à trier');
  const { nom, adresse } = adresseDe(vecu);
  const { demande } = await accueil.faire<{ demande: string }>(
    `/api/interactions/${encodeURIComponent(laSienne.id)}/demande`,
    { pour: { courriel: adresse, nom } },
  );
  vecu.reference = demande;
};
type ATrier = { id: string; etat: string; objet: string };

const aLAccueil = ({ place: { commune } }: Vecu): string | undefined =>
  commune.agents.find(({ role }) => role === 'accueil')?.courriel.split('@')[0];

const qualifier = async (
  vecu: Vecu,
  { demarche, service }: Extract<Episode, { fait: 'qualifie' }>,
): Promise<void> => {
  await instruire(vecu, 'qualification', { agent: aLAccueil(vecu), demarche, service });
  const choisie = vecu.place.demarches.find(({ id }) => id === demarche);
  Object.assign(vecu, { ...(choisie && { demarche: choisie }), ...(service && { service }) });
};
