import { etapesCadaPossibles } from '../../../functions/demandes/cada.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { ChampChoix } from '../../ui/champ-choix.tsx';
import { CadreConsigne } from './cadre-consigne.tsx';
import type { ConsigneDe } from './use-consigne.ts';

type Etape = ConsigneDe<'cada'>['etape'];
const ETAPES: Record<Etape, string> = {
  enregistree: 'Elle a enregistré la demande d’avis',
  'avis-favorable': 'Son avis est favorable',
  'avis-defavorable': 'Son avis est défavorable',
  'refus-confirme': 'La mairie a confirmé son refus à la personne',
};
const estEtape = (saisie: string): saisie is Etape => Object.hasOwn(ETAPES, saisie);

/** What happens before the CADA: two months after it has registered the demande, silence confirms the refusal (CRPA R343-5). */
export const NoterCada = ({ dossier }: { dossier: Dossier }) => (
  <CadreConsigne<ConsigneDe<'cada'>>
    dossier={dossier}
    initiale={{ type: 'cada', etape: etapesCadaPossibles(dossier.faits)[0] ?? 'enregistree' }}
    annonce="Ce que dit la CADA est noté."
    verbe="Noter et envoyer la lettre"
    quand="Cela s’est passé le"
  >
    {({ consigne, changer, erreur }) => (
      <ChampChoix
        id="fait-etape"
        libelle="Ce qui s’est passé"
        options={etapesCadaPossibles(dossier.faits).map((valeur) => ({ valeur, libelle: ETAPES[valeur] }))}
        valeur={consigne.etape}
        erreur={erreur('etape')}
        onChange={(etape) => estEtape(etape) && changer({ etape })}
      />
    )}
  </CadreConsigne>
);
