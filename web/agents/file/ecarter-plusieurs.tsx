import { useState } from 'react';
import { ECARTEES_MAX } from '../../../functions/interactions/interaction.actions.ts';
import type { Interaction, MotifEcart } from '../../../functions/interactions/interaction.ts';
import { couper } from '../../../functions/platform/texte.ts';
import { api } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { annoncer } from '../annonces.ts';
import { Motif } from '../decision/motif.tsx';
import { useTri } from '../donnees.ts';
import { compter } from '../mots.ts';
import { Panne } from '../ui/etats.tsx';

type Props = { id: string; interactions: readonly Interaction[] };

/** Sets many messages aside at once, for one reason; those that a colleague has just sorted are said. */
export const EcarterPlusieurs = ({ id, interactions }: Props) => {
  const [deplie, deplier] = useState(false);
  if (interactions.length < 2) return null;
  return (
    <details class="tri-geste" onToggle={({ currentTarget }) => deplier(currentTarget.open)}>
      <summary class="deplier">Écarter plusieurs de ces messages</summary>
      {deplie && <Formulaire id={id} interactions={interactions.slice(0, ECARTEES_MAX)} />}
    </details>
  );
};

const Formulaire = ({ id, interactions }: Props) => {
  const [gardes, garder] = useState<ReadonlySet<string>>(new Set());
  const [motif, choisir] = useState<MotifEcart | ''>('');
  const [erreur, signaler] = useState<string>();
  const { mutate, data, isPending, error } = useTri(api.ecarterInteractions);
  const choisis = interactions.filter((une) => !gardes.has(une.id));
  const basculer = (un: string): void => {
    const suite = new Set(gardes);
    if (!suite.delete(un)) suite.add(un);
    garder(suite);
  };
  const envoyer = (e: Event): void => {
    e.preventDefault();
    signaler(motif ? undefined : 'Choisissez un motif.');
    if (motif && choisis.length > 0)
      mutate(
        { interactions: choisis.map((une) => une.id), motif, precision: '' },
        { onSuccess: ({ ecartees }) => annoncer(`${compter(ecartees.length, 'message')} à l’écart.`) },
      );
  };
  return (
    <form noValidate onSubmit={envoyer}>
      <fieldset class="tri-choix">
        <legend>Messages à écarter</legend>
        {interactions.map((une) => (
          <label key={une.id} class="option">
            <input type="checkbox" checked={!gardes.has(une.id)} onChange={() => basculer(une.id)} />
            <span>
              {couper(une.objet || une.texte || 'Sans texte', 80, '…')}, de {une.nom ?? (une.de || 'inconnu')}
            </span>
          </label>
        ))}
      </fieldset>
      <Motif id={`motif-${id}`} valeur={motif} erreur={erreur} onChange={choisir} />
      {error && <Panne echec={error} />}
      {data && data.restees.length > 0 && (
        <ul role="status">
          {data.restees.map(({ interaction, phrase }) => (
            <li key={interaction}>
              {phrase} (numéro <span class="chiffres">{interaction.slice(0, 8)}</span>)
            </li>
          ))}
        </ul>
      )}
      <Bouton type="submit" rang="danger" enCours={isPending && 'Un instant…'}>
        {`Écarter ${compter(choisis.length, 'message')}`}
      </Bouton>
    </form>
  );
};
