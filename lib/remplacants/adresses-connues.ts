/** Stands for the SDK's search of its addresses in bundles: DynamoDB has one per region, and it is known. */
export const resolveEndpointDiscoveryConfig = <C>(configuration: C): C => configuration;

export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: () => undefined,
  configFileSelector: () => undefined,
  default: undefined,
};
