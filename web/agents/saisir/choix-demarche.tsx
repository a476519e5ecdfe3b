import { useState } from 'react';
import type { LigneCatalogue } from '../../../functions/demarches/demarche.ts';
import { Chargement } from '../../ui/attente.tsx';
import { ChampChoix } from '../../ui/champ-choix.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Groupe } from '../../ui/groupe.tsx';
import { Orientation } from '../../ui/orientation.tsx';
import { annoncer, estDemarche, type Trouvee, useRecherche } from '../../ui/use-recherche.ts';
import { useDemarches, useMoi, useServices } from '../donnees.ts';
import { Panne } from '../ui/etats.tsx';
import { AutresServices } from './autres-services.tsx';

type Props = { valeur: string; erreur: string | undefined; onChange: (demarche: string) => void };

/** What is asked: a few words, then the démarche among those that answer to them. */
export const ChoixDemarche = (props: Props) => {
  const { data, error, refetch } = useDemarches();
  if (data) return <Recherche {...props} demarches={data.demarches} />;
  return error ? (
    <Panne echec={error} reessayer={refetch} />
  ) : (
    <Chargement phrase="Nous ouvrons la liste des démarches…" />
  );
};

type Catalogue = { demarches: readonly LigneCatalogue[] };

const Recherche = ({ valeur, erreur, onChange, demarches }: Props & Catalogue) => {
  const [texte, chercher] = useState('');
  const { services } = useMoi();
  const trouvees = useRecherche(demarches, { voulue: true, saisie: texte });
  const choisie = demarches.find(({ id }) => id === valeur);
  const premieres = (trouvees ?? []).filter(estDemarche);
  const montrees = [
    ...(choisie && !premieres.some(({ id }) => id === valeur) ? [choisie] : []),
    ...premieres,
  ];
  const siennes = montrees.filter(({ service }) => services.includes(service));
  const autres = montrees.filter(({ service }) => !services.includes(service));
  const noms = useServices(montrees);
  return (
    <Groupe titre="La démarche">
      <ChampTexte
        id={siennes.length > 0 ? 'chercher-demarche' : 'demarche'}
        libelle="Chercher une démarche"
        aide={`Avec les mots de la personne\u00a0: la commune propose ${demarches.length} démarches.`}
        type="search"
        valeur={texte}
        erreur={siennes.length > 0 ? undefined : erreur}
        onChange={chercher}
      />
      <p class="discret" role="status">
        {trouvees && resultat(trouvees)}
      </p>
      <Ailleurs trouvees={trouvees ?? []} />
      {siennes.length > 0 && (
        <ChampChoix
          id="demarche"
          libelle="Ce que demande la personne"
          options={siennes.map((une) => ({ valeur: une.id, libelle: avecService(une, noms) }))}
          valeur={valeur}
          erreur={erreur}
          onChange={onChange}
        />
      )}
      <AutresServices demarches={autres} services={noms} />
    </Groupe>
  );
};

/** What to tell the person when the best answer is not a démarche of the site. */
const Ailleurs = ({ trouvees: [premiere] }: { trouvees: readonly Trouvee[] }) =>
  premiere && !estDemarche(premiere) ? (
    <section class="a-dire" aria-label="À dire à la personne">
      <Orientation orientation={premiere} />
    </section>
  ) : null;

const avecService = ({ nom, service }: LigneCatalogue, noms: ReadonlyMap<string, { nom: string }>): string =>
  [nom, noms.get(service)?.nom].filter(Boolean).join(' — ');

const resultat = (trouvees: readonly Trouvee[]): string =>
  trouvees.length === 0
    ? 'Rien ne correspond. Essayez un autre mot, ou enregistrez une demande libre.'
    : annoncer(trouvees);
