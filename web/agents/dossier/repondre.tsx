import { useState } from 'react';
import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { voiesEnLettres } from '../../../functions/demandes/voie.ts';
import { api } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Fichiers } from '../../ui/fichiers.tsx';
import type { FichierRecu } from '../../ui/fichiers-lignes.tsx';
import { annoncer } from '../annonces.ts';
import { useBrouillon } from '../brouillons.ts';
import { useEcriture } from '../donnees.ts';
import { appel } from '../personnes.ts';
import { Depart } from '../ui/depart.tsx';
import { Panne } from '../ui/etats.tsx';
import { erreursDe } from '../valider.ts';

/** A word to the person: it joins the thread and leaves by their own way. */
export const Repondre = ({ dossier }: { dossier: Dossier }) => {
  const { reference, version, voies } = dossier;
  const [texte, ecrire, oublier] = useBrouillon(`message ${reference}`, '');
  const [erreur, poser] = useState<string>();
  const [fichiers, joindre, oublierFichiers] = useBrouillon<FichierRecu[]>(`fichiers ${reference}`, []);
  const [enRoute, compter] = useState(0);
  const { mutate, isPending, error } = useEcriture({ demander: api.ecrireUsager, reference });
  const envoyer = (e: Event): void => {
    e.preventDefault();
    if (isPending) return;
    const saisie = { demande: reference, texte, vue: version, fichiers: fichiers.map(({ depot }) => depot) };
    const phrase =
      erreursDe(demandeActions.ecrireUsager.input, saisie)[0]?.phrase ?? (enRoute > 0 ? EN_ROUTE : undefined);
    poser(phrase);
    if (phrase) document.getElementById('reponse')?.focus();
    else
      mutate(saisie, {
        onSuccess: () => {
          oublierFichiers();
          confirmer(dossier, oublier);
        },
      });
  };
  return (
    <form class="repondre" noValidate onSubmit={envoyer}>
      <ChampTexte
        id="reponse"
        libelle={`Écrire à ${appel(dossier)}`}
        lignes={4}
        orthographe
        valeur={texte}
        erreur={erreur}
        onChange={ecrire}
      />
      <details class="joindre" open={fichiers.length > 0}>
        <summary class="deplier">Joindre des fichiers</summary>
        <Fichiers
          id="reponse-fichiers"
          libelle="Fichiers pour la personne"
          aide="Elle les ouvre depuis le suivi de sa demande"
          facultatif
          valeur={fichiers}
          onChange={joindre}
          onEnCours={compter}
        />
      </details>
      <Depart voies={voies} />
      {error && <Panne echec={error} />}
      <Bouton type="submit" rang="second" enCours={isPending && 'Envoi en cours…'}>
        Envoyer le message
      </Bouton>
    </form>
  );
};

const EN_ROUTE = 'Un fichier est encore en route. Attendez qu’il soit reçu, ou annulez son envoi.';

const confirmer = (dossier: Dossier, oublier: () => void): void => {
  oublier();
  annoncer(
    dossier.voies.length > 0
      ? `Votre message à ${appel(dossier)} part ${voiesEnLettres(dossier.voies)}.`
      : 'Votre message est dans le suivi. Rien ne part\u00a0: prévenez la personne par un autre moyen.',
  );
};
