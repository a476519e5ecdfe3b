import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Lien } from '../../ui/lien.tsx';
import { Panne } from '../../ui/panne.tsx';
import { allerAuChamp, erreurDe } from '../../ui/resume-erreurs.tsx';
import { useEnvoi } from '../../ui/use-envoi.ts';
import type { Suivie } from '../demandes/suivie.ts';
import { annoncer } from './annonce.tsx';
import { PageGeste } from './page-geste.tsx';

/** Giving up is said in plain words before it is done: nothing undoes it. */
export const PageRenoncer = ({ reference }: { reference: string }) => (
  <PageGeste
    reference={reference}
    geste="desister"
    titre="Renoncer à votre demande"
    quand="On peut y renoncer tant que rien n’est décidé."
  >
    {(suivi) => <Desistement suivi={suivi} />}
  </PageGeste>
);

const Desistement = ({ suivi: { reference, terme } }: { suivi: Suivie }) => {
  const [envoye, poser] = useState<Envoye>();
  return (
    <>
      <p class="chapeau">Si vous renoncez, la mairie cesse d’étudier cette demande.</p>
      <ul>
        {terme && (
          <li>
            Elle ne sera plus ni acceptée ni rejetée{'\u00a0'}: la date qui vous a été donnée ne compte plus.
          </li>
        )}
        <li>Vous ne pourrez pas la reprendre, mais vous pourrez en faire une autre à tout moment.</li>
        <li>Ce que vous avez envoyé reste visible dans le suivi.</li>
      </ul>
      {envoye ? (
        <DonnerCode
          key={envoye.connexion}
          reference={reference}
          envoye={envoye}
          recommencer={() => poser(undefined)}
        />
      ) : (
        <DemanderCode reference={reference} onEnvoye={poser} />
      )}
    </>
  );
};

type Envoye = { connexion: string; par: 'courriel' | 'sms' };

/** The link of a mail travels: who gives up must read what is sent to the contact of the demande. */
const DemanderCode = ({ reference, onEnvoye }: { reference: string; onEnvoye: (envoye: Envoye) => void }) => {
  const { enCours, echec, envoyer } = useEnvoi('demanderDesistement');
  const demander = async () => {
    const reponse = await envoyer({ demande: reference });
    if (reponse.ok) onEnvoye(reponse.valeur);
  };
  return (
    <>
      <p>
        Pour vérifier que c’est bien vous, la mairie envoie un code à l’adresse e-mail ou au numéro de cette
        demande.
      </p>
      {echec && <Panne echec={echec} />}
      <div class="boutons">
        <Bouton onClick={() => void demander()} enCours={enCours && 'Envoi du code…'}>
          Recevoir le code pour renoncer
        </Bouton>
        <Lien vers={`/suivi/${reference}`}>Garder ma demande</Lien>
      </div>
    </>
  );
};

type Donner = { reference: string; envoye: Envoye; recommencer: () => void };

const DonnerCode = ({ reference, envoye: { connexion, par }, recommencer }: Donner) => {
  const [, aller] = useLocation();
  const [code, ecrire] = useState('');
  const { enCours, echec, envoyer } = useEnvoi('seDesister');
  const erreur = erreurDe(echec?.details ?? [], 'code');
  useEffect(() => allerAuChamp('code'), []);
  const renoncer = async (evenement: SubmitEvent) => {
    evenement.preventDefault();
    const reponse = await envoyer({ demande: reference, connexion, code });
    if (!reponse.ok) return allerAuChamp('code');
    annoncer(reference, { titre: 'C’est enregistré', phrase: 'La mairie sait que vous renoncez.' });
    aller(`/suivi/${reference}`);
  };
  return (
    <form onSubmit={renoncer} noValidate>
      <p role="status">
        Un code est parti{' '}
        {par === 'sms' ? 'par SMS au numéro de cette demande' : 'à l’adresse e-mail de cette demande'}. Il
        sert dix minutes.{par === 'courriel' && ' Regardez aussi dans les courriers indésirables.'}
      </p>
      {echec && !erreur && <Panne echec={echec} />}
      <ChampTexte
        id="code"
        libelle="Code à 6 chiffres"
        taille="court"
        clavier="numeric"
        autoComplete="one-time-code"
        valeur={code}
        onChange={ecrire}
        erreur={erreur}
      />
      <div class="boutons">
        <Bouton type="submit" rang="danger" enCours={enCours && 'Envoi en cours…'}>
          Renoncer à ma demande
        </Bouton>
        <Bouton rang="lien" onClick={recommencer}>
          Recevoir un autre code
        </Bouton>
        <Lien vers={`/suivi/${reference}`}>Garder ma demande</Lien>
      </div>
    </form>
  );
};
