import { useState } from 'react';
import { Bouton } from '../../ui/bouton.tsx';
import { Encart } from '../../ui/encart.tsx';
import { Fichiers } from '../../ui/fichiers.tsx';
import type { FichierRecu } from '../../ui/fichiers-lignes.tsx';
import { Panne } from '../../ui/panne.tsx';
import { useEnvoi } from '../../ui/use-envoi.ts';
import type { Suivie } from './suivi.tsx';

type Props = { suivi: Suivie; recharger: () => void };

/** What the commune waits for, each answered on its own: one may send today what one has today. */
export const PiecesManquantes = ({ suivi, recharger }: Props) => {
  const [faite, annoncer] = useState('');
  const attendues = suivi.manquantes.filter(({ recue }) => !recue);
  if (attendues.length === 0 && !faite) return null;
  return (
    <section>
      <h2 id="manquantes" tabIndex={-1}>
        Ce qu’il manque
      </h2>
      <div role="status">
        {faite && (
          <Encart sens="fait" titre="C’est envoyé">
            <p>{faite}</p>
          </Encart>
        )}
      </div>
      {attendues.map((piece) => (
        <Manquante
          key={piece.id}
          reference={suivi.reference}
          piece={piece}
          onEnvoyee={() => {
            annoncer(`La mairie a reçu : ${piece.nom}.`);
            document.getElementById('manquantes')?.focus();
            recharger();
          }}
        />
      ))}
    </section>
  );
};

const aideDe = ({ motif, fondement }: Suivie['manquantes'][number]): string =>
  [motif, fondement && `Demandée par : ${fondement}.`].filter(Boolean).join(' ');

const fauteDe = (fichiers: readonly FichierRecu[], enRoute: number): string | undefined => {
  if (enRoute > 0) return 'Un fichier est encore en route. Attendez qu’il soit reçu.';
  return fichiers.length === 0 ? 'Ajoutez au moins un fichier.' : undefined;
};

type Une = { reference: string; piece: Suivie['manquantes'][number]; onEnvoyee: () => void };

const Manquante = ({ reference, piece, onEnvoyee }: Une) => {
  const [fichiers, poser] = useState<FichierRecu[]>([]);
  const [erreur, signaler] = useState<string>();
  const [enRoute, compter] = useState(0);
  const { enCours, echec, envoyer } = useEnvoi('completerDemande');
  const soumettre = async (evenement: SubmitEvent) => {
    evenement.preventDefault();
    const faute = fauteDe(fichiers, enRoute);
    signaler(faute);
    if (faute) return document.getElementById(piece.id)?.focus();
    const reponse = await envoyer({
      demande: reference,
      pieces: fichiers.map(({ depot }) => ({ pour: piece.id, depot })),
    });
    if (reponse.ok) onEnvoyee();
  };
  return (
    <form class="manquante" onSubmit={soumettre} noValidate>
      <Fichiers
        id={piece.id}
        libelle={piece.nom}
        aide={aideDe(piece)}
        erreur={erreur}
        valeur={fichiers}
        onChange={poser}
        onEnCours={compter}
      />
      {echec && <Panne echec={echec} garde="Vos fichiers sont gardés. Vous pouvez envoyer à nouveau." />}
      <Bouton type="submit" enCours={enCours && 'Envoi en cours…'}>
        Envoyer cette pièce
      </Bouton>
    </form>
  );
};
