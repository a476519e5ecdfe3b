import { useState } from 'react';
import { useLocation } from 'wouter';
import { interactionActions } from '../../../functions/interactions/interaction.actions.ts';
import type { Interaction } from '../../../functions/interactions/interaction.ts';
import { api } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { annoncerEnSuivant } from '../annonces.ts';
import { useTri } from '../donnees.ts';
import { Panne } from '../ui/etats.tsx';
import { erreursDe } from '../valider.ts';

type Props = { interaction: Interaction };

const useOuvrir = () => {
  const [, aller] = useLocation();
  const { mutate, isPending, error } = useTri(api.ouvrirInteraction);
  const ouvrir = (entree: Parameters<typeof mutate>[0]): void =>
    mutate(entree, {
      onSuccess: ({ demande }) => {
        annoncerEnSuivant('La demande est ouverte, à la date où le message est arrivé.');
        aller(`/demandes/${demande}?vue=a-qualifier`);
      },
    });
  return { ouvrir, enCours: isPending && 'Un instant…', error };
};

/** Opens a demande for whoever wrote; or, when an agent or a form wrote for someone, for that person. */
export const Ouvrir = ({ interaction }: Props) => {
  const { ouvrir, enCours, error } = useOuvrir();
  const { id, raison, propose } = interaction;
  return (
    <>
      {(propose || raison === 'interne') && <OuvrirPour interaction={interaction} />}
      {error && <Panne echec={error} />}
      {raison !== 'interne' && (
        <p>
          <Bouton
            rang={propose ? 'second' : 'premier'}
            enCours={enCours}
            onClick={() => ouvrir({ interaction: id })}
          >
            {propose ? 'Ouvrir une demande pour l’expéditeur' : 'Ouvrir une demande'}
          </Bouton>
        </p>
      )}
    </>
  );
};

const POURQUOI = {
  'repondre-a': 'C’est l’adresse à laquelle ce message demande de répondre.',
  transfere: 'C’est l’adresse de qui a d’abord écrit le message transmis.',
};

const OuvrirPour = ({ interaction: { id, propose } }: Props) => {
  const { ouvrir, enCours, error } = useOuvrir();
  const [courriel, ecrire] = useState(propose?.courriel ?? '');
  const [nom, nommer] = useState(propose?.nom ?? '');
  const [erreur, signaler] = useState<string>();
  const champ = `pour-${id}`;
  const envoyer = (e: Event): void => {
    e.preventDefault();
    const saisie = { interaction: id, pour: { courriel, nom } };
    const [faute] = erreursDe(interactionActions.ouvrirInteraction.input, saisie);
    signaler(faute?.phrase);
    if (faute) document.getElementById(champ)?.focus();
    else ouvrir(saisie);
  };
  return (
    <form noValidate onSubmit={envoyer}>
      <ChampTexte
        id={champ}
        libelle="De la part de"
        aide={`${propose ? `${POURQUOI[propose.parce]} ` : ''}La demande sera la sienne, et l’accusé lui sera envoyé.`}
        valeur={courriel}
        erreur={erreur}
        onChange={ecrire}
      />
      <ChampTexte id={`nom-${id}`} libelle="Nom" facultatif valeur={nom} onChange={nommer} />
      {error && <Panne echec={error} />}
      <Bouton type="submit" enCours={enCours}>
        Ouvrir une demande pour cette personne
      </Bouton>
    </form>
  );
};
