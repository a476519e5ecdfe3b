import { useEffect, useRef } from 'react';
import { Chargement } from '../../ui/attente.tsx';
import { Bouton } from '../../ui/bouton.tsx';
import { Vide } from '../../ui/vide.tsx';
import { useAujourdhui, useCloses, useMoi, useOuvertes } from '../donnees.ts';
import { compter } from '../mots.ts';
import { usePage } from '../page.ts';
import { Panne, Perime } from '../ui/etats.tsx';
import { enRecherche, useEtatFile, useTexte } from './etat-file.ts';
import { Filtres } from './filtres.tsx';
import { Tableau } from './tableau.tsx';
import { aUneSuite, filtrer, lignesDe, moitieDe, NOMS, type Vue } from './vues.ts';

/** The demandes of a view, the most urgent first. */
export const Liste = ({ reference }: { reference?: string | undefined }) => {
  const etat = useEtatFile();
  const { vue, service } = etat;
  const texte = useTexte();
  const moi = useMoi();
  const aujourdhui = useAujourdhui();
  const ouvertes = useOuvertes();
  const closes = useCloses();
  const lecture = moitieDe(vue) === 'closes' ? closes : ouvertes;
  const { data, error, refetch } = lecture;
  const cadre = useGarderEnVue(reference, vue);
  if (!data) return <EnAttente error={error} refetch={refetch} />;
  const toutes = filtrer(lignesDe(vue, data.lignes, moi), { service, texte: '' });
  const lignes = filtrer(toutes, { service: '', texte });
  return (
    <div ref={cadre}>
      <Filtres services={data.services} />
      {error && <Perime echec={error} />}
      <p class="compte-lignes discret" role="status">
        {compter(lignes.length, 'demande')}
        {texte && ` sur ${toutes.length}`}
      </p>
      {lignes.length === 0 && <Rien vue={vue} cherche={texte !== ''} />}
      {lignes.length > 0 && (
        <Tableau
          lignes={lignes}
          titre={NOMS[vue]}
          premiere={premiereDe(vue)}
          recherche={enRecherche(etat)}
          aujourdhui={aujourdhui}
          reference={reference}
        />
      )}
      {aUneSuite(vue, data.suites, service) && <Suite lecture={lecture} />}
    </div>
  );
};

/** What is over has an issue, no legal date. */
const premiereDe = (vue: Vue): 'Issue' | 'Agir avant' =>
  moitieDe(vue) === 'closes' || vue === 'a-lire' ? 'Issue' : 'Agir avant';

type SuiteProps = {
  lecture: Pick<ReturnType<typeof useOuvertes>, 'fetchNextPage' | 'isFetchingNextPage'>;
};

/** A service under a rush: what is shown is not all, and both the search and the counts stop there. */
const Suite = ({ lecture }: SuiteProps) => (
  <div class="suite-file">
    <p>
      La file est longue&nbsp;: les premières demandes sont affichées. Les vues et la recherche ne regardent
      que celles-ci.
    </p>
    <Bouton
      rang="second"
      enCours={lecture.isFetchingNextPage && 'Nous lisons la suite…'}
      onClick={() => void lecture.fetchNextPage()}
    >
      Afficher les suivantes
    </Bouton>
  </div>
);

type Lecture = Pick<ReturnType<typeof useOuvertes>, 'error' | 'refetch'>;

const EnAttente = ({ error, refetch }: Lecture) =>
  error ? <Panne echec={error} reessayer={refetch} /> : <Chargement phrase="Nous ouvrons la file…" />;

/** Brings the open demande under the eye; once its file is closed, its line takes the focus: one goes on from there. */
const useGarderEnVue = (reference: string | undefined, vue: Vue) => {
  const cadre = useRef<HTMLDivElement>(null);
  const quittee = useRef<{ reference: string; vue: Vue } | undefined>(undefined);
  useEffect(() => {
    if (reference) cadre.current?.querySelector('[data-ouverte]')?.scrollIntoView({ block: 'nearest' });
    else if (quittee.current?.vue === vue)
      cadre.current
        ?.querySelector<HTMLElement>(`[data-reference="${CSS.escape(quittee.current.reference)}"] a`)
        ?.focus();
    quittee.current = reference ? { reference, vue } : undefined;
  }, [reference, vue]);
  return cadre;
};

const RIENS: Record<Vue, readonly [string, string]> = {
  'a-traiter': ['Rien à traiter.', 'Les demandes qui arrivent apparaissent ici, la plus urgente en premier.'],
  'a-qualifier': [
    'Rien à qualifier.',
    'Les e-mails et les SMS qui demandent quelque chose apparaissent ici\u00a0: dites quelle démarche et quel service leur répondent.',
  ],
  'a-lire': [
    'Rien à lire.',
    'Ce que les personnes écrivent sur une demande terminée ou décidée apparaît ici, jusqu’à ce qu’un agent réponde ou le marque comme lu.',
  ],
  miennes: [
    'Vous n’avez pas de demande en charge.',
    'Prenez-en une dans «\u00a0Sans responsable\u00a0»\u00a0: elle viendra ici.',
  ],
  attente: [
    'Aucune demande n’attend de réponse d’un usager.',
    'Les demandes auxquelles il manque des pièces apparaissent ici.',
  ],
  'sans-responsable': [
    'Chaque demande a son responsable.',
    'Les demandes que personne n’a prises apparaissent ici.',
  ],
  decidees: ['Aucune demande décidée.', 'Les demandes acceptées, refusées ou traitées apparaissent ici.'],
  silence: [
    'Aucune demande n’a été décidée par le silence.',
    'Celles dont le délai passe sans réponse apparaissent ici.',
  ],
  tri: ['', ''],
};

const Rien = ({ vue, cherche }: { vue: Vue; cherche: boolean }) => {
  if (cherche)
    return (
      <Vide titre="Aucune demande ne correspond.">
        <p>Essayez un nom, un objet ou une référence. Échap efface la recherche.</p>
      </Vide>
    );
  const [titre, suite] = RIENS[vue];
  return (
    <Vide titre={titre}>
      <p>{suite}</p>
    </Vide>
  );
};

/** The name of the view: title of the page when no file is open. */
export const TitreFile = ({ seul }: { seul: boolean }) => {
  const { vue } = useEtatFile();
  const titre = usePage<HTMLHeadingElement>(NOMS[vue], vue);
  return seul ? (
    <h1 class="titre-file" ref={titre} tabIndex={-1}>
      {NOMS[vue]}
    </h1>
  ) : (
    <h2 class="titre-file">{NOMS[vue]}</h2>
  );
};
