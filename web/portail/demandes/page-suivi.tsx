import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { Chargement } from '../../ui/attente.tsx';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Page } from '../../ui/page.tsx';
import { Panne } from '../../ui/panne.tsx';
import { erreurDe, ResumeErreurs } from '../../ui/resume-erreurs.tsx';
import { useEnvoi } from '../../ui/use-envoi.ts';
import { useLecture } from '../../ui/use-lecture.ts';
import { Suivi } from './suivi.tsx';

/** Following a demande: with its reference and code, with the link of a message, or with the session already open. */
export const PageSuivi = ({ reference }: { reference: string | undefined }) => {
  const [lien, poser] = useState(() => location.hash.slice(1));
  // The link of a message, pasted while the page is already there.
  useEffect(() => {
    const relire = () => poser(location.hash.slice(1));
    addEventListener('hashchange', relire);
    return () => removeEventListener('hashchange', relire);
  }, []);
  if (!reference) return <Ouvrir reference="" />;
  if (lien) return <Ouvrir key={lien} reference={reference} code={lien} onOuvert={() => poser('')} />;
  return <DejaOuvert reference={reference} />;
};

/** Refusals which mean that the code must be given. */
const SANS_SESSION = ['non-connecte', 'interdit', 'introuvable', 'entree-invalide'];

const DejaOuvert = ({ reference }: { reference: string }) => {
  const lecture = useLecture('suivreDemande', { demande: reference });
  if (lecture.etat === 'attente') return <Chargement />;
  if (lecture.etat === 'prete') return <Suivi suivi={lecture.valeur} recharger={lecture.recharger} />;
  if (lecture.echec.nature === 'refus' && SANS_SESSION.includes(lecture.echec.code)) return <Ouvrir reference={reference} onOuvert={lecture.recharger} />;
  return (
    <Page titre="Suivre une demande" retour={{ vers: '/', mot: 'Accueil' }}>
      <Panne echec={lecture.echec} reessayer={lecture.recharger} />
    </Page>
  );
};

type Props = { reference: string; code?: string; onOuvert?: () => void };

const Ouvrir = ({ reference: donnee, code: duLien = '', onOuvert }: Props) => {
  const [, aller] = useLocation();
  const [reference, ecrireReference] = useState(donnee);
  const [code, ecrireCode] = useState(duLien);
  const { enCours, echec, envoyer } = useEnvoi('ouvrirSuivi');
  const [vides, signaler] = useState<{ champ: string; phrase: string }[]>([]);
  const ouvrir = async () => {
    const manques = [
      ...(reference.trim() ? [] : [{ champ: 'reference', phrase: 'Indiquez la référence de votre demande.' }]),
      ...(code.trim() ? [] : [{ champ: 'code', phrase: 'Indiquez le code de suivi.' }]),
    ];
    signaler(manques);
    if (manques.length > 0) return;
    const reponse = await envoyer({ reference, code });
    if (!reponse.ok) return;
    if (onOuvert && reponse.valeur.reference === donnee) onOuvert();
    else aller(`/suivi/${reponse.valeur.reference}`);
  };
  useEffect(() => {
    if (!duLien) return;
    // The code must stay neither in the address bar nor in the history.
    history.replaceState(history.state, '', location.pathname);
    void ouvrir();
  }, []);
  if (duLien && !echec) return <Chargement phrase="Ouverture de votre suivi…" />;
  const erreurs = vides.length > 0 ? vides : (echec?.details ?? []);
  return (
    <Page titre="Suivre une demande" retour={{ vers: '/', mot: 'Accueil' }}>
      <form noValidate onSubmit={(evenement) => { evenement.preventDefault(); void ouvrir(); }}>
        <ResumeErreurs erreurs={erreurs} />
        {echec && erreurs.length === 0 && <Panne echec={echec} titre="La référence ou le code est à vérifier" />}
        <p>La référence et le code sont sur votre accusé de réception, et dans chaque message de la mairie.</p>
        <ChampTexte id="reference" libelle="Référence de la demande" aide="8 caractères, comme K7M2-9QXD." taille="moyen" valeur={reference} onChange={ecrireReference} erreur={erreurDe(erreurs, 'reference')} />
        <ChampTexte id="code" libelle="Code de suivi" aide="12 caractères, comme 4H7Q-K2M9-XT3B." taille="moyen" valeur={code} onChange={ecrireCode} erreur={erreurDe(erreurs, 'code')} />
        <Bouton type="submit" enCours={enCours && 'Ouverture…'}>Ouvrir le suivi</Bouton>
      </form>
    </Page>
  );
};
