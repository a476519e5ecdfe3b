import { useState } from 'react';
import { enLettres, espacer, heureDe, jourLocal } from '../../../functions/platform/lettres.ts';
import { commune } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Encart } from '../../ui/encart.tsx';
import { Panne } from '../../ui/panne.tsx';
import { useEnvoi } from '../../ui/use-envoi.ts';
import { ApresCoup } from './apres-coup.tsx';
import type { Suivie } from './suivie.ts';

type Canal = Suivie['messages'][number]['canal'];

/** By which way a word came or left. */
const CANAUX: Record<Canal, string> = {
  web: 'en ligne',
  courriel: 'par e-mail',
  sms: 'par SMS',
  telephone: 'par téléphone',
  guichet: 'au guichet',
  courrier: 'par courrier',
};

/** The thread with the commune, and a word to add to it. */
export const Messages = ({ suivi, recharger }: { suivi: Suivie; recharger: () => void }) => (
  <section>
    <h2>Messages</h2>
    {suivi.messages.length === 0 && (
      <p class="discret">
        Aucun message pour le moment. Les réponses de la mairie arriveront ici, et nous vous préviendrons.
      </p>
    )}
    <ol class="messages">
      {suivi.messages.map(({ id, le, par, canal, texte, citation, tiers, jointes = [], refusees = [] }) => (
        <li key={id} data-de={par.qui}>
          <p class="discret">
            <strong>{par.qui === 'usager' && !tiers ? 'Vous' : par.nom}</strong>, {CANAUX[canal]},{' '}
            <time dateTime={le}>
              {espacer(enLettres(jourLocal(le, commune.fuseau)))} à&nbsp;{heureDe(le, commune.fuseau)}
            </time>
          </p>
          <p class="texte-libre">{texte}</p>
          {citation && (
            <details>
              <summary class="deplier">Texte cité</summary>
              <p class="texte-libre discret">{citation}</p>
            </details>
          )}
          {jointes.length > 0 && <p class="discret">Avec&nbsp;: {jointes.join(', ')}</p>}
          {refusees.map((refusee) => (
            <p key={refusee} class="discret">
              Fichier non gardé&nbsp;: {refusee}
            </p>
          ))}
        </li>
      ))}
    </ol>
    <ApresCoup suivi={suivi} />
    <Ecrire reference={suivi.reference} recharger={recharger} />
  </section>
);

const Ecrire = ({ reference, recharger }: { reference: string; recharger: () => void }) => {
  const [texte, poser] = useState('');
  const [erreur, signaler] = useState<string>();
  const [parti, annoncer] = useState(false);
  const { enCours, echec, envoyer } = useEnvoi('ecrireMairie');
  const soumettre = async (evenement: SubmitEvent) => {
    evenement.preventDefault();
    annoncer(false);
    signaler(texte.trim() ? undefined : 'Écrivez votre message.');
    if (!texte.trim()) return document.getElementById('texte')?.focus();
    const reponse = await envoyer({ demande: reference, texte });
    if (!reponse.ok) return signaler(reponse.echec.details.find(({ champ }) => champ === 'texte')?.phrase);
    poser('');
    annoncer(true);
    recharger();
  };
  return (
    <form onSubmit={soumettre} noValidate class="ecrire sans-impression">
      <ChampTexte
        id="texte"
        libelle="Écrire à la mairie"
        lignes={4}
        valeur={texte}
        onChange={poser}
        erreur={erreur}
      />
      {echec && !erreur && (
        <Panne echec={echec} garde="Votre message est toujours dans le cadre ci-dessus." />
      )}
      <div role="status">{parti && <Encart sens="fait" titre="Message envoyé" />}</div>
      <Bouton type="submit" rang="second" enCours={enCours && 'Envoi en cours…'}>
        Envoyer le message
      </Bouton>
    </form>
  );
};
