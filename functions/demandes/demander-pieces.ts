import { identifiant } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { reclamer } from './consigner.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { aUsager, lettreDePieces } from './lettres.ts';
import { delaiImpartiFautif, manquanteDe } from './manquantes.ts';

export const demanderPieces = implement(demandeActions.demanderPieces, async (saisie, contexte) => {
  const { demarches } = contexte;
  const dossier = await ouvrirDossier(saisie, contexte);
  const { aujourdhui, demande } = dossier;
  const fautes = delaiImpartiFautif(saisie.jusquau, { aujourdhui, doctrine: demande.doctrine });
  if (fautes.length > 0) throw new Refus('entree-invalide', fautes);
  const demarche = demarches.find(({ id }) => id === dossier.demande.demarche.id);
  const pieces = saisie.pieces.map((piece, i) =>
    manquanteDe(piece, { idLibre: `autre-${dossier.demande.reglage}-${i + 1}`, demarche }),
  );
  const { jusquau, message } = saisie;
  const incomplete = reclamer(dossier.demande, pieces, { jusquau, message, signature: dossier.signature });
  return dossier.garder(
    incomplete,
    aUsager(incomplete, lettreDePieces(incomplete, saisie.message), identifiant),
  );
});

export const handler = lambda(demanderPieces);
