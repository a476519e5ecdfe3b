import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { api } from '../../client.ts';
import { ChampsMotivation } from '../evenements/motivation.tsx';
import { ouAEcrire } from './brouillon.ts';
import { CadreReponse } from './cadre-reponse.tsx';

const AIDES = {
  faits: 'Ce qui, dans la situation de la personne, conduit au refus.',
  droit: 'Le texte et l’article sur lesquels le refus se fonde.',
};

/** Refusing: the considerations of fact and of law are both required (CRPA L211-5). */
export const Refuser = ({ dossier }: { dossier: Dossier }) => (
  <CadreReponse
    dossier={dossier}
    geste="refuser"
    titre="Refuser la demande"
    verbe="Refuser"
    fait="La demande est refusée."
    schema={demandeActions.refuserDemande.input}
    demander={api.refuserDemande}
    initiale={{ faits: '', droit: '' }}
    enLettre={({ faits, droit }) => ({ texte: '', faits: ouAEcrire(faits), droit: ouAEcrire(droit) })}
  >
    {(motifs, changer, erreur) => (
      <ChampsMotivation valeur={motifs} aides={AIDES} erreur={erreur} onChange={changer} />
    )}
  </CadreReponse>
);
