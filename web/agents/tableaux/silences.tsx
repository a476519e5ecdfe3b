import { enBref, espacer } from '../../../functions/platform/lettres.ts';
import type { Sortie } from '../../client.ts';
import { Encart } from '../../ui/encart.tsx';
import { Vide } from '../../ui/vide.tsx';
import { useMoi } from '../donnees.ts';
import { compter } from '../mots.ts';
import { Chiffres } from './chiffres.tsx';
import { ensembleDe } from './ensemble.ts';
import { useSilences } from './lectures.ts';
import { LigneSilence } from './ligne-silence.tsx';
import { PageTableau } from './page-tableau.tsx';
import { Part } from './part.tsx';

type Silences = Sortie<'consulterSilences'>;

/** What silence decided in the place of the commune, and what may still be withdrawn. */
const SilencesLus = ({ lus }: { lus: Silences }) => {
  const { du, au, services } = lus;
  const total = ensembleDe(services);
  return (
    <>
      <p class="chapeau">{espacer(resume(total, lus))}</p>
      {total.acceptees + total.rejetees + total.expresses > 0 && (
        <Chiffres
          legende={espacer(`Par service, du ${enBref(du)} au ${enBref(au)}`)}
          lignes={services}
          total={services.length > 1 ? total : undefined}
          colonnes={COLONNES}
        />
      )}
      <Liste lus={lus} />
    </>
  );
};

const COLONNES = [
  {
    titre: 'Acceptées par silence',
    court: 'Acceptées par silence\u00a0:',
    de: ({ acceptees }: Compte) => acceptees,
  },
  {
    titre: 'Rejetées par silence',
    court: 'Rejetées par silence\u00a0:',
    de: ({ rejetees }: Compte) => rejetees,
  },
  {
    titre: 'Décidées par un agent',
    court: 'Décidées par un agent\u00a0:',
    de: ({ expresses }: Compte) => expresses,
  },
  {
    titre: 'Part du silence',
    court: 'Part du silence\u00a0:',
    de: ({ taux }: Compte) => <Part taux={taux} />,
  },
];
type Compte = Omit<Silences['services'][number], 'id' | 'nom'>;

const resume = ({ acceptees, rejetees, expresses }: Compte, { du }: Pick<Silences, 'du'>): string => {
  const parSilence = acceptees + rejetees;
  const depuis = `Depuis le ${enBref(du)}`;
  if (parSilence + expresses === 0) return `${depuis}, aucune demande n’a été décidée.`;
  if (parSilence === 0)
    return `${depuis}, la commune a répondu à temps à chaque demande\u00a0: le silence n’a rien décidé.`;
  return `${depuis}, le silence a décidé ${parSilence} fois sur ${parSilence + expresses}.`;
};

const Liste = ({ lus: { lignes, services } }: { lus: Silences }) => {
  if (useMoi().role === 'elu') return <PourLesElus />;
  const { acceptees, rejetees } = ensembleDe(services);
  const retirables = lignes.filter(({ retraitJusquau }) => retraitJusquau).length;
  return (
    <section aria-labelledby="titre-lignes">
      <h2 id="titre-lignes">Les demandes</h2>
      {lignes.length === 0 ? (
        <Vide titre="Aucune demande n’a été décidée par le silence.">
          <p>
            Celles dont le délai passe sans réponse apparaissent ici, avec le temps qui reste pour les revoir.
          </p>
        </Vide>
      ) : (
        <>
          <p>
            {compter(lignes.length, 'demande')}
            {acceptees + rejetees > lignes.length && ' affichées, les plus urgentes'}, dont{' '}
            {compter(retirables, 'acceptation')} à relire&nbsp;: si elle est illégale, une acceptation se
            retire dans les quatre mois. (CRPA, L242-1)
          </p>
          <ul class="silences">
            {lignes.map((ligne) => (
              <LigneSilence key={ligne.reference} ligne={ligne} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

/** An élu sees no one's file. */
export const PourLesElus = () => (
  <Encart sens="information">
    <p>Votre compte lit les chiffres. Les services voient ici la liste des demandes.</p>
  </Encart>
);

export const Silences = () => (
  <PageTableau titre="Décisions par silence" lecture={useSilences()}>
    {(lus) => <SilencesLus lus={lus} />}
  </PageTableau>
);
