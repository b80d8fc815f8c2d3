/** `duration`: RFC 3339 appendix A, for example `P1DT12H`. Units must not be skipped. */
export function isDuration(text: string): boolean {
  return DURATION.test(text);
}

const DURATION =
  /^P(?:\d+W|(?=[\dT])(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)?(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?)$/;
