import type { ComponentProps } from 'react';
import { Select } from '../../ui/field.js';
import type { Holder } from './use-holders.js';

type HolderSelectProps = Omit<ComponentProps<typeof Select>, 'children'> & { readonly holders: readonly Holder[] };

/** One of those who hold an office, as one chooses them. */
export function HolderSelect({ holders, ...field }: HolderSelectProps) {
  return (
    <Select {...field}>
      <option value="">–</option>
      {holders.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  );
}
