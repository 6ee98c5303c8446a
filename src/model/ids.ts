declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** The Structurizr id of an element: a number as text, dense over elements and relationships. */
export type ElementId = Branded<'ElementId'>;
/** The Structurizr id of a relationship; shares its counter with the elements. */
export type RelationshipId = Branded<'RelationshipId'>;
/** The key of a view, `[a-zA-Z0-9_-]+`, unique in the workspace. */
export type ViewKey = Branded<'ViewKey'>;
/** What the author calls an element in the DSL: `shop.order` under hierarchical identifiers. */
export type Identifier = Branded<'Identifier'>;

/** Marks a text as an element's id; where the text comes from is the caller's word. */
export const ElementId = (id: string): ElementId => id as ElementId;
/** Marks a text as a relationship's id. */
export const RelationshipId = (id: string): RelationshipId => id as RelationshipId;
/** Marks a text as a view's key. */
export const ViewKey = (key: string): ViewKey => key as ViewKey;
/** Marks a text as an identifier of the DSL. */
export const Identifier = (identifier: string): Identifier => identifier as Identifier;
