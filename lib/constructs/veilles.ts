import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import { DefinitionBody, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { Fonction } from './fonction.ts';
import { idLogique, reconnaitre } from './reconnaitre.ts';

const DOSSIER = path.resolve(import.meta.dirname, '../../statemachines');

/** The machine that watches a demande; the actions that arm clocks know it as VEILLE. */
const SUIVI = 'suivi-demande';

/** One state machine for each file of `statemachines/`, beside the functions that it calls. */
export const poserVeilles = (fonctions: readonly Fonction[]): StateMachine[] => {
  const machines = new Map(
    readdirSync(DOSSIER)
      .filter((nom) => nom.endsWith('.asl.json'))
      .map((nom) => [path.basename(nom, '.asl.json'), poser(path.join(DOSSIER, nom), fonctions)]),
  );
  const suivi = machines.get(SUIVI);
  if (!suivi)
    throw new Error(`statemachines/${SUIVI}.asl.json n’existe pas : aucune demande ne serait surveillée.`);
  for (const fonction of fonctions)
    if (fonction.entree.contract.ressources?.includes('horloges:armer')) permettreArmer(fonction, suivi);
  return [...machines.values()];
};

const poser = (fichier: string, fonctions: readonly Fonction[]): StateMachine => {
  const noms = [
    ...new Set([...readFileSync(fichier, 'utf8').matchAll(/\$\{(\w+)\}/g)].map(([, nom]) => nom)),
  ];
  const appelees = noms.map((nom) => {
    const fonction = fonctions.find(
      ({ entree }) => entree.nom === nom && entree.contract.sur?.type === 'machine',
    );
    if (!fonction)
      throw new Error(
        `${path.basename(fichier)} appelle « ${nom} », qui n’est pas une action « machine » du manifeste.`,
      );
    return fonction;
  });
  const [premiere] = appelees;
  if (!premiere) throw new Error(`${path.basename(fichier)} n’appelle aucune action.`);
  const machine = new StateMachine(Stack.of(premiere), path.basename(fichier, '.asl.json'), {
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromFile(fichier),
    definitionSubstitutions: Object.fromEntries(
      appelees.map((fonction) => [fonction.entree.nom, fonction.functionArn]),
    ),
  });
  for (const fonction of appelees)
    Grant.addToPrincipal({
      grantee: machine,
      actions: ['lambda:InvokeFunction'],
      resourceArns: [fonction.functionArn],
    });
  reconnaitre(
    machine,
    'AwsSolutions-SF1',
    'Une exécution STANDARD garde 90 jours toute son histoire ; un journal de plus la dirait deux fois.',
  );
  reconnaitre(
    machine,
    'AwsSolutions-SF2',
    'La machine appelle une seule fonction à la fois, dont le journal suffit ; X-Ray est éteint dans toute la pile.',
  );
  return machine;
};

const permettreArmer = (fonction: Fonction, machine: StateMachine): void => {
  fonction.addEnvironment('VEILLE', machine.stateMachineArn);
  machine.grant(fonction, 'states:StartExecution');
  if (!fonction.entree.contract.ressources?.includes('horloges:lister')) return;
  machine.grant(fonction, 'states:ListExecutions');
  machine.grantExecution(fonction, 'states:DescribeExecution');
  const nom = `{"Fn::Select":[6,{"Fn::Split":[":",{"Ref":"${idLogique(machine)}"}]}]}`;
  const { region } = Stack.of(machine);
  reconnaitre(
    fonction.role ?? fonction,
    `AwsSolutions-IAM5[Resource::arn:aws:states:${region}:<AWS::AccountId>:execution:${nom}:*]`,
    'Une exécution porte le nom de sa demande, qui n’existe pas encore quand le droit est donné.',
  );
};
