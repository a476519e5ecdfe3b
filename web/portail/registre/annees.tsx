import './registre.css';
import { Lien } from '../../ui/lien.tsx';

const PREMIERE = 2020;

type Props = { choisie: number; enCours: number };

/** The year before and the year after, as far as there are. */
export const Annees = ({ choisie, enCours }: Props) => (
  <nav class="annees" aria-label="Années du registre">
    {choisie > PREMIERE && (
      <Lien vers={`/registre?annee=${choisie - 1}`} icone="retour">
        Année {choisie - 1}
      </Lien>
    )}
    {choisie < enCours && (
      <Lien vers={`/registre?annee=${choisie + 1}`} icone="suite">
        Année {choisie + 1}
      </Lien>
    )}
  </nav>
);
