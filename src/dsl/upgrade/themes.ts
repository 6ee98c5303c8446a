/** The official themes, as older tools knew them by name. */
const NAMES = [
  'default',
  'amazon-web-services-2020.04.30',
  'amazon-web-services-2022.04.30',
  'amazon-web-services-2023.01.31',
  'google-cloud-platform-v1.5',
  'kubernetes-v0.3',
  'microsoft-azure-2019.09.11',
  'microsoft-azure-2020.07.13',
  'microsoft-azure-2021.01.26',
  'microsoft-azure-2023.01.24',
  'microsoft-azure-2024.07.15',
  'oracle-cloud-infrastructure-2020.04.30',
  'oracle-cloud-infrastructure-2021.04.30',
  'oracle-cloud-infrastructure-2023.04.01',
] as const;

/** Where each official theme is kept: https://docs.structurizr.com/ui/diagrams/themes */
export const THEME_ADDRESSES: ReadonlyMap<string, string> = new Map(
  NAMES.map((name) => [name, `https://static.structurizr.com/themes/${name}/theme.json`]),
);
