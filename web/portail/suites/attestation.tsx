import './suites.css';
import { useState } from 'react';
import { type Echec, telecharger } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { Panne } from '../../ui/panne.tsx';
import type { Suivie } from '../demandes/suivie.ts';

type Props = { suivi: Suivie; recharger: () => void };

/** The paper that says what silence granted: what one comes for. */
export const Attestation = ({ suivi: { gestes, reference }, recharger }: Props) => {
  const { etat, echec, prendre } = useAttestation(reference, recharger);
  if (!gestes.includes('attester')) return echec ? <Panne echec={echec} /> : null;
  return (
    <div class="attestation">
      {echec && <Panne echec={echec} />}
      <Bouton icone="telecharger" onClick={prendre} enCours={etat === 'en-route' && 'Préparation…'}>
        Télécharger l’attestation
      </Bouton>
      <p role="status">{etat === 'prise' && 'L’attestation est dans vos téléchargements.'}</p>
    </div>
  );
};

/** The first asking writes it in the life of the demande, which the page then shows. */
const useAttestation = (reference: string, recharger: () => void) => {
  const [etat, passer] = useState<'a-prendre' | 'en-route' | 'prise'>('a-prendre');
  const [echec, signaler] = useState<Echec>();
  const prendre = async () => {
    passer('en-route');
    signaler(undefined);
    const reponse = await telecharger('delivrerAttestation', { demande: reference });
    passer(reponse.ok ? 'prise' : 'a-prendre');
    if (reponse.ok) enregistrer(reponse.valeur, `attestation-${reference}.pdf`);
    else signaler(reponse.echec);
    if (reponse.ok || reponse.echec.nature === 'refus') recharger();
  };
  return { etat, echec, prendre: () => void prendre() };
};

/** Hands a file to the browser, as a link to it would. */
const enregistrer = (fichier: Blob, nom: string): void => {
  const lien = document.createElement('a');
  lien.href = URL.createObjectURL(fichier);
  lien.download = nom;
  lien.click();
  // Some browsers read the file after the click.
  setTimeout(() => URL.revokeObjectURL(lien.href), 60_000);
};
