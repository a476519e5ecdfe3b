import type { Dossier } from '../../../functions/demandes/formes.ts';
import { ChampCases } from '../../ui/champ-choix.tsx';
import { CadreDecision } from '../decision/cadre-decision.tsx';
import { departVers } from '../personnes.ts';
import { EffetSurLaDate } from './effet-sur-la-date.tsx';
import { attenduesDe } from './pieces-du-dossier.ts';
import { Quand } from './quand.tsx';
import { type ConsigneDe, useConsigne } from './use-consigne.ts';

const VIDE: ConsigneDe<'pieces-recues'> = { type: 'pieces-recues', pieces: [] };

/** Pièces that came by post, at the counter, or joined to a mail. */
export const PiecesRecues = ({ dossier }: { dossier: Dossier }) => {
  const { consigne, changer, erreur, jour, effets, cadre } = useConsigne({
    dossier,
    initiale: VIDE,
    geste: 'recevoirPieces',
    annonce: `Les pièces sont notées. ${departVers(dossier)}`,
  });
  return (
    <CadreDecision
      titre="Des pièces sont arrivées"
      verbe="Noter et prévenir la personne"
      acte="recevoirPieces"
      {...cadre}
    >
      <ChampCases
        id="fait-pieces"
        libelle="Ce qui est arrivé"
        aide="Par la poste, au guichet ou par e-mail. Les pièces envoyées en ligne sont notées d’elles-mêmes."
        options={attenduesDe(cadre.decision.apres).map(({ id, nom }) => ({ valeur: id, libelle: nom }))}
        valeur={consigne.pieces}
        erreur={erreur('pieces')}
        onChange={(pieces) => changer({ pieces })}
      />
      <Quand
        libelle="Arrivées le"
        recueLe={dossier.recueLe}
        valeur={jour}
        erreur={erreur('jour')}
        onChange={(suite) => changer({ jour: suite })}
      />
      <EffetSurLaDate phrases={effets} />
    </CadreDecision>
  );
};
