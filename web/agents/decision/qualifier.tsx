import { useState } from 'react';
import * as z from 'zod';
import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { DEMANDE_LIBRE } from '../../../functions/demandes/gestes.ts';
import { questionsDuRegime, selonReponses } from '../../../functions/demarches/regimes.ts';
import { api, type Sortie } from '../../client.ts';
import { Chargement } from '../../ui/attente.tsx';
import { ChampCase, ChampChoix } from '../../ui/champ-choix.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { useDemarche, useDemarches } from '../donnees.ts';
import { appel } from '../personnes.ts';
import { Manquantes } from '../saisir/manquantes.tsx';
import { Panne } from '../ui/etats.tsx';
import { CadreDecision } from './cadre-decision.tsx';
import { EffetDeQualification } from './effet-de-qualification.tsx';
import { useDecision } from './use-decision.ts';

/** As the contract, which has no word for a choice not made. */
const SAISIE = demandeActions.qualifierDemande.input.extend({
  demarche: z.string().min(1, 'Choisissez une démarche.'),
});

/** Saying what a free message asks, and of whom: the person then gets the accusé de réception of their demande. */
export const Qualifier = ({ dossier }: { dossier: Dossier }) => {
  const [demarche, choisir] = useState('');
  const [service, adresser] = useState('');
  const [reponses, repondre] = useState<Connues>({});
  const [manquantes, noter] = useState<string[]>([]);
  const { data: lue } = useDemarche(demarche);
  const decision = useDecision({
    dossier,
    schema: SAISIE,
    demander: api.qualifierDemande,
    fait: `La demande est adressée au bon service. L’accusé de réception ${dossier.voies.length > 0 ? `part à ${appel(dossier)}` : 'reste dans le suivi'}.`,
    oublier: () => choisir(''),
    vers: '/',
  });
  const changerDeDemarche = (suite: string): void => {
    choisir(suite);
    repondre({});
    noter([]);
  };
  const vers = service || lue?.service.id;
  return (
    <CadreDecision
      titre="Qualifier la demande"
      verbe="Qualifier et envoyer l’accusé de réception"
      acte="qualifier"
      decision={decision}
      apercu={<EffetDeQualification dossier={dossier} lue={lue && regler(lue, reponses)} vers={vers} />}
      onEnvoyer={() => decision.envoyer({ demarche, reponses, manquantes, ...(service && { service }) })}
    >
      <Demarches
        valeur={demarche}
        erreur={erreurDe(decision.erreurs, 'demarche')}
        onChange={changerDeDemarche}
      />
      {lue && <QuestionsDuRegime demarche={lue.demarche} reponses={reponses} onChange={repondre} />}
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
      {lue && <Manquantes demarche={lue.demarche} reponses={reponses} valeur={manquantes} onChange={noter} />}
    </CadreDecision>
  );
};

type Connues = Record<string, string | boolean>;
type Lue = Sortie<'consulterDemarche'>;

/** The same démarche, under the regime that these answers call for. */
const regler = (lue: Lue, reponses: Connues): Lue => ({
  ...lue,
  demarche: selonReponses(lue.demarche, reponses),
});

type Questions = { demarche: Lue['demarche']; reponses: Connues; onChange: (reponses: Connues) => void };

/** What the regime depends on is asked here; without an answer the démarche's own holds, and the file says what to ask. */
const QuestionsDuRegime = ({ demarche, reponses, onChange }: Questions) => (
  <>
    {questionsDuRegime(demarche).map((champ) =>
      'options' in champ ? (
        <ChampChoix
          key={champ.id}
          id={`regime-${champ.id}`}
          libelle={champ.libelle}
          aide="Le délai légal en dépend. Si le message ne le dit pas, laissez sans réponse."
          facultatif
          options={champ.options}
          valeur={String(reponses[champ.id] ?? '')}
          onChange={(valeur) => onChange({ ...reponses, [champ.id]: valeur })}
        />
      ) : (
        <ChampCase
          key={champ.id}
          id={`regime-${champ.id}`}
          libelle={champ.libelle}
          aide="Le délai légal en dépend."
          valeur={reponses[champ.id] === true}
          onChange={(valeur) => onChange({ ...reponses, [champ.id]: valeur })}
        />
      ),
    )}
  </>
);

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
  const libre = options.find(({ valeur: id }) => id === DEMANDE_LIBRE);
  return (
    <ChampChoix
      id="demarche"
      libelle="Ce que demande cette personne"
      aide={libre && `Si aucune démarche ne convient, choisissez «\u00a0${libre.libelle}\u00a0».`}
      options={[...(libre ? [libre] : []), ...options.filter(({ valeur: id }) => id !== DEMANDE_LIBRE)]}
      valeur={valeur}
      erreur={erreur}
      onChange={onChange}
    />
  );
};
