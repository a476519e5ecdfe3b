import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Detail } from '../../../functions/platform/refus.ts';
import { Chargement } from '../../ui/attente.tsx';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Page } from '../../ui/page.tsx';
import { Panne } from '../../ui/panne.tsx';
import { erreurDe, ResumeErreurs } from '../../ui/resume-erreurs.tsx';
import { useEnvoi } from '../../ui/use-envoi.ts';

type Props = { reference: string; code: string; onOuvert?: () => void };

/** Asks for the reference and the code; with a code that came in a link, opens by itself. */
export const OuvrirSuivi = ({ reference: donnee, code: duLien, onOuvert }: Props) => {
  const [, aller] = useLocation();
  const [reference, ecrireReference] = useState(donnee);
  const [code, ecrireCode] = useState(duLien);
  const [vides, signaler] = useState<Detail[]>([]);
  const { enCours, echec, envoyer } = useEnvoi('ouvrirSuivi');
  const ouvrir = async () => {
    const manques = manquesDe(reference, code);
    signaler(manques);
    if (manques.length > 0) return;
    const reponse = await envoyer({ reference, code });
    if (!reponse.ok) return;
    if (onOuvert && reponse.valeur.reference === donnee) onOuvert();
    else aller(`/suivi/${reponse.valeur.reference}`);
  };
  useOuvertureSeule(duLien !== '', ouvrir);
  if (duLien && !echec) return <Chargement phrase="Ouverture de votre suivi…" />;
  const erreurs = vides.length > 0 ? vides : (echec?.details ?? []);
  const soumettre = (evenement: SubmitEvent) => {
    evenement.preventDefault();
    void ouvrir();
  };
  return (
    <Page titre="Suivre une demande" retour={{ vers: '/', mot: 'Accueil' }}>
      <form noValidate onSubmit={soumettre}>
        <ResumeErreurs erreurs={erreurs} />
        {echec && erreurs.length === 0 && (
          <Panne echec={echec} titre="La référence ou le code est à vérifier" />
        )}
        <p>
          La référence et le code sont sur votre accusé de réception, et dans chaque message de la mairie.
        </p>
        <ChampTexte
          id="reference"
          libelle="Référence de la demande"
          aide="8 caractères, comme K7M2-9QX3."
          taille="moyen"
          valeur={reference}
          onChange={ecrireReference}
          erreur={erreurDe(erreurs, 'reference')}
        />
        <ChampTexte
          id="code"
          libelle="Code de suivi"
          aide="12 caractères, comme 4H7Q-K2M9-XT3B."
          taille="moyen"
          valeur={code}
          onChange={ecrireCode}
          erreur={erreurDe(erreurs, 'code')}
        />
        <Bouton type="submit" enCours={enCours && 'Ouverture…'}>
          Ouvrir le suivi
        </Bouton>
      </form>
    </Page>
  );
};

const manquesDe = (reference: string, code: string): Detail[] => [
  ...(reference.trim() ? [] : [{ champ: 'reference', phrase: 'Indiquez la référence de votre demande.' }]),
  ...(code.trim() ? [] : [{ champ: 'code', phrase: 'Indiquez le code de suivi.' }]),
];

/** Once, and only for a link: the code then stays neither in the address bar nor in the history. */
const useOuvertureSeule = (parLien: boolean, ouvrir: () => Promise<void>): void => {
  const geste = useRef(ouvrir);
  useEffect(() => {
    if (!parLien) return;
    history.replaceState(history.state, '', location.pathname);
    void geste.current();
  }, [parLien]);
};
