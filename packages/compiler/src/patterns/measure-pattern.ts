/** What the structure of a regular expression says about the cost of matching it. */
export interface PatternMeasure {
  /** The pattern with every counted repetition, such as `{1,50}`, made unbounded. */
  readonly loose: string;
  /** The pattern with every counted repetition limited to a few rounds. */
  readonly tight: string;
  /** The number of ways through its counted repetitions and alternatives; unbounded repetitions count once. */
  readonly ways: number;
  /** The largest number of characters it matches. */
  readonly length: number;
  /** Whether it can match the empty text. */
  readonly isEmpty: boolean;
  /**
   * The number of ways through repetitions whose body may match nothing, as in `(?:a?){30}`. The engine tries them all.
   */
  readonly idleWays: number;
  /** The number of unbounded repetitions; those inside another repetition count twice. */
  readonly endless: number;
}

/** Measures a valid pattern with the `u` flag. */
export function measurePattern(source: string): PatternMeasure {
  let at = 0;
  return choice();

  function choice(): PatternMeasure {
    const options = [sequence()];
    while (source[at] === "|") {
      at += 1;
      options.push(sequence());
    }
    return options.reduce(either);
  }

  function sequence(): PatternMeasure {
    let all = NOTHING;
    while (at < source.length && source[at] !== "|" && source[at] !== ")") all = both(all, repetition());
    return all;
  }

  function repetition(): PatternMeasure {
    const body = atom();
    const [written, min, comma, max] = take(/[*+?]\??|\{(\d+)(,?)(\d*)\}\??/y);
    if (written === undefined) return body;
    if (written.startsWith("{")) return repeat(body, written, Number(min), upperLimit(Number(min), comma, max));
    return repeat(body, written, written.startsWith("+") ? 1 : 0, written.startsWith("?") ? 1 : Infinity);
  }

  function atom(): PatternMeasure {
    const [open] = take(/\((?:\?(?:<?[=!]|<[^>]*>|[a-z-]*:))?/y);
    if (open === undefined) return character();
    const body = choice();
    at += 1;
    const group = { ...body, loose: `${open}${body.loose})`, tight: `${open}${body.tight})` };
    return /[=!]$/.test(open) ? { ...group, length: 0, isEmpty: true } : group;
  }

  function character(): PatternMeasure {
    const [text = ""] = take(/\\[pPu]\{[^}]*\}|\\k<[^>]*>|\\.|\[(?:\\.|[^\]])*\]|./suy);
    const isPlace = /^(?:\^|\$|\\[bB])$/.test(text);
    return { ...NOTHING, loose: text, tight: text, length: isPlace ? 0 : 1, isEmpty: isPlace };
  }

  function take(expression: RegExp): readonly (string | undefined)[] {
    expression.lastIndex = at;
    const found = expression.exec(source);
    at += found?.[0].length ?? 0;
    return found ?? [];
  }
}

/** This many rounds of a counted repetition behave like any larger number. */
export const FEW = 8;

const NOTHING: PatternMeasure = {
  loose: "",
  tight: "",
  ways: 1,
  length: 0,
  isEmpty: true,
  idleWays: 1,
  endless: 0,
};

function upperLimit(min: number, comma: string | undefined, max: string | undefined): number {
  if (!comma) return min;
  return max ? Number(max) : Infinity;
}

function both(one: PatternMeasure, other: PatternMeasure): PatternMeasure {
  return {
    loose: one.loose + other.loose,
    tight: one.tight + other.tight,
    ways: one.ways * other.ways,
    length: one.length + other.length,
    isEmpty: one.isEmpty && other.isEmpty,
    idleWays: Math.max(one.idleWays, other.idleWays),
    endless: one.endless + other.endless,
  };
}

function either(one: PatternMeasure, other: PatternMeasure): PatternMeasure {
  return {
    ...both(one, other),
    loose: `${one.loose}|${other.loose}`,
    tight: `${one.tight}|${other.tight}`,
    ways: one.ways + other.ways,
    length: Math.max(one.length, other.length),
    isEmpty: one.isEmpty || other.isEmpty,
  };
}

function repeat(body: PatternMeasure, written: string, min: number, max: number): PatternMeasure {
  const isEndless = max === Infinity;
  const isCounted = !isEndless && max > 1 && (min !== max || body.ways > 1 || max > FEW);
  return {
    loose: body.loose + (isCounted ? (min === 0 ? "*" : "+") : written),
    tight: body.tight + (isCounted ? `{${Math.min(min, FEW)},${Math.min(max, FEW)}}` : written),
    ways: isEndless ? body.ways : sumOfPowers(body.ways, min, max),
    length: body.length === 0 ? 0 : body.length * max,
    isEmpty: min === 0 || body.isEmpty,
    idleWays: body.isEmpty && min > 1 ? body.ways ** min : body.idleWays,
    endless: body.endless * Math.min(max, 2) + (isEndless ? 1 : 0),
  };
}

/** base^min + … + base^max. */
function sumOfPowers(base: number, min: number, max: number): number {
  return base === 1 ? max - min + 1 : (base ** (max + 1) - base ** min) / (base - 1);
}
