import { enBref, espacer } from '../../../functions/platform/lettres.ts';
import type { Sortie } from '../../client.ts';
import { Vide } from '../../ui/vide.tsx';
import { useAujourdhui, useMoi } from '../donnees.ts';
import { Tableau } from '../file/tableau.tsx';
import { compter } from '../mots.ts';
import { Chiffres } from './chiffres.tsx';
import { useRisques } from './lectures.ts';
import { PageTableau } from './page-tableau.tsx';
import { PourLesElus } from './silences.tsx';

type Risques = Sortie<'consulterRisques'>;
type Compte = Pick<Risques['services'][number], 'acceptations' | 'rejets'>;

/** What silence will decide within two weeks if nobody answers. */
export const Risques = () => (
  <PageTableau titre="À risque" lecture={useRisques()}>
    {(lus) => <RisquesLus lus={lus} />}
  </PageTableau>
);

const RisquesLus = ({ lus: { au, services, lignes } }: { lus: Risques }) => {
  const jour = espacer(enBref(au));
  const total = ensembleDe(services);
  const toutes = total.acceptations + total.rejets;
  if (toutes === 0)
    return (
      <Vide titre="Rien à craindre du silence.">
        <p>
          D’ici au {jour}, aucune demande ne sera décidée faute de réponse. Celles dont la date légale
          approche à moins de quatorze jours apparaissent ici.
        </p>
      </Vide>
    );
  return (
    <>
      <p class="chapeau">
        Sans réponse d’ici au {jour}, le silence décidera de {compter(toutes, 'demande')}&nbsp;:{' '}
        {compter(total.acceptations, 'acceptation')} et {compter(total.rejets, 'rejet')}.
      </p>
      <Chiffres
        legende="Par service"
        lignes={services}
        total={services.length > 1 ? total : undefined}
        colonnes={COLONNES}
      />
      <Liste lignes={lignes} total={toutes} />
    </>
  );
};

const COLONNES = [
  {
    titre: 'Seront acceptées',
    court: 'Seront acceptées\u00a0:',
    de: ({ acceptations }: Compte) => acceptations,
  },
  { titre: 'Seront rejetées', court: 'Seront rejetées\u00a0:', de: ({ rejets }: Compte) => rejets },
];

const ensembleDe = (services: readonly Compte[]): Compte =>
  services.reduce(
    (total, { acceptations, rejets }) => ({
      acceptations: total.acceptations + acceptations,
      rejets: total.rejets + rejets,
    }),
    { acceptations: 0, rejets: 0 },
  );

type ListeProps = Pick<Risques, 'lignes'> & { total: number };

const Liste = (props: ListeProps) => (useMoi().role === 'elu' ? <PourLesElus /> : <Demandes {...props} />);

const Demandes = ({ lignes, total }: ListeProps) => (
  <section class="risques" aria-labelledby="titre-lignes">
    <h2 id="titre-lignes">Les demandes, la plus urgente en premier</h2>
    <Tableau
      lignes={lignes}
      titre="Demandes à risque"
      premiere="Agir avant"
      recherche=""
      aujourdhui={useAujourdhui()}
    />
    {total > lignes.length && (
      <p>
        Les {lignes.length} plus urgentes sont affichées&nbsp;; les autres viendront à mesure qu’elles seront
        décidées.
      </p>
    )}
  </section>
);
