import type { ComponentChildren } from 'preact';
import type { Lettre } from '../../../functions/demandes/lettres.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { Lien } from '../../ui/lien.tsx';
import { ResumeErreurs } from '../../ui/resume-erreurs.tsx';
import { useMoi } from '../donnees.ts';
import { Terme } from '../dossier/terme.tsx';
import { enRecherche, useEtatFile } from '../file/etat-file.ts';
import { type Acte, actesDe } from '../gestes.ts';
import { usePage } from '../page.ts';
import { nomAffiche } from '../personnes.ts';
import { Panne } from '../ui/etats.tsx';
import { AvisChangement } from './avis-changement.tsx';
import { Fermee } from './fermee.tsx';
import { LettreApercue } from './lettre-apercue.tsx';
import type { Decision } from './use-decision.ts';

type Props = {
  titre: string;
  verbe: string;
  acte: Acte;
  rang?: 'premier' | 'danger';
  decision: Decision;
  /** What the person will read; or, when there is no letter, what will happen. */
  lettre?: Lettre | undefined;
  apercu?: ComponentChildren;
  /** The form says itself when to print. */
  imprimeAilleurs?: boolean;
  /** The word of the way back, where no letter was to leave. */
  renoncer?: string;
  /** Why there is nothing to write, though the act is allowed. */
  rien?: string | undefined;
  onEnvoyer: () => void;
  children: ComponentChildren;
};

/** A page for one decision: what one writes, and beside it what the person will read. */
export const CadreDecision = (props: Props) => {
  const { titre, acte, decision, rien } = props;
  const { erreurs, avant, apres } = decision;
  const h1 = usePage<HTMLHeadingElement>(`${titre}, ${apres.reference}`, apres.reference + acte);
  const retour = `/demandes/${apres.reference}${enRecherche(useEtatFile())}`;
  const possible = actesDe(apres.gestes, useMoi()).includes(acte);
  return (
    <main class="decision" id="contenu">
      <Lien vers={retour} icone="retour">
        Retour au dossier
      </Lien>
      <h1 ref={h1} tabIndex={-1}>
        {titre}
      </h1>
      <p class="decision-sujet">
        <strong>{apres.objet}</strong>, {nomAffiche(apres)}{' '}
        <span class="discret chiffres">({apres.reference})</span>
      </p>
      <Terme dossier={apres} />
      {avant && <AvisChangement avant={avant} apres={apres} possible={possible} />}
      <ResumeErreurs
        erreurs={erreurs}
        titre={erreurs.length > 1 ? `${erreurs.length} points sont à compléter` : 'Un point est à compléter'}
      />
      {(possible || avant) && !rien ? (
        <Corps {...props} possible={possible} retour={retour} />
      ) : (
        <Fermee retour={retour} rien={possible ? rien : undefined} />
      )}
    </main>
  );
};

type CorpsProps = Props & { possible: boolean; retour: string };

const Corps = ({
  verbe,
  rang,
  decision,
  lettre,
  apercu,
  imprimeAilleurs = false,
  renoncer = 'Ne rien envoyer',
  onEnvoyer,
  children,
  possible,
  retour,
}: CorpsProps) => {
  const { enCours, echec, apres } = decision;
  const envoyer = (e: Event): void => {
    e.preventDefault();
    onEnvoyer();
  };
  return (
    <div class="decision-corps">
      <form noValidate onSubmit={envoyer}>
        {children}
        {echec && <Panne echec={echec} />}
        <div class="boutons">
          {possible && (
            <Bouton type="submit" rang={rang ?? 'premier'} enCours={enCours && 'Envoi en cours…'}>
              {verbe}
            </Bouton>
          )}
          <Lien vers={retour}>{renoncer}</Lien>
        </div>
      </form>
      {lettre ? <LettreApercue lettre={lettre} dossier={apres} imprimeAilleurs={imprimeAilleurs} /> : apercu}
    </div>
  );
};
