/** One bar of a chart. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Stands behind the bar, in strong letters. */
  readonly text: string;
  /** Stands behind that, in pale ones. */
  readonly detail: string;
  readonly kind: "ours" | "base" | "other";
}

/** What a chart shows. */
export interface BarChart {
  readonly title: string;
  /** What a long bar means, such as `less is better`. */
  readonly subtitle: string;
  readonly bars: readonly Bar[];
}

export type Theme = "light" | "dark";

/** A chart of horizontal bars as SVG, without a background, for a page of one theme. */
export function barChart({ title, subtitle, bars }: BarChart, theme: Theme): string {
  const colors = COLORS[theme];
  const height = TOP + bars.length * ROW + BOTTOM;
  const left = 16 + Math.ceil(LETTER * Math.max(...bars.map(({ label }) => label.length)));
  const scale = (WIDTH - left - RIGHT) / Math.max(...bars.map(({ value }) => value));
  const rows = bars.map((bar, at) => barText(bar, { left, top: TOP + at * ROW, scale }, colors));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escape(title)}" font-family="system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif" font-size="13">
<title>${escape(title)}</title>
<text x="0" y="18" font-size="15" font-weight="600" fill="${colors.text}">${escape(title)}</text>
<text x="0" y="38" fill="${colors.pale}">${escape(subtitle)}</text>
<line x1="${left}" y1="${TOP - 2}" x2="${left}" y2="${height - BOTTOM}" stroke="${colors.line}"/>
${rows.join("\n")}
</svg>
`;
}

const WIDTH = 760;
/** Wide enough for a letter, on average. */
const LETTER = 7.2;
/** Room for the text behind the longest bar. */
const RIGHT = 170;
const TOP = 56;
const ROW = 26;
const BAR = 16;
const BOTTOM = 6;

interface Colors {
  readonly text: string;
  readonly pale: string;
  readonly line: string;
  readonly bars: Readonly<Record<Bar["kind"], string>>;
}

/** Legible on white, and on the dark pages of GitHub. */
const COLORS: Readonly<Record<Theme, Colors>> = {
  light: {
    text: "#1f2328",
    pale: "#59636e",
    line: "#d1d9e0",
    bars: { ours: "#0969da", base: "#818b98", other: "#b8c4d4" },
  },
  dark: {
    text: "#f0f6fc",
    pale: "#9198a1",
    line: "#3d444d",
    bars: { ours: "#4493f8", base: "#9198a1", other: "#4b5a6e" },
  },
};

/** Where a bar begins, and how long it is for each unit of its value. */
interface Place {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

function barText({ label, value, text, detail, kind }: Bar, { left, top, scale }: Place, colors: Colors): string {
  const width = Math.max(2, value * scale);
  const baseline = top + BAR / 2 + 4.5;
  const weight = kind === "ours" ? ' font-weight="600"' : "";
  const behind = (left + width + 8).toFixed(1);
  return [
    `<text x="${left - 10}" y="${baseline}" text-anchor="end"${weight} fill="${colors.text}">${escape(label)}</text>`,
    `<path d="M${left} ${top}${roundedBar(width)}" fill="${colors.bars[kind]}"/>`,
    `<text x="${behind}" y="${baseline}"><tspan font-weight="600" fill="${colors.text}">${escape(text)}</tspan><tspan dx="8" fill="${colors.pale}">${escape(detail)}</tspan></text>`,
  ].join("\n");
}

/** Square at its start, round at its end. */
function roundedBar(width: number): string {
  const radius = Math.min(3, width / 2);
  const straight = (width - radius).toFixed(1);
  const corner = `a${radius} ${radius} 0 0 1`;
  return `h${straight}${corner} ${radius} ${radius}v${BAR - 2 * radius}${corner} -${radius} ${radius}h-${straight}z`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
