import { promisesPar } from '../demandes/demande.store.ts';
import { monTour, revenirBientot } from '../platform/cadence.ts';
import { type Changement, pourChaque } from '../platform/flux.ts';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { poster, refusDe, texter } from '../platform/postier.ts';
import { adresseDeReponse, rediger } from './courriel.ts';
import { envoiActions } from './envoi.actions.ts';
import { corpsDe, smsDe } from './envoi.mots.ts';
import { direRevenu } from './envoi.retour.ts';
import { type EnvoiLu, envoiStore } from './envoi.store.ts';
import { Envoi, suiteDe } from './envoi.ts';
import { entetesDuFil } from './fil.ts';
import { numeroStore } from './numero.store.ts';
import { mobileDe, portableFrancais } from './numero.ts';

export const expedierEnvois = implement(envoiActions.expedierEnvois, async ({ Records }, contexte) => {
  const echecs = await pourChaque(Records, async (changement) => {
    const resultats = await Promise.allSettled(
      promisPar(changement).map((promis) => expedier(promis, changement.apres, contexte)),
    );
    const echec = resultats.find(({ status }) => status === 'rejected');
    if (echec) throw (echec as PromiseRejectedResult).reason;
  });
  await revenirBientot(Records, echecs);
  return echecs;
});

type Source = Changement['apres'];

/** Promised by an item of a demande, the envoi is still to be made; else it is the item itself. */
type Promis = { envoi: Envoi; aFaire: boolean };

const promisPar = ({ avant, apres }: Changement): Promis[] => {
  if (apres?.type === 'PROMESSE')
    return apres.version === 1 ? [{ envoi: Envoi.parse(apres.corps), aFaire: false }] : [];
  return promisesPar({ avant, apres }).map((envoi) => ({ envoi, aFaire: true }));
};

/**
 * Marked before; after, SES tells that a mail has left, and the sender notes the rest. A crash in between waits for the
 * news of SES, then for the end of the lease, before a second try.
 */
const expedier = async (promis: Promis, source: Source, contexte: Contexte): Promise<void> => {
  await monTour();
  const pris = (await prendre(promis, contexte)) ?? (await reprendre(promis.envoi, contexte));
  if (!pris) return;
  const fini = await remettre(pris.valeur, source, contexte).catch((erreur: unknown) =>
    siRefuse(erreur, pris, contexte),
  );
  const table = contexte.ouvrirTable();
  const envois = envoiStore(table);
  // A code that has left is kept nowhere but with the person.
  if (fini?.connexion) envois.remove(fini);
  else if (fini && fini.etat !== 'en-cours') envois.replace(pris, fini);
  await table.commit().catch(siDejaConstate);
};

/**
 * A refusal of SES or SNS says that nothing left: for good, and the agent will read it; or for now, and the promise is
 * put back for the next try. Anything else leaves a doubt, which the lease resolves.
 */
const siRefuse = async (erreur: unknown, pris: EnvoiLu, contexte: Contexte): Promise<Envoi> => {
  const { ouvrirTable } = contexte;
  const refus = refusDe(erreur);
  if (refus === 'definitif') {
    const motif = 'le service d’envoi l’a refusé';
    await direRevenu(pris.valeur, motif, contexte);
    return { ...pris.valeur, etat: 'echec', motif };
  }
  if (refus === 'passager') {
    const table = ouvrirTable();
    const { debut: _, ...promis } = pris.valeur;
    envoiStore(table).replace(pris, { ...promis, etat: 'a-expedier' });
    await table.commit();
  }
  throw erreur;
};

/** Marks a sending as begun, if nobody has; nearly always it is as the stream told it, and is not read. */
const prendre = ({ envoi, aFaire }: Promis, contexte: Contexte): Promise<EnvoiLu | undefined> =>
  commencer(envoi, contexte, (envois, enCours) => {
    if (aFaire) envois.take(enCours);
    else envois.replace({ valeur: envoi, version: 1 }, enCours);
    return aFaire ? 1 : 2;
  });

