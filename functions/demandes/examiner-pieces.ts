import type { Demarche } from '../demarches/demarche.ts';
import { identifiant } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { type Detail, Refus } from '../platform/refus.ts';
import { examiner } from './consigner.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import type { Demande } from './demande.ts';
import { aUsager, lettreDePieces } from './lettres.ts';
import { delaiImpartiFautif, manquanteDe } from './manquantes.ts';

type Verdict = { id: string; verdict: 'acceptee' | 'refusee'; motif: string };

/** A pièce that is accepted is settled; one that is refused is asked again, with the reason and a délai (CRPA L114-5). */
export const examinerPieces = implement(
  demandeActions.examinerPieces,
  async ({ verdicts, jusquau, ...saisie }, contexte) => {
    const dossier = await ouvrirDossier(saisie, contexte);
    const { demande, aujourdhui, signature } = dossier;
    const demarche = contexte.demarches.find(({ id }) => id === demande.demarche.id);
    const refusees = verdicts.filter(({ verdict }) => verdict === 'refusee');
    const details = [
      ...verdicts.flatMap((verdict, rang) =>
        fautesDe(verdict, rang, nomDe(verdict.id, { demande, demarche })),
      ),
      ...(refusees.length > 0 ? delaiImpartiFautif(jusquau, { aujourdhui, doctrine: demande.doctrine }) : []),
    ];
    if (details.length > 0) throw new Refus('entree-invalide', details);
    const apres = examiner(
      demande,
      verdicts.map(({ id, verdict, motif }) => ({
        piece: manquanteDe(
          { id, nom: nomDe(id, { demande, demarche }) ?? id, motif },
          { idLibre: id, demarche },
        ),
        verdict,
        motif,
      })),
      { jusquau, signature },
    );
    // What is accepted needs no letter: the line of life says it. What is refused is asked again.
    return refusees.length > 0
      ? dossier.garder(apres, aUsager(apres, lettreDePieces(apres, ''), identifiant))
      : dossier.garder(apres);
  },
);

type Cadre = { demande: Demande; demarche: Demarche | undefined };

const nomDe = (id: string, { demande, demarche }: Cadre): string | undefined =>
  demande.manquantes.find((piece) => piece.id === id)?.nom ??
  demarche?.pieces.find((piece) => piece.id === id)?.nom;

const fautesDe = ({ verdict, motif }: Verdict, rang: number, nom: string | undefined): Detail[] => [
  ...(nom ? [] : [{ champ: `verdicts.${rang}.id`, phrase: 'Cette pièce n’est pas de ce dossier.' }]),
  ...(verdict === 'refusee' && !motif
    ? [{ champ: `verdicts.${rang}.motif`, phrase: 'Dites pourquoi cette pièce ne convient pas.' }]
    : []),
];

export const handler = lambda(examinerPieces);
