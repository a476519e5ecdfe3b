import type { Dossier } from '../../../functions/demandes/formes.ts';
import { horlogeDe } from '../../../functions/demandes/horloge.ts';
import { voiesEnLettres } from '../../../functions/demandes/voie.ts';
import { enBref, espacer } from '../../../functions/platform/lettres.ts';
import { commune, type Sortie } from '../../client.ts';
import { demandeDe } from './brouillon.ts';

type Choisie = Sortie<'consulterDemarche'>;

/** What the choice means, in dates, before it is made. */
export const EffetDeQualification = ({
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
        <p>{espacer(silenceDe(dossier, lue))}</p>
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
