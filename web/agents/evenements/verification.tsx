import type { Dossier } from '../../../functions/demandes/formes.ts';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { CadreDecision } from '../decision/cadre-decision.tsx';
import { departVers } from '../personnes.ts';
import { EffetSurLaDate } from './effet-sur-la-date.tsx';
import { Quand } from './quand.tsx';
import { type ConsigneDe, useConsigne } from './use-consigne.ts';

const OUVERTE: ConsigneDe<'verification-ouverte'> = { type: 'verification-ouverte', motif: '' };
const LEVEE: ConsigneDe<'verification-levee'> = { type: 'verification-levee', motif: '' };

/** Signs of fraud suspend the instruction of an aid, for three months at most (CRPA L115-3, R115-5). */
export const OuvrirVerification = ({ dossier }: { dossier: Dossier }) => {
  const page = useConsigne({
    dossier,
    initiale: OUVERTE,
    geste: 'ouvrirVerification',
    annonce: `L’instruction est suspendue. ${departVers(dossier)}`,
  });
  return (
    <CadreDecision
      titre="Suspendre pour vérification"
      verbe="Suspendre et envoyer la lettre"
      acte="ouvrirVerification"
      rang="danger"
      {...page.cadre}
    >
      <ChampTexte
        id="fait-motif"
        libelle="Les indices"
        aide="Des faits précis. La personne les lira."
        lignes={5}
        orthographe
        valeur={page.consigne.motif}
        erreur={page.erreur('motif')}
        onChange={(motif) => page.changer({ motif })}
      />
      <Quand
        libelle="Suspendue le"
        recueLe={dossier.recueLe}
        valeur={page.jour}
        erreur={page.erreur('jour')}
        onChange={(jour) => page.changer({ jour })}
      />
      <EffetSurLaDate phrases={page.effets} />
    </CadreDecision>
  );
};

/** The verification is over: the instruction goes on. */
export const LeverVerification = ({ dossier }: { dossier: Dossier }) => {
  const page = useConsigne({
    dossier,
    initiale: LEVEE,
    geste: 'leverVerification',
    annonce: `L’instruction reprend. ${departVers(dossier)}`,
  });
  return (
    <CadreDecision
      titre="Terminer la vérification"
      verbe="Reprendre et envoyer la lettre"
      acte="leverVerification"
      {...page.cadre}
    >
      <ChampTexte
        id="fait-motif"
        libelle="Ce que la vérification a montré"
        facultatif
        lignes={4}
        orthographe
        valeur={page.consigne.motif}
        erreur={page.erreur('motif')}
        onChange={(motif) => page.changer({ motif })}
      />
      <Quand
        libelle="Terminée le"
        recueLe={dossier.recueLe}
        valeur={page.jour}
        erreur={page.erreur('jour')}
        onChange={(jour) => page.changer({ jour })}
      />
      <EffetSurLaDate phrases={page.effets} />
    </CadreDecision>
  );
};
