import { serviceDe } from '../commune/commune.ts';
import { demarcheNommee } from '../demarches/ouverture.ts';
import { identifiant, octets } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { type Accuse, accuser, sectionsDe } from './accuse.ts';
import { dernierFait } from './contestation.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirSienne } from './demande.dossier.ts';
import { demandeStore } from './demande.store.ts';
import { deposer, faire, intituleDe } from './demande.ts';
import { RECOURS_GRACIEUX } from './gestes.ts';
import { accuseAUsager } from './lettres.ts';
import { codeDe, referenceDe } from './reference.ts';

export const contesterDecision = implement(
  demandeActions.contesterDecision,
  async ({ demande: contestee, texte }, contexte) => {
    const { commune, demarches, table } = contexte;
    const sienne = await ouvrirSienne(contestee, contexte);
    const demarche = demarcheNommee(demarches, RECOURS_GRACIEUX);
    const { usager, service, comptes, autorite = 'maire' } = sienne.demande;
    const recours = deposer({
      reference: referenceDe(octets(7)),
      code: codeDe(octets(12)),
      // Who decided has the file: they look at it again.
      demarche: { ...demarche, autorite },
      fuseau: commune.fuseau,
      service: serviceDe(commune, service).id,
      usager,
      conteste: contestee,
      ...(comptes && { comptes }),
      ...(commune.doctrine && { doctrine: commune.doctrine }),
      recue: { type: 'recue', canal: 'web', ...sienne.signature },
    });
    const marquee = await sienne.dater(
      faire('contester', sienne.demande, {
        type: 'recours-gracieux',
        reference: recours.reference,
        ...sienne.signature,
      }),
    );
    const tardif = dernierFait(marquee, 'recours-gracieux')?.horsDelai;
    const accuse: Accuse = {
      ...accuser(recours, commune, contexte.now),
      ...(tardif && { horsDelai: tardif }),
    };
    demandeStore(table).add(recours, {
      accuse,
      reponses: { decision: `${intituleDe(sienne.demande)} (${contestee})`, motifs: texte },
      promis: accuseAUsager(recours, identifiant),
      now: contexte.now,
    });
    sienne.garder(marquee, `La personne conteste la décision (recours ${recours.reference})`);
    return {
      reference: recours.reference,
      code: recours.code,
      sections: sectionsDe(accuse),
    };
  },
);

export const handler = lambda(contesterDecision);
