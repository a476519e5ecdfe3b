import { useState } from 'react';
import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { voiesEnLettres } from '../../../functions/demandes/voie.ts';
import { api } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
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
  const { mutate, isPending, error } = useEcriture({ demander: api.ecrireUsager, reference });
  const envoyer = (e: Event): void => {
    e.preventDefault();
    if (isPending) return;
    const saisie = { demande: reference, texte, vue: version };
    const phrase = erreursDe(demandeActions.ecrireUsager.input, saisie)[0]?.phrase;
    poser(phrase);
    if (phrase) document.getElementById('reponse')?.focus();
    else mutate(saisie, { onSuccess: () => confirmer(dossier, oublier) });
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
      <Depart voies={voies} />
      {error && <Panne echec={error} />}
      <Bouton type="submit" rang="second" enCours={isPending && 'Envoi en cours…'}>
        Envoyer le message
      </Bouton>
    </form>
  );
};

const confirmer = (dossier: Dossier, oublier: () => void): void => {
  oublier();
  annoncer(
    dossier.voies.length > 0
      ? `Votre message à ${appel(dossier)} part ${voiesEnLettres(dossier.voies)}.`
      : 'Votre message est dans le suivi. Rien ne part\u00a0: prévenez la personne par un autre moyen.',
  );
};
