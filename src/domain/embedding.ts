/** Turns texts into vectors of one length, so that near meanings lie near each other (how near depends on the model). */
export type EmbeddingModel = {
  /** Stored beside every vector: vectors of different models are never compared. */
  name: string;
  dimensions: number;
  /** lexical: near means spelt alike, so it adds little to a search by words · semantic: near means alike in meaning. */
  kind: 'lexical' | 'semantic';
  /** One vector of length 1 a text, in the same order. Throws ModelError when the model cannot be reached. */
  embed(texts: string[]): Promise<Float32Array[]>;
};
