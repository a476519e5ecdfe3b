import type { Dossier } from '../../../functions/demandes/formes.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { Lien } from '../../ui/lien.tsx';
import { useMoi } from '../donnees.ts';
import { enRecherche, useEtatFile } from '../file/etat-file.ts';
import { type Acte, actesDe } from '../gestes.ts';
import { usePrendreEnCharge } from './prendre.ts';

type ActeAvecPage = Exclude<Acte, 'prendreEnCharge'>;

/** Acts that write to the person open a page of their own. */
const PAGES: Record<ActeAvecPage, { mot: string; page: string }> = {
  qualifier: { mot: 'Qualifier', page: 'qualifier' },
  accepter: { mot: 'Accepter', page: 'accepter' },
  cloturer: { mot: 'Terminer', page: 'cloturer' },
  demanderPieces: { mot: 'Demander des pièces', page: 'pieces' },
  refuser: { mot: 'Refuser', page: 'refuser' },
  ecarter: { mot: 'Classer sans suite', page: 'classer' },
};
const ORDRE = [
  'qualifier',
  'accepter',
  'cloturer',
  'demanderPieces',
  'refuser',
  'ecarter',
] as const satisfies readonly ActeAvecPage[];

/** What can be done now, at the foot of the file: one act first, the others beside. */
export const BarreGestes = ({ dossier }: { dossier: Dossier }) => {
  const actes = actesDe(dossier.gestes, useMoi());
  const recherche = enRecherche(useEtatFile());
  const { prendre, enCours } = usePrendreEnCharge(dossier);
  const aPrendre = !dossier.agent && actes.includes('prendreEnCharge');
  const pages = ORDRE.filter((acte) => actes.includes(acte));
  if (!aPrendre && pages.length === 0) return null;
  return (
    <div class="gestes" role="group" aria-label="Ce que vous pouvez faire">
      {aPrendre && (
        <Bouton enCours={enCours && 'Un instant…'} onClick={prendre}>
          Prendre en charge
        </Bouton>
      )}
      {pages.map((acte, rang) => (
        <Lien
          key={acte}
          rang={!aPrendre && rang === 0 ? 'premier' : 'second'}
          vers={`/demandes/${dossier.reference}/${PAGES[acte].page}${recherche}`}
        >
          {PAGES[acte].mot}
        </Lien>
      ))}
    </div>
  );
};
