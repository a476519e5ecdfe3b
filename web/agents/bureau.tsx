import { Lien } from '../ui/lien.tsx';
import { PageDossier } from './dossier/page-dossier.tsx';
import { ColonneVues } from './file/colonne-vues.tsx';
import { useEtatFile } from './file/etat-file.ts';
import { Liste, TitreFile } from './file/liste.tsx';
import { useParcours } from './file/parcours.ts';
import { Tri } from './file/tri.tsx';

/** The desk: views, the list, and the open file beside it. */
export const Bureau = ({ reference }: { reference?: string | undefined }) => {
  const { vue } = useEtatFile();
  useParcours(reference);
  return (
    <div class="bureau" data-dossier={reference ? '' : undefined}>
      <ColonneVues />
      <div
        class="colonne-liste"
        role={reference ? 'region' : 'main'}
        id={reference ? undefined : 'contenu'}
        aria-label={reference ? 'Liste des demandes' : undefined}
      >
        <div class="tete-liste">
          <TitreFile key={reference ? 'à côté' : 'seul'} seul={!reference} />
          {!reference && (
            <Lien vers="/saisir" rang="second" icone="ajouter">
              Saisir une demande
            </Lien>
          )}
        </div>
        {vue === 'tri' ? <Tri /> : <Liste reference={reference} />}
      </div>
      {reference && (
        <main class="colonne-dossier" id="contenu">
          <PageDossier key={reference} reference={reference} />
        </main>
      )}
    </div>
  );
};
