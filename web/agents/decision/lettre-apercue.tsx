import { adresseEnLignes } from '../../../functions/commune/commune.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { type Lettre, objetEnSms } from '../../../functions/demandes/lettres.ts';
import { enLettres, espacer } from '../../../functions/platform/lettres.ts';
import { commune } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { Paragraphes } from '../../ui/paragraphes.tsx';
import { useAujourdhui } from '../donnees.ts';
import { Depart } from '../ui/depart.tsx';

const TELEPHONE = `Téléphone\u00a0: ${commune.telephone.replaceAll(' ', '\u00a0')}`;

type Props = {
  lettre: Lettre;
  dossier: Pick<Dossier, 'objet' | 'voies' | 'usager' | 'personne'>;
  imprimeAilleurs: boolean;
  /** It is handed over on paper, whatever else leads to the person. */
  surPapier?: boolean;
};

/** The letter beside the form, word for word. */
export const LettreApercue = ({ lettre, dossier, imprimeAilleurs, surPapier = false }: Props) => {
  const { objet, court, acte = false } = lettre;
  const { voies } = dossier;
  const bref = objetEnSms(objet, dossier.objet);
  return (
    <section class="apercu" aria-labelledby="titre-apercu">
      <h2 id="titre-apercu">{titreDe(voies, acte)}</h2>
      {!surPapier && (!imprimeAilleurs || voies.length > 0) ? <Depart voies={voies} /> : null}
      <Feuille lettre={lettre} dossier={dossier} />
      {acte && voies.length > 0 && <p class="discret">{AVIS}</p>}
      {voies.length === 0 && !imprimeAilleurs && (
        <Bouton rang="second" onClick={() => print()}>
          Imprimer la lettre
        </Bouton>
      )}
      {voies.some(({ par }) => par === 'sms') && (
        <p class="discret">
          Le SMS dit&nbsp;: «&nbsp;{espacer(voies.length > 1 ? bref : (court ?? bref))}&nbsp;», avec le lien
          pour lire cette lettre.
        </p>
      )}
    </section>
  );
};

const Feuille = ({
  lettre: { objet, paragraphes, acte = false },
  dossier: { voies, usager, personne },
}: Pick<Props, 'lettre' | 'dossier'>) => (
  <div class="lettre">
    {voies.length === 0 && <EnTete usager={usager} personne={personne} />}
    <p class="lettre-objet">{espacer(objet)}</p>
    <p>Bonjour,</p>
    <Paragraphes lignes={paragraphes} />
    {acte && voies.length === 0 && <p class="lettre-signature">Signature :</p>}
    {!acte && voies.length > 0 && <p class="lettre-lien">Suivre ma demande</p>}
    <p class="lettre-pied">
      {[commune.nomComplet, ...adresseEnLignes(commune.adresse), TELEPHONE].map((ligne) => (
        <span key={ligne}>{ligne}</span>
      ))}
    </p>
  </div>
);

/** What leaves is not the act: online it needs no signature because it is read in the space (CRPA L212-2, 1°). */
const AVIS =
  'La personne la lit et la garde dans son espace. Ce qui part dit seulement qu’elle y est, depuis quand et comment l’ouvrir.';

const titreDe = (voies: readonly unknown[], acte: boolean): string => {
  if (voies.length === 0) return acte ? 'La lettre à signer et à remettre' : 'La lettre à remettre';
  return acte ? 'La décision telle qu’elle sera lue en ligne' : 'La lettre telle qu’elle partira';
};

/** What a letter on paper bears above its subject: to whom, and when. */
const EnTete = ({ usager, personne }: Pick<Dossier, 'usager' | 'personne'>) => (
  <>
    <p class="lettre-destinataire">
      {[personne, ...('adresse' in usager ? adresseEnLignes(usager.adresse) : [])].map((ligne) => (
        <span key={ligne}>{ligne}</span>
      ))}
    </p>
    <p>Le {espacer(enLettres(useAujourdhui()))}</p>
  </>
);

/** Where a letter will be read, once there is enough to write it. */
export const LettreAVenir = ({ phrase }: { phrase: string }) => (
  <section class="apercu" aria-labelledby="titre-apercu">
    <h2 id="titre-apercu">La lettre telle qu’elle partira</h2>
    <p class="discret">{phrase}</p>
  </section>
);
