import { beforeEach, describe, expect, it } from 'vitest';
import { consignerFait } from '../../../functions/demandes/consigner-fait.ts';
import { consulterDemande } from '../../../functions/demandes/consulter-demande.ts';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { demanderPieces } from '../../../functions/demandes/demander-pieces.ts';
import { ecrireUsager } from '../../../functions/demandes/ecrire-usager.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import { suivreDemande } from '../../../functions/demandes/suivre-demande.ts';
import { pieceStore } from '../../../functions/pieces/piece.store.ts';
import { PieceId } from '../../../functions/pieces/piece.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { deposer, LUNDI as now, unAgent, unLieu, unUsager } from '../../atelier/monde.ts';

let lieu: Lieu;
let demande: string;
let jetons: { agent: string };
beforeEach(async () => {
  lieu = await unLieu();
  demande = (await deposer(lieu)).reference;
  jetons = await unAgent(lieu, 'administrateur');
});

const unFichier = async (nom = 'arrete.pdf', etat: 'attendu' | 'recu' = 'recu'): Promise<PieceId> => {
  const id = PieceId.parse(crypto.randomUUID());
  const table = ouvrirTable(lieu.base);
  const commun = { type: 'application/pdf', octets: 10, jour: '2026-11-23' } as const;
  pieceStore(table, now).addDepot({ id, nom, etat, ...commun });
  await table.commit();
  return id;
};
const ecrire = (fichiers: PieceId[]) =>
  perform(ecrireUsager, { input: { demande, texte: 'Voici l’arrêté.', fichiers }, now, jetons }, lieu);
const dossier = () => perform(consulterDemande, { input: { demande }, now, jetons }, lieu);
const suivi = async () =>
  perform(suivreDemande, { input: { demande }, now, jetons: await unUsager(lieu, [demande]) }, lieu);

describe('un agent joint des fichiers à ce qu’il écrit', () => {
  it('la personne les trouve dans son suivi, à part des siens ; l’e-mail les nomme et n’en porte aucun', async () => {
    await ecrire([await unFichier(), await unFichier('plan.pdf')]);
    const { pieces, messages } = await suivi();
    expect(pieces.map(({ nom, deLaMairie }) => [nom, deLaMairie]).sort()).toEqual([
      ['arrete.pdf', true],
      ['plan.pdf', true],
    ]);
    expect(messages.at(-1)?.jointes).toEqual(['arrete.pdf', 'plan.pdf']);
    const { lue } = await demandeStore(ouvrirTable(lieu.base)).getEntiere(Reference.parse(demande));
    expect(JSON.stringify(lue.promis.at(-1))).toContain('Avec ce message : arrete.pdf, plan.pdf.');
    expect((await dossier()).attendues.every(({ recue }) => !recue)).toBe(true);
  });

  it('un fichier pris ailleurs, jamais arrivé ou joint deux fois est refusé, et rien ne part', async () => {
    const pris = await unFichier();
    await ecrire([pris]);
    for (const [fichiers, code] of [
      [[pris], 'piece-inconnue'],
      [[await unFichier('photo.pdf', 'attendu')], 'piece-inconnue'],
      [[PieceId.parse(crypto.randomUUID())], 'piece-inconnue'],
      [Array(2).fill(await unFichier()), 'entree-invalide'],
    ] as const)
      await expect(ecrire([...fichiers])).rejects.toMatchObject({ code });
    expect((await suivi()).messages).toHaveLength(1);
  });
});

describe('une pièce remise au guichet et numérisée', () => {
  it('rejoint le dossier avec le jour où elle est venue, sous la pièce qu’elle est', async () => {
    const pieces = [{ nom: 'Carte grise' }];
    const { version } = await dossier();
    await perform(
      demanderPieces,
      { input: { demande, version, pieces, jusquau: '2026-12-20' }, now, jetons },
      lieu,
    );
    const pour = (await dossier()).manquantes[0]?.id ?? '';
    const depot = await unFichier('carte-grise.pdf');
    const noter = async (fichiers: { pour: string; depot: PieceId }[]) => {
      const fait = { type: 'pieces-recues', pieces: [pour], fichiers, jour: '2026-11-23' } as const;
      const input = { demande, version: (await dossier()).version, fait };
      return perform(consignerFait, { input, now, jetons }, lieu);
    };
    await expect(noter([{ pour: 'autre', depot }])).rejects.toMatchObject({
      details: [{ champ: 'fait.fichiers' }],
    });
    await noter([{ pour, depot }]);
    const apres = await dossier();
    expect(apres.manquantes[0]?.etat).toBe('recue');
    expect(apres.pieces).toMatchObject([
      { nom: 'carte-grise.pdf', pour, intitule: 'Carte grise', recueLe: '2026-11-23T11:00:00Z' },
    ]);
  });
});
