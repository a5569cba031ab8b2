/** A row of data/indicators.json. Unknown further columns are ignored. */
export type IndicatorRow = {
  key: string;
  group: string;
  /** Official name. */
  vi: string;
  /** Other wordings of documents and people. */
  synonyms: readonly string[];
  /** Short forms people type; one may stand for several indicators. */
  abbr: readonly string[];
  /** Usual units as written. */
  units: readonly string[];
  /** level | growth | change | share | rate | count | index */
  kind: string;
  en: string;
  enSynonyms?: readonly string[] | undefined;
  /** Keys easily confused with it; never given in its place, but worth offering. */
  near?: readonly string[] | undefined;
  note?: string | undefined;
};

/** A field of indicators ("môi trường"); a group lies in an area. */
export type TopicRow = {
  key: string;
  vi: string;
  synonyms: readonly string[];
  en?: string | undefined;
  enSynonyms?: readonly string[] | undefined;
  area?: string | undefined;
};

/** What data/indicators.json holds. */
export type IndicatorTable = {
  indicators: readonly IndicatorRow[];
  groups?: readonly TopicRow[] | undefined;
  areas?: readonly TopicRow[] | undefined;
};
