/** How people and times are told. */

export type LocalDate = string;
export type LocalTime = string;

export interface PersonView {
  name: string;
  unit: string;
}
