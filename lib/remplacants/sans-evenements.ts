/** Stands for the SDK's streams of events in bundles: none of our operations has one. */
export const resolveEventStreamSerdeConfig = <C>(configuration: C): C => configuration;

export const eventStreamSerdeProvider = (): undefined => undefined;

export const EventStreamSerde = (): never => {
  throw new Error('aucune de nos opérations ne lit un flux d’événements');
};
