/** `ipv4`: four decimal numbers without leading zeros, for example `192.168.0.1`. */
export function isIpv4(text: string): boolean {
  return IPV4.test(text);
}

const IPV4 = /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/;
