import './formulaire.css';
import { useEffect, useState } from 'react';
import { Redirect, useLocation, useSearchParams } from 'wouter';
import { commune } from '../../client.ts';
import { Chargement } from '../../ui/attente.tsx';
import { Etapes } from '../../ui/etapes.tsx';
import { Page } from '../../ui/page.tsx';
import { useLecture } from '../../ui/use-lecture.ts';
import { DemarcheFermee } from '../demarches/demarche-fermee.tsx';
import { estVierge, useBrouillon } from './brouillon.ts';
import type { Contexte } from './contexte.ts';
import { DejaEnvoyee, relireEnvoi } from './deja-envoyee.tsx';
import { EtapeASaisir } from './etape-a-saisir.tsx';
import { adresseEtape, fautesDe, planDe } from './plan.ts';
import { Recapitulatif } from './recapitulatif.tsx';

/** A démarche's form, one step a page. */
export const Formulaire = ({ id, etape }: { id: string; etape: number }) => {
  const lecture = useLecture('consulterDemarche', { demarche: id });
  const [brouillon, changer] = useBrouillon(id);
  const [parametres] = useSearchParams();
  const [, aller] = useLocation();
  const [envoyee, poserEnvoyee] = useState(() => (estVierge(brouillon) ? relireEnvoi(id) : undefined));
  const commence = etape > 1;
  // The receipt must show even if the network stops just after the sending; the first step does not wait for it.
  useEffect(() => {
    if (commence) void import('./recu.tsx').catch(() => undefined);
  }, [commence]);
  if (lecture.etat === 'attente') return <Chargement />;
  if (lecture.etat === 'echec')
    return (
      <DemarcheFermee
        lecture={lecture}
        titre="Le formulaire ne s’ouvre pas"
        garde="Ce que vous avez déjà saisi est gardé dans cet onglet."
      />
    );
  const { demarche, aujourdhui } = lecture.valeur;
  const recommencer = () => {
    poserEnvoyee(undefined);
    aller(adresseEtape(id, 1), { replace: true });
  };
  if (envoyee) return <DejaEnvoyee demarche={demarche} reference={envoyee} onAutre={recommencer} />;
  return (
    <Pas
      demarche={demarche}
      aujourdhui={aujourdhui}
      brouillon={brouillon}
      changer={changer}
      numero={etape}
      corriger={parametres.get('corriger') ?? undefined}
    />
  );
};

const Pas = (contexte: Contexte) => {
  const { demarche, brouillon, numero, aujourdhui } = contexte;
  const plan = planDe(demarche, brouillon.reponses);
  const etape = plan[numero - 1];
  if (!etape) return <Redirect to={adresseEtape(demarche.id, 1)} replace />;
  // Nothing to check and send yet: an address typed or kept leads to the first page that misses an answer.
  const manque = plan.findIndex((une) => fautesDe(une, brouillon, aujourdhui).length > 0);
  if (etape.type === 'recapitulatif' && manque >= 0)
    return <Redirect to={adresseEtape(demarche.id, manque + 1)} replace />;
  return (
    <Page
      key={numero}
      titre={etape.titre}
      onglet={`Étape ${numero} sur ${plan.length} : ${etape.titre} – ${demarche.nom}`}
      retour={retourDe(contexte, plan.length)}
      sur={
        <>
          <p class="discret nom-demarche">{demarche.nom}</p>
          <Etapes numero={numero} sur={plan.length} />
        </>
      }
    >
      <div class="deux-colonnes">
        {etape.type === 'recapitulatif' ? (
          <Recapitulatif {...contexte} plan={plan} />
        ) : (
          <EtapeASaisir {...contexte} etape={etape} />
        )}
        <EnMarge />
      </div>
    </Page>
  );
};

const EnMarge = () => (
  <aside class="en-marge" aria-label="Aide">
    <h2>Besoin d’aide{'\u00a0'}?</h2>
    <p>
      La mairie répond au <span class="insecable">{commune.telephone.replace(/ /g, '\u00a0')}</span>.
    </p>
    <dl>
      {commune.horaires.map(({ jours, heures }) => (
        <div key={jours}>
          <dt>{jours}</dt>
          <dd>{heures}</dd>
        </div>
      ))}
    </dl>
    <p>Vos réponses sont gardées dans cet onglet tant qu’il reste ouvert.</p>
  </aside>
);

const retourDe = ({ demarche, numero, corriger }: Contexte, recapitulatif: number) => {
  if (corriger !== undefined) return { vers: adresseEtape(demarche.id, recapitulatif), mot: 'Récapitulatif' };
  if (numero === 1) return { vers: `/demarches/${demarche.id}`, mot: 'Retour' };
  return { vers: adresseEtape(demarche.id, numero - 1), mot: 'Étape précédente' };
};
