import './accueil.css';
import { DOMAINES } from 'virtual:regles';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { commune, type Sortie } from '../../client.ts';
import { Chargement } from '../../ui/attente.tsx';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Encart } from '../../ui/encart.tsx';
import { Lien } from '../../ui/lien.tsx';
import { Titre } from '../../ui/page.tsx';
import { Panne } from '../../ui/panne.tsx';
import { type Lecture, useLecture } from '../../ui/use-lecture.ts';
import { Vide } from '../../ui/vide.tsx';
import { Recherche } from './recherche.tsx';

type Catalogue = Sortie<'listerDemarches'>;

/** One question, the search that answers it, and the domains for who prefers to browse. */
export const Accueil = () => {
  const catalogue = useLecture('listerDemarches', {});
  return (
    <>
      {commune.alerte && (
        <Encart sens="attente" titre="À savoir">
          <p>{commune.alerte}</p>
        </Encart>
      )}
      <Titre onglet="Services en ligne">
        Que <span class="insecable">souhaitez-vous</span> faire ?
      </Titre>
      <Recherche demarches={catalogue.etat === 'prete' ? catalogue.valeur.demarches : []} />
      <div class="accueil-listes deux-colonnes">
        <section>
          <h2>Toutes les démarches</h2>
          <Domaines catalogue={catalogue} />
        </section>
        <section class="autrement">
          <h2>Suivre une demande</h2>
          <Suivre />
        </section>
      </div>
    </>
  );
};

const Domaines = ({ catalogue }: { catalogue: Lecture<Catalogue> }) => {
  if (catalogue.etat === 'attente') return <Chargement phrase="Chargement des démarches…" />;
  if (catalogue.etat === 'echec') return <Panne echec={catalogue.echec} reessayer={catalogue.recharger} />;
  const { demarches } = catalogue.valeur;
  if (demarches.length === 0)
    return (
      <Vide titre="Aucune démarche en ligne pour le moment.">
        <p>La mairie les ouvre une à une. Pour toute demande, appelez-la ou venez au guichet.</p>
      </Vide>
    );
  const combien = (domaine: string) => demarches.filter((demarche) => demarche.domaine === domaine).length;
  return (
    <ul class="domaines">
      {Object.entries(DOMAINES)
        .filter(([domaine]) => combien(domaine) > 0)
        .map(([domaine, nom]) => (
          <li key={domaine}>
            <Lien vers={`/domaines/${domaine}`}>{nom}</Lien>{' '}
            <span class="discret">
              {combien(domaine)} démarche{combien(domaine) > 1 && 's'}
            </span>
          </li>
        ))}
    </ul>
  );
};

const Suivre = () => {
  const [, aller] = useLocation();
  const [reference, poser] = useState('');
  const [erreur, signaler] = useState<string>();
  const soumettre = (evenement: SubmitEvent) => {
    evenement.preventDefault();
    const propre = reference.trim().toUpperCase().replace(/\s/g, '');
    if (propre) return aller(`/suivi/${encodeURIComponent(propre)}`);
    signaler('Indiquez la référence de votre demande.');
    document.getElementById('reference')?.focus();
  };
  return (
    <form onSubmit={soumettre} noValidate>
      <ChampTexte
        id="reference"
        libelle="Référence de la demande"
        aide="Elle est sur votre accusé de réception et ressemble à K7M2-9QX3."
        taille="moyen"
        valeur={reference}
        onChange={poser}
        erreur={erreur}
      />
      <Bouton type="submit" rang="second">
        Suivre ma demande
      </Bouton>
    </form>
  );
};
