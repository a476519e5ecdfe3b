import * as z from 'zod';
import { Reference } from '../demandes/reference.ts';
import { AGENTS, action } from '../platform/action.ts';
import { NOM_MAX } from '../usagers/numeros.ts';
import { Courriel } from '../usagers/usager.ts';
import { Interaction, MotifEcart } from './interaction.ts';

const Verdict = z.object({ status: z.string() }).optional().catch(undefined);

/** What SES thinks of a mail; a verdict that is absent says nothing. */
export const Recu = z
  .object({
    spamVerdict: Verdict,
    virusVerdict: Verdict,
    spfVerdict: Verdict,
    dkimVerdict: Verdict,
    dmarcVerdict: Verdict,
  })
  .loose();

/** A mail as SES announces it: its bytes are already kept under its number, the one thing that it must say. */
export const Annonce = z
  .object({
    mail: z
      .object({
        messageId: z.string(),
        timestamp: z.string().catch(''),
        source: z.string().optional().catch(undefined),
        destination: z.array(z.string()).default([]).catch([]),
        commonHeaders: z.object({ subject: z.string().optional() }).loose().optional().catch(undefined),
      })
      .loose(),
    receipt: Recu.optional().catch(undefined),
  })
  .loose();

const interaction = z.string().min(1).max(200);

/** As many as one looks through before saying that none is for the commune. */
export const ECARTEES_MAX = 100;
const ecart = { motif: MotifEcart, precision: z.string().trim().max(500).default('') };

export const interactionActions = {
  recevoirCourriel: action({
    resume:
      'Numéroter un courriel entrant, puis le joindre à sa demande, en ouvrir une, ou le laisser à trier',
    sur: { type: 'courriel' },
    par: ['horloge'],
    writes: true,
    ressources: ['courriels:lire', 'pieces:ecrire'],
    input: z.object({ Records: z.array(z.object({ ses: Annonce }).loose()) }),
    output: z.object({}),
    refuse: [],
  }),
  recevoirSms: action({
    resume: 'Numéroter un SMS entrant, puis y répondre, le joindre à une demande, ou en ouvrir une',
    sur: { type: 'sms' },
    par: ['horloge'],
    writes: true,
    ressources: ['table:retoucher'],
    input: z.object({
      Records: z.array(
        z.object({ Sns: z.object({ MessageId: z.string(), Message: z.string(), Timestamp: z.string() }) }),
      ),
    }),
    output: z.object({}),
    refuse: [],
  }),
  listerInteractions: action({
    resume:
      'Lister ce qui est arrivé et reste à trier : ce que des personnes ont écrit, et les machines à part',
    route: 'GET /interactions',
    par: AGENTS,
    writes: false,
    input: z.object({}),
    /** What people wrote comes first. `encore`: older ones wait behind these. */
    output: z.object({
      interactions: z.array(Interaction),
      encore: z.boolean(),
      encoreMachines: z.boolean(),
    }),
    refuse: [],
  }),
  ouvrirOriginal: action({
    resume: 'Télécharger un courriel tel qu’il est arrivé',
    route: 'GET /interactions/{interaction}/original',
    par: AGENTS,
    /** A reading that the person sees. */
    writes: true,
    reponse: 'redirection',
    ressources: ['courriels:lire'],
    input: z.object({ interaction }),
    output: z.object({ vers: z.string(), cookies: z.array(z.string()) }),
    refuse: ['introuvable', 'interdit'],
  }),
  ouvrirInteraction: action({
    resume: 'Ouvrir une demande à partir d’un message à trier, à la date de son arrivée',
    route: 'POST /interactions/{interaction}/demande',
    par: AGENTS,
    writes: true,
    ressources: ['courriels:lire', 'pieces:ecrire'],
    input: z.object({
      interaction,
      /** For whom, when it is not for whoever sent the message: the person of a form, or of a mail sent on. */
      pour: z.object({ courriel: Courriel, nom: z.string().trim().max(NOM_MAX).default('') }).optional(),
    }),
    output: z.object({ demande: z.string() }),
    refuse: ['introuvable', 'geste-impossible', 'demarche-inconnue', 'modifie-entre-temps'],
  }),
  rattacherInteraction: action({
    resume: 'Joindre un message à trier à une demande',
    route: 'POST /interactions/{interaction}/rattachement',
    par: AGENTS,
    writes: true,
    ressources: ['courriels:lire', 'pieces:ecrire'],
    input: z.object({ interaction, demande: Reference }),
    output: z.object({ demande: z.string() }),
    refuse: ['introuvable', 'interdit', 'geste-impossible', 'modifie-entre-temps'],
  }),
  ecarterInteraction: action({
    resume: 'Écarter un message à trier, avec son motif',
    route: 'POST /interactions/{interaction}/ecart',
    par: AGENTS,
    writes: true,
    input: z.object({ interaction, ...ecart }),
    output: z.object({}),
    refuse: ['introuvable', 'geste-impossible', 'modifie-entre-temps'],
  }),
  ecarterInteractions: action({
    resume: 'Écarter plusieurs messages à trier à la fois, pour un même motif',
    route: 'POST /interactions/ecarts',
    par: AGENTS,
    writes: true,
    input: z.object({
      interactions: z
        .array(interaction)
        .min(1, 'Choisissez au moins un message.')
        .max(ECARTEES_MAX, `${ECARTEES_MAX} messages au plus à la fois.`),
      ...ecart,
    }),
    output: z.object({
      ecartees: z.array(z.string()),
      /** Those that stay, each with its reason. */
      restees: z.array(z.object({ interaction: z.string(), phrase: z.string() })),
    }),
    refuse: [],
  }),
};
