/** The form in which names of places are compared: no accents, case, stops, hyphens, "the" or "city of". */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.'’‘ʻʼ`]/g, '')
    .replace(/[-–,\s]+/g, ' ')
    .replace(/^(?:the )?(?:(?:city|town|village|port|capital) of )?/, '')
    .trim();
}
