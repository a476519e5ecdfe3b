import type { Detail } from '../../../functions/platform/refus.ts';
import { ChampChoix } from '../../ui/champ-choix.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { type Contestation, estRecours, estResidence, RECOURS, RESIDENCES } from './cas.ts';

type Props = {
  contestation: Contestation;
  changer: (suite: Partial<Contestation>) => void;
  erreurs: readonly Detail[];
};

/** What changes the last day to contest: before whom, and from where (CRPA R343-1; CJA R421-7). */
export const ChampsContestation = ({ contestation, changer, erreurs }: Props) => (
  <>
    <ChampChoix
      id="recours"
      libelle="Qui saisir d’abord pour contester ?"
      options={Object.entries(RECOURS).map(([valeur, libelle]) => ({ valeur, libelle }))}
      valeur={contestation.recours}
      onChange={(recours) => estRecours(recours) && changer({ recours })}
      erreur={erreurDe(erreurs, 'recours')}
    />
    {contestation.recours === 'tribunal' && (
      <ChampChoix
        id="residence"
        libelle="Où vit la personne ?"
        aide="Loin du tribunal, le délai pour le saisir est plus long."
        options={Object.entries(RESIDENCES).map(([valeur, libelle]) => ({ valeur, libelle }))}
        valeur={contestation.residence}
        onChange={(residence) => estResidence(residence) && changer({ residence })}
        erreur={erreurDe(erreurs, 'residence')}
      />
    )}
  </>
);
