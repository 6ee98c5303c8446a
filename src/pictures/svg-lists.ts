/** Words of a list that is written with blanks between them. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What a picture may be made of (SVG 2, Filter Effects 1); all else goes with what it holds. */
export const ELEMENTS = words(`
  svg g defs symbol use title desc switch path rect circle ellipse line polygon polyline text tspan
  textPath image marker pattern mask clipPath linearGradient radialGradient stop filter style
  feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
  feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
  feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
  feSpotLight feTile feTurbulence
`);

/** Elements that vanish while what they hold stays: a link in a picture cannot be followed. */
export const TRANSPARENT = words('a');

/** What says nothing that is seen: it goes without a word. */
export const SILENT = words('metadata view');

/** Style properties, which are attributes as well. */
export const PROPERTIES = words(`
  alignment-baseline baseline-shift clip-path clip-rule color color-interpolation
  color-interpolation-filters cursor direction display dominant-baseline fill fill-opacity fill-rule
  filter flood-color flood-opacity font font-family font-feature-settings font-kerning font-size
  font-size-adjust font-stretch font-style font-variant font-weight image-rendering isolation
  letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask mask-type
  mix-blend-mode opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity
  stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-opacity stroke-width text-align text-anchor text-decoration text-rendering transform
  transform-box transform-origin unicode-bidi vector-effect visibility white-space word-spacing
  writing-mode color-scheme
`);

/** Attributes that are no style: geometry, references by id, names for those who do not see. */
export const ATTRIBUTES = words(`
  amplitude azimuth baseFrequency bias class clipPathUnits cx cy d diffuseConstant divisor dx dy edgeMode
  elevation exponent filterUnits fr fx fy gradientTransform gradientUnits height id in in2 intercept k1
  k2 k3 k4 kernelMatrix kernelUnitLength lang lengthAdjust limitingConeAngle markerHeight markerUnits
  markerWidth maskContentUnits maskUnits method mode numOctaves offset operator order orient pathLength
  patternContentUnits patternTransform patternUnits points pointsAtX pointsAtY pointsAtZ
  preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY requiredExtensions result role
  rotate rx ry scale seed side slope spacing specularConstant specularExponent spreadMethod startOffset
  stdDeviation stitchTiles surfaceScale systemLanguage tableValues target targetX targetY textLength
  type values version viewBox width x x1 x2 xChannelSelector y y1 y2 yChannelSelector z
`);

/** Functions that a value may call: none of them fetches. `url` is looked at by itself. */
export const FUNCTIONS = words(`
  rgb rgba hsl hsla hwb lab lch oklab oklch color-mix var calc min max clamp matrix translate
  translatex translatey scale scalex scaley rotate skewx skewy blur brightness contrast drop-shadow
  grayscale hue-rotate invert opacity saturate sepia
`);
