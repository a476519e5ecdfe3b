import './simulateur.css';
import { useState } from 'react';
import { enLettres } from '../../../functions/platform/lettres.ts';
import { commune } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampDate } from '../../ui/champ-date.tsx';
import { Lien } from '../../ui/lien.tsx';
import { Page } from '../../ui/page.tsx';
import { erreurDe, ResumeErreurs } from '../../ui/resume-erreurs.tsx';
import {
  type Contestation,
  contestationDe,
  fauteDeDate,
  fautesDuLieu,
  lieuDe,
  residenceIci,
  type Territoire,
} from './cas.ts';
import { ChampsContestation } from './champs-contestation.tsx';
import { ChampsTerritoire } from './champs-territoire.tsx';
import { contestationEnFragment, dateLue, lieuEnFragment, lireContestation, lireLieu } from './fragment.ts';
import { Partage } from './partage.tsx';
import { Pourquoi, Resultat } from './resultat.tsx';
import { Suite } from './suite.tsx';
import { useDesLArrivee, useFragment, useSimulation } from './use-simulation.ts';

type Decision = Territoire & Contestation & { decision: string };

/** Until when a decision may be contested, and why. */
export const SimulateurRecours = () => {
  const fragment = useFragment();
  return (
    <Page
      titre="Jusqu’à quand contester une décision"
      retour={{ vers: '/simulateur', mot: 'Quand le silence décide' }}
    >
      <p class="chapeau">
        Donnez le jour où la décision a été reçue{'\u00a0'}: vous verrez le dernier jour pour saisir le
        tribunal administratif, ou la CADA.
      </p>
      <p>
        Le délai ne court que si la lettre dit comment contester. Pour un rejet né du silence, partez de{' '}
        <Lien vers="/simulateur">la date de la demande</Lien>.
      </p>
      <Simulation key={fragment} arrivee={new URLSearchParams(fragment)} />
    </Page>
  );
};

const Simulation = ({ arrivee }: { arrivee: URLSearchParams }) => {
  const donnee = dateLue(arrivee.get('decision'));
  const [saisie, poser] = useState<Decision>(() => {
    const lieu = lireLieu(arrivee, commune.fuseau);
    return { decision: donnee, ...lieu, ...lireContestation(arrivee, lieu.calendrier) };
  });
  const simulation = useSimulation('simulerRecours');
  const { calculee, erreurs, enCours } = simulation;
  const calculer = () =>
    simulation.calculer({
      fautes: [
        ...fauteDeDate('decision', saisie.decision, 'Indiquez le jour où la décision a été reçue.'),
        ...fautesDuLieu(saisie),
      ],
      fragment: new URLSearchParams([
        ['decision', saisie.decision],
        ...lieuEnFragment(saisie),
        ...contestationEnFragment(saisie),
      ]).toString(),
      preparer: async () => ({ decision: saisie.decision, ...lieuDe(saisie), ...contestationDe(saisie) }),
    });
  useDesLArrivee(donnee !== '', calculer);
  const changer = (suite: Partial<Decision>) => {
    poser((avant) => ({ ...avant, ...suite }));
    simulation.changer();
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
        <ChampDate
          id="decision"
          libelle="Décision reçue le"
          valeur={saisie.decision}
          onChange={(decision) => changer({ decision })}
          erreur={erreurDe(erreurs, 'decision')}
        />
        <ChampsTerritoire
          territoire={saisie}
          changer={(suite) =>
            changer({
              ...suite,
              ...(suite.calendrier !== undefined && { residence: residenceIci(suite.calendrier) }),
            })
          }
          erreurs={erreurs}
        />
        <ChampsContestation contestation={saisie} changer={changer} erreurs={erreurs} />
        <div class="boutons">
          <Bouton type="submit" enCours={enCours && 'Calcul en cours…'}>
            Calculer le dernier jour
          </Bouton>
        </div>
      </form>
      {calculee ? (
        <Resultat
          titre={`La décision peut être contestée jusqu’au ${enLettres(calculee.valeur.dernierJour)}`}
        >
          <Pourquoi explications={calculee.valeur.explications} />
          <Partage nom="simulerRecours" {...calculee} />
        </Resultat>
      ) : (
        <Suite {...simulation} reessayer={() => void calculer()} vide="Le dernier jour apparaîtra ici." />
      )}
    </>
  );
};
