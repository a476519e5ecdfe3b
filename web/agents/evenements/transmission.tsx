import type { Dossier } from '../../../functions/demandes/formes.ts';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { CadreDecision } from '../decision/cadre-decision.tsx';
import { departVers } from '../personnes.ts';
import { EffetSurLaDate } from './effet-sur-la-date.tsx';
import { type ConsigneDe, useConsigne } from './use-consigne.ts';

const VIDE: ConsigneDe<'transmise'> = { type: 'transmise', administration: '', motif: '' };

/** What is asked is another administration's: it is sent on, and the person is told (CRPA L114-2). */
export const Transmettre = ({ dossier }: { dossier: Dossier }) => {
  const { consigne, changer, erreur, effets, cadre } = useConsigne({
    dossier,
    initiale: VIDE,
    geste: 'transmettre',
    annonce: `La demande est transmise. ${departVers(dossier)}`,
  });
  return (
    <CadreDecision
      titre="Transmettre à une autre administration"
      verbe="Transmettre et envoyer la lettre"
      acte="transmettre"
      rang="danger"
      {...cadre}
    >
      <ChampTexte
        id="fait-administration"
        libelle="L’administration compétente"
        aide="Envoyez-lui vous-même le dossier&nbsp;: Parvis prévient seulement la personne."
        orthographe
        valeur={consigne.administration}
        erreur={erreur('administration')}
        onChange={(administration) => changer({ administration })}
      />
      <ChampTexte
        id="fait-motif"
        libelle="Pourquoi elle est compétente"
        lignes={4}
        orthographe
        valeur={consigne.motif}
        erreur={erreur('motif')}
        onChange={(motif) => changer({ motif })}
      />
      <EffetSurLaDate phrases={effets} />
    </CadreDecision>
  );
};
