import type { Dossier } from '../../../functions/demandes/formes.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { Lien } from '../../ui/lien.tsx';
import { useMoi } from '../donnees.ts';
import { aExaminer, attenduesDe } from '../evenements/pieces-du-dossier.ts';
import { enRecherche, useEtatFile } from '../file/etat-file.ts';
import { type Acte, actesDe } from '../gestes.ts';
import { MenuEvenements } from './menu-evenements.tsx';
import { BOUTONS, EVENEMENTS, PAGES } from './pages-des-actes.ts';
import { usePrendreEnCharge } from './prendre.ts';

/** What can be done now, at the foot of the file: one act first, the others beside, the rare ones in a menu. */
export const BarreGestes = ({ dossier }: { dossier: Dossier }) => {
  const actes = actesDe(dossier.gestes, useMoi()).filter((acte) => aDeQuoi(acte, dossier));
  const recherche = enRecherche(useEtatFile());
  const { prendre, enCours } = usePrendreEnCharge(dossier);
  const aPrendre = !dossier.agent && actes.includes('prendreEnCharge');
  const pages = BOUTONS.filter((acte) => actes.includes(acte));
  const evenements = EVENEMENTS.filter((acte) => actes.includes(acte));
  if (!aPrendre && pages.length + evenements.length === 0) return null;
  const vers = (acte: keyof typeof PAGES): string =>
    `/demandes/${dossier.reference}/${PAGES[acte].page}${recherche}`;
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
          rang={!aPrendre && rang === 0 && acte !== 'retirer' ? 'premier' : 'second'}
          vers={vers(acte)}
        >
          {PAGES[acte].mot}
        </Lien>
      ))}
      <MenuEvenements liens={evenements.map((acte) => ({ mot: PAGES[acte].mot, vers: vers(acte) }))} />
    </div>
  );
};

/** The law allows it; is there anything to do it with? */
const aDeQuoi = (acte: Acte, dossier: Dossier): boolean => {
  if (acte === 'recevoirPieces') return attenduesDe(dossier).length > 0;
  return acte === 'examinerPieces' ? aExaminer(dossier).length > 0 : true;
};
