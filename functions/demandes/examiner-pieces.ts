import type { Demarche } from '../demarches/demarche.ts';
import { identifiant } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { type Detail, Refus } from '../platform/refus.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { arreteLeDelai, type Demande, demanderPieces, faire } from './demande.ts';
import type { Fait } from './fait.ts';
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
      ...(refusees.length > 0 ? delaiImpartiFautif(jusquau, aujourdhui) : []),
    ];
    if (details.length > 0) throw new Refus('entree-invalide', details);
    const examinee = verdicts.reduce(
      (avant, { id, verdict, motif }) =>
        faire('examinerPieces', avant, {
          type: 'piece-examinee',
          piece: { id, nom: nomDe(id, { demande, demarche }) ?? id },
          verdict,
          motif,
          ...signature,
        }),
      demande,
    );
    const apres =
      refusees.length > 0 && jusquau
        ? redemander(examinee, { refusees, jusquau, demarche, signature })
        : examinee;
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

type Redemande = {
  refusees: readonly Verdict[];
  jusquau: string;
  demarche: Demarche | undefined;
  signature: Pick<Fait, 'le' | 'par'>;
};

const redemander = (demande: Demande, { refusees, jusquau, demarche, signature }: Redemande): Demande => {
  const pieces = refusees.map(({ id, motif }) => {
    const ancienne = demande.manquantes.find((piece) => piece.id === id);
    return ancienne
      ? { ...ancienne, motif, recue: false }
      : manquanteDe({ id, nom: id, motif }, { idLibre: id, demarche });
  });
  return demanderPieces(demande, pieces, {
    type: 'pieces-demandees',
    pieces: pieces.map(({ nom }) => nom),
    jusquau,
    arreteLeDelai: arreteLeDelai(pieces),
    ...signature,
  });
};

export const handler = lambda(examinerPieces);
