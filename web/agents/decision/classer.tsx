import { useState } from 'react';
import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import type { MotifEcart } from '../../../functions/interactions/interaction.ts';
import { api } from '../../client.ts';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { CadreDecision } from './cadre-decision.tsx';
import { Motif } from './motif.tsx';
import { useDecision } from './use-decision.ts';

/** Setting a message aside: the reason is kept, and nothing is sent. */
export const Classer = ({ dossier }: { dossier: Dossier }) => {
  const [motif, choisir] = useState<MotifEcart | ''>('');
  const [precision, preciser] = useState('');
  const decision = useDecision({
    dossier,
    schema: demandeActions.ecarterDemande.input,
    demander: api.ecarterDemande,
    fait: 'Le message est classé sans suite. Rien n’est envoyé.',
    oublier: () => undefined,
    vers: '/',
  });
  return (
    <CadreDecision
      titre="Classer sans suite"
      verbe="Classer sans suite"
      acte="ecarter"
      rang="danger"
      renoncer="Ne pas classer"
      decision={decision}
      apercu={
        <section class="apercu" aria-labelledby="titre-apercu">
          <h2 id="titre-apercu">Ce que cela change</h2>
          <p>
            Rien n’est envoyé à la personne. Dans son suivi, elle lit que la mairie n’a pas traité ce message
            comme une demande.
          </p>
          <p>
            Un message qui demande quelque chose, même maladroitement, se qualifie&nbsp;: il a droit à une
            réponse.
          </p>
        </section>
      }
      onEnvoyer={() => decision.envoyer({ motif: motif as MotifEcart, precision })}
    >
      <Motif valeur={motif} erreur={erreurDe(decision.erreurs, 'motif')} onChange={choisir} />
      <ChampTexte
        id="precision"
        libelle="Précision"
        aide="Pour vos collègues."
        facultatif
        lignes={3}
        valeur={precision}
        erreur={erreurDe(decision.erreurs, 'precision')}
        onChange={preciser}
      />
    </CadreDecision>
  );
};
