/** What is said of figures and indicators. */

export const figure = {
  labels: { women: 'Kvinnor', men: 'Män', total: 'Totalt', unit: 'Enhet', period: 'Period', openSource: 'Öppna filen' },
  missing: 'uppgift saknas',
  hidden: 'visas inte',
  hiddenTold: (why: string) => `visas inte (${why})`,
  hiddenWhy: {
    few: (below: number) => `färre än ${below}`,
    reveals: (_below: number) => 'skulle avslöja en annan uppgift',
    blurred: (_below: number) => 'få personer',
  },
  hiddenOr: (whys: readonly string[]) => whys.join(' eller '),
  hiddenKey: (whys: string) => `Visas inte: ${whys}.`,
  of: (base: string) => `av ${base}`,
  bySex: (women: string, men: string, total: string) => `kvinnor ${women}, män ${men}, totalt ${total}`,
  notesElsewhere: 'Verksamheterna har skrivit om siffran. Skriv "varför" och indikatorns namn för att läsa.',
  unitsElsewhere: 'Siffrorna per enhet får inte plats här. De står i filen.',
  few: 'Få observationer: läs andelen med försiktighet.',
  status: { reached: 'Målet nått', missed: 'Målet ej nått', follow: 'Följs', unknown: 'Kan inte bedömas' },
  target: {
    'at-least': (value: string) => `Mål: minst ${value}.`,
    'at-most': (value: string) => `Mål: högst ${value}.`,
    increase: () => 'Mål: ska öka.',
    follow: () => 'Inget målvärde: utvecklingen följs.',
  },
  noTarget: 'Inget mål är satt.',
  expired: (until: string) => `Gällde t.o.m. ${until}, nytt mål ej satt.`,
  setter: (forum: string) => `Nytt mål sätts av ${forum}.`,
  sinceBaseline: (period: string, value: string) =>
    value ? `Mål: ska öka från utgångsvärdet ${period}, ${value}.` : `Mål: ska öka. Utgångsvärdet för ${period} är inte satt.`,
  unsplitHidden: (withheld: string) => `Hur många som saknar uppgift om kön ${withheld}.`,
  unsplit: (value: string) => `Uppgift om kön saknas för ${value}; de räknas in i totalt.`,
  changeSince: (parts: string, period: string) => `${parts} sedan ${period}.`,
  changeInTotal: (change: string) => `totalt ${change}`,
  changeBySex: (women: string, men: string) => `kvinnor ${women}, män ${men}`,
  late: (period: string, from: string) => `Uppgift för ${period} saknas från ${from}.`,
  askedFor: (day: string) => `Efterfrågad ${day}.`,
  notAskedFor: (from: string) => (from === '' ? 'Den är inte efterfrågad än.' : `Den är inte efterfrågad än från ${from}.`),
  note: { factors: 'Påverkansfaktorer', analysis: 'Analys', direction: 'Inriktning' },
  changeBrief: (change: string, period: string) => `Totalt ${change} sedan ${period}`,
  others: (count: number) => (count === 1 ? 'en till' : `${count} till`),
  latest: (period: string) => `Siffran gäller ${period}.`,
  goal: 'Mål',
  trend: (isShare: boolean) => `De senaste perioderna${isShare ? ' (procent)' : ''}`,
  source: (name: string, changed: string, read: string) => `Källa: ${name}, ändrad ${changed}, läst ${read}.`,
  corrected: (at: string) => `Rättad ${at}; den tidigare uppgiften finns kvar.`,
};

export const indicators = {
  labels: { heading: 'Indikatorer', none: 'Inga indikatorer följs upp här.' },
  about: {
    counts: 'Räknar',
    activity: 'Aktivitet',
    effect: 'Effekt',
    performance: 'Prestation',
    baseline: 'Utgångsvärde',
    'earlier-target': 'Tidigare mål',
    'decided-target': 'Målet',
    'coming-target': 'Kommande mål',
    'taken-back-target': 'Återtaget mål',
    cited: 'Citerat',
    owner: 'Lämnas av',
    'owner-proposed': 'Lämnas av (förslag, ska bekräftas)',
    followed: 'Följs upp i',
    source: 'Källa',
  },
  set: 'Sätt mål',
  note: 'Skriv varför',
  summary: (forum: string, count: number, missed: number) =>
    count === 0
      ? `Inga indikatorer följs upp i ${forum}.`
      : `${count} indikatorer i ${forum}, ${missed === 0 ? 'inget mål är missat' : `${missed} når inte målet`}.`,
};
