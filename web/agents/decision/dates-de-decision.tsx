import { useState } from 'react';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import type { Detail } from '../../../functions/platform/refus.ts';
import { Encart } from '../../ui/encart.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { useAujourdhui } from '../donnees.ts';
import { jourDe } from '../mots.ts';
import { departVers } from '../personnes.ts';
import { ChampJour } from './champ-jour.tsx';

export type Dates = { priseLe: string; notifieeLe: string };
export const SANS_DATE: Dates = { priseLe: '', notifieeLe: '' };

type Props = { dossier: Dossier; dates: Dates; erreurs: readonly Detail[]; onChange: (dates: Dates) => void };

/** When the decision was taken and notified, if that is not now; on paper, one must come back to say so. */
export const DatesDeDecision = (props: Props) =>
  props.dossier.surPapier ? <SurPapier {...props} /> : <UnAutreJour {...props} />;

const UnAutreJour = (props: Props) => {
  const { dates, erreurs } = props;
  const [ouvert, ouvrir] = useState(dates.priseLe !== '' || dates.notifieeLe !== '');
  const fautive = erreurs.some(({ champ }) => champ === 'priseLe' || champ === 'notifieeLe');
  return (
    <details
      class="autre-jour"
      open={ouvert || fautive}
      onToggle={({ currentTarget }) => ouvrir(currentTarget.open)}
    >
      <summary class="deplier">La décision a été prise ou notifiée un autre jour</summary>
      <PriseLe {...props} />
      <NotifieeLe {...props} facultatif />
    </details>
  );
};

const SurPapier = (props: Props) => (
  <>
    <Encart sens="attente" titre="Cette lettre part sur papier">
      <p>
        Cette personne n’a ni e-mail ni mobile. Imprimez la lettre, remettez-la en main propre contre
        signature ou postez-la en recommandé, puis revenez dire le jour où elle l’a reçue&nbsp;: la décision
        compte de ce jour.
      </p>
    </Encart>
    <PriseLe {...props} />
    <NotifieeLe {...props} />
  </>
);

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

const NotifieeLe = ({ dossier, dates, erreurs, onChange, facultatif }: Props & { facultatif?: boolean }) => (
  <ChampJour
    id="notifieeLe"
    libelle="Lettre reçue par la personne le"
    aide="Le jour de la remise, ou celui de l’avis de réception."
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
    : { verbe: 'et envoyer la lettre', dit: departVers(dossier) };
