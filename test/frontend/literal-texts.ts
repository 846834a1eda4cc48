import { parseSync } from '@swc/core';

/** Attributes of which the value is read by people, be it aloud. */
const READ_ATTRIBUTES = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'hint',
  'label',
  'placeholder',
  'submitLabel',
  'title',
]);

/** Digits, dots, arrows and the like are the same everywhere. */
const LETTERS = /\p{L}{2,}/u;

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** The words that a component's source shows to people by itself, rather than taking them from the catalogues. */
export function literalTexts(source: string): string[] {
  const found: string[] = [];
  visit(parseSync(source, { syntax: 'typescript', tsx: true }) as unknown as Node, found);
  return found.map((text) => text.trim()).filter((text) => LETTERS.test(text));
}

function visit(node: Node, found: string[]): void {
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
    for (const child of node.children as Node[]) found.push(...wordsOf(child));
  }
  if (node.type === 'JSXAttribute' && READ_ATTRIBUTES.has(nameOf(node))) {
    found.push(...wordsOf(node.value as Node | null));
  }
  for (const child of childrenOf(node)) visit(child, found);
}

/** What becomes text as it stands: also one of two words, or words around a name; not what is handed to a function. */
function wordsOf(node: Node | null): string[] {
  switch (node?.type) {
    case 'JSXText':
    case 'StringLiteral':
      return [node.value as string];
    case 'JSXExpressionContainer':
    case 'ParenthesisExpression':
      return wordsOf(node.expression as Node);
    case 'ConditionalExpression':
      return [...wordsOf(node.consequent as Node), ...wordsOf(node.alternate as Node)];
    case 'BinaryExpression':
      return COMPARISONS.has(node.operator as string)
        ? []
        : [...wordsOf(node.left as Node), ...wordsOf(node.right as Node)];
    case 'TemplateLiteral':
      return (node.quasis as { raw: string }[]).map(({ raw }) => raw);
    default:
      return [];
  }
}

const COMPARISONS = new Set(['===', '!==', '==', '!=', '<', '>', '<=', '>=', 'in', 'instanceof']);

function nameOf(attribute: Node): string {
  return (attribute.name as { value?: string }).value ?? '';
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .map((value) => withoutWrapping(value))
    .filter((value): value is Node => typeof value === 'object' && value !== null && 'type' in value);
}

/** Arguments and declarations lie in objects that have no type of their own. */
function withoutWrapping(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || 'type' in value) return value;
  const { expression, init, pat } = value as Record<string, unknown>;
  return expression ?? init ?? pat ?? value;
}
