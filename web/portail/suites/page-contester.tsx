import { useState } from 'react';
import { useLocation } from 'wouter';
import { enBref, espacer } from '../../../functions/platform/lettres.ts';
import type { Detail } from '../../../functions/platform/refus.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { garder, oublier, relire } from '../../ui/memoire.ts';
import { Panne } from '../../ui/panne.tsx';
import { erreurDe, ResumeErreurs } from '../../ui/resume-erreurs.tsx';
import { useEnvoi } from '../../ui/use-envoi.ts';
import type { Suivie } from '../demandes/suivie.ts';
import { PageGeste } from './page-geste.tsx';

/** Asks the commune to look again at what it decided: a demande of its own, with its own receipt. */
export const PageContester = ({ reference }: { reference: string }) => (
  <PageGeste
    reference={reference}
    geste="contester"
    titre="Contester la décision"
    quand="Seul un refus, un rejet ou un retrait se conteste."
  >
    {(suivi) => <Recours reference={suivi.reference} contestable={suivi.contestable} />}
  </PageGeste>
);

type Props = Pick<Suivie, 'reference' | 'contestable'>;

const Recours = ({ reference, contestable }: Props) => {
  const { texte, ecrire, erreurs, echec, enCours, soumettre } = useRecours(reference);
  return (
    <>
      <p class="chapeau">
        Vous demandez à la mairie de revoir sa décision. C’est un recours gracieux, gratuit et sans avocat.
      </p>
      <ul>
        <li>Il reçoit sa propre référence et son accusé de réception, comme une demande.</li>
        <li>La mairie a deux mois pour répondre. Sans réponse, il est rejeté. (CRPA, L411-7)</li>
        <li>{effetDe(contestable)}</li>
      </ul>
      <form noValidate onSubmit={soumettre}>
        <ResumeErreurs erreurs={erreurs} />
        <ChampTexte
          id="texte"
          libelle="Pourquoi la décision devrait-elle changer&nbsp;?"
          aide="Ce qui s’est passé, ce qui n’a pas été vu, ce que vous demandez."
          lignes={10}
          valeur={texte}
          onChange={ecrire}
          erreur={erreurDe(erreurs, 'texte')}
        />
        {echec && <Panne echec={echec} garde="Votre texte est toujours dans le cadre ci-dessus." />}
        <div class="boutons">
          <Bouton type="submit" enCours={enCours && 'Envoi en cours…'}>
            Envoyer mon recours
          </Bouton>
        </div>
      </form>
    </>
  );
};

/** A recours in time interrupts the delay to go before the judge; a late one does not open it again (CRPA L411-2). */
const effetDe = (contestable: Props['contestable']): string => {
  if (!contestable) return 'Il fait repartir le délai pour saisir le tribunal. (CRPA, L411-2)';
  const le = espacer(enBref(contestable.jusquau));
  return contestable.passe
    ? `Le délai pour contester a pris fin le ${le} : votre recours sera lu, mais il ne rouvre pas l’accès au tribunal.`
    : `Envoyé au plus tard le ${le}, ou plus tard si vous habitez loin du tribunal (CJA, R421-7), il fait repartir le délai pour saisir le tribunal. (CRPA, L411-2)`;
};

const AUCUNE: readonly Detail[] = [];

/** The text, kept by the tab until it is sent; then its receipt, as for any demande. */
const useRecours = (reference: string) => {
  const brouillon = `recours:${reference}`;
  const [, aller] = useLocation();
  const [texte, poser] = useState(() => relire<string>(brouillon) ?? '');
  const [vides, signaler] = useState<Detail[]>([]);
  const { enCours, echec, envoyer } = useEnvoi('contesterDecision');
  const duChamp = echec?.details.some(({ champ }) => champ) ? echec.details : AUCUNE;
  const soumettre = async (evenement: SubmitEvent) => {
    evenement.preventDefault();
    const manques = texte.trim() ? [] : [{ champ: 'texte', phrase: 'Écrivez vos raisons.' }];
    signaler(manques);
    if (enCours || manques.length > 0) return;
    const reponse = await envoyer({ demande: reference, texte });
    if (!reponse.ok) return;
    oublier(brouillon);
    garder(`recu:${reponse.valeur.reference}`, reponse.valeur);
    aller(`/recu/${reponse.valeur.reference}`);
  };
  return {
    texte,
    ecrire: (nouveau: string) => {
      poser(nouveau);
      garder(brouillon, nouveau);
    },
    erreurs: vides.length > 0 ? vides : duChamp,
    echec: vides.length > 0 || duChamp.length > 0 ? undefined : echec,
    enCours,
    soumettre,
  };
};
