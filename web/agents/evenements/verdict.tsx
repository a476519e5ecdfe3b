import type { Dossier } from '../../../functions/demandes/formes.ts';
import type { Detail } from '../../../functions/platform/refus.ts';
import { adresse } from '../../client.ts';
import { ChampChoix } from '../../ui/champ-choix.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { Externe } from '../ui/externe.tsx';

export type Verdict = { verdict: 'acceptee' | 'refusee'; motif: string };

type Props = {
  id: string;
  piece: { id: string; nom: string };
  fichiers: Dossier['pieces'];
  reference: string;
  valeur: Verdict | undefined;
  erreur: string | undefined;
  champMotif: string;
  erreurs: readonly Detail[];
  onChange: (verdict: Verdict) => void;
};

const OPTIONS = [
  { valeur: 'acceptee', libelle: 'Elle convient' },
  { valeur: 'refusee', libelle: 'Elle ne convient pas' },
];

/** One pièce: its files to read, then whether it does. */
export const VerdictDePiece = (props: Props) => {
  const { id, piece, fichiers, reference, valeur, erreur, champMotif, erreurs, onChange } = props;
  return (
    <div class="piece-examinee" role="group" aria-labelledby={`${id}-nom`}>
      <h2 id={`${id}-nom`}>{piece.nom}</h2>
      {fichiers.map(({ id: depot, nom }) => (
        <p key={depot} class="fichier-a-lire">
          <Externe href={adresse('ouvrirPiece', { demande: reference, piece: depot })}>{nom}</Externe>
        </p>
      ))}
      <ChampChoix
        id={id}
        libelle={'Cette pièce convient-elle\u00a0?'}
        options={OPTIONS}
        valeur={valeur?.verdict ?? ''}
        erreur={erreur}
        onChange={(verdict) => onChange({ motif: '', ...valeur, verdict: verdict as Verdict['verdict'] })}
      />
      {valeur?.verdict === 'refusee' && (
        <ChampTexte
          id={champMotif}
          libelle="Pourquoi elle ne convient pas"
          aide="La personne le lira."
          orthographe
          valeur={valeur.motif}
          erreur={erreurDe(erreurs, champMotif)}
          onChange={(motif) => onChange({ ...valeur, motif })}
        />
      )}
    </div>
  );
};
