import { sectionsDe } from '../demandes/accuse.ts';
import { demandeStore } from '../demandes/demande.store.ts';
import { Reference } from '../demandes/reference.ts';
import { pourChaque } from '../platform/flux.ts';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { poster, refusDe, texter } from '../platform/postier.ts';
import { Refus } from '../platform/refus.ts';
import { adresseDeReponse, rediger } from './courriel.ts';
import { envoiActions } from './envoi.actions.ts';
import { type EnvoiLu, envoiStore } from './envoi.store.ts';
import { Envoi, suiteDe } from './envoi.ts';
import { composerSms } from './gsm.ts';
import { numeroStore } from './numero.store.ts';
import { mobileDe, portableFrancais } from './numero.ts';

export const expedierEnvois = implement(envoiActions.expedierEnvois, async ({ Records }, contexte) =>
  pourChaque(Records, async ({ apres }) => {
    if (apres?.version === 1) await expedier(Envoi.parse(apres.corps), contexte);
  }),
);

/** Marked before and after: a crash in between waits for the news of SES, then for the end of the lease, before a second try. */
const expedier = async (promis: Envoi, contexte: Contexte): Promise<void> => {
  const table = contexte.ouvrirTable();
  const envois = envoiStore(table);
  const pris =
    (await prendre({ valeur: promis, version: 1 }, contexte)) ?? (await reprendre(promis, contexte));
  if (!pris) return;
  const enCours = pris.valeur;
  const fini = await remettre(enCours, contexte).catch((erreur: unknown) => siRefuse(erreur, pris, contexte));
  // A code that has left is kept nowhere but with the person.
  if (fini.connexion) envois.remove(fini);
  else envois.replace(pris, fini);
  await table.commit().catch(ignorerSiDejaConstate);
};

/**
 * A refusal of SES or SNS says that nothing left: for good, and the agent will read it; or for now, and the promise is
 * put back for the next try. Anything else leaves a doubt, which the lease resolves.
 */
const siRefuse = async (erreur: unknown, pris: EnvoiLu, { ouvrirTable }: Contexte): Promise<Envoi> => {
  const refus = refusDe(erreur);
  if (refus === 'definitif') return { ...pris.valeur, etat: 'echec', motif: 'le service d’envoi l’a refusé' };
  if (refus === 'passager') {
    const table = ouvrirTable();
    const { debut: _, ...promis } = pris.valeur;
    envoiStore(table).replace(pris, { ...promis, etat: 'a-expedier' });
    await table.commit();
  }
  throw erreur;
};

/** Marks a sending as begun, if it is still as it was seen; nearly always it is as the stream told it, and is not read. */
const prendre = async (lue: EnvoiLu, { now, ouvrirTable }: Contexte): Promise<EnvoiLu | undefined> => {
  if (suiteDe(lue.valeur, now) !== 'expedier') return undefined;
  const enCours: Envoi = { ...lue.valeur, etat: 'en-cours', debut: now.toISOString() };
  const table = ouvrirTable();
  envoiStore(table).replace(lue, enCours);
  try {
    await table.commit();
  } catch (erreur) {
    return ignorerSiDejaConstate(erreur);
  }
  return { valeur: enCours, version: lue.version + 1 };
};

/** Someone began before us: what they left says whether to begin again, to wait, or that there is nothing to do. */
const reprendre = async (promis: Envoi, contexte: Contexte): Promise<EnvoiLu | undefined> => {
  const lue = await envoiStore(contexte.ouvrirTable()).get(promis);
  const suite = lue ? suiteDe(lue.valeur, contexte.now) : 'rien';
  if (!lue || suite === 'rien') return undefined;
  const pris = await prendre(lue, contexte);
  if (!pris) throw new Error('envoi en cours : on attend des nouvelles');
  return pris;
};

/** SES may have told us first. */
const ignorerSiDejaConstate = (erreur: unknown): undefined => {
  if (!(erreur instanceof Error) || erreur.name !== 'Conflit') throw erreur;
};

