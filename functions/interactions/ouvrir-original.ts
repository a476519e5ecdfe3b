import { noterLecture } from '../demandes/demande.lecture.ts';
import { Reference } from '../demandes/reference.ts';
import { coffre } from '../platform/coffre.ts';
import { lambda } from '../platform/lambda.ts';
import { variable } from '../platform/monde.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { verifierVue } from './interaction.acces.ts';
import { interactionActions } from './interaction.actions.ts';
import { interactionStore } from './interaction.store.ts';

/** A mail that joined a demande opens to those who may see it; one that waits, to whoever sorts. */
export const ouvrirOriginal = implement(
  interactionActions.ouvrirOriginal,
  async ({ interaction: id }, contexte) => {
    const { valeur } = await interactionStore(contexte.table).get(id);
    await verifierVue(valeur, contexte);
    const { original, demande } = valeur;
    if (!original) throw new Refus('introuvable');
    if (demande) noterLecture(Reference.parse(demande), contexte);
    const fichier = { nom: `${id}.eml`, type: 'message/rfc822' };
    return { vers: await coffre(variable('COURRIELS')).adresseLecture(original, fichier), cookies: [] };
  },
);

export const handler = lambda(ouvrirOriginal);
