/** Types of import-graph.mjs for the tests. */
export function withoutComments(text: string): string;
export function closureOf(entry: string, isOutside?: (file: string) => boolean): readonly string[];
