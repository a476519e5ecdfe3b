import '../demandes/suivi.css';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { enBref, espacer } from '../../../functions/platform/lettres.ts';
import type { Detail } from '../../../functions/platform/refus.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Panne } from '../../ui/panne.tsx';
import { Paragraphes } from '../../ui/paragraphes.tsx';
import { erreurDe, ResumeErreurs } from '../../ui/resume-erreurs.tsx';
import { useEnvoi } from '../../ui/use-envoi.ts';
import type { Suivie } from '../demandes/suivie.ts';
import { annoncer } from './annonce.tsx';
import { PageGeste } from './page-geste.tsx';

/** The commune considers taking back what it granted: the person answers first (CRPA L121-1, L122-1). */
export const PageObserver = ({ reference }: { reference: string }) => (
  <PageGeste
    reference={reference}
    geste="observer"
    titre="Répondre à la mairie"
    quand="On répond quand la mairie envisage de revenir sur sa décision."
  >
    {({ envisage }) => <Observations reference={reference} envisage={envisage} />}
  </PageGeste>
);

type Props = { reference: string; envisage: Suivie['envisage'] };

const Observations = ({ reference, envisage }: Props) => {
  const [, aller] = useLocation();
  const [texte, ecrire] = useState('');
  const [vides, signaler] = useState<Detail[]>([]);
  const { enCours, echec, envoyer } = useEnvoi('presenterObservations');
  const soumettre = async (evenement: SubmitEvent) => {
    evenement.preventDefault();
    const manques = texte.trim() ? [] : [{ champ: 'texte', phrase: 'Écrivez votre réponse.' }];
    signaler(manques);
    if (enCours || manques.length > 0) return;
    const reponse = await envoyer({ demande: reference, texte });
    if (!reponse.ok) return;
    annoncer(reference, {
      titre: 'C’est enregistré',
      phrase: 'La mairie lira vos observations avant de décider.',
    });
    aller(`/suivi/${reference}`);
  };
  return (
    <form noValidate onSubmit={soumettre}>
      <p class="chapeau">
        La mairie vous a écrit ce qu’elle envisage. Dites-lui ce que vous en pensez
        {envisage ? espacer(` jusqu’au ${enBref(envisage.jusquau)}`) : ' avant qu’elle décide'}.
      </p>
      {envisage && (
        <div class="decision-lue">
          <Paragraphes lignes={envisage.lignes} classe="texte-libre" />
        </div>
      )}
      <ResumeErreurs erreurs={vides} />
      <ChampTexte
        id="texte"
        libelle="Vos observations"
        aide="Vous pouvez aussi demander à être entendu, et vous faire assister. (CRPA, L122-1)"
        lignes={8}
        valeur={texte}
        onChange={ecrire}
        erreur={erreurDe(vides, 'texte')}
      />
      {echec && <Panne echec={echec} garde="Votre texte est toujours dans le cadre ci-dessus." />}
      <div class="boutons">
        <Bouton type="submit" enCours={enCours && 'Envoi en cours…'}>
          Envoyer mes observations
        </Bouton>
      </div>
    </form>
  );
};
