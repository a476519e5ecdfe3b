import './compte.css';
import { enBref, espacer, jourLocal } from '../../../functions/platform/lettres.ts';
import { commune } from '../../client.ts';
import { Mot, type Sens } from '../../ui/encart.tsx';
import { Lien } from '../../ui/lien.tsx';
import { ReferenceAffichee } from '../../ui/reference-affichee.tsx';
import type { Mienne } from './mienne.ts';

const ETATS: Record<Mienne['statut'], { sens: Sens; mot: string }> = {
  'a-qualifier': { sens: 'information', mot: 'Reçue, la mairie la lit' },
  deposee: { sens: 'information', mot: 'Reçue' },
  'en-instruction': { sens: 'information', mot: 'À l’étude' },
  incomplete: { sens: 'attente', mot: 'Des pièces sont attendues' },
  acceptee: { sens: 'fait', mot: 'Acceptée' },
  traitee: { sens: 'fait', mot: 'Traitée' },
  'acceptee-par-silence': { sens: 'fait', mot: 'Acceptée, sans réponse de la mairie' },
  refusee: { sens: 'retard', mot: 'Refusée' },
  'rejetee-par-silence': { sens: 'retard', mot: 'Rejetée, sans réponse de la mairie' },
  ecartee: { sens: 'information', mot: 'Classée sans suite' },
  transmise: { sens: 'information', mot: 'Transmise à une autre administration' },
  desistee: { sens: 'information', mot: 'Abandonnée' },
  retiree: { sens: 'retard', mot: 'Décision retirée' },
};

type Props = { titre: string; lignes: Mienne[] };

/** The demandes for which it is the same one's turn. */
export const ListeMiennes = ({ titre, lignes }: Props) =>
  lignes.length === 0 ? null : (
    <section>
      <h2>{titre}</h2>
      <ul class="miennes">
        {lignes.map((ligne) => (
          <li key={ligne.reference}>
            <Lien vers={`/suivi/${ligne.reference}`}>{ligne.objet}</Lien>
            <p>
              <Mot sens={ETATS[ligne.statut].sens}>{ETATS[ligne.statut].mot}</Mot>
            </p>
            <p class="discret">
              <ReferenceAffichee reference={ligne.reference} taille="ligne" />
              {espacer(`, reçue le ${enBref(jourLocal(ligne.recueLe, commune.fuseau))}. ${suiteDe(ligne)}`)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );

const suiteDe = ({ aQui, terme, service }: Mienne): string => {
  if (aQui !== 'mairie' || !terme) return service;
  const effet = terme.sens === 'acceptation' ? 'acceptée' : 'rejetée';
  return `Sans réponse le ${enBref(terme.le)}, elle sera ${effet}.`;
};
