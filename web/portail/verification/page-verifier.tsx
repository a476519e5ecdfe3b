import { useEffect, useRef, useState } from 'react';
import { Encart } from '../../ui/encart.tsx';
import { Page } from '../../ui/page.tsx';
import { FormulaireCode } from './formulaire-code.tsx';
import { malLu, papierLu } from './papier.ts';
import { Reponse } from './reponse.tsx';
import { useVerification } from './use-verification.ts';

/** Anyone who is shown an attestation checks it: by its code, or by the square printed on it. */
export const Verifier = () => {
  const fragment = useFragment();
  return (
    <Page titre="Vérifier une attestation" retour={{ vers: '/', mot: 'Accueil' }}>
      <p class="chapeau">
        Quand son silence vaut acceptation, la mairie en délivre une attestation. Vérifiez ici que celle que
        l’on vous montre est authentique, et qu’elle tient toujours.
      </p>
      {malLu(fragment) && (
        <Encart sens="attente" titre="Le carré n’a pas été lu en entier">
          <p>Lisez-le à nouveau, ou tapez le code imprimé sur l’attestation.</p>
        </Encart>
      )}
      <Verification key={fragment} fragment={fragment} />
    </Page>
  );
};

const Verification = ({ fragment }: { fragment: string }) => {
  const lu = papierLu(fragment);
  const { verdict, enCours, echec, verifier } = useVerification();
  const geste = useRef(() => lu && verifier(lu));
  useEffect(() => void geste.current(), []);
  return (
    <>
      <FormulaireCode
        lu={lu?.code ?? ''}
        enCours={enCours}
        refusees={echec?.details}
        verifier={(code) => {
          // A code that is typed is not the one that the square gave.
          history.replaceState(history.state, '', location.pathname);
          void verifier({ code });
        }}
      />
      <Reponse enCours={enCours} verdict={verdict} echec={echec} />
    </>
  );
};

/** What the address bears; another square, read while the page is there, replaces it. */
const useFragment = (): string => {
  const [fragment, poser] = useState(() => location.hash);
  useEffect(() => {
    const relire = () => {
      if (papierLu(location.hash) || malLu(location.hash)) poser(location.hash);
    };
    addEventListener('hashchange', relire);
    return () => removeEventListener('hashchange', relire);
  }, []);
  return fragment;
};
