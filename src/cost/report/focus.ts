import type { LineReport, ModelReport } from '../engine/report.ts';
import { metered } from '../units/scale.ts';

/** What a row needs to know besides the report. */
export interface FocusContext {
  readonly users: number;
  readonly region: string;
  readonly currency: string;
  readonly provider: string;
  /** The month that the estimate stands for: first instant, and first instant after it. */
  readonly start: string;
  readonly end: string;
}

/** A row of the FinOps Open Cost and Usage Specification 1.2, by column; empty for null. */
export type FocusRow = Readonly<Record<(typeof FOCUS_COLUMNS)[number], string | number>>;

/** The columns of FOCUS 1.2 that an estimate can fill, in the order of the specification. */
export const FOCUS_COLUMNS = [
  'BilledCost',
  'BillingAccountId',
  'BillingAccountName',
  'BillingCurrency',
  'BillingPeriodEnd',
  'BillingPeriodStart',
  'ChargeCategory',
  'ChargeClass',
  'ChargeDescription',
  'ChargeFrequency',
  'ChargePeriodEnd',
  'ChargePeriodStart',
  'CommitmentDiscountCategory',
  'CommitmentDiscountStatus',
  'CommitmentDiscountType',
  'ConsumedQuantity',
  'ConsumedUnit',
  'ContractedCost',
  'ContractedUnitPrice',
  'EffectiveCost',
  'InvoiceIssuerName',
  'ListCost',
  'ListUnitPrice',
  'PricingCategory',
  'PricingQuantity',
  'PricingUnit',
  'ProviderName',
  'PublisherName',
  'RegionId',
  'RegionName',
  'ResourceId',
  'ResourceName',
  'ServiceCategory',
  'ServiceName',
  'SkuMeter',
  'SkuPriceId',
  'Tags',
] as const;

/** The service category of FOCUS, by the first word of a dimension that stands for it. */
const CATEGORIES: Readonly<Record<string, string>> = {
  fargate: 'Compute',
  ec2: 'Compute',
  eks: 'Compute',
  lambda: 'Compute',
  ecr: 'Compute',
  rds: 'Databases',
  aurora: 'Databases',
  elasticache: 'Databases',
  opensearch: 'Databases',
  dynamodb: 'Databases',
  timestream: 'Databases',
  s3: 'Storage',
  ebs: 'Storage',
  backup: 'Storage',
  dt: 'Networking',
  nat: 'Networking',
  vpc: 'Networking',
  tgw: 'Networking',
  alb: 'Networking',
  nlb: 'Networking',
  cloudfront: 'Networking',
  route53: 'Networking',
  globalaccelerator: 'Networking',
  apigw: 'Integration',
  sqs: 'Integration',
  sns: 'Integration',
  ses: 'Integration',
  eventbridge: 'Integration',
  stepfunctions: 'Integration',
  msk: 'Analytics',
  kinesis: 'Analytics',
  flink: 'Analytics',
  iot: 'Internet of Things',
  cognito: 'Identity',
  secrets: 'Security',
  kms: 'Security',
  waf: 'Security',
  guardduty: 'Security',
  cloudwatch: 'Management and Governance',
  cloudtrail: 'Management and Governance',
  xray: 'Management and Governance',
  grafana: 'Management and Governance',
  prometheus: 'Management and Governance',
};

/** A report as FOCUS rows: one for each line of the bill, in its order. */
export function focusRows(model: ModelReport, context: FocusContext): FocusRow[] {
  return model.components.flatMap(({ element, title, lines }) =>
    lines.map((line) => focusRow(line, { element, title }, model, context)),
  );
}

function focusRow(
  line: LineReport,
  resource: { readonly element: string; readonly title: string },
  model: ModelReport,
  { users, region, currency, provider, start, end }: FocusContext,
): FocusRow {
  const { quantity, unit, listUnitPrice, unitPrice, monthly, commitment, dimension } = line;
  // FOCUS holds costs to be the unit price times the quantity, so these two are not rounded.
  const contractedUnitPrice = commitment === undefined ? unitPrice : listUnitPrice;
  const [family = ''] = dimension.split('.');
  return {
    BilledCost: monthly,
    BillingAccountId: model.system,
    BillingAccountName: model.title,
    BillingCurrency: currency,
    BillingPeriodEnd: end,
    BillingPeriodStart: start,
    ChargeCategory: 'Usage',
    ChargeClass: '',
    ChargeDescription: line.description,
    ChargeFrequency: 'Usage-Based',
    ChargePeriodEnd: end,
    ChargePeriodStart: start,
    CommitmentDiscountCategory: commitment === undefined ? '' : 'Usage',
    CommitmentDiscountStatus: commitment === undefined ? '' : 'Used',
    CommitmentDiscountType: commitment?.split(',')[0] ?? '',
    ConsumedQuantity: quantity,
    ConsumedUnit: unit,
    ContractedCost: metered(contractedUnitPrice * quantity),
    ContractedUnitPrice: contractedUnitPrice,
    EffectiveCost: monthly,
    InvoiceIssuerName: provider,
    ListCost: metered(listUnitPrice * quantity),
    ListUnitPrice: listUnitPrice,
    PricingCategory: commitment === undefined ? 'Standard' : 'Committed',
    PricingQuantity: quantity,
    PricingUnit: unit,
    ProviderName: provider,
    PublisherName: provider,
    RegionId: region,
    RegionName: region,
    ResourceId: line.id,
    ResourceName: resource.title,
    ServiceCategory: CATEGORIES[family] ?? 'Other',
    ServiceName: line.service,
    SkuMeter: dimension,
    SkuPriceId: `${dimension}@${region}`,
    Tags: JSON.stringify({ model: model.id, element: resource.element, users }),
  };
}
