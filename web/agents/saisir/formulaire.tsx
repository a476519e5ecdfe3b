import type { Sortie } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { Lien } from '../../ui/lien.tsx';
import { erreurDe, ResumeErreurs } from '../../ui/resume-erreurs.tsx';
import { usePage } from '../page.ts';
import { Panne } from '../ui/etats.tsx';
import { ChoixDemarche } from './choix-demarche.tsx';
import { Suite } from './demarche-choisie.tsx';
import { Reception } from './reception.tsx';
import { useSaisie } from './use-saisie.ts';

type Props = { onRecue: (recue: Sortie<'saisirDemande'>) => void };

/** One page from top to bottom: how it came, what is asked, who asks, and the questions of the démarche. */
export const Formulaire = ({ onRecue }: Props) => {
  const titre = usePage<HTMLHeadingElement>('Saisir une demande', 'saisir');
  const { saisie, changer, erreurs, lecture, lue, envoyer, enCours, echec } = useSaisie(onRecue);
  return (
    <main class="saisir" id="contenu">
      <Lien vers="/" icone="retour">
        Retour à la file
      </Lien>
      <h1 ref={titre} tabIndex={-1}>
        Saisir une demande
      </h1>
      <p>Reçue au guichet, par courrier ou par téléphone. Le délai légal part du jour de réception.</p>
      <ResumeErreurs erreurs={erreurs} titre={combienDe(erreurs)} />
      <form noValidate onSubmit={envoyer}>
        <Reception saisie={saisie} erreurs={erreurs} changer={changer} />
        <ChoixDemarche
          valeur={saisie.demarche}
          erreur={erreurDe(erreurs, 'demarche')}
          onChange={(demarche) => changer({ demarche, reponses: {} })}
        />
        {lecture.error && <Panne echec={lecture.error} reessayer={lecture.refetch} />}
        {lue && <Suite lue={lue} saisie={saisie} erreurs={erreurs} changer={changer} />}
        {echec && <Panne echec={echec} />}
        <div class="boutons">
          <Bouton type="submit" enCours={enCours && 'Envoi en cours…'}>
            Enregistrer la demande
          </Bouton>
        </div>
      </form>
    </main>
  );
};

const combienDe = ({ length }: readonly unknown[]): string =>
  length > 1 ? `${length} points sont à compléter` : 'Un point est à compléter';
