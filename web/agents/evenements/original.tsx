import type { Dossier } from '../../../functions/demandes/formes.ts';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { CadreDecision } from '../decision/cadre-decision.tsx';
import { departVers } from '../personnes.ts';
import { EffetSurLaDate } from './effet-sur-la-date.tsx';
import { PieceEnDoute } from './piece-en-doute.tsx';
import { Quand } from './quand.tsx';
import { type ConsigneDe, useConsigne } from './use-consigne.ts';

const VIDE: ConsigneDe<'original-demande'> = { type: 'original-demande', piece: '', motif: '' };

/** A copy leaves a doubt: the original is asked for, and the clock waits for it (CRPA R113-6). */
export const DemanderOriginal = ({ dossier }: { dossier: Dossier }) => {
  const { consigne, changer, erreur, jour, effets, cadre } = useConsigne({
    dossier,
    initiale: VIDE,
    geste: 'demanderOriginal',
    annonce: `L’original est demandé. ${departVers(dossier)}`,
  });
  return (
    <CadreDecision
      titre="Demander un original"
      verbe="Demander et envoyer la lettre"
      acte="demanderOriginal"
      {...cadre}
    >
      <PieceEnDoute
        dossier={dossier}
        valeur={consigne.piece}
        erreur={erreur('piece')}
        onChange={(piece) => changer({ piece })}
      />
      <ChampTexte
        id="fait-motif"
        libelle="Ce qui fait douter de la copie"
        lignes={4}
        orthographe
        valeur={consigne.motif}
        erreur={erreur('motif')}
        onChange={(motif) => changer({ motif })}
      />
      <Quand
        libelle="Demandé le"
        recueLe={dossier.recueLe}
        valeur={jour}
        erreur={erreur('jour')}
        onChange={(suite) => changer({ jour: suite })}
      />
      <EffetSurLaDate phrases={effets} />
    </CadreDecision>
  );
};
