import { Chargement } from '../../ui/attente.tsx';
import { Encart } from '../../ui/encart.tsx';
import { Lien } from '../../ui/lien.tsx';
import { useDossier } from '../donnees.ts';
import { enRecherche, useEtatFile } from '../file/etat-file.ts';
import { usePage } from '../page.ts';
import { Panne } from '../ui/etats.tsx';
import { ALire } from './a-lire.tsx';
import { Autres } from './autres.tsx';
import { BarreGestes } from './barre-gestes.tsx';
import { Echanges } from './echanges.tsx';
import { Echecs } from './echecs.tsx';
import { Pieces } from './pieces.tsx';
import { ActePrepare } from './projet.tsx';
import { Reponses } from './reponses.tsx';
import { Tete } from './tete.tsx';
import { Vie } from './vie.tsx';

/** A file: what is asked, what was said, what can be done now. */
export const PageDossier = ({ reference }: { reference: string }) => {
  const { data: dossier, error, refetch } = useDossier(reference);
  const recherche = enRecherche(useEtatFile());
  const retour = (
    <p class="retour-file">
      <Lien vers={`/${recherche}`} icone="retour">
        Retour à la file
      </Lien>
    </p>
  );
  if (!dossier)
    return (
      <div class="dossier">
        {retour}
        <TitreAttente reference={reference} />
        {error?.code === 'introuvable' && <SansDossier />}
        {error && error.code !== 'introuvable' && <Panne echec={error} reessayer={refetch} />}
        {!error && <Chargement phrase="Nous ouvrons le dossier…" />}
      </div>
    );
  return (
    <article class="dossier">
      {retour}
      <Tete dossier={dossier} />
      <Echecs echecs={dossier.echecs} />
      <ALire dossier={dossier} />
      <ActePrepare dossier={dossier} />
      <div class="dossier-corps">
        <div class="dossier-demande">
          <Reponses reponses={dossier.reponses} canal={dossier.canal} />
          <Pieces dossier={dossier} />
        </div>
        <Echanges dossier={dossier} />
        <div class="dossier-suite">
          <Vie points={dossier.vie} />
          <Autres autres={dossier.autres} recherche={recherche} />
        </div>
      </div>
      <BarreGestes dossier={dossier} />
    </article>
  );
};

/** A reference misread or mistyped: what to try next. */
const SansDossier = () => (
  <Encart alerte>
    <p>Aucune demande ne porte cette référence.</p>
    <p>Vérifiez-la, ou cherchez la demande dans la file avec le nom de la personne.</p>
  </Encart>
);

/** The title of a file that is not read yet, or cannot be. */
const TitreAttente = ({ reference }: { reference: string }) => {
  const titre = usePage<HTMLHeadingElement>(`Dossier ${reference}`, reference);
  return (
    <h1 ref={titre} tabIndex={-1}>
      Dossier {reference}
    </h1>
  );
};
