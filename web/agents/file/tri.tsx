import { useState } from 'react';
import { MACHINES, Machine } from '../../../functions/interactions/automate.ts';
import {
  estDUneMachine,
  type Interaction,
  RAISONS,
  Raison,
} from '../../../functions/interactions/interaction.ts';
import { Chargement } from '../../ui/attente.tsx';
import { Vide } from '../../ui/vide.tsx';
import { useAujourdhui, useInteractions } from '../donnees.ts';
import { compter } from '../mots.ts';
import { Panne, Perime } from '../ui/etats.tsx';
import { Arrivee } from './arrivee.tsx';
import { EcarterPlusieurs } from './ecarter-plusieurs.tsx';

/** What came in by mail or by SMS, and waits for a person. */
export const Tri = () => {
  const { data, error, refetch } = useInteractions();
  const aujourdhui = useAujourdhui();
  if (!data)
    return error ? (
      <Panne echec={error} reessayer={refetch} />
    ) : (
      <Chargement phrase="Nous ouvrons les messages à trier…" />
    );
  const personnes = data.interactions.filter((une) => !estDUneMachine(une));
  const machines = data.interactions.filter(estDUneMachine);
  return (
    <>
      {error && <Perime echec={error} />}
      {personnes.length === 0 && machines.length === 0 ? (
        <Vide titre="Rien à trier.">
          <p>
            Les e-mails et les SMS qu’il faut lire avant d’en faire une demande apparaissent ici, chacun avec
            son numéro et la raison pour laquelle il attend.
          </p>
        </Vide>
      ) : (
        <Personnes
          interactions={personnes}
          encore={data.encore && !data.encoreMachines}
          aujourdhui={aujourdhui}
        />
      )}
      <Machines interactions={machines} encore={data.encoreMachines} aujourdhui={aujourdhui} />
    </>
  );
};

type Lot = { interactions: readonly Interaction[]; encore: boolean; aujourdhui: string };

const ENCORE = ', les plus récents. D’autres, plus anciens, apparaîtront à mesure que ceux-ci seront triés.';

/** What people wrote comes first, and may be looked at by reason. */
const Personnes = ({ interactions, encore, aujourdhui }: Lot) => {
  const [raison, choisir] = useState('');
  const vues = interactions.filter((une) => !raison || raisonDe(une) === raison);
  const raisons = parNombre(interactions.map(raisonDe));
  return (
    <>
      <p class="compte-lignes discret" role="status">
        {compter(vues.length, 'message')}
        {encore && ENCORE}
      </p>
      {raisons.length > 1 && (
        <label class="filtre">
          <span>Pourquoi ils attendent</span>
          <select value={raison} onChange={({ currentTarget }) => choisir(currentTarget.value)}>
            <option value="">Toutes les raisons</option>
            {raisons.map(([une, nombre]) => (
              <option key={une} value={une}>
                {nombre} : {phraseDe(une)}
              </option>
            ))}
          </select>
        </label>
      )}
      <Lignes interactions={vues} aujourdhui={aujourdhui} />
      {raison && <EcarterPlusieurs key={raison} id="personnes" interactions={vues} />}
    </>
  );
};

/** What no person wrote: folded, counted, set aside together. */
const Machines = ({ interactions, encore, aujourdhui }: Lot) => {
  if (interactions.length === 0) return null;
  const genres = parNombre(interactions.map(({ machine }) => machine ?? 'autre'));
  return (
    <details class="tri-machines">
      <summary class="deplier">
        Écrits par des machines&nbsp;: {compter(interactions.length, 'message')}
        {encore && ' au moins'}
      </summary>
      <ul class="discret">
        {genres.map(([genre, nombre]) => (
          <li key={genre}>
            {nombre}&nbsp;: {nomDeMachine(genre)}
          </li>
        ))}
      </ul>
      <EcarterPlusieurs id="machines" interactions={interactions} />
      <Lignes interactions={interactions} aujourdhui={aujourdhui} />
    </details>
  );
};

const Lignes = ({ interactions, aujourdhui }: Omit<Lot, 'encore'>) => (
  <ul class="tri">
    {interactions.map((interaction) => (
      <Arrivee key={interaction.id} interaction={interaction} aujourdhui={aujourdhui} />
    ))}
  </ul>
);

const raisonDe = ({ raison }: Interaction): string => raison ?? 'en-lecture';
const phraseDe = (une: string): string => {
  const raison = Raison.safeParse(une);
  return raison.success ? RAISONS[raison.data] : 'En cours de lecture';
};
const nomDeMachine = (genre: string): string => {
  const machine = Machine.safeParse(genre);
  return machine.success ? MACHINES[machine.data] : 'Autre message automatique';
};

/** Each one with how often it comes, the most frequent first. */
const parNombre = (dits: readonly string[]): [string, number][] => {
  const comptes = new Map<string, number>();
  for (const un of dits) comptes.set(un, (comptes.get(un) ?? 0) + 1);
  return [...comptes].sort(([, a], [, b]) => b - a);
};
