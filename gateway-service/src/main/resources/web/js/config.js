/* Where the issuer and the payment provider are. */
let config;

export async function loadConfig() {
  const response = await fetch('/web-config.json');
  if (!response.ok) throw new Error('no configuration');
  config = await response.json();
  return config;
}

export const settings = () => config;
