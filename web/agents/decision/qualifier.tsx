import { useState } from 'react';
import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import { DEMANDE_LIBRE } from '../../../functions/demandes/demande.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { horlogeDe } from '../../../functions/demandes/horloge.ts';
import { voiesEnLettres } from '../../../functions/demandes/voie.ts';
import { enBref } from '../../../functions/platform/lettres.ts';
import { api, commune, type Sortie } from '../../client.ts';
import { Chargement } from '../../ui/attente.tsx';
import { ChampChoix } from '../../ui/champ-choix.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { useDemarche, useDemarches } from '../donnees.ts';
import { appel } from '../personnes.ts';
import { Panne } from '../ui/etats.tsx';
import { demandeDe } from './brouillon.ts';
import { CadreDecision } from './cadre-decision.tsx';
import { useDecision } from './use-decision.ts';

/** Saying what a free message asks, and of whom: the person then gets the accusé de réception of their demande. */
export const Qualifier = ({ dossier }: { dossier: Dossier }) => {
  const [demarche, choisir] = useState('');
  const [service, adresser] = useState('');
  const { data: lue } = useDemarche(demarche);
  const decision = useDecision({
    dossier,
    schema: demandeActions.qualifierDemande.input,
    demander: api.qualifierDemande,
    fait: `La demande est adressée au bon service. L’accusé de réception part à ${appel(dossier)}.`,
    oublier: () => choisir(''),
    vers: '/',
  });
  const vers = service || lue?.service.id;
  return (
    <CadreDecision
      titre="Qualifier la demande"
      verbe="Qualifier et envoyer l’accusé de réception"
      acte="qualifier"
      decision={decision}
      apercu={<Effet dossier={dossier} lue={lue} vers={vers} />}
      onEnvoyer={() => decision.envoyer({ demarche, ...(service && { service }) })}
    >
      <Demarches valeur={demarche} erreur={erreurDe(decision.erreurs, 'demarche')} onChange={choisir} />
      <ChampChoix
        id="service"
        libelle="Service chargé du dossier"
        aide="Celui de la démarche, sauf si vous en choisissez un autre."
        facultatif
        options={dossier.services.map(({ id, nom }) => ({ valeur: id, libelle: nom }))}
        valeur={vers ?? ''}
        erreur={erreurDe(decision.erreurs, 'service')}
        onChange={adresser}
      />
    </CadreDecision>
  );
};

type Choix = { valeur: string; erreur: string | undefined; onChange: (demarche: string) => void };

const Demarches = ({ valeur, erreur, onChange }: Choix) => {
  const { data, error, refetch } = useDemarches();
  if (!data)
    return error ? (
      <Panne echec={error} reessayer={refetch} />
    ) : (
      <Chargement phrase="Nous ouvrons la liste des démarches…" />
    );
  const options = data.demarches
    .map(({ id, nom }) => ({ valeur: id, libelle: nom }))
    .sort((a, b) => a.libelle.localeCompare(b.libelle, 'fr'));
  const libre = options.filter(({ valeur: id }) => id === DEMANDE_LIBRE);
  return (
    <ChampChoix
      id="demarche"
      libelle="Ce que demande cette personne"
      aide="Si aucune démarche ne convient, gardez la première ligne."
      options={[...libre, ...options.filter(({ valeur: id }) => id !== DEMANDE_LIBRE)]}
      valeur={valeur}
      erreur={erreur}
      onChange={onChange}
    />
  );
};

type Choisie = Sortie<'consulterDemarche'>;

/** What the choice means, in dates, before it is made. */
const Effet = ({
  dossier,
  lue,
  vers,
}: {
  dossier: Dossier;
  lue: Choisie | undefined;
  vers: string | undefined;
}) => (
  <section class="apercu" aria-labelledby="titre-apercu">
    <h2 id="titre-apercu">Ce que cela change</h2>
    {lue ? (
      <>
        <p>{silenceDe(dossier, lue)}</p>
        <p>
          Service chargé du dossier&nbsp;:{' '}
          {dossier.services.find(({ id }) => id === vers)?.nom ?? lue.service.nom}.
        </p>
        <p>
          {dossier.voies.length > 0
            ? `L’accusé de réception part ${voiesEnLettres(dossier.voies)}.`
            : 'L’accusé de réception restera dans le suivi\u00a0: cette personne ne reçoit ni e-mail ni SMS.'}
        </p>
      </>
    ) : (
      <p class="discret">Choisissez une démarche pour voir le délai et le service.</p>
    )}
  </section>
);

/** The clock starts at the receipt, whenever the demande is qualified. */
const silenceDe = (dossier: Dossier, { demarche: { regime } }: Choisie): string => {
  const { terme } = horlogeDe({ ...demandeDe(dossier, commune), regime });
  return terme
    ? `Le délai part de l’arrivée du message. Sans réponse le ${enBref(terme.le)}, la demande est ${terme.sens === 'acceptation' ? 'acceptée' : 'rejetée'}.`
    : 'Cette démarche n’attend pas de décision\u00a0: le silence n’y vaut ni accord ni refus.';
};