const remettre = async (envoi: Envoi, contexte: Contexte): Promise<Envoi> => {
  const { commune } = contexte;
  const sms = smsDe(envoi, contexte);
  if (sms) return remettreSms(envoi, sms, contexte);
  const corps = await corpsDe(envoi, contexte);
  const courriel = rediger(corps, commune);
  await poster({
    de: { nom: commune.nomComplet, adresse: commune.courriel },
    a: envoi.a,
    reponseA: attendReponse(envoi) ? adresseDeReponse(commune, envoi.demande) : undefined,
    ...courriel,
    etiquettes: {
      envoi: envoi.id,
      commune: commune.slug,
      ...(envoi.demande && { demande: envoi.demande }),
    },
  });
  return { ...envoi, etat: 'expedie' };
};

/** A code, or a mail to an agent, does not answer to a thread. */
const attendReponse = ({ contenu, demande }: Envoi): boolean =>
  demande !== '' && (contenu.type !== 'lettre' || contenu.suivi);

/** Three messages at most: the rest is behind the link. */
const SMS_MAX = 3;

const remettreSms = async (envoi: Envoi, sms: string, { commune, table }: Contexte): Promise<Envoi> => {
  const numero = mobileDe(envoi.a, commune.calendrier);
  // Texts to numbers abroad are what fraudsters make a commune pay for.
  if (!numero || !portableFrancais(envoi.a, commune.calendrier))
    return { ...envoi, etat: 'echec', motif: 'ce numéro est à l’étranger, ou ne reçoit pas de SMS' };
  if (await numeroStore(table).refuse(numero))
    return { ...envoi, etat: 'retenu', motif: 'la personne a demandé de ne plus recevoir de SMS' };
  await texter(numero, sms);
  return { ...envoi, etat: 'expedie' };
};

/** The words of an SMS; undefined for a mail. */
const smsDe = ({ contenu, code, demande }: Envoi, { commune, origines }: Contexte): string | undefined => {
  const de = commune.nom;
  const lien = code ? `${origines[0]}/suivi/${demande}#${code}` : undefined;
  if (contenu.type === 'sms') return composerSms({ de, texte: contenu.texte, lien }, SMS_MAX);
  if (contenu.type === 'code' && contenu.par === 'sms')
    return composerSms({ de, texte: texteDuCode(contenu.code) });
  return undefined;
};

const texteDuCode = (code: string): string =>
  `votre code est ${code}. Il sert dix minutes. Ne le donnez à personne.`;

const corpsDe = async ({ contenu, demande, code }: Envoi, { origines, table }: Contexte) => {
  const lien = `${origines[0]}/suivi/${demande}#${code}`;
  switch (contenu.type) {
    case 'accuse':
      return {
        objet: `Accusé de réception de votre demande ${demande}`,
        sections: sectionsDe(await demandeStore(table).getAccuse(Reference.parse(demande))),
        lien,
      };
    case 'enregistrement':
      return {
        objet: `Votre message est enregistré (${demande})`,
        sections: sectionsDe(await demandeStore(table).getEnregistrement(Reference.parse(demande))),
        lien,
      };
    case 'lettre':
      return {
        objet: contenu.objet,
        sections: [{ titre: '', lignes: contenu.paragraphes }],
        ...(contenu.suivi ? { lien } : {}),
      };
    case 'code':
      return {
        objet: 'Votre code pour vous identifier',
        sections: [{ titre: '', lignes: lignesDuCode(contenu.code) }],
      };
    case 'sms':
      throw new Refus('geste-impossible');
  }
};

const lignesDuCode = (code: string): string[] => [
  `Votre code : ${code}`,
  'Il sert une fois, pendant dix minutes, sur la page où vous l’avez demandé. Ne le donnez à personne : la mairie ne vous le demandera jamais.',
  'Vous n’avez rien demandé ? Vous n’avez rien à faire : sans ce code, personne n’ouvre votre compte.',
];

export const handler = lambda(expedierEnvois);
