import { beforeEach, expect, it } from 'vitest';
import { deposerDemande } from '../../../functions/demandes/deposer-demande.ts';
import { ecrireMairie } from '../../../functions/demandes/ecrire-mairie.ts';
import { preparerPiece } from '../../../functions/pieces/preparer-piece.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { cleDeRejeu } from '../../../functions/platform/rejeu.ts';
import { deposer, LUNDI, uneSaisie, unLieu, unParticulier, unUsager } from '../../atelier/monde.ts';

let lieu: Lieu;
beforeEach(async () => {
  lieu = await unLieu();
});
const CLE = 'la-meme-cle';

it('la même clé d’une autre personne ne rend jamais la réponse de la première', async () => {
  const zoe = await deposer(lieu, { cle: CLE });
  const usager = { ...unParticulier, courriel: 'paul@courriel.example' };
  const paul = await deposer(lieu, { cle: CLE, usager });
  expect(paul.reference).not.toBe(zoe.reference);
  expect(paul.code).not.toBe(zoe.code);
});

it('la même clé et le même contenu, dans un autre navigateur identifié, sont une autre demande', async () => {
  const zoe = await deposer(lieu, { cle: CLE });
  const jetons = await unUsager(lieu, []);
  const autre = await perform(deposerDemande, { input: uneSaisie(lieu), now: LUNDI, cle: CLE, jetons }, lieu);
  expect(autre.reference).not.toBe(zoe.reference);
});

it('la même personne, passée d’un réseau à un autre, ne dépose qu’une fois', async () => {
  const appel = { input: uneSaisie(lieu), now: LUNDI, cle: CLE };
  const premiere = await perform(deposerDemande, { ...appel, adresse: '192.0.2.1' }, lieu);
  const seconde = await perform(deposerDemande, { ...appel, adresse: '198.51.100.7' }, lieu);
  expect(seconde.reference).toBe(premiere.reference);
});

it('deux habitants qui tiennent chacun la même demande n’ont pas les mêmes clés', async () => {
  const { reference: demande } = await deposer(lieu);
  const input = { demande, texte: 'Bonjour' };
  const ids = new Set<string>();
  for (const jetons of [await unUsager(lieu, [demande]), await unUsager(lieu, [demande])])
    ids.add((await perform(ecrireMairie, { input, now: LUNDI, cle: CLE, jetons }, lieu)).id);
  expect(ids.size).toBe(2);
});

it('sans contact ni session, la clé est celle de l’adresse', () => {
  const requete = { cle: CLE, input: { nom: 'a.pdf', type: 'application/pdf', octets: 1 } };
  const cles = ['192.0.2.1', '192.0.2.2'].map(
    (adresse) => cleDeRejeu(preparerPiece.contract, { ...requete, adresse }, { qui: 'public' })?.cle,
  );
  expect(new Set(cles).size).toBe(2);
});
