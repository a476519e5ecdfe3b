import './simulateur.css';
import { useState } from 'react';
import { jourLocal } from '../../../functions/platform/lettres.ts';
import { commune } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { Lien } from '../../ui/lien.tsx';
import { LigneDeVie } from '../../ui/ligne-de-vie.tsx';
import { Page } from '../../ui/page.tsx';
import { ResumeErreurs } from '../../ui/resume-erreurs.tsx';
import { type Cas, casVierge, enEntree, fautesDe } from './cas.ts';
import { ChampsCas } from './champs-cas.tsx';
import { enFragment, lireCas } from './fragment.ts';
import { conclusion, ligneDeTemps } from './ligne-de-temps.ts';
import { Partage } from './partage.tsx';
import { Pourquoi, Resultat } from './resultat.tsx';
import { Suite } from './suite.tsx';
import { type Calculee, useDesLArrivee, useFragment, useSimulation } from './use-simulation.ts';

/** Anyone describes a case, and sees when silence decides, and why. */
export const SimulateurEcheance = () => {
  const fragment = useFragment();
  return (
    <Page titre="Quand le silence de la mairie décide" retour={{ vers: '/', mot: 'Accueil' }}>
      <p class="chapeau">
        Décrivez un cas{'\u00a0'}: vous verrez la date à laquelle le silence décide, et l’article qui le dit.
      </p>
      <p>
        Ne donnez ni nom ni adresse{'\u00a0'}: seules les dates comptent, et rien n’est gardé. La réponse est
        déjà là{'\u00a0'}? <Lien vers="/simulateur/recours">Calculez jusqu’à quand la contester</Lien>.
      </p>
      <Simulation key={fragment} arrive={lireCas(fragment, commune.fuseau)} />
    </Page>
  );
};

const Simulation = ({ arrive }: { arrive: Cas | undefined }) => {
  const [cas, poser] = useState(() => arrive ?? casVierge(commune.fuseau));
  const simulation = useSimulation('simulerEcheance');
  const { calculee, erreurs, enCours } = simulation;
  const calculer = () =>
    simulation.calculer({ fautes: fautesDe(cas), fragment: enFragment(cas), preparer: () => enEntree(cas) });
  useDesLArrivee(arrive !== undefined, calculer);
  const changer = (suite: Partial<Cas>) => {
    poser((avant) => ({ ...avant, ...suite }));
    // The sentences of a list follow its ranks: none survives a removal.
    const retire = suite.evenements && suite.evenements.length < cas.evenements.length;
    simulation.changer(retire ? (champ) => champ.startsWith('evenements.') : undefined);
  };
  return (
    <>
      <form
        class="simulateur"
        noValidate
        onSubmit={(evenement) => {
          evenement.preventDefault();
          void calculer();
        }}
      >
        <ResumeErreurs erreurs={erreurs} />
        <ChampsCas cas={cas} changer={changer} erreurs={erreurs} />
        <div class="boutons">
          <Bouton type="submit" enCours={enCours && 'Calcul en cours…'}>
            Calculer la date
          </Bouton>
        </div>
      </form>
      {calculee ? (
        <Echeance {...calculee} />
      ) : (
        <Suite {...simulation} reessayer={() => void calculer()} vide="La date apparaîtra ici." />
      )}
    </>
  );
};

const Echeance = ({ entree, valeur, fragment }: Calculee<'simulerEcheance'>) => {
  const aujourdhui = jourLocal(new Date().toISOString(), entree.fuseau ?? commune.fuseau);
  return (
    <Resultat titre={conclusion(valeur, entree)}>
      <h3>Les dates</h3>
      <LigneDeVie points={ligneDeTemps(valeur, entree.evenements ?? [], aujourdhui)} />
      <Pourquoi explications={valeur.explications} />
      <Partage nom="simulerEcheance" entree={entree} fragment={fragment} />
    </Resultat>
  );
};
