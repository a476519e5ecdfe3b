import type { Service } from '../../../functions/commune/commune.ts';
import type { LigneCatalogue } from '../../../functions/demarches/demarche.ts';

type Props = { demarches: readonly LigneCatalogue[]; services: ReadonlyMap<string, Service> };

/** Démarches of services that are not the agent's: who writes them down, and how to reach them. */
export const AutresServices = ({ demarches, services }: Props) =>
  demarches.length === 0 ? null : (
    <section class="autres-services" aria-labelledby="titre-autres-services">
      <h2 id="titre-autres-services">À transmettre à un autre service</h2>
      <p>
        Vous n’êtes pas de ce service. Transmettez-lui la demande le jour même&nbsp;: le délai court déjà.
      </p>
      <ul>
        {demarches.map(({ id, nom, service }) => (
          <li key={id}>
            {nom} <Coordonnees service={services.get(service)} />
          </li>
        ))}
      </ul>
    </section>
  );

const Coordonnees = ({ service }: { service: Service | undefined }) =>
  service ? (
    <span class="discret">
      {service.nom}, téléphone {service.telephone.replaceAll(' ', '\u00a0')},{' '}
      <a href={`mailto:${service.courriel}`}>{service.courriel}</a>
    </span>
  ) : null;
