import { useState } from 'react';
import { interactionActions } from '../../../functions/interactions/interaction.actions.ts';
import type { Interaction, MotifEcart } from '../../../functions/interactions/interaction.ts';
import { couper } from '../../../functions/platform/texte.ts';
import { telephoneLisible } from '../../../functions/usagers/telephone.ts';
import { adresse, api } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Icone } from '../../ui/icones.tsx';
import { annoncer } from '../annonces.ts';
import { Motif } from '../decision/motif.tsx';
import { useTri } from '../donnees.ts';
import { quandEnLettres, recemment } from '../mots.ts';
import { IconeCanal } from '../ui/canal.tsx';
import { Panne } from '../ui/etats.tsx';
import { Externe } from '../ui/externe.tsx';
import { erreursDe } from '../valider.ts';
import { FichiersArrives, PourquoiIlAttend, Visee } from './fiche-arrivee.tsx';
import { Ouvrir } from './ouvrir-arrivee.tsx';
import { Propositions } from './propositions.tsx';

/** A message that waits: what it says, why it waits, and what can be done of it. */
export const Arrivee = ({ interaction, aujourdhui }: { interaction: Interaction; aujourdhui: string }) => {
  const { id, canal, de, nom, objet, texte, recueLe, original } = interaction;
  const auteur = canal === 'sms' ? telephoneLisible(de) : de;
  return (
    <li>
      <details>
        <summary>
          <Icone nom="suite" />
          <IconeCanal canal={canal} />
          <span class="tri-objet">{objet || extraitDe(texte)}</span>
          <span class="tri-de">{nom ?? (auteur || 'Expéditeur inconnu')}</span>
          <span class="discret">{recemment(recueLe, aujourdhui)}</span>
        </summary>
        <PourquoiIlAttend interaction={interaction} />
        <p class="discret">
          Reçu le {quandEnLettres(recueLe)}
          {auteur && <> de {auteur}</>}, numéro <span class="chiffres">{id.slice(0, 8)}</span>
        </p>
        <p class="texte-recu">{texte}</p>
        <FichiersArrives interaction={interaction} />
        {original && (
          <p>
            <Externe href={adresse('ouvrirOriginal', { interaction: id })}>Voir l’original</Externe>
          </p>
        )}
        <Propositions id={id} propositions={interaction.propositions} />
        <Visee interaction={interaction} />
        <Ouvrir interaction={interaction} />
        <details class="tri-geste">
          <summary class="deplier">Joindre à une demande</summary>
          <Rattacher interaction={id} />
        </details>
        <details class="tri-geste">
          <summary class="deplier">Écarter ce message</summary>
          <Ecarter interaction={id} />
        </details>
      </details>
    </li>
  );
};

/** An SMS has no subject: its first words stand for it. */
const extraitDe = (texte: string): string => {
  if (!texte) return 'Sans texte';
  return couper(texte, 80, '…');
};

type Vise = { interaction: string };

const Rattacher = ({ interaction }: Vise) => {
  const [demande, ecrire] = useState('');
  const [erreur, signaler] = useState<string>();
  const { mutate, isPending, error } = useTri(api.rattacherInteraction);
  const champ = `rattacher-${interaction}`;
  const envoyer = (e: Event): void => {
    e.preventDefault();
    const saisie = { interaction, demande };
    const [faute] = erreursDe(interactionActions.rattacherInteraction.input, saisie);
    signaler(faute?.phrase);
    if (faute) document.getElementById(champ)?.focus();
    else mutate(saisie, { onSuccess: () => annoncer('Le message a rejoint la demande.') });
  };
  return (
    <form noValidate onSubmit={envoyer}>
      <ChampTexte
        id={champ}
        libelle="Référence de la demande"
        aide="Comme K7M2-9QX3. Le message gardera le nom de qui l’a écrit&nbsp;; rien n’est envoyé."
        taille="court"
        valeur={demande}
        erreur={erreur}
        onChange={ecrire}
      />
      {error && <Panne echec={error} />}
      <Bouton type="submit" rang="second" enCours={isPending && 'Un instant…'}>
        Joindre à cette demande
      </Bouton>
    </form>
  );
};

const Ecarter = ({ interaction }: Vise) => {
  const [motif, choisir] = useState<MotifEcart | ''>('');
  const [precision, preciser] = useState('');
  const [erreur, signaler] = useState<string>();
  const { mutate, isPending, error } = useTri(api.ecarterInteraction);
  const envoyer = (e: Event): void => {
    e.preventDefault();
    signaler(motif ? undefined : 'Choisissez un motif.');
    if (motif)
      mutate(
        { interaction, motif, precision },
        { onSuccess: () => annoncer('Le message est écarté. Son original et le motif sont gardés.') },
      );
  };
  return (
    <form noValidate onSubmit={envoyer}>
      <Motif id={`motif-${interaction}`} valeur={motif} erreur={erreur} onChange={choisir} />
      <ChampTexte
        id={`precision-${interaction}`}
        libelle="Précision"
        facultatif
        lignes={2}
        valeur={precision}
        onChange={preciser}
      />
      {error && <Panne echec={error} />}
      <Bouton type="submit" rang="danger" enCours={isPending && 'Un instant…'}>
        Écarter ce message
      </Bouton>
    </form>
  );
};
