import { expect, it } from 'vitest';
import { completerDemande } from '../../../functions/demandes/completer-demande.ts';
import { consulterDemande } from '../../../functions/demandes/consulter-demande.ts';
import { demanderPieces } from '../../../functions/demandes/demander-pieces.ts';
import { suivreDemande } from '../../../functions/demandes/suivre-demande.ts';
import { pieceStore } from '../../../functions/pieces/piece.store.ts';
import { PieceId } from '../../../functions/pieces/piece.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { Refus } from '../../../functions/platform/refus.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { deposer, LUNDI as now, unAgent, unLieu, unUsager } from '../../atelier/monde.ts';

const unFichier = async (lieu: Lieu): Promise<PieceId> => {
  const id = PieceId.parse(crypto.randomUUID());
  const table = ouvrirTable(lieu.base);
  const commun = { type: 'image/jpeg', octets: 10, jour: '2026-11-23', etat: 'recu' } as const;
  pieceStore(table, now).addDepot({ id, nom: 'photo.jpg', ...commun });
  await table.commit();
  return id;
};

/** On a busy machine the patience of the house may end first: who is told to try again does. */
const envoyer = async (
  appel: Parameters<typeof perform<(typeof completerDemande)['contract']>>[1],
  lieu: Lieu,
): Promise<unknown> => {
  try {
    return await perform(completerDemande, appel, lieu);
  } catch (erreur) {
    if (erreur instanceof Refus && erreur.code === 'modifie-entre-temps') return envoyer(appel, lieu);
    throw erreur;
  }
};

it('trente envois au même instant : chaque pièce attendue arrive, et les autres apprennent qu’elle ne l’est plus', async () => {
  const lieu = await unLieu();
  const { reference: demande } = await deposer(lieu);
  const agent = await unAgent(lieu, 'administrateur');
  const { version } = await perform(consulterDemande, { input: { demande }, now, jetons: agent }, lieu);
  const pieces = Array.from({ length: 10 }, (_, i) => ({ nom: `Photo ${i + 1}` }));
  const input = { demande, version, pieces, jusquau: '2026-12-20' };
  await perform(demanderPieces, { input, now, jetons: agent }, lieu);
  const jetons = await unUsager(lieu, [demande]);
  const lire = () => perform(suivreDemande, { input: { demande }, now, jetons }, lieu);
  const { manquantes } = await lire();
  const depots = await Promise.all(Array.from({ length: 30 }, () => unFichier(lieu)));
  const envois = await Promise.allSettled(
    depots.map((depot, i) => {
      const pour = manquantes[i % manquantes.length]?.id ?? '';
      return envoyer({ input: { demande, pieces: [{ pour, depot }] }, now, jetons }, lieu);
    }),
  );
  expect(envois.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  for (const envoi of envois)
    if (envoi.status === 'rejected') {
      const { reason }: { reason: unknown } = envoi;
      expect(reason).toBeInstanceOf(Refus);
      expect(reason).toMatchObject({
        code: 'geste-impossible',
        details: [{ phrase: 'Cette pièce n’est pas, ou n’est plus, attendue.' }],
      });
    }
  expect((await lire()).manquantes.every(({ recue }) => recue)).toBe(true);
}, 20_000);
