import { useLocation } from 'wouter';
import { Bouton } from '../../ui/bouton.tsx';
import { Lien } from '../../ui/lien.tsx';
import { Panne } from '../../ui/panne.tsx';
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
  const [, aller] = useLocation();
  const { enCours, echec, envoyer } = useEnvoi('seDesister');
  const renoncer = async () => {
    const reponse = await envoyer({ demande: reference });
    if (!reponse.ok) return;
    annoncer(reference, { titre: 'C’est enregistré', phrase: 'La mairie sait que vous renoncez.' });
    aller(`/suivi/${reference}`);
  };
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
      {echec && <Panne echec={echec} />}
      <div class="boutons">
        <Bouton rang="danger" onClick={() => void renoncer()} enCours={enCours && 'Envoi en cours…'}>
          Renoncer à ma demande
        </Bouton>
        <Lien vers={`/suivi/${reference}`}>Garder ma demande</Lien>
      </div>
    </>
  );
};
