import { espacer } from '../../../functions/platform/lettres.ts';
import { adresse, type Sortie } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { Lien } from '../../ui/lien.tsx';
import { usePage } from '../page.ts';
import { Externe } from '../ui/externe.tsx';

type Props = { recue: Sortie<'saisirDemande'>; onAutre: () => void };

/** The receipt of what was written down, to hand over or to post. */
export const AccuseSaisi = ({ recue: { reference, accuse, sections }, onAutre }: Props) => {
  const titre = usePage<HTMLHeadingElement>('Demande enregistrée', reference);
  return (
    <main class="saisir" id="contenu">
      <h1 ref={titre} tabIndex={-1}>
        Demande enregistrée
      </h1>
      {accuse && (
        <p class="accuse-geste">
          <Externe href={adresse('imprimerAccuse', { demande: reference })}>Imprimer l’accusé</Externe>
          <span class="discret">
            Remettez-le à la personne, ou postez-le. S’il y a une adresse e-mail ou un mobile, il part aussi
            de lui-même.
          </span>
        </p>
      )}
      <div class="accuse-saisi">
        {sections.map(({ titre: intitule, lignes }) => (
          <section key={intitule}>
            <h2>{espacer(intitule)}</h2>
            {lignes.map((ligne) => (
              <p key={ligne}>{espacer(ligne)}</p>
            ))}
          </section>
        ))}
      </div>
      <p>
        Des pièces ont été remises&nbsp;? Notez-les dans le dossier&nbsp;: «&nbsp;Autre chose est
        arrivée&nbsp;», puis «&nbsp;Des pièces sont arrivées&nbsp;».
      </p>
      <div class="boutons">
        <Lien rang="premier" vers={`/demandes/${reference}`}>
          Ouvrir le dossier
        </Lien>
        <Bouton rang="second" onClick={onAutre}>
          Saisir une autre demande
        </Bouton>
      </div>
    </main>
  );
};
