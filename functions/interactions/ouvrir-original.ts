import { lectureDe, noterLecture } from '../demandes/demande.lecture.ts';
import { Reference } from '../demandes/reference.ts';
import { coffre } from '../platform/coffre.ts';
import { lambda } from '../platform/lambda.ts';
import { variable } from '../platform/monde.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { verifierVue } from './interaction.acces.ts';
import { interactionActions } from './interaction.actions.ts';
import { interactionStore } from './interaction.store.ts';
import { avecLecture } from './interaction.ts';

/** A mail that joined a demande opens to those who may see it; one that waits, to whoever sorts. Either leaves a reading. */
export const ouvrirOriginal = implement(
  interactionActions.ouvrirOriginal,
  async ({ interaction: id }, contexte) => {
    const interactions = interactionStore(contexte.table);
    const lue = await interactions.get(id);
    await verifierVue(lue.valeur, contexte);
    const { original, demande, lectures = [] } = lue.valeur;
    if (!original) throw new Refus('introuvable');
    const lecture = lectureDe(contexte);
    if (demande) noterLecture(Reference.parse(demande), contexte);
    else if (lecture) interactions.replace(lue, { ...lue.valeur, lectures: avecLecture(lectures, lecture) });
    const fichier = { nom: `${id}.eml`, type: 'message/rfc822' };
    return { vers: await coffre(variable('COURRIELS')).adresseLecture(original, fichier), cookies: [] };
  },
);

export const handler = lambda(ouvrirOriginal);
