import type { Resource, Template } from './packaged.ts';

/** What AWS knows without being told. */
const PSEUDO_PARAMETERS = new Set([
  'AWS::AccountId',
  'AWS::NoValue',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
]);

/** The resources that a value names: by Ref, GetAtt, Sub or, of a resource, DependsOn. */
export function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref') return [inner as string];
    if (key === 'Fn::GetAtt') return [Array.isArray(inner) ? inner[0] : `${inner}`.split('.')[0]];
    if (key === 'Fn::Sub') return namesInSub(inner as string | [string, object]);
    if (key === 'DependsOn') return [inner as string | string[]].flat();
    return referencesIn(inner);
  });
}

function namesInSub(sub: string | [string, object]): string[] {
  const [text, given] = Array.isArray(sub) ? sub : [sub, {}];
  const names = [...text.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name = '']) => name.split('.')[0] ?? '');
  return [...names.filter((name) => !(name in given)), ...referencesIn(given)];
}

/** The conditions that a value asks for. */
export function conditionsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(conditionsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Fn::If') return [inner[0], ...conditionsIn(inner.slice(1))];
    return conditionsIn(inner);
  });
}

/** What a resource needs to be there before itself. */
export function neededBy(resource: Resource): string[] {
  return referencesIn(resource).filter((name) => !PSEUDO_PARAMETERS.has(name));
}

/** Names that stand for nothing in the template. */
export function danglingReferences(template: Template): string[] {
  const { Resources, Parameters = {}, Conditions, Outputs } = template;
  const known = new Set([...Object.keys(Resources), ...Object.keys(Parameters), ...PSEUDO_PARAMETERS]);
  return referencesIn([Resources, Conditions, Outputs]).filter((name) => !known.has(name));
}

/** The first circle of resources that each wait for the next; empty if there is none. */
export function circle({ Resources }: Template): string[] {
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): string[] => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return [];
    const resource = Resources[name];
    for (const needed of resource ? neededBy(resource) : []) {
      const found = visit(needed, [...path, name]);
      if (found.length > 0) return found;
    }
    done.add(name);
    return [];
  };
  for (const name of Object.keys(Resources)) {
    const found = visit(name, []);
    if (found.length > 0) return found;
  }
  return [];
}
