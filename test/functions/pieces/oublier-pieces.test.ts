import { DeleteObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { oublierPieces } from '../../../functions/pieces/oublier-pieces.ts';
import { pieceStore } from '../../../functions/pieces/piece.store.ts';
import { dossierDu, PieceId } from '../../../functions/pieces/piece.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { LUNDI, unLieu } from '../../atelier/monde.ts';

const s3 = mockClient(S3Client);
process.env.PIECES = 'seau';
process.env.AWS_REGION = 'eu-west-3';

const JOUR = '2026-11-19';
const [prise, oubliee] = [PieceId.parse(crypto.randomUUID()), PieceId.parse(crypto.randomUUID())];
let lieu: Lieu;

beforeEach(async () => {
  lieu = await unLieu();
  s3.reset();
  s3.on(ListObjectsV2Command).callsFake(({ Prefix }: { Prefix: string }) => ({
    Contents: Prefix === dossierDu(JOUR) ? [prise, oubliee].map((id) => ({ Key: `${Prefix}${id}` })) : [],
  }));
  s3.on(DeleteObjectCommand).resolves({});
  const table = ouvrirTable(lieu.base);
  const pieces = pieceStore(table, new Date(`${JOUR}T10:00:00Z`));
  for (const id of [prise, oubliee])
    pieces.addDepot({ id, nom: 'a.pdf', type: 'application/pdf', octets: 1, jour: JOUR, etat: 'recu' });
  await table.commit();
  const depot = await pieces.getDepot(prise);
  pieces.add('AAAA-AAAA', {
    depot,
    piece: {
      id: prise,
      pour: 'x',
      nom: 'a.pdf',
      type: 'application/pdf',
      octets: 1,
      jour: JOUR,
      recueLe: `${JOUR}T10:00:00Z`,
      deposeePar: 'Zoé',
    },
  });
  await table.commit();
});

describe('le ménage de nuit', () => {
  it('n’efface que les fichiers qu’aucune demande n’a pris', async () => {
    expect(await perform(oublierPieces, { input: {}, now: LUNDI, interne: true }, lieu)).toEqual({
      oubliees: 1,
    });
    expect(s3.commandCalls(DeleteObjectCommand).map(({ args }) => args[0].input.Key)).toEqual([
      `${dossierDu(JOUR)}${oubliee}`,
    ]);
  });

  it('un fichier pris ne se donne pas à une seconde demande', async () => {
    await expect(pieceStore(ouvrirTable(lieu.base), LUNDI).getDepot(prise)).rejects.toMatchObject({
      code: 'piece-inconnue',
    });
  });
});
