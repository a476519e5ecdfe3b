import { useState } from 'react';
import { Bouton } from '../../ui/bouton.tsx';
import { Encart } from '../../ui/encart.tsx';
import { Fichiers } from '../../ui/fichiers.tsx';
import type { FichierRecu } from '../../ui/fichiers-lignes.tsx';
import { Panne } from '../../ui/panne.tsx';
import { useEnvoi } from '../../ui/use-envoi.ts';
import type { Suivie } from './suivie.ts';

type Props = { suivi: Suivie; recharger: () => void };
type Rang = 'premier' | 'second';
type Attendue = { id: string; nom: string; aide: string | undefined };

/** What the commune waits for, and what the person said they would send. Once it is decided, nothing is awaited. */
export const PiecesAEnvoyer = (props: Props) => {
  const { manquantes, promises, aQui } = props.suivi;
  if (aQui === 'personne') return null;
  const absentes = manquantes.filter(({ recue }) => !recue);
  const encore = promises.filter(({ id }) => !absentes.some((absente) => absente.id === id));
  return (
    <>
      <Liste
        {...props}
        id="manquantes"
        titre="Ce qu’il manque"
        rang="premier"
        pieces={absentes.map(({ id, nom, ...pourquoi }) => ({ id, nom, aide: aideDe(pourquoi) }))}
      />
      <Liste
        {...props}
        id="promises"
        titre="Vous pouvez encore envoyer"
        rang="second"
        pieces={encore.map(({ id, nom, aide }) => ({ id, nom, aide }))}
      />
    </>
  );
};

const aideDe = ({ motif, fondement }: Pick<Suivie['manquantes'][number], 'motif' | 'fondement'>): string =>
  [motif, fondement && `Demandée par\u00a0: ${fondement}.`].filter(Boolean).join(' ');

type PropsListe = Props & { id: string; titre: string; rang: Rang; pieces: Attendue[] };

/** Each is answered on its own: one may send today what one has today. */
const Liste = ({ suivi, recharger, id, titre, rang, pieces }: PropsListe) => {
  const [faite, annoncer] = useState('');
  if (pieces.length === 0 && !faite) return null;
  return (
    <section>
      <h2 id={id} tabIndex={-1}>
        {titre}
      </h2>
      <div role="status">
        {faite && (
          <Encart sens="fait" titre="C’est envoyé">
            <p>{faite}</p>
          </Encart>
        )}
      </div>
      {pieces.map((piece) => (
        <AEnvoyer
          key={piece.id}
          reference={suivi.reference}
          piece={piece}
          rang={rang}
          onEnvoyee={() => {
            annoncer(`La mairie a reçu\u00a0: ${piece.nom}.`);
            document.getElementById(id)?.focus();
            recharger();
          }}
        />
      ))}
    </section>
  );
};

const fauteDe = (fichiers: readonly FichierRecu[], enRoute: number): string | undefined => {
  if (enRoute > 0) return 'Un fichier est encore en route. Attendez qu’il soit reçu.';
  return fichiers.length === 0 ? 'Ajoutez au moins un fichier.' : undefined;
};

type Une = { reference: string; piece: Attendue; rang: Rang; onEnvoyee: () => void };

const AEnvoyer = ({ reference, piece, rang, onEnvoyee }: Une) => {
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
        aide={piece.aide}
        erreur={erreur}
        valeur={fichiers}
        onChange={poser}
        onEnCours={compter}
      />
      {echec && <Panne echec={echec} garde="Vos fichiers sont gardés. Vous pouvez envoyer à nouveau." />}
      <Bouton type="submit" rang={rang} enCours={enCours && 'Envoi en cours…'}>
        Envoyer cette pièce<span class="lu-seulement">{`\u00a0: ${piece.nom}`}</span>
      </Bouton>
    </form>
  );
};
