import type { ComponentChildren } from 'preact';
import { useState } from 'react';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { estClose } from '../../../functions/demandes/gestes.ts';
import type { Detail } from '../../../functions/platform/refus.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { Groupe } from '../../ui/groupe.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { useAujourdhui } from '../donnees.ts';
import { jourDe } from '../mots.ts';
import { departVers } from '../personnes.ts';
import { ChampJour } from './champ-jour.tsx';

export type Dates = { priseLe: string; notifieeLe: string };
/** Why there is no letter, once silence has decided. */
export const SANS_JOUR =
  'Le silence a décidé avant aujourd’hui. Indiquez le jour où la personne avait reçu la décision pour lire la lettre.';
export const SANS_DATE: Dates = { priseLe: '', notifieeLe: '' };

type Props = { dossier: Dossier; dates: Dates; erreurs: readonly Detail[]; onChange: (dates: Dates) => void };

/** When the decision was taken and notified, if that is not now; on paper, one must come back to say so. */
export const DatesDeDecision = (props: Props) => {
  if (estClose(props.dossier)) return <ATemps {...props} />;
  return props.dossier.surPapier ? <SurPapier {...props} /> : <UnAutreJour {...props} />;
};

/** Silence has decided since: the day of the notification tells whether it could. */
const ATemps = (props: Props) => (
  <>
    <PriseLe {...props} />
    <NotifieeLe {...props} libelle="La personne avait reçu la décision le" />
  </>
);

const UnAutreJour = (props: Props) => (
  <AutreJour
    {...props}
    resume="La décision a été prise ou notifiée un autre jour"
    champs={['priseLe', 'notifieeLe']}
  >
    <PriseLe {...props} />
    <NotifieeLe {...props} libelle="Lettre reçue par la personne le" facultatif />
  </AutreJour>
);

/** In the order in which it is done: the letter is printed and carried, then one comes back to say when it was received. */
const SurPapier = (props: Props) => {
  const { dates, onChange } = props;
  const aujourdhui = useAujourdhui();
  // What is printed bears a day, which must not move when one comes back.
  const imprimer = (): void => {
    if (!dates.priseLe) onChange({ ...dates, priseLe: aujourdhui });
    print();
  };
  return (
    <Groupe titre="La lettre part sur papier">
      <p>Cette personne ne reçoit ni e-mail ni SMS.</p>
      <ol class="sur-papier">
        <li>
          <Bouton rang="second" onClick={imprimer}>
            Imprimer la lettre
          </Bouton>
          <p>
            Remettez-la en main propre contre signature, ou postez-la en recommandé, puis revenez ici. Ce que
            vous avez écrit y reste tant que cet onglet est ouvert.
          </p>
          <AutreJour {...props} resume="La décision a été prise un autre jour" champs={['priseLe']}>
            <PriseLe {...props} />
          </AutreJour>
        </li>
        <li>
          <NotifieeLe {...props} libelle="La lettre a été reçue le" />
        </li>
      </ol>
    </Groupe>
  );
};

type Autre = Props & { resume: string; champs: readonly (keyof Dates)[]; children: ComponentChildren };

/** Folded as long as all happens today. */
const AutreJour = ({ dates, erreurs, resume, champs, children }: Autre) => {
  const [ouvert, ouvrir] = useState(champs.some((champ) => dates[champ] !== ''));
  const fautive = champs.some((champ) => erreurDe(erreurs, champ));
  return (
    <details
      class="autre-jour"
      open={ouvert || fautive}
      onToggle={({ currentTarget }) => ouvrir(currentTarget.open)}
    >
      <summary class="deplier">{resume}</summary>
      {children}
    </details>
  );
};

const PriseLe = ({ dossier, dates, erreurs, onChange }: Props) => (
  <ChampJour
    id="priseLe"
    libelle="Décision prise le"
    facultatif
    min={jourDe(dossier.recueLe)}
    max={useAujourdhui()}
    valeur={dates.priseLe}
    erreur={erreurDe(erreurs, 'priseLe')}
    onChange={(priseLe) => onChange({ ...dates, priseLe })}
  />
);

type Reception = Props & { libelle: string; facultatif?: boolean };

const NotifieeLe = ({ dossier, dates, erreurs, onChange, libelle, facultatif }: Reception) => (
  <ChampJour
    id="notifieeLe"
    libelle={libelle}
    aide="Le jour de la remise, ou celui de l’avis de réception&nbsp;: la décision compte de ce jour."
    facultatif={facultatif}
    min={dates.priseLe || jourDe(dossier.recueLe)}
    max={useAujourdhui()}
    valeur={dates.notifieeLe}
    erreur={erreurDe(erreurs, 'notifieeLe')}
    onChange={(notifieeLe) => onChange({ ...dates, notifieeLe })}
  />
);

/** What is sent: a day that is not said is now. */
export const datesDites = ({ priseLe, notifieeLe }: Dates): Partial<Dates> => ({
  ...(priseLe && { priseLe }),
  ...(notifieeLe && { notifieeLe }),
});

/** The words of the button, and of what was done: on paper nothing leaves by itself. */
export const suiteDe = (dossier: Dossier): { verbe: string; dit: string } =>
  dossier.surPapier
    ? { verbe: 'et noter la remise', dit: 'La remise de la lettre est notée.' }
    : { verbe: 'et prévenir la personne', dit: departVers(dossier) };
