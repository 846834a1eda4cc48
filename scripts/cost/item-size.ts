import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An item as DynamoDB's API has it. */
export type Item = Readonly<Record<string, AttributeValue>>;

/** What a list or map takes beside what is in it, and each of its elements beside itself. */
const CONTAINER_BYTES = 3;
const ELEMENT_BYTES = 1;

/**
 * The size by which DynamoDB bills an item: its attributes' names and values.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function itemBytes(item: Item): number {
  return sum(Object.entries(item).map(([name, value]) => utf8Bytes(name) + valueBytes(value)));
}

function valueBytes(value: AttributeValue): number {
  if (value.S !== undefined) return utf8Bytes(value.S);
  if (value.N !== undefined) return numberBytes(value.N);
  if (value.B !== undefined) return value.B.byteLength;
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1;
  if (value.SS !== undefined) return sum(value.SS.map(utf8Bytes));
  if (value.NS !== undefined) return sum(value.NS.map(numberBytes));
  if (value.BS !== undefined) return sum(value.BS.map(({ byteLength }) => byteLength));
  if (value.L !== undefined) {
    return CONTAINER_BYTES + sum(value.L.map((element) => ELEMENT_BYTES + valueBytes(element)));
  }
  if (value.M !== undefined) {
    const elements = Object.entries(value.M);
    return (
      CONTAINER_BYTES +
      sum(elements.map(([name, element]) => ELEMENT_BYTES + utf8Bytes(name) + valueBytes(element)))
    );
  }
  throw new Error(`An attribute of a type that is not known: ${JSON.stringify(value)}`);
}

/** A byte for two significant digits, and one more; zeros at either end are none of them. */
function numberBytes(number: string): number {
  const [mantissa = ''] = number.toLowerCase().split('e');
  const digits = mantissa.replace(/[-+.]/g, '').replace(/^0+|0+$/g, '');
  return Math.ceil(digits.length / 2) + 1;
}

function utf8Bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