type Ecrire = (envois: ReturnType<typeof envoiStore>, enCours: Envoi) => number;

/** `ecrire` says the version under which the envoi will be. */
const commencer = async (
  envoi: Envoi,
  { now, ouvrirTable }: Contexte,
  ecrire: Ecrire,
): Promise<EnvoiLu | undefined> => {
  if (suiteDe(envoi, now) !== 'expedier') return undefined;
  const table = ouvrirTable();
  const enCours: Envoi = { ...envoi, etat: 'en-cours', debut: now.toISOString() };
  const version = ecrire(envoiStore(table), enCours);
  try {
    await table.commit();
  } catch (erreur) {
    return siDejaConstate(erreur);
  }
  return { valeur: enCours, version };
};

/** Someone began before us: what they left says whether to begin again, to wait, or that there is nothing to do. */
const reprendre = async (promis: Envoi, contexte: Contexte): Promise<EnvoiLu | undefined> => {
  const lue = await envoiStore(contexte.ouvrirTable()).get(promis);
  const suite = lue ? suiteDe(lue.valeur, contexte.now) : 'rien';
  if (!lue || suite === 'rien') return undefined;
  const pris = await commencer(lue.valeur, contexte, (envois, enCours) => {
    envois.replace(lue, enCours);
    return lue.version + 1;
  });
  if (!pris) throw new Error('envoi en cours : on attend des nouvelles');
  return pris;
};

/** Someone was quicker. */
const siDejaConstate = (erreur: unknown): undefined => {
  if (!(erreur instanceof Error) || erreur.name !== 'Conflit') throw erreur;
};

/** Hands it over, and says what is to be noted: of a mail, nothing, for the event of SES will say that it has left. */
const remettre = async (envoi: Envoi, source: Source, contexte: Contexte): Promise<Envoi> => {
  const { commune } = contexte;
  const sms = smsDe(envoi, contexte);
  if (sms) return remettreSms(envoi, sms, contexte);
  const courriel = rediger({ ...(await corpsDe(envoi, { ...contexte, source })), pour: envoi.pour }, commune);
  await poster({
    de: { nom: commune.nomComplet, adresse: commune.courriel },
    a: envoi.a,
    reponseA: attendReponse(envoi) ? adresseDeReponse(commune, envoi.demande) : undefined,
    ...courriel,
    entetes: entetesDuFil(envoi, commune),
    etiquettes: {
      envoi: envoi.id,
      commune: commune.slug,
      ...(envoi.demande && { demande: envoi.demande }),
    },
  });
  return envoi;
};

/** A code, or a mail to an agent, does not answer to a thread. */
const attendReponse = ({ contenu, demande }: Envoi): boolean =>
  demande !== '' && (contenu.type !== 'lettre' || contenu.suivi);

const remettreSms = async (envoi: Envoi, sms: string, contexte: Contexte): Promise<Envoi> => {
  const { commune, table } = contexte;
  const numero = mobileDe(envoi.a, commune.calendrier);
  if (!numero || !portableFrancais(envoi.a, commune.calendrier, commune.echanges.smsVers)) {
    await direRevenu(envoi, SANS_SMS, contexte);
    return { ...envoi, etat: 'echec', motif: SANS_SMS };
  }
  const malgreStop = envoi.contenu.type === 'sms' && envoi.contenu.malgreStop;
  if (!malgreStop && (await numeroStore(table).refuse(numero)))
    return { ...envoi, etat: 'retenu', motif: 'la personne a demandé de ne plus recevoir de SMS' };
  await texter(numero, sms, commune.echanges.smsNumero);
  return { ...envoi, etat: 'expedie' };
};

const SANS_SMS = 'aucun SMS ne peut partir vers ce numéro';

export const handler = lambda(expedierEnvois);
