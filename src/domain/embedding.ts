/** Turns texts into vectors of one length, so that near meanings lie near each other (how near depends on the model). */
export type EmbeddingModel = {
  /** Stored beside every vector: vectors of different models are never compared. */
  name: string;
  dimensions: number;
  /** One vector of length 1 a text, in the same order. Throws ModelError when the model cannot be reached. */
  embed(texts: string[]): Promise<Float32Array[]>;
};
