/** Quotation marks of every language, without the single ones, which serve as apostrophes too. */
export const quotes = /["“”„‟«»＂〝〞〟「」『』]/g;
