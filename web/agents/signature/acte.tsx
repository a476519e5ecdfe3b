import { useState } from 'react';
import { enBref, espacer } from '../../../functions/platform/lettres.ts';
import { api, type Echec, type Sortie } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Encart } from '../../ui/encart.tsx';
import { Paragraphes } from '../../ui/paragraphes.tsx';
import { useEcriture } from '../donnees.ts';
import { jourDe } from '../mots.ts';
import { Panne } from '../ui/etats.tsx';

type Props = { acte: Sortie<'listerASigner'>['actes'][number]; apres: (phrase: string) => void };

/** One act: what it is, its letter as it will leave, and the two things that one may do with it. */
export const Acte = ({ acte, apres }: Props) => {
  const { reference, version, objet, personne, prepare, terme, lettre, empechement } = acte;
  const [echec, echouer] = useState<Echec>();
  const signer = useEcriture({ demander: api.signerActe, reference });
  const envoyer = (): void =>
    signer.mutate(
      { demande: reference, version },
      {
        onSuccess: ({ issue, raisons }) =>
          apres(
            issue === 'signe' ? 'L’acte est signé et envoyé.' : `L’acte est renvoyé. ${raisons.join(' ')}`,
          ),
        onError: echouer,
      },
    );
  return (
    <section class="acte-a-signer" aria-labelledby="titre-acte">
      <h2 id="titre-acte">
        {objet}, {personne}
      </h2>
      <p>
        {prepare.par} a préparé {acte.acte} le {espacer(enBref(jourDe(prepare.le)))}.
      </p>
      {terme && (
        <p>
          Dernier jour utile pour signer&nbsp;: <strong>{espacer(enBref(terme.dernierJourUtile))}</strong>. Le{' '}
          {espacer(enBref(terme.le))}, le silence {terme.sens === 'acceptation' ? 'accepte' : 'rejette'} la
          demande.
        </p>
      )}
      {lettre && (
        <div class="lettre">
          <p class="lettre-objet">{espacer(lettre.objet)}</p>
          <p>Bonjour,</p>
          <Paragraphes lignes={lettre.paragraphes} />
        </div>
      )}
      {empechement && (
        <Encart sens="attente" titre="Cet acte ne peut plus être signé tel quel">
          <p>{espacer(empechement)}</p>
        </Encart>
      )}
      {echec && <Panne echec={echec} />}
      <div class="boutons">
        <Bouton enCours={signer.isPending && 'Signature en cours…'} onClick={envoyer}>
          {lettre ? 'Signer et envoyer' : 'Renvoyer à qui l’a préparé'}
        </Bouton>
      </div>
      <Renvoi acte={acte} apres={apres} />
    </section>
  );
};

/** Back to who prepared it, with a word that says what to mend. */
const Renvoi = ({ acte: { reference, version }, apres }: Props) => {
  const [mot, ecrire] = useState('');
  const { mutate, isPending, error } = useEcriture({ demander: api.renvoyerActe, reference });
  const renvoyer = (e: Event): void => {
    e.preventDefault();
    mutate({ demande: reference, version, mot }, { onSuccess: () => apres('L’acte est renvoyé.') });
  };
  return (
    <details>
      <summary class="deplier">Ne pas signer, et dire pourquoi</summary>
      <form noValidate onSubmit={renvoyer}>
        <ChampTexte
          id="mot"
          libelle="Ce qu’il faut corriger"
          lignes={3}
          orthographe
          valeur={mot}
          erreur={error?.details[0]?.phrase}
          onChange={ecrire}
        />
        {error && error.details.length === 0 && <Panne echec={error} />}
        <Bouton type="submit" rang="second" enCours={isPending && 'Un instant…'}>
          Renvoyer
        </Bouton>
      </form>
    </details>
  );
};
