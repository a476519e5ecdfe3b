import { useState } from 'react';
import type { LigneCatalogue } from '../../../functions/demarches/demarche.ts';
import { Chargement } from '../../ui/attente.tsx';
import { ChampChoix } from '../../ui/champ-choix.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Groupe } from '../../ui/groupe.tsx';
import { useDemarches, useMoi, useServices } from '../donnees.ts';
import { aPlat } from '../mots.ts';
import { Panne } from '../ui/etats.tsx';
import { AutresServices } from './autres-services.tsx';

type Props = { valeur: string; erreur: string | undefined; onChange: (demarche: string) => void };

/** More than these are not read one by one: a word more is quicker. */
const MONTREES = 6;

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
  const choisie = demarches.find(({ id }) => id === valeur);
  const trouvees = texte.trim() ? demarches.filter((une) => repond(une, texte)) : [];
  const premieres = trouvees.slice(0, MONTREES);
  const montrees = [...(choisie && !premieres.includes(choisie) ? [choisie] : []), ...premieres];
  const siennes = montrees.filter(({ service }) => services.includes(service));
  const autres = montrees.filter(({ service }) => !services.includes(service));
  const noms = useServices(montrees);
  return (
    <Groupe titre="La démarche">
      <ChampTexte
        id={siennes.length > 0 ? 'chercher-demarche' : 'demarche'}
        libelle="Chercher une démarche"
        aide={`Quelques mots suffisent\u00a0: la commune propose ${demarches.length} démarches.`}
        type="search"
        valeur={texte}
        erreur={siennes.length > 0 ? undefined : erreur}
        onChange={chercher}
      />
      <p class="discret" role="status">
        {texte.trim() && resultat(trouvees.length)}
      </p>
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

const avecService = ({ nom, service }: LigneCatalogue, noms: ReadonlyMap<string, { nom: string }>): string =>
  [nom, noms.get(service)?.nom].filter(Boolean).join(' — ');

/** Each word begins somewhere in the name, the summary or the other names of the démarche. */
const repond = ({ nom, resume, mots }: LigneCatalogue, texte: string): boolean => {
  const tout = ` ${aPlat([nom, resume, ...mots].join(' ')).replace(/[’']/g, ' ')}`;
  return aPlat(texte)
    .replace(/[’']/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .every((mot) => tout.includes(` ${mot}`));
};

const resultat = (nombre: number): string => {
  if (nombre === 0) return 'Aucune démarche ne correspond. Essayez un autre mot.';
  if (nombre === 1) return 'Une démarche correspond.';
  return nombre > MONTREES
    ? `${nombre} démarches correspondent\u00a0: en voici ${MONTREES}. Ajoutez un mot.`
    : `${nombre} démarches correspondent.`;
};
