/** A home health care instance as its authors publish it in JSON. */
export interface Instance {
  readonly patients: readonly {
    readonly id: string;
    readonly time_window: readonly [number, number];
    readonly required_caregivers: readonly { readonly service: string; readonly duration?: number }[];
    readonly synchronization?: { readonly type: 'simultaneous' | 'sequential'; readonly distance?: readonly [number, number] };
  }[];
  readonly services: readonly { readonly id: string; readonly default_duration: number }[];
  readonly caregivers: readonly { readonly id: string; readonly abilities: readonly string[] }[];
  readonly central_offices: readonly { readonly id: string }[];
  readonly distances: readonly (readonly number[])[];
}
