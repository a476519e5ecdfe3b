import { sectionsDe } from '../demandes/accuse.ts';
import { demandeStore } from '../demandes/demande.store.ts';
import { Reference } from '../demandes/reference.ts';
import { pourChaque } from '../platform/flux.ts';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { poster, texter } from '../platform/postier.ts';
import { Refus } from '../platform/refus.ts';
import { rediger } from './courriel.ts';
import { envoiActions } from './envoi.actions.ts';
import { envoiStore } from './envoi.store.ts';
import { Envoi, suiteDe } from './envoi.ts';
import { mobileDe } from './numero.ts';

export const expedierEnvois = implement(envoiActions.expedierEnvois, async ({ Records }, contexte) =>
  pourChaque(Records, async ({ apres }) => {
    if (apres?.version === 1) await expedier(Envoi.parse(apres.corps), contexte);
  }),
);

/** Marked before and after: a crash in between waits for the news of SES, then for the end of the lease, before a second try. */
const expedier = async (promis: Envoi, contexte: Contexte): Promise<void> => {
  const table = contexte.ouvrirTable();
  const envois = envoiStore(table);
  const lue = await envois.get(promis);
  if (!lue) return;
  const suite = suiteDe(lue.valeur, contexte.now);
  if (suite === 'rien') return;
  if (suite === 'attendre') throw new Error('envoi en cours : on attend des nouvelles');
  const enCours: Envoi = { ...lue.valeur, etat: 'en-cours', debut: contexte.now.toISOString() };
  envois.replace(lue, enCours);
  await table.commit();
  const fini = await remettre(enCours, contexte);
  envois.replace({ valeur: enCours, version: lue.version + 1 }, fini);
  await table.commit().catch(ignorerSiDejaConstate);
};

/** SES may have told us first. */
const ignorerSiDejaConstate = (erreur: unknown): void => {
  if (!(erreur instanceof Error) || erreur.name !== 'Conflit') throw erreur;
};

const remettre = async (envoi: Envoi, contexte: Contexte): Promise<Envoi> => {
  const { commune, origines } = contexte;
  if (envoi.contenu.type === 'sms') {
    const numero = mobileDe(envoi.a, commune.calendrier);
    if (!numero) return { ...envoi, etat: 'echec', motif: 'ce numéro ne reçoit pas de SMS' };
    await texter(numero, `${commune.nom} : ${envoi.contenu.texte}. Suivi : ${origines[0]}/suivi`);
    return { ...envoi, etat: 'expedie' };
  }
  const corps = await corpsDe(envoi, contexte);
  const courriel = rediger(corps, commune);
  await poster({
    de: { nom: commune.nomComplet, adresse: commune.courriel },
    a: envoi.a,
    ...courriel,
    etiquettes: { envoi: envoi.id, demande: envoi.demande, commune: commune.slug },
  });
  return { ...envoi, etat: 'expedie' };
};

const corpsDe = async ({ contenu, demande, code }: Envoi, { origines, table }: Contexte) => {
  const lien = `${origines[0]}/suivi/${demande}#${code}`;
  switch (contenu.type) {
    case 'accuse':
      return {
        objet: `Accusé de réception de votre demande ${demande}`,
        sections: sectionsDe(await demandeStore(table).getAccuse(Reference.parse(demande))),
        lien,
      };
    case 'lettre':
      return {
        objet: contenu.objet,
        sections: [{ titre: '', lignes: contenu.paragraphes }],
        ...(contenu.suivi ? { lien } : {}),
      };
    case 'sms':
      throw new Refus('geste-impossible');
  }
};

export const handler = lambda(expedierEnvois);
